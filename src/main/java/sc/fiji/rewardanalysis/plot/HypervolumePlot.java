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
import java.awt.Font;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.RandomEngine;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.WarmStart;

/** How the hypervolume grew from evaluation to evaluation, and who proposed them. */
public final class HypervolumePlot {

	/** Series of dots; those without any are left out. */
	private static final String PICKED = "Picked", SEARCH = "Search", DESIGN = "Initial design",
			USER = "Given by the user", WARM =
				"From earlier studies", INFEASIBLE = "Infeasible";

	private static final Set<String> DESIGNS = Set.of(SobolEngine.ORIGIN, RandomEngine.ORIGIN);

	private static final Set<String> GIVEN = Set.of(Study.USER, WarmStart.ORIGIN);

	/** Beyond this part of the box an axis is logarithmic in what is missing. */
	private static final double NEAR = 0.9;

	private HypervolumePlot() {}

	/**
	 * @param picked the solution to mark; null for none
	 * @param best the hypervolume of the best front that is known, in the objectives'
	 *          units; NaN if only the study's is
	 * @param stop why the search ended, a sentence; empty if nobody says
	 */
	public static JFreeChart chart(final Study study, final Evaluation picked,
		final double best, final String stop)
	{
		final double box = box(study.reference());
		final boolean part = box > 0;
		final double unit = part ? box : 1;
		final double[] trace = study.hypervolumeTrace();
		final NumberAxis x = Style.axis("evaluation", 0.5, Math.max(1.5, trace.length + 0.5));
		x.setStandardTickUnits(Style.plain(NumberAxis.createIntegerTickUnits()));
		final XYPlot plot = Style.plot(x, axis(part ? "hypervolume, part of the box up to " + point(study
			.reference()) : "hypervolume up to " + point(study.reference()), trace, best, unit, part));
		plot.setDataset(0, dots(study, picked, trace, unit));
		plot.setRenderer(0, renderer((XYSeriesCollection) plot.getDataset(0)));
		plot.setDataset(1, line(trace, unit));
		plot.setRenderer(1, steps());
		final int design = design(study.evaluations());
		if (design > 0 && design < trace.length) plot.addDomainMarker(mark(design + 0.5,
			"initial design ends", false));
		if (best > 0) plot.addRangeMarker(mark(best / unit, "with the exact front", true));
		return Style.chart("How the hypervolume of the front grew", plot, Style.extent(study) + (trace.length ==
			0 ? "" : String.format(Locale.ROOT, "; %.4f in the end", study.hypervolume() / unit)) + (best > 0
				? String.format(Locale.ROOT, ", %.4f with the exact front", best / unit) : "") + (stop.isEmpty() ? "" : "\n" + stop), true);
	}

	/** The volume between no error at all and the reference; 0 if there is none. */
	private static double box(final double[] reference) {
		double box = 1;
		for (final double r : reference)
			box *= Math.max(0, r);
		return box;
	}

	private static String point(final double[] reference) {
		return "(" + String.join(", ", IntStream.range(0, reference.length).mapToObj(i -> String.format(
			Locale.ROOT, "%.3g", reference[i]).replaceAll("\\.?0+$", "")).toList()) + ")";
	}

	/** Of parts that come near to the whole box it shows what is missing. */
	private static NumberAxis axis(final String label, final double[] trace, final double best,
		final double unit, final boolean part)
	{
		final double[] shown = DoubleStream.concat(Arrays.stream(trace), DoubleStream.of(best)).filter(
			v -> v > 0).map(v -> v / unit).toArray();
		if (part && Arrays.stream(shown).anyMatch(v -> v > NEAR)) return new NinesAxis(label, shown);
		final double[] range = range(trace, best, unit);
		return Style.axis(label, range[0], range[1]);
	}

	/** From the first front on: what is before is 0 and would press the rest flat. */
	private static double[] range(final double[] trace, final double best, final double unit) {
		double low = Double.POSITIVE_INFINITY, high = best > 0 ? best : 0;
		for (final double v : trace) {
			if (v > 0) low = Math.min(low, v);
			high = Math.max(high, v);
		}
		if (!(high > 0)) return new double[] { -0.05, 1 };
		// A search that found nothing, beside the exact front.
		if (low > high) low = 0;
		// A hypervolume that never changes is a line in the middle, not noise of its last digits.
		final double room = Math.max(0.08 * (high - low), high - low < 1e-3 * high ? 0.05 * high : 0);
		return new double[] { (low - room) / unit, (high + room) / unit };
	}

