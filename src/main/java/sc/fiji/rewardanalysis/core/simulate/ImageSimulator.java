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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

import net.imglib2.img.array.ArrayImgs;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Simulates atomically resolved HAADF images with known columns.
 * <p>
 * Incoherent imaging, in its simplest form: every column is a Gaussian peak whose
 * height goes with Z<sup>1.7</sup> (Pennycook &amp; Jesson 1990, Phys. Rev. Lett.
 * 64:938, for why a power of Z below 2), sampled at pixel centres.
 *
 * <pre>
 * image = thickness(x, y) · (background + amorphous glow + Σ peaks)
 * image → (image − min) / (max − min)       the noise-free image runs from 0 to 1
 * image → Poisson(dose · image) / dose      if there is a dose
 * image → image + noise(x) · N(0, 1)        so noise 0.3 has a standard deviation of 0.3
 * </pre>
 *
 * Not simulated: channelling, probe tails and aberrations, shear within a peak by
 * drift. Geometry, intensity, scan and noise draw from independent streams of the
 * seed: another noise level leaves the specimen as it is.
 */
public final class ImageSimulator {

	private static final double BOWL = 0.15;

	private final SimulationParameters p;
	private final Progress progress;
	private final int width, height;

	private ImageSimulator(final SimulationParameters p, final Progress progress) {
		this.p = p;
		this.progress = progress;
		width = p.width();
		height = p.height();
	}

	/**
	 * Simulates one image.
	 *
	 * @throws java.util.concurrent.CancellationException if it was cancelled
	 */
	public static SimulatedImage simulate(final SimulationParameters parameters,
		final Progress progress)
	{
		return new ImageSimulator(Checks.given("simulation parameters", parameters), progress)
			.run();
	}

	private SimulatedImage run() {
		final SplittableRandom root = new SplittableRandom(p.seed());
		// The order of the splits is part of what a seed means.
		final SplittableRandom geometry = root.split(), disorder = root.split();
		final SplittableRandom intensity = root.split(), scan = root.split(), noise = root.split();
		step(0, "Growing the specimen");
		final Specimen.Particle particle = Specimen.Particle.random(p, geometry.split());
		final AmorphousZones zones = new AmorphousZones(p, disorder, progress);
		zones.exclude(particle.x(), particle.y(), particle.radius());
		step(0.2, "Placing the columns");
		final List<Column> columns = Specimen.columns(p, zones, particle, geometry).stream().map(
			this::blurred).toList();
		step(0.3, "Drawing the columns");
		final float[] pixels = draw(columns, scan);
		final Thickness thickness = new Thickness(2 * Math.PI * intensity.nextDouble());
		final double scale = light(pixels, zones, thickness);
		step(0.8, "Adding noise");
		addNoise(pixels, noise);
		step(1, "Simulated");
		return new SimulatedImage(ArrayImgs.floats(pixels, width, height), truth(columns, thickness,
			scale), zones.mask(), p);
	}

	/** By the defocus where it is; beyond the image as at its edge. */
	private Column blurred(final Column c) {
		final double blur = p.defocusGradient() / p.pixelSize() * Math.max(0, Math.min(1, c.x() / (width -
			1)));
		if (blur == 0) return c;
		final double variance = c.sigma() * c.sigma() + blur * blur;
		return new Column(c.x(), c.y(), c.species(), c.amplitude() * c.sigma() * c.sigma() / variance, Math
			.sqrt(variance), c.disordered());
	}

	private void step(final double fraction, final String message) {
		progress.checkCanceled();
		progress.update(fraction, message);
	}

	/** The sum of all peaks. */
	private float[] draw(final List<Column> columns, final SplittableRandom scan) {
		final double[] jitter = new double[height];
		for (int y = 0; y < height; y++)
			jitter[y] = p.rowJitter() / p.pixelSize() * scan.nextGaussian();
		final float[] pixels = new float[width * height];
		final double[] profile = new double[width];
		for (int k = 0; k < columns.size(); k++) {
			if (k % 2048 == 0) step(0.3 + 0.3 * k / columns.size(), "Drawing the columns");
			drawPeak(columns.get(k), jitter, profile, pixels);
		}
		return pixels;
	}

