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

package sc.fiji.rewardanalysis.validation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogResponses;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.PeakImages;
import sc.fiji.rewardanalysis.core.refine.PeakImages.Truth;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.refine.Refiner;
import sc.fiji.rewardanalysis.core.simulate.Column;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.plot.Pictures;

/**
 * How near refined positions come to the Cramér–Rao bound: the tables of {@code
 * docs/refinement.md} on standard output, and its picture. Usage: {@code
 * RefinementStudy docs/images/bias-map.png}.
 */
public final class RefinementStudy {

	private static final Color[] COLOURS = { new Color(0xD55E00), new Color(0xE69F00), new Color(
		0xCC79A7), new Color(0x0072B2), new Color(0x56B4E9), new Color(0x009E73) };

	private RefinementStudy() {}

	public static void main(final String... args) {
		isolated(System.out);
		lattices(System.out);
		times(System.out);
		Pictures.write(Path.of(args[0]), biasMap().createBufferedImage(1000, 900));
	}

	/** Root mean square error along one axis, px. */
	private static double rmse(final RefinedAtoms atoms, final List<? extends Position> truth,
		final boolean[] counts)
	{
		double squares = 0;
		int n = 0;
		for (int i = 0; i < truth.size(); i++) {
			if (counts != null && !counts[i]) continue;
			final double dx = atoms.atoms().get(i).x() - truth.get(i).x();
			final double dy = atoms.atoms().get(i).y() - truth.get(i).y();
			squares += (dx * dx + dy * dy) / 2;
			n++;
		}
		return Math.sqrt(squares / n);
	}

	private static <T extends RealType<T>> RefinedAtoms refine(
		final RandomAccessibleInterval<T> image, final List<Blob> blobs, final Refinement refinement)
	{
		return Refiner.refine(image, Contrast.BRIGHT, blobs, refinement, FitOptions.ROUND,
			Progress.NONE);
	}

	private static Position position(final double x, final double y) {
		return new Blob(x, y, 0, 0);
	}

	/** 900 columns each, far from each other. */
	private static void isolated(final PrintStream out) {
		out.println("| sigma (px) | electrons | background | bound (px) | none | quadratic | gaussian | " +
			"standard error | failed |\n|---|---|---|---|---|---|---|---|---|");
		for (final double sigma : new double[] { 1.5, 2.5, 4 })
			for (final double electrons : new double[] { 100, 1000, 10000, 100000 })
				for (final double background : new double[] { 0.05, 0.5 })
					out.println(isolated(sigma, electrons, background));
	}

	private static String isolated(final double sigma, final double electrons,
		final double background)
	{
		final double height = electrons / (2 * Math.PI * sigma * sigma), level = background * height;
		final int cell = (int) Math.ceil(12 * sigma), size = 30 * cell;
		final List<Truth> truth = PeakImages.grid(30, 30, cell, sigma, height, 11);
		final double bound = PeakImages.bounds(cell, cell, level, List.of(new Truth(cell / 2.0, cell / 2.0,
			sigma, height)))[0][0];
		final var image = PeakImages.image(PeakImages.poisson(PeakImages.expected(size, size, level,
			truth), 12), size);
		final List<Blob> blobs = truth.stream().map(Truth::blob).toList();
		final List<Position> places = truth.stream().map(t -> position(t.x(), t.y())).toList();
		final List<String> cells = new ArrayList<>();
		String last = "";
		for (final Refinement refinement : Refinement.values()) {
			final RefinedAtoms atoms = refine(image, blobs, refinement);
			cells.add(String.format(Locale.ROOT, "%.2f", rmse(atoms, places, null) / bound));
			last = String.format(Locale.ROOT, "%.2f | %d", error(atoms, null) / bound, atoms.atoms().stream()
				.filter(a -> !a.isRefined()).count());
		}
		return String.format(Locale.ROOT, "| %.1f | %.0f | %.2f | %.4f | %s | %s |", sigma, electrons,
			background, bound, String.join(" | ", cells), last);
	}

	/** Root mean square of the standard errors. */
	private static double error(final RefinedAtoms atoms, final boolean[] counts) {
		double squares = 0;
		int n = 0;
		for (int i = 0; i < atoms.atoms().size(); i++) {
			final var a = atoms.atoms().get(i);
			if (!a.isRefined() || counts != null && !counts[i]) continue;
			squares += (a.errorX() * a.errorX() + a.errorY() * a.errorY()) / 2;
			n++;
		}
		return Math.sqrt(squares / n);
	}

