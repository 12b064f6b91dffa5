/*-
 * #%L
 * Reward Analysis
 * %%
 * Copyright (C) 2026 Reward Analysis developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package sc.fiji.rewardanalysis.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Paint;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.Study;

/**
 * The evaluations of a study, their Pareto front, the solutions that rules would pick, and the
 * one that is picked. The first two objectives are the {@linkplain ParetoAxes axes}. Of two there are, the area that
 * the front dominates is shown, too; of more, the third one is the colour of the front.
 */
public final class ParetoPlot {

	/** Series of the points: the index is also the drawing order, front to back. */
	private static final int PICKED = 0, FRONT = 1, DOMINATED = 2, INFEASIBLE = 3;

	/** Diameter, px. */
	private static final double ON_FRONT = 8;

	private static final Color DOMINATED_AREA = new Color(Palette.SKY.getRed(), Palette.SKY
		.getGreen(), Palette.SKY.getBlue(), 38);

	/** Of files, px. */
	private static final Dimension SIZE = new Dimension(900, 640);

	private ParetoPlot() {}

	/** Without the solutions that rules would pick. */
	public static JFreeChart chart(final Study study, final Evaluation picked,
		final String subtitle)
	{
		return chart(study, picked, Map.of(), subtitle);
	}

	/**
	 * @param study of one objective or more
	 * @param picked the solution to mark; null for none
	 * @param picks what rules would pick
	 * @param subtitle a line on what is shown, such as what was expected
	 */
	public static JFreeChart chart(final Study study, final Evaluation picked,
		final Map<Pick, Evaluation> picks, final String subtitle)
	{
		final XYPlot plot = Style.plot(ParetoAxes.of(study, 0), ParetoAxes.of(study, 1));
		plot.setDataset(0, points(study, picked));
		final Viridis colours = isFlat(study) ? null : colours(study);
		plot.setRenderer(0, dots(study, colours));
		if (colours == null) plot.setDataset(1, new XYSeriesCollection(staircase(study)));
		if (colours == null) plot.setRenderer(1, stairs(study));
		// Of a single objective all rules pick the same.
		final Map<Pick, Evaluation> shown = ParetoAxes.isSingle(study) ? Map.of() : picks;
		plot.setDataset(2, PickMarks.points(study, shown));
		plot.setRenderer(2, PickMarks.renderer());
		plot.setFixedLegendItems(legend(study, shown));
		plot.setDomainPannable(true);
		plot.setRangePannable(true);
		final JFreeChart chart = Style.untitled(plot, text(study, subtitle));
		if (colours != null) {
			final PaintScaleLegend bar = Style.bar(colours, Labels.of(study.objectives().get(2)));
			bar.setMargin(12, 8, 50, 4);
			chart.addSubtitle(bar);
		}
		return chart;
	}

	private static boolean isFlat(final Study study) {
		return study.objectives().size() < 3;
	}

	/** Of the third objective, over the front. */
	private static Viridis colours(final Study study) {
		final DoubleSummaryStatistics third = study.front().stream().mapToDouble(e -> e.objectives()[2])
			.summaryStatistics();
		return third.getCount() == 0 ? new Viridis(0, study.reference()[2]) : new Viridis(third.getMin(),
			third.getMax());
	}

	/** Replaces a chart's line on what is shown. */
	public static void describe(final JFreeChart chart, final Study study, final String subtitle) {
		chart.getSubtitles().stream().filter(TextTitle.class::isInstance).map(TextTitle.class::cast)
			.findFirst().ifPresent(title -> title.setText(text(study, subtitle)));
	}

	/** Shows what {@link #chart} shows at first, after zooming. */
	public static void reset(final JFreeChart chart, final Study study) {
		ParetoAxes.range((NumberAxis) chart.getXYPlot().getDomainAxis(), study, 0);
		ParetoAxes.range((NumberAxis) chart.getXYPlot().getRangeAxis(), study, 1);
	}

