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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.track.FrameLinks;
import sc.fiji.rewardanalysis.core.track.Trajectory;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesFrame;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesResult;

/** A time series as charts: what was found over the frames, how the specimen moved, and its columns. */
public final class SeriesPlots {

	/** At which charts are readable, px. */
	public static final Dimension SIZE = new Dimension(820, 560);

	/** All files of charts and pictures. */
	public static final String FILES = "series_*.{png,svg}";

	private static final Color POSSIBLE = new Color(0xE69F00);

	private static final float BAND = 0.25f;

	/** Colours of the columns' displacements. */
	private static final int STEPS = 25;

	/** So many of the columns have a colour of their own; the rest the brightest. */
	private static final double USUAL = 0.98;

	private static final double PM = 1000;

	/** What there is to see. */
	public enum Kind {
			/** What the search picks. */
			PARAMETERS("Parameters"),
			/** Atoms, with the band of possible counts. */
			COUNT("Count"),
			/** What the search minimises. */
			ERRORS("Errors"),
			/** Where the specimen went. */
			DRIFT("Drift"),
			/** How far columns are from their mean places. */
			DISPLACEMENT("Displacement");

		private final String title;

		Kind(final String title) {
			this.title = title;
		}

		/** Of a tab. */
		public String title() {
			return title;
		}

		/** Of a file, without an ending. */
		public String file() {
			return "series_" + name().toLowerCase(Locale.ROOT);
		}
	}

	private SeriesPlots() {}

	/** The chart of a kind. */
	public static JFreeChart chart(final SeriesResult result, final Kind kind) {
		return switch (kind) {
			case PARAMETERS -> parameters(result);
			case COUNT -> count(result);
			case ERRORS -> errors(result);
			case DRIFT -> drift(result);
			case DISPLACEMENT -> displacement(result);
		};
	}

	/**
	 * Writes each chart as PNG and as SVG.
	 *
	 * @return why there are no SVGs though there should be; else empty
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static String write(final Path folder, final SeriesResult result,
		final Progress progress)
	{
		AtomicFile.delete(folder, FILES);
		String left = "";
		final Kind[] kinds = Kind.values();
		for (int i = 0; i < kinds.length; i++) {
			final Kind kind = kinds[i];
			left = Charts.write(folder, kind.file(), () -> chart(result, kind), SIZE, true, progress.part(
				(double) i / kinds.length, (i + 1.0) / kinds.length));
		}
		return left;
	}

	private static NumberAxis frames(final SeriesResult result) {
		final int n = Math.max(2, result.frames().size());
		final NumberAxis axis = Style.axis("Frame", 1, n);
		axis.setRange(1 - 0.02 * n, n + 0.02 * n);
		axis.setStandardTickUnits(Style.plain(NumberAxis.createIntegerTickUnits()));
		axis.setAutoTickUnitSelection(true, false);
		return axis;
	}

	private static String subtitle(final SeriesResult result) {
		return result.settings().finding().lattice().name() + "; " + result.extent().replaceFirst("\\.$",
			"");
	}

	/** By frame from 1; frames without atoms interrupt the line. */
	private static XYSeries series(final SeriesResult result, final String figure) {
		final XYSeries series = new XYSeries(figure);
		for (final SeriesFrame f : result.frames())
			series.add(f.index() + 1, f.isDone() ? f.figures().getOrDefault(figure, Double.NaN)
				: Double.NaN);
		return series;
	}

	private static double highest(final XYSeries... all) {
		double highest = 0;
		for (final XYSeries series : all)
			for (int i = 0; i < series.getItemCount(); i++)
				highest = Math.max(highest, Double.isNaN(series.getY(i).doubleValue()) ? 0 : series.getY(i)
					.doubleValue());
		return highest;
	}

	private static XYPlot lines(final NumberAxis x, final NumberAxis y, final List<Color> colours,
		final XYSeries... all)
	{
		final XYPlot plot = Style.plot(x, y);
		final XYSeriesCollection data = new XYSeriesCollection();
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
		for (int i = 0; i < all.length; i++) {
			data.addSeries(all[i]);
			renderer.setSeriesPaint(i, colours.get(i));
			renderer.setSeriesStroke(i, new BasicStroke(1.6f));
			renderer.setSeriesShape(i, Style.circle(5));
		}
		plot.setDataset(data);
		plot.setRenderer(renderer);
		return plot;
	}

