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

package sc.fiji.rewardanalysis.core.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.lattice.Lattice;

/** Crystals that don't fill the image, with vacuum around them. */
public final class Particles {

	/** @param columns how many there truly are */
	public record Particle(Img<FloatType> image, int columns) {}

	private Particles() {}

	/**
	 * Gaussian columns of heights Z^1.7 where a point of the image is inside, on a ground of 0
	 * with a glow of 0.1 in the particle, and noise; heights run to about 1.
	 *
	 * @param rotation degrees
	 * @param sigma of a column, nm
	 */
	public static Particle of(final Lattice lattice, final int size, final double pixelSize,
		final double rotation, final double sigma, final BiPredicate<Double, Double> inside,
		final double noise, final long seed)
	{
		final float[] pixels = new float[size * size];
		final List<double[]> columns = new ArrayList<>();
		final double heaviest = lattice.sites().stream().mapToInt(s -> s.atomicNumber()).max()
			.orElseThrow();
		lattice.placedInPixels(pixelSize, rotation, 3.3, 1.7).forEachColumn(-0.5, -0.5, size - 0.5, size -
			0.5, (site, i, j, x, y) -> {
				if (inside.test(x, y)) columns.add(new double[] { x, y, Math.pow(lattice.sites().get(site)
					.atomicNumber() / heaviest, 1.7) });
			});
		final double s = sigma / pixelSize;
		for (final double[] c : columns)
			for (int y = (int) Math.max(0, c[1] - 5 * s); y <= Math.min(size - 1, c[1] + 5 * s); y++)
				for (int x = (int) Math.max(0, c[0] - 5 * s); x <= Math.min(size - 1, c[0] + 5 * s); x++)
					pixels[y * size + x] += (float) (c[2] * Math.exp(-((x - c[0]) * (x - c[0]) + (y - c[1]) *
						(y - c[1])) / (2 * s * s)));
		final SplittableRandom random = new SplittableRandom(seed);
		for (int i = 0; i < pixels.length; i++)
			pixels[i] += (float) ((inside.test((double) (i % size), (double) (i / size)) ? 0.1 : 0) + noise *
				random.nextGaussian());
		return new Particle(ArrayImgs.floats(pixels, size, size), columns.size());
	}
}
