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

package sc.fiji.rewardanalysis.core.simulate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

import net.imglib2.img.array.ArrayImgs;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Site;

/**
 * Simulates images of two phases with known domains. Imaging is that of {@link
 * ImageSimulator}: Gaussian peaks whose height goes with Z<sup>1.7</sup> above a background of a
 * tenth of the highest one, scaled to 0 … 1, then Gaussian noise.
 * <p>
 * Each grain is a lattice of its own at a random place; a column belongs to it if its ideal
 * place lies in the grain. Which phase's motif it has is decided by the corner of its cell, so
 * that no cell is cut. Walls, lattices, displacements and noise draw from independent streams
 * of the seed.
 */
public final class DomainSimulator {

	private static final double BACKGROUND = 0.1, EXPONENT = 1.7;

	private final DomainParameters p;
	private final int[] phases, grains;
	private final double[] rotations;
	private final double heaviest;
	private final List<Column> columns = new ArrayList<>();

	private DomainSimulator(final DomainParameters p, final SplittableRandom random) {
		this.p = p;
		final DomainWalls.Second second = p.walls().place(random.split(), p.width(), p.height());
		final SplittableRandom seeds = random.split();
		final double[][] points = new double[p.grains()][];
		for (int g = 0; g < points.length; g++)
			points[g] = new double[] { seeds.nextDouble() * p.width(), seeds.nextDouble() * p.height() };
		phases = new int[p.width() * p.height()];
		grains = new int[phases.length];
		for (int y = 0, i = 0; y < p.height(); y++)
			for (int x = 0; x < p.width(); x++, i++) {
				phases[i] = second.at(x, y) ? 2 : 1;
				grains[i] = nearest(points, x, y) + 1;
			}
		rotations = rotations(seeds.nextLong());
		heaviest = Math.max(heaviest(p.first()), heaviest(p.second()));
	}

	/**
	 * Simulates one image.
	 *
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static SimulatedDomains simulate(final DomainParameters parameters,
		final Progress progress)
	{
		Checks.given("parameters of domains", parameters);
		final SplittableRandom root = new SplittableRandom(parameters.seed());
		// The order of the splits is part of what a seed means.
		final DomainSimulator simulator = new DomainSimulator(parameters, root.split());
		return simulator.run(root.split(), root.split(), progress);
	}

	private SimulatedDomains run(final SplittableRandom geometry, final SplittableRandom noise,
		final Progress progress)
	{
		for (int g = 1; g <= p.grains(); g++) {
			progress.checkCanceled();
			final double u = geometry.nextDouble(), v = geometry.nextDouble();
			grow(p.first(), 1, g, u, v, geometry.split());
			grow(p.second(), 2, g, u, v, geometry.split());
		}
		final float[] pixels = new float[phases.length];
		for (final Column column : columns) {
			progress.checkCanceled();
			draw(column, pixels);
		}
		final double scale = scale(pixels);
		for (int i = 0; i < pixels.length; i++)
			pixels[i] += (float) (p.noise() * noise.nextGaussian());
		final Area image = Area.image(p.width(), p.height());
		final List<Column> truth = new ArrayList<>();
		for (final Column c : columns)
			if (image.contains(c)) truth.add(new Column(c.x(), c.y(), c.species(), c.amplitude() * scale, c
				.sigma(), false));
		truth.sort(Comparator.comparingDouble(Position::y).thenComparingDouble(Position::x));
		return new SimulatedDomains(ArrayImgs.floats(pixels, p.width(), p.height()), phases, grains, truth,
			p);
	}

	/** The first grain has the rotation asked for, the others are spread evenly around it. */
	private double[] rotations(final long seed) {
		final List<Double> others = new ArrayList<>();
		for (int g = 1; g < p.grains(); g++)
			others.add(p.rotation() + p.spread() * (p.grains() == 2 ? 1 : 2.0 * (g - 1) / (p.grains() - 2) -
				1));
		Collections.shuffle(others, new Random(seed));
		others.add(0, p.rotation());
		return others.stream().mapToDouble(r -> r).toArray();
	}