	private void drawPeak(final Column c, final double[] jitter, final double[] profile,
		final float[] pixels)
	{
		final double reach = Specimen.REACH * c.sigma(), k = -0.5 / (c.sigma() * c.sigma());
		final int y0 = (int) Math.max(0, Math.ceil(c.y() - reach));
		final int y1 = (int) Math.min(height - 1, Math.floor(c.y() + reach));
		double lastX = Double.NaN;
		int x0 = 0, x1 = -1;
		for (int y = y0; y <= y1; y++) {
			final double centre = c.x() + jitter[y];
			if (centre != lastX) {
				x0 = (int) Math.max(0, Math.ceil(centre - reach));
				x1 = (int) Math.min(width - 1, Math.floor(centre + reach));
				for (int x = x0; x <= x1; x++)
					profile[x] = Math.exp(k * (x - centre) * (x - centre));
				lastX = centre;
			}
			final double row = c.amplitude() * Math.exp(k * (y - c.y()) * (y - c.y()));
			for (int x = x0; x <= x1; x++)
				pixels[y * width + x] += (float) (row * profile[x]);
		}
	}

	/**
	 * Adds the background, applies the thickness, and scales to 0 … 1.
	 *
	 * @return what the scaling multiplied by
	 */
	private double light(final float[] pixels, final AmorphousZones zones,
		final Thickness thickness)
	{
		final double[] row = new double[width];
		final float[] buffer = new float[width];
		float min = Float.POSITIVE_INFINITY, max = Float.NEGATIVE_INFINITY;
		for (int y = 0; y < height; y++) {
			if (y % 64 == 0) step(0.6 + 0.2 * y / height, "Lighting the specimen");
			Arrays.fill(row, p.background());
			zones.glow(y, row, buffer);
			for (int x = 0; x < width; x++) {
				final int i = y * width + x;
				pixels[i] = (float) (thickness.at(x, y) * (pixels[i] + row[x]));
				min = Math.min(min, pixels[i]);
				max = Math.max(max, pixels[i]);
			}
		}
		return stretch(pixels, min, max);
	}

	/**
	 * Makes the least value 0 and the largest 1.
	 *
	 * @return what differences were multiplied by
	 */
	static double stretch(final float[] pixels, final float min, final float max) {
		// A blank image (vacancies 1) has no range to stretch.
		final double scale = max > min ? 1.0 / ((double) max - min) : 1;
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) ((pixels[i] - (double) min) * scale);
		return scale;
	}

	private void addNoise(final float[] pixels, final SplittableRandom noise) {
		final SplittableRandom shot = noise.split(), gauss = noise.split();
		for (int y = 0; y < height; y++) {
			if (y % 64 == 0) step(0.8 + 0.2 * y / height, "Adding noise");
			for (int i = y * width; i < (y + 1) * width; i++) {
				if (p.dose() > 0) pixels[i] = (float) (Poisson.sample(shot, pixels[i] * p.dose()) / p
					.dose());
				if (p.noise() > 0) pixels[i] += (float) (p.noise() * (1 + p.noiseGradient() * (2.0 * (i -
					y * width) / (width - 1) - 1)) * gauss.nextGaussian());
			}
		}
	}

	private List<Column> truth(final List<Column> columns, final Thickness thickness,
		final double scale)
	{
		final Area image = Area.image(width, height);
		final List<Column> truth = new ArrayList<>();
		for (final Column c : columns)
			if (image.contains(c)) truth.add(new Column(c.x(), c.y(), c.species(), c.amplitude() *
				thickness.at(c.x(), c.y()) * scale, c.sigma(), c.disordered()));
		truth.sort(Comparator.comparingDouble(Position::y).thenComparingDouble(Position::x));
		return truth;
	}

	/** Relative thickness: a slope in a random direction, falling off to the rim. */
	private final class Thickness {

		private final double slopeX, slopeY;

		private Thickness(final double direction) {
			slopeX = p.thicknessGradient() * Math.cos(direction);
			slopeY = p.thicknessGradient() * Math.sin(direction);
		}

		private double at(final double x, final double y) {
			final double u = 2 * x / (width - 1) - 1, v = 2 * y / (height - 1) - 1;
			return 1 + slopeX * u + slopeY * v - BOWL * p.thicknessGradient() * (u * u + v * v);
		}
	}
}
