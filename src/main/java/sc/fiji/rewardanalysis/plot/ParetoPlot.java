package sc.fiji.rewardanalysis.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.AtomicFile;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Objective;
import sc.fiji.rewardanalysis.core.optimize.Study;

/**
 * The evaluations of a study with two objectives, their Pareto front, and the
 * picked solution.
 */
public final class ParetoPlot {

	/** Series of the chart: the index is also the drawing order, front to back. */
	private static final int PICKED = 0, FRONT = 1, DOMINATED = 2, INFEASIBLE = 3;

	/** Room around the points, as a fraction of the axis. */
	private static final double ROOM = 0.06;

	/** Of files, px. */
	private static final Dimension SIZE = new Dimension(900, 640);

	private ParetoPlot() {}

	/**
	 * @param study its two objectives are the axes
	 * @param picked the solution to mark; null for none
	 * @param subtitle a line on what is shown, such as what was expected
	 */
	public static JFreeChart chart(final Study study, final Evaluation picked,
		final String subtitle)
	{
		final XYSeriesCollection points = new XYSeriesCollection();
		points.addSeries(series("Picked", picked == null ? List.of() : List.of(picked)));
		final List<Evaluation> front = study.front();
		points.addSeries(series("Pareto front", front));
		points.addSeries(series("Dominated", study.evaluations().stream().filter(e -> e.feasible() &&
			!front.contains(e)).toList()));
		points.addSeries(series("Fewer than 5 atoms", study.evaluations().stream().filter(e -> !e
			.feasible()).toList()));
		final Objective x = study.objectives().get(0), y = study.objectives().get(1);
		final JFreeChart chart = ChartFactory.createScatterPlot(null, Labels.of(x), Labels.of(y), points,
			PlotOrientation.VERTICAL, true, true, false);
		style(chart, subtitle + String.format(Locale.ROOT,
			"\n%d evaluations, %d solutions on the front; hypervolume %.4f of the box up to (%.3g, %.3g)%s",
			study.evaluations().size(), front.size(), study.hypervolume() / box(study.reference()), study
				.reference()[0], study.reference()[1], beyond(study)));
		final XYPlot plot = chart.getXYPlot();
		plot.setDataset(1, new XYSeriesCollection(staircase(study)));
		plot.setRenderer(1, stairs());
		range(plot, study);
		return chart;
	}

	/** The area between (0, 0), which no reward can beat, and the reference. */
	private static double box(final double[] reference) {
		return reference[0] * reference[1];
	}

	/**
	 * Writes a chart as {@code pareto.png} and, where Batik is there, {@code pareto.svg}, each
	 * whole or not at all.
	 *
	 * @param chart made on another thread
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static void write(final Path folder, final Supplier<JFreeChart> chart,
		final Progress progress)
	{
		AtomicFile.delete(folder.resolve("pareto.svg"));
		Pictures.write(folder.resolve("pareto.png"), () -> image(chart.get(), SIZE.width, SIZE.height),
			progress);
		if (Pictures.areVectorsPossible()) Pictures.bytes(folder.resolve("pareto.svg"), () -> Svg.of(chart
			.get(), SIZE).getBytes(StandardCharsets.UTF_8), progress);
	}

	/** The chart as an image. */
	public static BufferedImage image(final JFreeChart chart, final int width, final int height) {
		return chart.createBufferedImage(width, height);
	}

	private static XYSeries series(final String name, final List<Evaluation> evaluations) {
		final XYSeries series = new XYSeries(name, false, true);
		for (final Evaluation e : evaluations)
			if (Arrays.stream(e.objectives()).allMatch(Double::isFinite)) series.add(e.objectives()[0], e
				.objectives()[1]);
		return series;
	}

