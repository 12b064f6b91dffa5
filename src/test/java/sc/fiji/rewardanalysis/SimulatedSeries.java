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

package sc.fiji.rewardanalysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.simulate.Column;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;

/**
 * A series with known truth: frames cut out of one simulated specimen that drifts below the
 * field of view, with an adatom that moves and noise of its own in each frame.
 */
public final class SimulatedSeries {

	/** Of the adatom in {@link Found#column}. */
	public static final int ADATOM = 1_000_000;

	/** Around the field of view, px. */
	private final int margin;
	private final Settings settings;
	private final SimulatedImage specimen;
	private final double[] totalX, totalY, hole;

	/**
	 * What is simulated.
	 *
	 * @param lattice of the specimen
	 * @param pixelSize nm
	 * @param size width and height of a frame, px
	 * @param frames how many
	 * @param velocityX drift a frame, in column distances
	 * @param velocityY likewise
	 * @param jitter standard deviation of what comes on top, in column distances
	 * @param jumps frames before which the specimen jumps by 1.5 column distances
	 * @param noiseOnly frames of pure noise
	 * @param vacancies share of columns that the specimen lacks
	 * @param spread of the columns' brightness
	 * @param missing share of columns that a frame lacks, others in each
	 * @param alarms share of false ones, others in each
	 * @param positionNoise standard deviation, in column distances
	 * @param imageNoise standard deviation in an image from 0 to 1
	 * @param seed of everything
	 */
	public record Settings(Lattice lattice, double pixelSize, int size, int frames,
		double velocityX, double velocityY, double jitter, Set<Integer> jumps, Set<Integer> noiseOnly,
		double vacancies, double spread, double missing, double alarms, double positionNoise,
		double imageNoise, long seed)
	{

		/** The distance of neighbouring columns, px. */
		public double spacing() {
			return lattice.nearestDistance() / pixelSize;
		}
	}

	/**
	 * A column as a detector would find it.
	 *
	 * @param column which one it truly is; −1 if it is false
	 */
	public record Found(double x, double y, int column) implements Position {}

	public SimulatedSeries(final Settings settings) {
		this.settings = settings;
		final Random random = new Random(settings.seed());
		totalX = new double[settings.frames()];
		totalY = new double[settings.frames()];
		double farthest = 0;
		for (int f = 1; f < settings.frames(); f++) {
			final double angle = 2 * Math.PI * random.nextDouble();
			final double jump = settings.jumps().contains(f) ? 1.5 : 0;
			totalX[f] = totalX[f - 1] + settings.spacing() * (settings.velocityX() + settings.jitter() *
				random.nextGaussian() + jump * Math.cos(angle));
			totalY[f] = totalY[f - 1] + settings.spacing() * (settings.velocityY() + settings.jitter() *
				random.nextGaussian() + jump * Math.sin(angle));
			farthest = Math.max(farthest, Math.max(Math.abs(totalX[f]), Math.abs(totalY[f])));
		}
		margin = 4 + (int) Math.ceil(farthest);
		specimen = ImageSimulator.simulate(SimulationParameters.builder(settings.lattice()).size(settings
			.size() + 2 * margin, settings.size() + 2 * margin).pixelSize(settings.pixelSize()).vacancies(
				settings.vacancies()).amplitudeSpread(settings.spread()).thicknessGradient(0)
			.thermalDisplacement(0).seed(settings.seed()).build(), Progress.NONE);
		hole = hole();
	}

	public Settings settings() {
		return settings;
	}

	public Area area() {
		return Area.image(settings.size(), settings.size());
	}

	/** True drift since the first frame, px. */
	public double totalX(final int frame) {
		return totalX[frame];
	}

	/** True drift since the first frame, px. */
	public double totalY(final int frame) {
		return totalY[frame];
	}

	/** Where the adatom is in the specimen, px: it circles around the emptiest place by the middle. */
	private double[] adatom(final int frame) {
		final double radius = 0.15 * settings.spacing();
		return new double[] { hole[0] + radius * Math.cos(0.7 * frame), hole[1] + radius * Math.sin(0.7 *
			frame) };
	}