	/** Crystals whose columns overlap, with thermal displacements; columns near the border, whose
	 * neighbours outside nobody sees, don't count. */
	private static void lattices(final PrintStream out) {
		out.println("\n| crystal | dose (e/px) | columns | bound (pm) | none | quadratic | gaussian | " +
			"gaussian (pm) | standard error | failed |\n|---|---|---|---|---|---|---|---|---|---|");
		for (final String name : List.of("SrTiO3-001", "YBa2Cu3O7-100", "Si-110"))
			for (final double dose : new double[] { 30, 300, 3000 })
				out.println(lattice(name, dose));
	}

	private static String lattice(final String name, final double dose) {
		final boolean silicon = name.startsWith("Si");
		final double pixel = silicon ? 0.01 : 0.015;
		final double[] squares = new double[3];
		double bounds = 0, errors = 0;
		int failed = 0, n = 0;
		for (int seed = 1; seed <= 4; seed++) {
			final SimulationParameters p = SimulationParameters.builder(Lattices.get(name)).size(256, 256)
				.pixelSize(pixel).sigma(silicon ? 0.035 : 0.045, silicon ? 0.04 : 0.06).thicknessGradient(0)
				.rotation(5).seed(seed).build();
			final SimulatedImage clean = ImageSimulator.simulate(p, Progress.NONE), noisy = ImageSimulator
				.simulate(p.toBuilder().dose(dose).build(), Progress.NONE);
			final List<Column> columns = clean.columns();
			final boolean[] counts = new boolean[columns.size()];
			int counted = 0;
			for (int i = 0; i < counts.length; i++) {
				final Column c = columns.get(i);
				final double rim = 8 * c.sigma();
				counts[i] = Math.min(Math.min(c.x(), c.y()), 255 - Math.max(c.x(), c.y())) > rim;
				if (counts[i]) counted++;
			}
			final double[][] bound = bounds(clean, dose);
			for (int i = 0; i < counts.length; i++)
				if (counts[i]) bounds += (bound[i][0] * bound[i][0] + bound[i][1] * bound[i][1]) / 2;
			final List<Blob> blobs = columns.stream().map(c -> new Blob(Math.rint(c.x()), Math.rint(c.y()), c
				.sigma(), 1)).toList();
			for (final Refinement refinement : Refinement.values()) {
				final RefinedAtoms atoms = refine(noisy.image(), blobs, refinement);
				squares[refinement.ordinal()] += Math.pow(rmse(atoms, columns, counts), 2) * counted;
				if (refinement != Refinement.GAUSSIAN) continue;
				errors += Math.pow(error(atoms, counts), 2) * counted;
				for (int i = 0; i < counts.length; i++)
					if (counts[i] && !atoms.atoms().get(i).isRefined()) failed++;
			}
			n += counted;
		}
		final double b = Math.sqrt(bounds / n), pm = 1000 * pixel;
		return String.format(Locale.ROOT, "| %s | %.0f | %d | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %d |",
			name, dose, n, b * pm, Math.sqrt(squares[0] / n) / b, Math.sqrt(squares[1] / n) / b, Math.sqrt(
				squares[2] / n) / b, Math.sqrt(squares[2] / n) * pm, Math.sqrt(errors / n) / b, failed);
	}

	/** All columns' heights, places and widths and the background from the same counts. */
	private static double[][] bounds(final SimulatedImage clean, final double dose) {
		final double[] expected = new double[256 * 256];
		int i = 0;
		for (final var v : clean.image())
			expected[i++] = Math.max(1e-3, v.get()) * dose;
		return PeakImages.bounds(expected, 256, clean.columns().stream().map(c -> new Truth(c.x(), c.y(), c
			.sigma(), c.amplitude() * dose)).toList());
	}

	private static void times(final PrintStream out) {
		final SimulatedImage image = ImageSimulator.simulate(SimulationParameters.builder(Lattices.get(
			"YBa2Cu3O7-100")).size(1840, 1840).pixelSize(0.015).dose(1000).build(), Progress.NONE);
		final List<Blob> blobs = image.columns().stream().map(c -> new Blob(Math.rint(c.x()), Math.rint(c
			.y()), c.sigma(), 1)).toList();
		out.println();
		for (final Refinement refinement : List.of(Refinement.QUADRATIC, Refinement.GAUSSIAN))
			for (final int threads : new int[] { 1, 2 }) {
				double best = Double.POSITIVE_INFINITY;
				for (int k = 0; k < 3; k++) {
					final long start = System.nanoTime();
					Parallelization.runWithNumThreads(threads, () -> refine(image.image(), blobs, refinement));
					best = Math.min(best, (System.nanoTime() - start) * 1e-9);
				}
				out.println(String.format(Locale.ROOT, "%s, %d columns, %d threads: %.2f s", refinement, blobs
					.size(), threads, best));
			}
	}

