package sc.fiji.rewardanalysis.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** Information criteria over the number of components, with the number that is suggested. */
public final class ModelSelectionPlot {

	/** At which it is readable, px. */
	public static final Dimension SIZE = new Dimension(760, 460);

	private static final List<Color> COLOURS = List.of(Palette.BLUE, Palette.GREEN, Palette.PURPLE,
		Palette.SKY);

	/** Part of the values' range that stays free above and below. */
	private static final double MARGIN = 0.07;

	private ModelSelectionPlot() {}

	/**
	 * A criterion.
	 *
	 * @param name BIC, AIC, ICL
	 * @param values by number of components, lower is better; NaN where there is none
	 */
	public record Criterion(String name, double[] values) {}

	/**
	 * @param components the numbers of components that were tried, ascending
	 * @param criteria at most four, each with as many values
	 * @param suggested one of the numbers
	 * @param by the name of the criterion that suggests it
	 */
	public static JFreeChart chart(final int[] components, final List<Criterion> criteria,
		final int suggested, final String by)
	{
		final XYSeriesCollection data = new XYSeriesCollection();
		for (final Criterion criterion : criteria) {
			if (criterion.values.length != components.length) throw new RewardAnalysisException(
				"%s has %d values for %d numbers of components.", criterion.name, criterion.values.length,
				components.length);
			final XYSeries series = new XYSeries(criterion.name);
			for (int i = 0; i < components.length; i++)
				if (Double.isFinite(criterion.values[i])) series.add(components[i], criterion.values[i]);
			data.addSeries(series);
		}
		final XYSeries ring = new XYSeries("suggested");
		criteria.stream().filter(c -> c.name.equals(by)).forEach(c -> IntStream.range(0, components.length)
			.filter(i -> components[i] == suggested && Double.isFinite(c.values[i])).forEach(i -> ring.add(
				suggested, c.values[i])));
		data.addSeries(ring);
		final XYPlot plot = Style.plot(numbers(components), values(criteria));
		plot.setDataset(data);
		plot.setRenderer(renderer(criteria.size()));
		plot.setDomainGridlinesVisible(false);
		final BasicStroke dashed = new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1,
			new float[] { 5, 4 }, 0);
		plot.addDomainMarker(new ValueMarker(suggested, Palette.VERMILLION, dashed), Layer.BACKGROUND);
		plot.setFixedLegendItems(legend(criteria, suggested, by));
		return Style.chart("How many components the data support", plot,
			"lower is better: each criterion weighs the fit against the number of parameters", true);
	}

	private static NumberAxis numbers(final int[] components) {
		final NumberAxis axis = Style.axis("Number of components", components[0] - 0.4,
			components[components.length - 1] + 0.4);
		axis.setTickUnit(new NumberTickUnit(1));
		return axis;
	}

	private static NumberAxis values(final List<Criterion> criteria) {
		final double[] finite = criteria.stream().flatMapToDouble(c -> Arrays.stream(c.values)).filter(
			Double::isFinite).sorted().toArray();
		final double low = finite.length == 0 ? 0 : finite[0], high = finite.length == 0 ? 1
			: finite[finite.length - 1];
		final double margin = high > low ? MARGIN * (high - low) : 1;
		return Style.axis("Information criterion", low - margin, high + margin);
	}

	private static XYLineAndShapeRenderer renderer(final int criteria) {
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
		for (int i = 0; i < criteria; i++) {
			renderer.setSeriesPaint(i, COLOURS.get(i));
			renderer.setSeriesShape(i, shape(i));
			renderer.setSeriesStroke(i, new BasicStroke(1.8f));
		}
		Style.points(renderer, criteria, Style.RING, Palette.VERMILLION, false);
		return renderer;
	}

	/** A disc, a square, a triangle: told apart in black and white, too. */
	private static Shape shape(final int i) {
		final double r = 0.6 * Style.DOT;
		if (i % 3 == 0) return Style.circle(1.25 * Style.DOT);
		if (i % 3 == 1) return new Rectangle2D.Double(-r, -r, 2 * r, 2 * r);
		final Path2D triangle = new Path2D.Double();
		triangle.moveTo(0, -1.3 * r);
		triangle.lineTo(1.2 * r, r);
		triangle.lineTo(-1.2 * r, r);
		triangle.closePath();
		return triangle;
	}

	private static LegendItemCollection legend(final List<Criterion> criteria, final int suggested,
		final String by)
	{
		final LegendItemCollection legend = new LegendItemCollection();
		for (int i = 0; i < criteria.size(); i++) {
			final LegendItem item = Style.mark(criteria.get(i).name, shape(i), COLOURS.get(i));
			legend.add(item);
		}
		legend.add(Style.point(suggested + " suggested by " + by, Style.RING, Palette.VERMILLION, false));
		return legend;
	}
}