	/** The border of what the front dominates, out to the reference. */
	private static XYSeries staircase(final Study study) {
		final XYSeries stairs = new XYSeries("Front line", false, true);
		final double[] reference = study.reference();
		double last = reference[1];
		for (final Evaluation e : study.front()) {
			final double[] o = e.objectives();
			if (stairs.isEmpty()) stairs.add(o[0], last);
			stairs.add(o[0], o[1]);
			last = o[1];
		}
		if (!stairs.isEmpty()) stairs.add(reference[0], last);
		return stairs;
	}

	private static XYStepRenderer stairs() {
		final XYStepRenderer renderer = new XYStepRenderer();
		renderer.setSeriesPaint(0, Palette.BLUE);
		renderer.setSeriesStroke(0, new BasicStroke(1.6f));
		renderer.setSeriesVisibleInLegend(0, false);
		return renderer;
	}

	/** From just below 0 to where most evaluations lie: a few wild ones shall not rule the scale. */
	private static void range(final XYPlot plot, final Study study) {
		for (int axis = 0; axis < 2; axis++) {
			final double high = ObjectiveRange.of(study, axis).high();
			final var range = (NumberAxis) (axis == 0 ? plot.getDomainAxis() : plot.getRangeAxis());
			range.setRange(-ROOM * high, (1 + ROOM) * high);
		}
	}

	/** How much of the study the axes can't show. */
	private static String beyond(final Study study) {
		final double x = ObjectiveRange.of(study, 0).high(), y = ObjectiveRange.of(study, 1).high();
		final long n = study.evaluations().stream().filter(Evaluation::feasible).filter(e -> e
			.objectives()[0] > (1 + ROOM) * x || e.objectives()[1] > (1 + ROOM) * y).count();
		return n == 0 ? "" : "; " + n + " beyond the axes";
	}

	private static void style(final JFreeChart chart, final String subtitle) {
		chart.setBackgroundPaint(Color.WHITE);
		chart.setAntiAlias(true);
		// For half of the last tick's label.
		chart.setPadding(new RectangleInsets(2, 2, 2, 14));
		final Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
		chart.addSubtitle(new TextTitle(subtitle, font));
		chart.getLegend().setItemFont(font);
		final XYPlot plot = chart.getXYPlot();
		plot.setBackgroundPaint(Color.WHITE);
		plot.setDomainGridlinePaint(Palette.GRID);
		plot.setRangeGridlinePaint(Palette.GRID);
		plot.setOutlineVisible(false);
		for (final var axis : List.of((NumberAxis) plot.getDomainAxis(), (NumberAxis) plot
			.getRangeAxis()))
		{
			axis.setLabelFont(font);
			axis.setTickLabelFont(font);
			axis.setLabelPaint(Palette.INK);
			axis.setStandardTickUnits(Style.plain(axis.getStandardTickUnits()));
		}
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
		shape(renderer, PICKED, 15, Palette.VERMILLION, false);
		shape(renderer, FRONT, 8, Palette.BLUE, true);
		shape(renderer, DOMINATED, 6, Palette.GREY, true);
		shape(renderer, INFEASIBLE, 6, Palette.GREY, false);
		renderer.setDefaultToolTipGenerator((data, series, item) -> String.format(Locale.ROOT,
			"%.4f, %.4f", data.getXValue(series, item), data.getYValue(series, item)));
		plot.setRenderer(0, renderer);
	}

	private static void shape(final XYLineAndShapeRenderer renderer, final int series,
		final double size, final Color colour, final boolean filled)
	{
		final Shape circle = new Ellipse2D.Double(-size / 2, -size / 2, size, size);
		renderer.setSeriesShape(series, circle);
		renderer.setSeriesPaint(series, colour);
		renderer.setSeriesShapesFilled(series, filled);
		renderer.setSeriesOutlineStroke(series, new BasicStroke(filled ? 1f : 2.5f));
		renderer.setSeriesStroke(series, new BasicStroke(filled ? 1f : 2.5f));
		renderer.setDrawOutlines(true);
	}
}
