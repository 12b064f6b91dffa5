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
import java.awt.geom.Line2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseMethod;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseMetric;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseResult;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseRun;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseUnit;
import sc.fiji.rewardanalysis.core.workflow.noise.OptimizedLog;
import sc.fiji.rewardanalysis.core.workflow.noise.Quartiles;

/**
 * What methods find over the noise levels: medians as lines, quartiles as bands. Noise grows to
 * the right, doses on a logarithmic axis.
 */
public final class NoisePlot {

	/** At which charts are readable, px. */
	public static final Dimension SIZE = new Dimension(820, 560);

	/** Of curves in their order; after that they begin anew with other marks. */
	private static final List<Color> COLOURS = List.of(Palette.BLUE, Palette.VERMILLION,
		Palette.GREEN, Palette.PURPLE, Palette.GREY, Palette.SKY);

	private static final Color POSSIBLE = new Color(0x70F0E442, true);

	private static final float BAND = 0.18f;

	/** Part of the levels' range that stays free at its ends. */
	private static final double ROOM = 0.05;

	/** Counts up to so many times of what is expected are shown, errors up to this. */
	private static final double TALL = 2.2, WORST = 1.3;

	private static final BasicStroke DASHED = new BasicStroke(1.4f, BasicStroke.CAP_BUTT,
		BasicStroke.JOIN_MITER, 1, new float[] { 5, 4 }, 0);

	/** What there is to see. */
	public enum Kind {
			/** Atoms, with the band of possible counts. */
			COUNT("Count", NoiseMetric.COUNT),
			/** Count error. */
			QC("QC", NoiseMetric.QC),
			/** Spacing error. */
			ER("ER", NoiseMetric.ER),
			/** Agreement of positions. */
			F1("F1", NoiseMetric.F1),
			/** Distance of the pairs. */
			RMSD("Distance", NoiseMetric.RMSD),
			/** What LoG* picks. */
			PARAMETERS("Parameters", null);

		private final String title;
		private final NoiseMetric metric;

		Kind(final String title, final NoiseMetric metric) {
			this.title = title;
			this.metric = metric;
		}

		/** Of a tab. */
		public String title() {
			return title;
		}

		/** Of a file, without an ending. */
		public String file() {
			return "noise_" + name().toLowerCase(Locale.ROOT);
		}
	}

	/** A line with its band. */
	private record Curve(String name, List<Double> x, List<Quartiles> y) {

		double highest() {
			return y.stream().mapToDouble(Quartiles::upper).filter(Double::isFinite).max().orElse(0);
		}
	}

	private NoisePlot() {}

	/** The kinds that a result has something for. */
	public static List<Kind> kinds(final NoiseResult result) {
		final boolean searched = result.levels(OptimizedLog.NAME).length > 0;
		return List.of(Kind.values()).stream().filter(k -> k != Kind.PARAMETERS || searched).toList();
	}

	/** The chart of a kind. */
	public static JFreeChart chart(final NoiseResult result, final Kind kind) {
		return kind == Kind.PARAMETERS ? parameters(result) : metric(result, kind);
	}

