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

import java.util.List;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;

/** Images, places and numbers as nobody should give them, and as everybody does. */
public final class Places extends DomainContextBase {

	/** An image, 1 to 50 px a side. */
	public record Picture(int width, int height, Filling filling, long seed) {

		/** Its pixels. */
		public ArrayImg<FloatType, FloatArray> image() {
			final Random random = new Random(seed);
			final float[] pixels = new float[width * height];
			for (int i = 0; i < pixels.length; i++)
				pixels[i] = filling.value(i % width, i / width, random);
			return ArrayImgs.floats(pixels, width, height);
		}

		/** All of it. */
		public Area area() {
			return Area.image(width, height);
		}
	}

	/** What is in an image. */
	public enum Filling {

			CRYSTAL, NOISE, CONSTANT, SPOTS, BROKEN, NOTHING, INFINITE, HUGE, TINY, SPIKE;

		private float value(final int x, final int y, final Random random) {
			return switch (this) {
				case CRYSTAL -> (float) (Math.cos(2 * Math.PI * x / 8) * Math.cos(2 * Math.PI * y / 8) + 0.05 * random
					.nextGaussian());
				case NOISE -> random.nextFloat();
				case CONSTANT -> 7;
				case SPOTS -> random.nextInt(40) == 0 ? 1 : 0;
				case BROKEN -> random.nextInt(4) == 0 ? Float.NaN : random.nextFloat();
				case NOTHING -> Float.NaN;
				case INFINITE -> random.nextInt(10) == 0 ? Float.NEGATIVE_INFINITY : random.nextInt(10) == 0
					? Float.POSITIVE_INFINITY : random.nextFloat();
				case HUGE -> (random.nextFloat() - 0.5f) * Float.MAX_VALUE;
				case TINY -> random.nextInt(3) * Float.MIN_VALUE;
				case SPIKE -> x == 3 && y == 3 ? Float.MAX_VALUE : 0;
			};
		}
	}

	/** Images. */
	@Provide
	public Arbitrary<Picture> pictures() {
		return Combinators.combine(Arbitraries.integers().between(1, 50), Arbitraries.integers().between(1, 50),
			Arbitraries.of(Filling.class), Arbitraries.longs()).as(Picture::new);
	}

	/** Numbers: mostly such as one gives, and all that one shouldn't. */
	@Provide
	public Arbitrary<Double> numbers() {
		return Arbitraries.frequencyOf(Tuple.of(5, Arbitraries.doubles().between(0, 30)), Tuple
			.of(2, Arbitraries.doubles().between(0, 1)), Tuple.of(2, Arbitraries.of(0.0, -0.0, -1.0,
				Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, -Double.MAX_VALUE,
				Double.MIN_VALUE, 1e-12, 1e9, 2147483648.0)));
	}

	/** Whole numbers likewise. */
	@Provide
	public Arbitrary<Integer> wholes() {
		return Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.integers().between(0, 12)), Tuple
			.of(1, Arbitraries.of(-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1000)));
	}

	/** Lists of atoms: some twice, some outside, some nowhere. */
	@Provide
	public Arbitrary<List<Blob>> atoms() {
		final Arbitrary<Double> place = Arbitraries.frequencyOf(Tuple.of(60, Arbitraries.doubles().between(
			-2, 52)), Tuple.of(30, Arbitraries.integers().between(0, 49).map(Integer::doubleValue)),
			Tuple.of(1, Arbitraries.of(2e9, -1e9, -0.0)));
		return Combinators.combine(place, place, Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.doubles()
			.between(0.5, 4)), Tuple.of(1, Arbitraries.of(Double.NaN, 0.0, 1e300))), Arbitraries
				.frequencyOf(Tuple.of(9, Arbitraries.doubles().between(0, 1)), Tuple.of(1,
					Arbitraries.of(Double.NaN, 0.0)))).as(Blob::new).list().ofMinSize(0).ofMaxSize(50);
	}

	/** Crystals, more or less damaged. */
	@Provide
	public Arbitrary<Scene> scenes() {
		final Arbitrary<Double> share = Arbitraries.doubles().between(0, 1);
		return Combinators.combine(Arbitraries.integers().between(36, 56), Arbitraries.integers().between(36, 56),
			Arbitraries.doubles().between(7, 11), Arbitraries.doubles().between(-180, 180), share, share, Arbitraries
				.integers().between(0, 3), Arbitraries.longs()).as((width, height, cell, rotation, jitter, damage, odd,
					seed) -> new Scene(width, height, cell, rotation, 0.08 * cell * jitter, 0.3 * damage, odd, 0.2 * jitter *
						damage, seed)).withoutEdgeCases();
	}
}
