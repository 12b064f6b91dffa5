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

package sc.fiji.rewardanalysis.core.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import net.imglib2.img.array.ArrayImgs;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * Random images and parameters: what is found is what {@link BlobLogByDefinition} says. A
 * pixel may be a peak or not only where its response equals another one's but for rounding.
 * {@code -Ddifferential.images} has more of them.
 */
class DetectionDifferentialTest {

	private static final int IMAGES = Integer.getInteger("differential.images", 400);

	/** Where two pixels are equal but for rounding, in units of it. */
	private static final double EQUAL = 100;

	private final SplittableRandom random = new SplittableRandom(20);
	private int certain, pruned;

	@Test
	void findsWhatTheDefinitionSays() {
		for (int i = 0; i < IMAGES; i++)
			check(i);
		assertTrue(certain > 10 * IMAGES && pruned > IMAGES, certain + " peaks, " + pruned + " pruned");
	}

	private void check(final int number) {
		final int width = 1 + random.nextInt(60), height = 1 + random.nextInt(60);
		final double[] pixels = image(number % 8, width, height);
		final LogParameters p = parameters(number, pixels, width, height);
		final BlobLogByDefinition reference = new BlobLogByDefinition(pixels, width, height, p.sigmas());
		final LogDetector detector = random.nextBoolean() ? new LogDetector(ArrayImgs.doubles(pixels,
			width, height)) : new LogDetector(ArrayImgs.doubles(pixels, width, height), 1 + random.nextInt(
				60), 1 << 20);
		final ScaleSpace space = detector.scaleSpace(p.sigmas(), p.absoluteThreshold(), Progress.NONE);
		final String what = "image " + number + ", " + width + " x " + height + " px, " + p;

		final double rounding = EQUAL * reference.rounding;
		final Set<List<Integer>> must = new HashSet<>(reference.peaks(p, rounding)), may = new HashSet<>(
			reference.peaks(p, -rounding)), found = new HashSet<>();
		final List<Blob> peaks = space.peaks(p);
		double last = Double.POSITIVE_INFINITY;
		final List<Double> sigmas = Arrays.stream(p.sigmas()).boxed().toList();
		for (final Blob b : peaks) {
			assertTrue(b.response() <= last, "by falling response: " + what);
			last = b.response();
			boolean isOne = false;
			// Scales may be alike.
			for (int s = sigmas.indexOf(b.sigma()); s <= sigmas.lastIndexOf(b.sigma()); s++) {
				final List<Integer> place = List.of(s, (int) b.y(), (int) b.x());
				if (may.contains(place) && found.add(place)) {
					assertEquals(reference.responses[s][(int) (b.y() * width + b.x())], b.response(), rounding,
						what);
					isOne = true;
					break;
				}
			}
			assertTrue(isOne, b + " is no peak: " + what);
		}
		for (final List<Integer> place : must)
			assertTrue(found.contains(place), place + " is missed: " + what);
		certain += must.size();

		final List<Blob> expected = BlobLogByDefinition.pruned(peaks, p.overlap());
		assertEquals(expected, space.blobs(p), what);
		pruned += peaks.size() - expected.size();
	}

	/** Noise, blobs, a lattice, steps, few levels, none, a single bright pixel, 16 bits. */
	private double[] image(final int kind, final int width, final int height) {
		final double[] pixels = new double[width * height];
		final double period = 4 + 10 * random.nextDouble();
		for (int i = 0; i < pixels.length; i++) {
			final int x = i % width, y = i / width;
			final double lattice = Math.cos(2 * Math.PI * x / period) * Math.cos(2 * Math.PI * y / period);
			pixels[i] = switch (kind) {
				case 0, 1 -> random.nextDouble();
				case 2 -> lattice * lattice + 0.1 * random.nextDouble();
				case 3 -> (x / 7 + y / 5) % 3;
				case 4 -> random.nextInt(4);
				case 5 -> 0.7;
				case 6 -> i == pixels.length / 2 ? 255 : 1;
				default -> Math.rint(60_000 * lattice * lattice + 500 * random.nextDouble());
			};
		}
		if (kind == 1) for (int n = random.nextInt(20); n >= 0; n--) {
			final double cx = random.nextDouble() * width, cy = random.nextDouble() * height, s = 1 + 5 *
				random.nextDouble(), high = 4 * random.nextDouble();
			for (int i = 0; i < pixels.length; i++)
				pixels[i] += high * Math.exp(-(Math.pow(i % width - cx, 2) + Math.pow(i / width - cy, 2)) / (2 *
					s * s));
		}
		return pixels;
	}

	private LogParameters parameters(final int number, final double[] pixels, final int width,
		final int height)
	{
		final double low = 0.5 + 2 * random.nextDouble(), high = low + 4 * random.nextDouble() * random.nextInt(
			2);
		final double range = Arrays.stream(pixels).max().getAsDouble() - Arrays.stream(
			pixels).min().getAsDouble();
		final boolean relative = number % 3 == 0;
		final double threshold = 0.3 * random.nextDouble() * random.nextInt(2) * range;
		return new LogParameters(low, high, 1 + random.nextInt(6), relative && random.nextBoolean()
			? Double.NaN : threshold, relative ? 0.4 * random.nextDouble() : Double.NaN, new double[] { 0,
				0.2, 0.5, random.nextDouble(), 1 }[random.nextInt(5)], random.nextBoolean(), number % 5 == 0
					? random.nextInt(width) : 0, number % 5 == 0 ? random.nextInt(height) : 0);
	}
}