	/**
	 * Writes a chart as {@code pareto.png} and, where Batik is there, {@code pareto.svg}, each
	 * whole or not at all.
	 *
	 * @param chart made on another thread
	 * @return why the latter was left out; empty if it wasn't
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static String write(final Path folder, final Supplier<JFreeChart> chart,
		final Progress progress)
	{
		AtomicFile.delete(folder.resolve("pareto.svg"));
		Pictures.write(folder.resolve("pareto.png"), () -> image(chart.get(), SIZE.width, SIZE.height),
			progress);
		return Pictures.writeVectors(folder.resolve("pareto.svg"), () -> Svg.of(chart.get(), SIZE), progress);
	}

	/** The chart as an image. */
	public static BufferedImage image(final JFreeChart chart, final int width, final int height) {
		return chart.createBufferedImage(width, height);
	}

	private static String text(final Study study, final String subtitle) {
		final double[] reference = study.reference();
		if (ParetoAxes.isSingle(study)) return subtitle + String.format(Locale.ROOT, "\n%d evaluation%s%s",
			study.evaluations().size(), plural(study.evaluations().size()), beyond(study));
		return subtitle + String.format(Locale.ROOT,
			"\n%d evaluation%s, %d solution%s on the front; hypervolume %s up to (%s)%s", study.evaluations()
				.size(), plural(study.evaluations().size()), study.front().size(), plural(study.front().size()),
			volume(study, reference), inWords(reference), beyond(study));
	}

	/** A part of the box above 0; what has values below is in no box. */
	private static String volume(final Study study, final double[] reference) {
		final boolean below = study.front().stream().anyMatch(e -> Arrays.stream(e.objectives()).anyMatch(
			v -> v < 0)) || Arrays.stream(reference).anyMatch(r -> r <= 0);
		return below ? String.format(Locale.ROOT, "%.4g", study.hypervolume()) : String.format(Locale.ROOT,
			"%.4f of the box", study.hypervolume() / box(reference));
	}

	private static String plural(final int n) {
		return n == 1 ? "" : "s";
	}

	/** The volume between 0, which no reward can beat, and the reference. */
	private static double box(final double[] reference) {
		return Arrays.stream(reference).reduce(1, (a, b) -> a * b);
	}

	static String inWords(final double[] point) {
		return Arrays.stream(point).mapToObj(v -> String.format(Locale.ROOT, "%.3g", v)).collect(
			Collectors.joining(", "));
	}

	private static XYSeriesCollection points(final Study study, final Evaluation picked) {
		final XYSeriesCollection points = new XYSeriesCollection();
		points.addSeries(series("Picked", picked == null ? List.of() : List.of(picked)));
		final List<Evaluation> front = study.front();
		points.addSeries(series("Pareto front", front));
		points.addSeries(series("Dominated", study.evaluations().stream().filter(e -> e.feasible() &&
			!front.contains(e)).toList()));
		points.addSeries(series("Not feasible", study.evaluations().stream().filter(e -> !e
			.feasible()).toList()));
		return points;
	}

	/** Of those whose objectives are numbers. */
	static XYSeries series(final String name, final List<Evaluation> evaluations) {
		final XYSeries series = new XYSeries(name, false, true);
		for (final Evaluation e : evaluations)
			if (Arrays.stream(e.objectives()).allMatch(Double::isFinite)) series.add(ParetoAxes.x(e), ParetoAxes
				.y(e));
		return series;
	}

