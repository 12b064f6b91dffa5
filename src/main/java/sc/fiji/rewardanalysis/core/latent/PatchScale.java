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

package sc.fiji.rewardanalysis.core.latent;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** How the brightness of patches becomes 0 to 1. */
public enum PatchScale {
		/**
		 * All patches alike: what 0.1 % of their values lie below becomes 0, what 0.1 % lie above
		 * becomes 1, and beyond that values are clipped. Differences of brightness and contrast
		 * between patches count.
		 */
		ALL,
		/**
		 * Each patch by itself, from its least to its largest value; a constant patch becomes 0.5.
		 * Only the shape counts.
		 */
		EACH;

	/** On either side of the range. */
	private static final double CLIPPED = 0.001;

	/** So many values, evenly taken, say where quantiles lie. */
	private static final int SAMPLED = 1 << 20;

	/** A smaller range is rounding, in units of the largest magnitude. */
	private static final double ROUNDING = 1e-6;

	/** Scales in place. */
	void apply(final float[][] patches) {
		if (this == EACH) {
			forEach(patches, PatchScale::alone);
			return;
		}
		final float[] sample = sample(patches);
		Arrays.sort(sample);
		final int cut = (int) (CLIPPED * sample.length);
		float low = sample[cut], high = sample[sample.length - 1 - cut];
		if (isFlat(low, high)) {
			low = sample[0];
			high = sample[sample.length - 1];
		}
		if (isFlat(low, high)) throw new RewardAnalysisException(
			"The image is constant (%s) where its patches lie; choose an image or a selection that shows something.",
			low);
		final float from = low, to = high;
		forEach(patches, patch -> stretch(patch, from, to));
	}

	private static void alone(final float[] patch) {
		float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY;
		for (final float value : patch) {
			low = Math.min(low, value);
			high = Math.max(high, value);
		}
		if (isFlat(low, high)) Arrays.fill(patch, 0.5f);
		else stretch(patch, low, high);
	}

	private static boolean isFlat(final float low, final float high) {
		return !((double) high - low > ROUNDING * Math.max(Math.abs(low), Math.abs(high)));
	}

	private static void stretch(final float[] patch, final float low, final float high) {
		final double factor = 1 / ((double) high - low);
		for (int i = 0; i < patch.length; i++)
			patch[i] = (float) Math.max(0, Math.min(1, (patch[i] - (double) low) * factor));
	}

	private static float[] sample(final float[][] patches) {
		final int size = patches[0].length;
		final long all = (long) patches.length * size;
		final float[] sample = new float[(int) Math.min(all, SAMPLED)];
		for (int i = 0; i < sample.length; i++) {
			final long at = (long) ((i + 0.5) / sample.length * all);
			sample[i] = patches[(int) (at / size)][(int) (at % size)];
		}
		return sample;
	}

	private interface Change {

		void of(float[] patch);
	}

	private static void forEach(final float[][] patches, final Change change) {
		final int block = 256;
		final List<Integer> blocks = IntStream.range(0, (patches.length + block - 1) / block).boxed()
			.toList();
		Parallelization.getTaskExecutor().forEach(blocks, b -> {
			for (int i = b * block; i < Math.min(patches.length, (b + 1) * block); i++)
				change.of(patches[i]);
		});
	}
}
