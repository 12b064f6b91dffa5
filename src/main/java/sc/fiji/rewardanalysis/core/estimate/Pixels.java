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

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The middle of an image as an array, its mean 0. What lies outside the analysed area or is
 * not a number is 0.
 *
 * @param values row by row
 * @param valid which of them are the image's
 * @param width px
 * @param height px
 * @param left column of the image where it begins
 * @param top row
 */
record Pixels(float[] values, boolean[] valid, int width, int height, int left, int top) {

	/** Fewer show no lattice. */
	static final int FEWEST = 32;

	/** @param most side of the largest square that is cut out of the middle, px */
	static <T extends RealType<T>> Pixels of(final RandomAccessibleInterval<T> image,
		final Area area, final int most, final Progress progress)
	{
		final int w = (int) Math.min(most, image.dimension(0)), h = (int) Math.min(most, image.dimension(
			1));
		if (Math.min(w, h) < FEWEST) throw new RewardAnalysisException(
			"The image or selection is %d x %d px; a lattice needs at least %d x %3$d to be seen. Select more.",
			image.dimension(0), image.dimension(1), FEWEST);
		final int left = (int) (image.dimension(0) - w) / 2, top = (int) (image.dimension(1) - h) / 2;
		final float[] values = new float[w * h];
		final boolean[] valid = new boolean[w * h];
		final RandomAccess<T> access = image.randomAccess();
		double sum = 0;
		long n = 0;
		for (int y = 0; y < h; y++) {
			progress.checkCanceled();
			access.setPosition(image.min(0) + left, 0);
			access.setPosition(image.min(1) + top + y, 1);
			for (int x = 0; x < w; x++) {
				final float value = access.get().getRealFloat();
				final int i = y * w + x;
				if (Float.isFinite(value) && area.contains(left + x, top + y)) {
					values[i] = value;
					valid[i] = true;
					sum += value;
					n++;
				}
				access.fwd(0);
			}
		}
		if (n < (long) FEWEST * FEWEST) throw new RewardAnalysisException(
			"Only %d pixels of the image or selection are numbers; a lattice needs at least %d to be seen. Select more.",
			n, FEWEST * FEWEST);
		final float mean = (float) (sum / n);
		boolean blank = true;
		for (int i = 0; i < values.length; i++)
			if (valid[i]) {
				values[i] -= mean;
				blank &= Math.abs(values[i]) <= 1e-6f * Math.abs(mean);
			}
		if (blank) throw new RewardAnalysisException(
			"All pixels of the image or selection are the same; there is nothing to estimate from.");
		return new Pixels(values, valid, w, h, left, top);
	}
}