	/**
	 * Writes each chart as PNG and as SVG.
	 *
	 * @return why there are no SVGs though there should be; else empty
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static String write(final Path folder, final NoiseResult result,
		final Progress progress)
	{
		AtomicFile.delete(folder, "noise_*.{png,svg}");
		String left = "";
		final List<Kind> kinds = kinds(result);
		for (int i = 0; i < kinds.size(); i++) {
			final Kind kind = kinds.get(i);
			left = Charts.write(folder, kind.file(), () -> chart(result, kind), SIZE, true, progress.part(
				(double) i / kinds.size(), (i + 1.0) / kinds.size()));
		}
		return left;
	}

	private static JFreeChart metric(final NoiseResult result, final Kind kind) {
		final List<Curve> curves = new ArrayList<>();
		for (final NoiseMethod method : result.settings().methods())
			curves.add(curve(result, method.name(), kind.metric::of));
		final double top = top(result, kind, curves);
		final String label = kind == Kind.F1 && !result.truth().isGiven()
			? "F1: agreement with the noise-free result" : kind.metric.label();
		final XYPlot plot = plot(result, Style.axis(label, 0, top), curves);
		final LegendItemCollection legend = new LegendItemCollection();
		for (int i = 0; i < curves.size(); i++)
			legend.add(item(curves.get(i).name, i));
		if (kind == Kind.COUNT) {
			plot.addRangeMarker(new IntervalMarker(result.physics().low() - 0.5, result.physics().high() +
				0.5, POSSIBLE), Layer.BACKGROUND);
			legend.add(Style.area("possible for the crystal", POSSIBLE));
		}
		plot.setFixedLegendItems(legend);
		return Style.chart(heading(kind, result.truth().isGiven()), plot, subtitle(result, curves, top),
			true);
	}

	/** @param given whether there is a truth, or else the noise-free result */
	private static String heading(final Kind kind, final boolean given) {
		return switch (kind) {
			case COUNT -> "Atoms found, over the noise";
			case QC -> "Count error, over the noise";
			case ER -> "Spacing error, over the noise";
			case F1 -> given ? "True positions found, over the noise"
				: "Agreement of positions with the noise-free result, over the noise";
			case RMSD -> "Distance of found and " + (given ? "true" : "noise-free") +
				" positions, over the noise";
			case PARAMETERS -> "What LoG* picks, over the noise";
		};
	}

	private static double top(final NoiseResult result, final Kind kind, final List<Curve> curves) {
		final double highest = curves.stream().mapToDouble(Curve::highest).max().orElse(0);
		return switch (kind) {
			case COUNT -> TALL * result.physics().high();
			case F1 -> 1.02;
			case QC, ER -> Math.max(0.1, Math.min(WORST, 1.08 * highest));
			case RMSD, PARAMETERS -> highest > 0 ? 1.08 * highest : 1;
		};
	}

	private static Curve curve(final NoiseResult result, final String method,
		final ToDoubleFunction<NoiseRun> value)
	{
		final List<Double> x = new ArrayList<>();
		final List<Quartiles> y = new ArrayList<>();
		for (final int level : result.levels(method)) {
			final Quartiles quartiles = result.quartiles(level, method, value);
			if (quartiles.n() == 0) continue;
			x.add(result.settings().levels().values()[level]);
			y.add(quartiles);
		}
		return new Curve(method, x, y);
	}

	private static XYPlot plot(final NoiseResult result, final NumberAxis values,
		final List<Curve> curves)
	{
		final Optional<Parameter> doses = doses(result);
		final XYPlot plot = Style.plot(levels(result, doses), values);
		final YIntervalSeriesCollection data = new YIntervalSeriesCollection();
		final DeviationRenderer renderer = new DeviationRenderer(true, true);
		renderer.setAlpha(BAND);
		for (int i = 0; i < curves.size(); i++) {
			final Curve curve = curves.get(i);
			final YIntervalSeries series = new YIntervalSeries(curve.name);
			for (int k = 0; k < curve.x.size(); k++) {
				final double level = curve.x.get(k);
				final Quartiles q = curve.y.get(k);
				series.add(doses.map(d -> d.toUnit(level)).orElse(level), q.median(), q.lower(), q.upper());
			}
			data.addSeries(series);
			final Color colour = COLOURS.get(i % COLOURS.size());
			renderer.setSeriesPaint(i, colour);
			renderer.setSeriesFillPaint(i, colour);
			renderer.setSeriesStroke(i, new BasicStroke(2f));
			renderer.setSeriesShape(i, Style.mark(i));
		}
		plot.setDataset(data);
		plot.setRenderer(renderer);
		return plot;
	}

	/** A logarithmic axis of doses; empty for linear levels. */
	private static Optional<Parameter> doses(final NoiseResult result) {
		final double[] values = result.settings().levels().values();
		if (!result.settings().levels().unit().isDose() || values.length < 2) return Optional.empty();
		// Room for the labels at the ends.
		final double lowest = values[values.length - 1], room = Math.pow(values[0] / lowest, ROOM);
		return Optional.of(Parameter.of("dose", "", lowest / room, values[0] * room, true));
	}