	// -- the bias map --

	private static JFreeChart biasMap() {
		final Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
		final NumberAxis offset = new NumberAxis("Offset of the column from the pixel's centre (px)");
		offset.setRange(-0.5, 0.5);
		offset.setLabelFont(font);
		offset.setTickLabelFont(font);
		final CombinedDomainXYPlot plot = new CombinedDomainXYPlot(offset);
		plot.setGap(18);
		final XYSeriesCollection alone = new XYSeriesCollection(), pair = new XYSeriesCollection();
		for (final double sigma : new double[] { 1.5, 2.5, 4 })
			alone.addSeries(series("quadratic, σ = " + sigma + " px", o -> bias(o, sigma, 0,
				Refinement.QUADRATIC, FitOptions.ROUND)));
		alone.addSeries(series("Gaussian, each σ", RefinementStudy::worst));
		pair.addSeries(series("quadratic, σ = 4 px, neighbour", o -> bias(o, 4, 3.5, Refinement.QUADRATIC,
			FitOptions.ROUND)));
		pair.addSeries(series("Gaussian, neighbour masked", o -> bias(o, 4, 3.5, Refinement.GAUSSIAN,
			new FitOptions(false, false))));
		pair.addSeries(series("Gaussian, neighbour's tail subtracted", o -> bias(o, 4, 3.5,
			Refinement.GAUSSIAN, FitOptions.ROUND)));
		plot.add(panel(alone, "Bias of an isolated column (px)", font, 0, 1, 2, 5), 1);
		plot.add(panel(pair, "Bias beside an equal column 3.5 σ away (px)", font, 2, 4, 5), 1);
		final JFreeChart chart = new JFreeChart(null, font, plot, true);
		chart.setBackgroundPaint(Color.WHITE);
		chart.setPadding(new RectangleInsets(5, 5, 5, 25));
		chart.getLegend().setItemFont(font);
		return chart;
	}

	private static XYPlot panel(final XYSeriesCollection data, final String label, final Font font,
		final int... colours)
	{
		final NumberAxis axis = new NumberAxis(label);
		axis.setLabelFont(font);
		axis.setTickLabelFont(font);
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
		for (int i = 0; i < colours.length; i++) {
			renderer.setSeriesPaint(i, COLOURS[colours[i]]);
			renderer.setSeriesStroke(i, new BasicStroke(2.5f));
		}
		final XYPlot plot = new XYPlot(data, null, axis, renderer);
		plot.setBackgroundPaint(Color.WHITE);
		plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
		plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
		return plot;
	}

	private static XYSeries series(final String name, final DoubleUnaryOperator bias) {
		final XYSeries series = new XYSeries(name);
		for (int k = -20; k <= 20; k++)
			series.add(k / 40.0, bias.applyAsDouble(k / 40.0));
		return series;
	}

	/** The Gaussian's largest of all widths. */
	private static double worst(final double offset) {
		double worst = 0;
		for (final double sigma : new double[] { 1.5, 2.5, 4 }) {
			final double bias = bias(offset, sigma, 0, Refinement.GAUSSIAN, FitOptions.ROUND);
			if (Math.abs(bias) > Math.abs(worst)) worst = bias;
		}
		return worst;
	}

	/** Of x without noise; with a neighbour to the right if its distance, in σ, isn't 0. */
	private static double bias(final double offset, final double sigma, final double distance,
		final Refinement refinement, final FitOptions options)
	{
		final List<Truth> truth = new ArrayList<>(List.of(new Truth(50 + offset, 50, sigma, 1)));
		if (distance > 0) truth.add(new Truth(50 + offset + distance * sigma, 50, sigma, 1));
		final var image = PeakImages.image(PeakImages.expected(121, 101, 0.1, truth), 121);
		final List<Blob> blobs = truth.stream().map(t -> detected(image, t)).toList();
		return Refiner.refine(image, Contrast.BRIGHT, blobs, refinement, options, Progress.NONE).atoms()
			.get(0).x() - 50 - offset;
	}

	/** The pixel of the largest response: beside a neighbour not always the nearest one. */
	private static Blob detected(final RandomAccessibleInterval<DoubleType> image, final Truth truth) {
		final Blob nearest = truth.blob();
		final double[] z = LogResponses.around(image, nearest);
		int best = 4;
		for (int k = 0; k < 9; k++)
			if (z[k] > z[best]) best = k;
		return new Blob(nearest.x() + best % 3 - 1, nearest.y() + best / 3 - 1, nearest.sigma(), z[best]);
	}
}