	/** How many evaluations come before the first that learns; 0 if none of them is a design's. */
	private static int design(final List<Evaluation> evaluations) {
		int n = 0, designed = 0;
		for (; n < evaluations.size(); n++) {
			final String origin = evaluations.get(n).origin();
			if (DESIGNS.contains(origin)) designed++;
			else if (!GIVEN.contains(origin)) break;
		}
		return designed == 0 ? 0 : n;
	}

	private static String kind(final Evaluation e, final boolean isDesigned) {
		if (!e.feasible()) return INFEASIBLE;
		if (e.origin().equals(Study.USER)) return USER;
		if (e.origin().equals(WarmStart.ORIGIN)) return WARM;
		return isDesigned && DESIGNS.contains(e.origin()) ? DESIGN : SEARCH;
	}

	private static XYSeriesCollection dots(final Study study, final Evaluation picked,
		final double[] trace, final double unit)
	{
		// In the order of drawing, front to back.
		final Map<String, XYSeries> series = new LinkedHashMap<>();
		for (final String name : List.of(PICKED, SEARCH, DESIGN, USER, WARM, INFEASIBLE))
			series.put(name, new XYSeries(name));
		final List<Evaluation> evaluations = study.evaluations();
		// A search may consist of nothing else.
		final boolean isDesigned = evaluations.stream().map(Evaluation::origin).anyMatch(o -> !DESIGNS
			.contains(o) && !GIVEN.contains(o));
		for (int i = 0; i < trace.length; i++) {
			final Evaluation e = evaluations.get(i);
			series.get(kind(e, isDesigned)).add(i + 1, trace[i] / unit);
			if (picked != null && e.id() == picked.id()) series.get(PICKED).add(i + 1, trace[i] / unit);
		}
		final XYSeriesCollection dots = new XYSeriesCollection();
		for (final XYSeries s : series.values())
			if (!s.isEmpty()) dots.addSeries(s);
		return dots;
	}

	private static XYLineAndShapeRenderer renderer(final XYSeriesCollection dots) {
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
		for (int i = 0; i < dots.getSeriesCount(); i++)
			switch ((String) dots.getSeriesKey(i)) {
				case PICKED -> Style.points(renderer, i, Style.RING, Palette.VERMILLION, false);
				case DESIGN -> Style.points(renderer, i, Style.DOT, Palette.GREY, true);
				case USER -> Style.points(renderer, i, Style.DOT, Palette.GREEN, true);
				case WARM -> Style.points(renderer, i, Style.DOT, Palette.PURPLE, true);
				case INFEASIBLE -> Style.points(renderer, i, Style.DOT, Palette.GREY, false);
				default -> Style.points(renderer, i, Style.DOT, Palette.BLUE, true);
			}
		return renderer;
	}

	private static XYSeriesCollection line(final double[] trace, final double unit) {
		final XYSeries line = new XYSeries("Hypervolume");
		for (int i = 0; i < trace.length; i++)
			line.add(i + 1, trace[i] / unit);
		return new XYSeriesCollection(line);
	}

	private static XYStepRenderer steps() {
		final XYStepRenderer steps = new XYStepRenderer();
		steps.setSeriesPaint(0, Palette.INK);
		steps.setSeriesStroke(0, new BasicStroke(1.4f));
		steps.setSeriesVisibleInLegend(0, false);
		return steps;
	}

	private static ValueMarker mark(final double value, final String text, final boolean level) {
		final ValueMarker marker = new ValueMarker(value, Palette.INK, new BasicStroke(1.2f,
			BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 0, new float[] { 5, 4 }, 0));
		marker.setLabel(text);
		marker.setLabelFont(Style.FONT.deriveFont(Font.ITALIC));
		marker.setLabelPaint(Palette.INK);
		marker.setLabelBackgroundColor(new Color(255, 255, 255, 0));
		marker.setLabelOffset(new RectangleInsets(3, 6, 3, 6));
		// Above the line, for below it are the dots.
		marker.setLabelAnchor(level ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.BOTTOM_RIGHT);
		marker.setLabelTextAnchor(level ? TextAnchor.BOTTOM_RIGHT : TextAnchor.BOTTOM_LEFT);
		return marker;
	}
}