	private static NumberAxis levels(final NoiseResult result, final Optional<Parameter> doses) {
		final NoiseUnit unit = result.settings().levels().unit();
		final double[] values = result.settings().levels().values();
		final NumberAxis axis;
		if (doses.isPresent()) {
			axis = new UnitAxis(doses.get());
			axis.setInverted(true);
		}
		else {
			final double high = Math.max(values[values.length - 1], Double.MIN_NORMAL);
			axis = Style.axis("", 0, high);
			axis.setRange(-0.4 * ROOM * high, (1 + 0.4 * ROOM) * high);
		}
		axis.setLabel(unit.label());
		return axis;
	}

	private static LegendItem item(final String name, final int i) {
		final Color colour = COLOURS.get(i % COLOURS.size());
		return new LegendItem(name, null, null, null, true, Style.mark(i), true, colour, false, colour,
			new BasicStroke(1), true, new Line2D.Double(-11, 0, 11, 0), new BasicStroke(2f), colour);
	}

	private static String subtitle(final NoiseResult result, final List<Curve> curves,
		final double top)
	{
		final StringBuilder text = new StringBuilder(repeats(result));
		final List<String> beyond = curves.stream().filter(c -> c.highest() > top).map(c -> String.format(
			Locale.ROOT, "%s (up to %s)", c.name, Ticks.text(c.highest(), top / 100))).toList();
		if (!beyond.isEmpty()) text.append("\nbeyond the axis: ").append(String.join(", ", beyond));
		return text.toString();
	}

	private static String repeats(final NoiseResult result) {
		final int n = result.settings().repeats();
		return (n == 1 ? "one image a level" : "medians and quartiles of " + Words.count(n, "image") +
			" a level") + ", " + result.settings().finding().lattice().name() + (result.isComplete() ? ""
				: "; not complete: " + result.extent().replaceFirst("\\.$", ""));
	}

	/** A cell a parameter, with the value that is picked without noise as a dashed line. */
	private static JFreeChart parameters(final NoiseResult result) {
		final List<JFreeChart> cells = new ArrayList<>();
		final double[] kept = { result.optimum().minSigma(), result.optimum().maxSigma(), result.optimum()
			.threshold(), result.optimum().overlap() };
		final String[] names = { "min_sigma_px", "max_sigma_px", "threshold", "overlap" }, labels = {
			"Smallest sigma (px)", "Largest sigma (px)", "Threshold", "Overlap" };
		IntStream.range(0, names.length).forEach(i -> cells.add(Style.cell(parameter(result, names[i],
			labels[i], kept[i]))));
		final LegendItemCollection legend = new LegendItemCollection();
		legend.add(item("LoG*, optimised at each level", 0));
		legend.add(Style.line("its optimum without added noise", Palette.VERMILLION, DASHED));
		return Style.chart(heading(Kind.PARAMETERS, true), new GridPlot(cells, 2, 0, 0, legend), repeats(
			result) + "; search: " + result.settings().search().engine().name().toLowerCase(Locale.ROOT),
			true);
	}

	private static XYPlot parameter(final NoiseResult result, final String name, final String label,
		final double kept)
	{
		final Curve curve = curve(result, OptimizedLog.NAME, r -> r.parameters().getOrDefault(name,
			Double.NaN));
		final double low = Math.min(kept, curve.y.stream().mapToDouble(Quartiles::lower).min().orElse(
			kept)), high = Math.max(kept, curve.highest());
		final boolean log = name.equals("threshold") && low > 0;
		final Parameter places = log ? Parameter.of(label, "", low / 1.5, high * 1.5, true) : null;
		final NumberAxis axis;
		if (log) {
			axis = new UnitAxis(places);
			axis.setLabel(label);
		}
		else axis = name.equals("overlap") ? Style.axis(label, 0, 1) : Style.axis(label, 0, 1.1 * high);
		final Curve placed = log ? new Curve(curve.name, curve.x, curve.y.stream().map(q -> new Quartiles(q
			.n(), places.toUnit(q.lower()), places.toUnit(q.median()), places.toUnit(q.upper()))).toList())
			: curve;
		final XYPlot plot = plot(result, axis, List.of(placed));
		plot.getDomainAxis().setLabelFont(Style.SMALL);
		plot.addRangeMarker(new ValueMarker(log ? places.toUnit(kept) : kept, Palette.VERMILLION, DASHED),
			Layer.BACKGROUND);
		return plot;
	}
}