	private static int nearest(final double[][] points, final double x, final double y) {
		int best = 0;
		for (int g = 1; g < points.length; g++)
			if (Math.hypot(x - points[g][0], y - points[g][1]) < Math.hypot(x - points[best][0], y -
				points[best][1])) best = g;
		return best;
	}

	private static double heaviest(final Lattice lattice) {
		return lattice.sites().stream().mapToDouble(DomainSimulator::height).max().getAsDouble();
	}

	private static double height(final Site site) {
		return Math.pow(site.atomicNumber(), EXPONENT);
	}

	/** Adds the columns of one phase and grain. */
	private void grow(final Lattice lattice, final int phase, final int grain, final double u,
		final double v, final SplittableRandom displacements)
	{
		final double px = p.pixelSize(), sigma = p.sigma() / px;
		final double turn = Math.toRadians(rotations[grain - 1]), cos = Math.cos(turn), sin = Math.sin(
			turn);
		final double[] a = lattice.vectorA(), b = lattice.vectorB();
		final double ox = (u * a[0] + v * b[0]) / px, oy = (u * a[1] + v * b[1]) / px;
		final double margin = Specimen.REACH * (sigma + p.displacement() / px);
		lattice.placedInPixels(px, rotations[grain - 1], (p.width() - 1) / 2.0 + ox * cos - oy * sin, (p
			.height() - 1) / 2.0 + ox * sin + oy * cos).forEachColumn(-margin, -margin, p.width() - 1 +
				margin, p.height() - 1 + margin, (number, i, j, x, y) -> {
					final Site site = lattice.sites().get(number);
					// Also of columns that aren't there, so that the others stay where they are.
					final double dx = clamped(displacements), dy = clamped(displacements);
					final double su = site.u() * a[0] + site.v() * b[0], sv = site.v() * b[1];
					final int corner = index(x - (su * cos - sv * sin) / px, y - (su * sin + sv * cos) / px, p
						.width(), p.height());
					if (phases[corner] != phase || grains[index(x, y, p.width(), p.height())] != grain) return;
					columns.add(new Column(x + dx * p.displacement() / px, y + dy * p.displacement() / px, site
						.species(), height(site) / heaviest, sigma, false));
				});
	}

	private static double clamped(final SplittableRandom random) {
		return Math.max(-Specimen.REACH, Math.min(Specimen.REACH, random.nextGaussian()));
	}

	private void draw(final Column c, final float[] pixels) {
		final double reach = Specimen.REACH * c.sigma(), k = -0.5 / (c.sigma() * c.sigma());
		final int x0 = (int) Math.max(0, Math.ceil(c.x() - reach));
		final int x1 = (int) Math.min(p.width() - 1, Math.floor(c.x() + reach));
		final int y0 = (int) Math.max(0, Math.ceil(c.y() - reach));
		final int y1 = (int) Math.min(p.height() - 1, Math.floor(c.y() + reach));
		for (int y = y0; y <= y1; y++)
			for (int x = x0; x <= x1; x++)
				pixels[y * p.width() + x] += (float) (c.amplitude() * Math.exp(k * ((x - c.x()) * (x - c.x()) +
					(y - c.y()) * (y - c.y()))));
	}

	/** To 0 … 1; the background is even, so it only matters to an image without columns. */
	private static double scale(final float[] pixels) {
		float min = Float.POSITIVE_INFINITY, max = Float.NEGATIVE_INFINITY;
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] += (float) BACKGROUND;
			min = Math.min(min, pixels[i]);
			max = Math.max(max, pixels[i]);
		}
		return ImageSimulator.stretch(pixels, min, max);
	}

	/** The pixel at a point; outside the nearest one of the border. */
	static int index(final double x, final double y, final int width, final int height) {
		return (int) Math.max(0, Math.min(height - 1, Math.rint(y))) * width + (int) Math.max(0, Math
			.min(width - 1, Math.rint(x)));
	}
}