	private double[] hole() {
		final int steps = 40;
		final double middle = margin + 0.5 * settings.size();
		final double[] best = new double[3];
		for (int i = 0; i < steps * steps; i++) {
			final double x = middle + settings.spacing() * 2 * (i % steps) / steps;
			final double y = middle + settings.spacing() * 2 * (i / steps) / steps;
			final double distance = specimen.columns().stream().mapToDouble(c -> Math.hypot(c.x() - x, c
				.y() - y)).min().orElseThrow();
			if (distance > best[2]) {
				best[0] = x;
				best[1] = y;
				best[2] = distance;
			}
		}
		return best;
	}

	/** The columns that truly are in a frame. */
	public List<Found> truth(final int frame) {
		if (settings.noiseOnly().contains(frame)) return List.of();
		final List<Found> found = new ArrayList<>();
		for (int i = 0; i < specimen.columns().size(); i++)
			add(found, specimen.columns().get(i).x(), specimen.columns().get(i).y(), i, frame);
		add(found, adatom(frame)[0], adatom(frame)[1], ADATOM, frame);
		return found;
	}

	private void add(final List<Found> found, final double x, final double y, final int column,
		final int frame)
	{
		final double inX = x - margin + totalX[frame], inY = y - margin + totalY[frame];
		if (area().contains(inX, inY)) found.add(new Found(inX, inY, column));
	}

	/** What a detector with errors finds in a frame, in no order. */
	public List<Found> found(final int frame) {
		final Random random = new Random(settings.seed() * 7919 + frame);
		final double sd = settings.positionNoise() * settings.spacing();
		final List<Found> truth = truth(frame), found = new ArrayList<>();
		final int n = truth(0).size();
		for (final Found t : truth)
			if (random.nextDouble() >= settings.missing()) found.add(new Found(t.x() + sd * random
				.nextGaussian(), t.y() + sd * random.nextGaussian(), t.column()));
		final long alarms = truth.isEmpty() ? n : Math.round(settings.alarms() * n);
		for (long i = 0; i < alarms; i++)
			found.add(new Found(random.nextDouble() * (settings.size() - 1), random.nextDouble() * (settings
				.size() - 1), -1));
		Collections.shuffle(found, random);
		return found;
	}

	/** A frame as recorded. */
	public Img<FloatType> image(final int frame) {
		final Random random = new Random(settings.seed() * 104729 + frame);
		final int n = settings.size();
		final float[] pixels = new float[n * n];
		final RandomAccess<FloatType> access = specimen.image().randomAccess();
		final double shine = 2 * Math.pow(0.05 / settings.pixelSize(), 2);
		final double atX = adatom(frame)[0], atY = adatom(frame)[1];
		for (int y = 0; y < n; y++)
			for (int x = 0; x < n; x++) {
				final double noise = settings.imageNoise() * random.nextGaussian();
				if (settings.noiseOnly().contains(frame)) {
					pixels[y * n + x] = (float) (0.3 + noise);
					continue;
				}
				final double u = x + margin - totalX[frame], v = y + margin - totalY[frame];
				pixels[y * n + x] = (float) (at(access, u, v) + 0.5 * Math.exp(-((u - atX) * (u - atX) + (v -
					atY) * (v - atY)) / shine) + noise);
			}
		return ArrayImgs.floats(pixels, n, n);
	}

	private static double at(final RandomAccess<FloatType> access, final double x, final double y) {
		final int i = (int) Math.floor(x), j = (int) Math.floor(y);
		double sum = 0;
		for (int k = 0; k < 4; k++) {
			access.setPosition(i + k % 2, 0);
			access.setPosition(j + k / 2, 1);
			sum += access.get().get() * (k % 2 == 0 ? 1 - (x - i) : x - i) * (k / 2 == 0 ? 1 - (y - j) : y -
				j);
		}
		return sum;
	}
}