	private static JFreeChart parameters(final SeriesResult result) {
		final String[] names = { "min_sigma_px", "max_sigma_px", "threshold", "overlap" }, labels = {
			"Smallest sigma (px)", "Largest sigma (px)", "Threshold", "Overlap" };
		final List<JFreeChart> cells = IntStream.range(0, names.length).mapToObj(i -> {
			final XYSeries series = series(result, names[i]);
			final double top = highest(series);
			final XYPlot plot = lines(frames(result), Style.axis(labels[i], 0, top > 0 ? 1.1 * top : 1), List
				.of(Palette.BLUE), series);
			plot.getDomainAxis().setLabelFont(Style.SMALL);
			return Style.cell(plot);
		}).toList();
		final LegendItemCollection legend = new LegendItemCollection();
		legend.add(Style.mark("of the solution that is picked", Style.circle(6), Palette.BLUE));
		return Style.chart("What is picked, over the frames", new GridPlot(cells, 2, 0, 0, legend), subtitle(
			result), true);
	}

	private static JFreeChart count(final SeriesResult result) {
		final XYSeries found = series(result, "found"), most = series(result, "most");
		final XYPlot plot = lines(frames(result), Style.axis("Atoms in the counted area", 0, Math.max(1,
			1.15 * highest(found, most))), List.of(Palette.BLUE), found);
		final YIntervalSeries band = new YIntervalSeries("possible");
		for (final SeriesFrame f : result.frames())
			if (f.isDone()) band.add(f.index() + 1, f.figures().get("expected"), f.figures().get("fewest"), f
				.figures().get("most"));
		final YIntervalSeriesCollection data = new YIntervalSeriesCollection();
		data.addSeries(band);
		final DeviationRenderer renderer = new DeviationRenderer(true, false);
		renderer.setAlpha(BAND);
		renderer.setSeriesPaint(0, POSSIBLE);
		renderer.setSeriesFillPaint(0, POSSIBLE);
		plot.setDataset(1, data);
		plot.setRenderer(1, renderer);
		final LegendItemCollection legend = new LegendItemCollection();
		legend.add(Style.mark("found", Style.circle(6), Palette.BLUE));
		legend.add(Style.area("possible for the crystal", new Color(POSSIBLE.getRed(), POSSIBLE
			.getGreen(), POSSIBLE.getBlue(), (int) (255 * BAND))));
		plot.setFixedLegendItems(legend);
		return Style.chart("Atoms found, over the frames", plot, subtitle(result), true);
	}

	private static JFreeChart errors(final SeriesResult result) {
		final XYSeries qc = series(result, "QC"), er = series(result, "ER");
		final XYPlot plot = lines(frames(result), Style.axis("Error, as a part of the expected count", 0,
			Math.max(0.02, 1.1 * highest(qc, er))), List.of(Palette.BLUE, Palette.VERMILLION), qc, er);
		// Often both are 0.
		plot.getRenderer().setSeriesShape(0, Style.circle(9));
		final LegendItemCollection legend = new LegendItemCollection();
		legend.add(Style.mark("QC: count", Style.circle(9), Palette.BLUE));
		legend.add(Style.mark("ER: spacing", Style.circle(6), Palette.VERMILLION));
		plot.setFixedLegendItems(legend);
		return Style.chart("Errors, over the frames", plot, subtitle(result), true);
	}

	/** An axis around values, of a length. */
	private static NumberAxis around(final String label, final double[] values, final double length) {
		final double middle = 0.5 * (Arrays.stream(values).min().orElse(0) + Arrays.stream(values).max()
			.orElse(0));
		return Style.axis(label, middle - 0.5 * length, middle + 0.5 * length);
	}

	private static double extent(final double[] values) {
		return Arrays.stream(values).max().orElse(0) - Arrays.stream(values).min().orElse(0);
	}