	/** @param colours of the front by the third objective; null for one colour */
	private static XYLineAndShapeRenderer dots(final Study study, final Viridis colours) {
		final List<Paint> front = colours == null ? List.of() : study.front().stream().map(e -> colours
			.getPaint(e.objectives()[2])).toList();
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true) {

			private static final long serialVersionUID = 1L;

			@Override
			public Paint getItemPaint(final int row, final int column) {
				return row == FRONT && column < front.size() ? front.get(column) : super.getItemPaint(row,
					column);
			}
		};
		Style.points(renderer, PICKED, Style.RING, Palette.VERMILLION, false);
		Style.points(renderer, FRONT, ON_FRONT, Palette.BLUE, true);
		Style.points(renderer, DOMINATED, Style.DOT, Palette.GREY, true);
		Style.points(renderer, INFEASIBLE, Style.DOT, Palette.GREY, false);
		return renderer;
	}

	/** The border of what the front dominates, out to the reference. */
	private static XYSeries staircase(final Study study) {
		final XYSeries stairs = new XYSeries("Front line", false, true);
		if (ParetoAxes.isSingle(study)) return best(study, stairs);
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

	/** The best so far, evaluation by evaluation. */
	private static XYSeries best(final Study study, final XYSeries stairs) {
		double best = Double.POSITIVE_INFINITY;
		for (final Evaluation e : study.evaluations()) {
			if (e.feasible()) best = Math.min(best, e.objectives()[0]);
			if (Double.isFinite(best)) stairs.add(ParetoAxes.x(e), best);
		}
		return stairs;
	}

	private static XYStepRenderer stairs(final Study study) {
		final XYStepRenderer renderer = new XYStepRenderer();
		renderer.setSeriesPaint(0, Palette.BLUE);
		renderer.setSeriesStroke(0, new BasicStroke(2));
		final double[] area = dominated(study);
		if (area.length > 0) renderer.addAnnotation(new XYPolygonAnnotation(area, null, null,
			DOMINATED_AREA), Layer.BACKGROUND);
		return renderer;
	}

	/** The polygon between the front and the reference, x and y in turn; empty if there is none. */
	private static double[] dominated(final Study study) {
		final double[] reference = study.reference();
		if (ParetoAxes.isSingle(study)) return new double[0];
		final List<double[]> front = study.front().stream().map(Evaluation::objectives).filter(
			o -> o[0] < reference[0] && o[1] < reference[1]).toList();
		if (front.isEmpty()) return new double[0];
		final double[] polygon = new double[4 * front.size() + 4];
		int n = 0;
		double last = reference[1];
		for (final double[] o : front) {
			polygon[n++] = o[0];
			polygon[n++] = last;
			polygon[n++] = o[0];
			polygon[n++] = last = o[1];
		}
		polygon[n++] = reference[0];
		polygon[n++] = last;
		polygon[n++] = reference[0];
		polygon[n] = reference[1];
		return polygon;
	}

	private static LegendItemCollection legend(final Study study, final Map<Pick, Evaluation> picks) {
		final LegendItemCollection items = new LegendItemCollection();
		items.add(Style.point("Picked", Style.RING - 3, Palette.VERMILLION, false));
		items.add(isFlat(study) ? Style.point(ParetoAxes.isSingle(study) ? "Best" : "Pareto front", ON_FRONT, Palette.BLUE, true) : Style.point(
			"Pareto front, by " + Labels.name(study.objectives().get(2)), ON_FRONT, new Color(new Viridis(0, 1).rgb(
				0.5)), true));
		items.add(Style.point("Dominated", Style.DOT, Palette.GREY, true));
		if (study.evaluations().stream().anyMatch(e -> !e.feasible())) items.add(Style.point(
			"Not feasible", Style.DOT, Palette.GREY, false));
		PickMarks.legend(picks).forEach(items::add);
		if (ParetoAxes.isSingle(study)) return items;
		if (isFlat(study)) items.add(Style.area("Hypervolume", DOMINATED_AREA));
		items.add(PickMarks.reference(study));
		return items;
	}

	/** How much of the study the axes can't show. */
	private static String beyond(final Study study) {
		final double x = ParetoAxes.to(study, 0), y = ParetoAxes.to(study, 1);
		final long n = study.evaluations().stream().filter(Evaluation::feasible).filter(e -> ParetoAxes.x(
			e) > x || ParetoAxes.y(e) > y).count();
		return n == 0 ? "" : "; " + n + " beyond the axes";
	}
}
