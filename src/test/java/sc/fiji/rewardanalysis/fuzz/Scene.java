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

package sc.fiji.rewardanalysis.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;

/**
 * A crystal as one photographs it, with some damage: what the core is made for.
 *
 * @param width px
 * @param height px
 * @param cell side of a cell of SrTiO3, px
 * @param rotation of the crystal, degrees
 * @param jitter standard deviation of each column's displacement along x and along y, px
 * @param lost share of the columns that are missing
 * @param odd atoms that are none, anywhere, some on top of others
 * @param noise standard deviation, in units of the brightest peak
 * @param seed of all that is random in it
 */
public record Scene(int width, int height, double cell, double rotation, double jitter, double lost, int odd,
	double noise, long seed)
{

	/** The crystal. */
	public static final Lattice CRYSTAL = Lattices.get("SrTiO3-001");

	/** Standard deviation of a column's peak, of a cell. */
	private static final double PEAK = 0.14;

	/** nm. */
	public double pixelSize() {
		return CRYSTAL.a() / cell;
	}

	/** All of it. */
	public Area area() {
		return Area.image(width, height);
	}

	/** Random numbers of its own, for whatever else a case needs. */
	public Random random() {
		return new Random(~seed);
	}

	/** A number between two others. */
	public static double between(final Random random, final double low, final double high) {
		return low + random.nextDouble() * (high - low);
	}

	/** The columns, and those that are none, px. */
	public List<Blob> atoms() {
		final Random random = new Random(seed);
		final List<Blob> atoms = new ArrayList<>();
		CRYSTAL.placedInPixels(pixelSize(), rotation, cell * random.nextDouble(), cell * random.nextDouble()).forEachColumn(
			-0.5, -0.5, width - 0.5, height - 0.5, (site, i, j, x, y) -> {
				final double dx = jitter * random.nextGaussian(), dy = jitter * random.nextGaussian();
				if (random.nextDouble() >= lost) atoms.add(new Blob(x + dx, y + dy, PEAK * cell, site == 0 ? 0.5 : 0.3));
			});
		for (int i = 0; i < odd; i++)
			atoms.add(random.nextBoolean() || atoms.isEmpty() ? new Blob(width * random.nextDouble(), height * random
				.nextDouble(), PEAK * cell, 0.1) : atoms.get(random.nextInt(atoms.size())));
		return atoms;
	}

	/** What a camera sees of them. */
	public ArrayImg<FloatType, FloatArray> image() {
		final Random random = new Random(seed + 1);
		final float[] pixels = new float[width * height];
		final int reach = (int) Math.ceil(4 * PEAK * cell);
		for (final Blob atom : atoms())
			for (int y = Math.max(0, (int) atom.y() - reach); y < Math.min(height, atom.y() + reach); y++)
				for (int x = Math.max(0, (int) atom.x() - reach); x < Math.min(width, atom.x() + reach); x++)
					pixels[y * width + x] += 2 * atom.response() * Math.exp(-(Math.pow(x - atom.x(), 2) + Math.pow(y - atom.y(),
						2)) / (2 * Math.pow(PEAK * cell, 2)));
		for (int i = 0; i < pixels.length; i++)
			pixels[i] += noise * random.nextGaussian();
		return ArrayImgs.floats(pixels, width, height);
	}
}