	private static JFreeChart drift(final SeriesResult result) {
		final double nm = result.settings().finding().pixelSize();
		final List<FrameLinks> linked = result.trajectories().frames().stream().filter(
			FrameLinks::isLinked).toList();
		final double[] x = linked.stream().mapToDouble(f -> nm * f.totalX()).toArray(), y = linked
			.stream().mapToDouble(f -> nm * f.totalY()).toArray();
		final XYSeries path = new XYSeries("path", false, true), first = new XYSeries("first", false,
			true), ambiguous = new XYSeries("ambiguous", false, true);
		for (int i = 0; i < x.length; i++) {
			path.add(x[i], y[i]);
			if (i == 0) first.add(x[i], y[i]);
			if (result.frames().get(linked.get(i).frame()).drift().drift().isAmbiguous()) ambiguous.add(x[i],
				y[i]);
		}
		final double length = 1.15 * Math.max(0.01, Math.max(extent(x), extent(y)));
		final NumberAxis down = around("Drift down (nm)", y, length);
		down.setInverted(true);
		final XYPlot plot = lines(around("Drift to the right (nm)", x, 1.6 * length), down, List.of(
			Palette.VERMILLION, Palette.GREEN, Palette.BLUE), ambiguous, first, path);
		final XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) plot.getRenderer();
		renderer.setSeriesLinesVisible(0, false);
		renderer.setSeriesShape(0, Style.circle(9));
		renderer.setSeriesShape(1, Style.circle(11));
		final LegendItemCollection legend = new LegendItemCollection();
		legend.add(Style.mark("first frame", Style.circle(9), Palette.GREEN));
		legend.add(Style.mark("frames", Style.circle(6), Palette.BLUE));
		if (!ambiguous.isEmpty()) legend.add(Style.mark("known up to a translation of the lattice", Style
			.circle(8), Palette.VERMILLION));
		plot.setFixedLegendItems(legend);
		return Style.chart("Drift since the first frame", plot, Words.count(linked.size(),
			"linked frame") + "; as in the image, down is down", true);
	}

	/** The tracks of at least half the linked frames: of the others little is known. */
	private static JFreeChart displacement(final SeriesResult result) {
		final double nm = result.settings().finding().pixelSize();
		final long frames = result.trajectories().frames().stream().filter(FrameLinks::isLinked).count();
		final List<Trajectory> tracks = result.trajectories().tracks().stream().filter(t -> t.points()
			.size() >= 2 && 2L * t.points().size() >= frames).toList();
		final double[] rms = tracks.stream().mapToDouble(t -> PM * nm * t.rms()).toArray();
		final double[] sorted = rms.clone();
		Arrays.sort(sorted);
		final double top = sorted.length == 0 ? 1 : Math.max(1e-3, sorted[(int) (USUAL * (sorted.length -
			1))]);
		final Viridis colours = new Viridis(0, top);
		final List<XYSeries> bins = new ArrayList<>();
		for (int i = 0; i < STEPS; i++)
			bins.add(new XYSeries(i, false, true));
		for (int i = 0; i < rms.length; i++)
			bins.get(Math.min(STEPS - 1, (int) (STEPS * rms[i] / top))).add(nm * tracks.get(i).meanX(), nm *
				tracks.get(i).meanY());
		// Where the drift has taken the field of view.
		final double[] x = tracks.stream().mapToDouble(t -> nm * t.meanX()).toArray(), y = tracks
			.stream().mapToDouble(t -> nm * t.meanY()).toArray();
		final double side = 1.1 * Math.max(0.01, Math.max(extent(x), extent(y)));
		final NumberAxis down = around("y (nm)", y, side);
		down.setInverted(true);
		final XYPlot plot = lines(around("x (nm)", x, 1.5 * side), down, IntStream.range(0, STEPS)
			.mapToObj(i -> (Color) colours.getPaint(top * (i + 0.5) / STEPS)).toList(), bins.toArray(
				XYSeries[]::new));
		final XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) plot.getRenderer();
		renderer.setDefaultLinesVisible(false);
		final double dot = Math.max(3, Math.min(12, 300 / Math.sqrt(Math.max(1, rms.length))));
		for (int i = 0; i < STEPS; i++) {
			renderer.setSeriesLinesVisible(i, false);
			renderer.setSeriesShape(i, Style.circle(dot));
		}
		plot.setFixedLegendItems(new LegendItemCollection());
		final JFreeChart chart = Style.chart("Displacement of columns from their mean places", plot,
			"root mean square over the frames, drift removed; " + Words.count(rms.length, "column") +
				" found in at least half of the linked frames", true);
		// So long as the plot, with room for half of the lowest label.
		final PaintScaleLegend bar = Style.bar(colours, "rms displacement (pm)");
		bar.setMargin(6, 8, 46, 4);
		chart.addSubtitle(bar);
		return chart;
	}
}
