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

package sc.fiji.rewardanalysis.core.feature;

import java.util.Arrays;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.clustering.Points;
import sc.fiji.rewardanalysis.core.clustering.Samples;

/** Puts features of the same atoms side by side. */
public final class Features {

	private Features() {}

	/**
	 * Principal-component scores in units of the first component's standard deviation. All
	 * have the same unit, so it is the same scaling for all: what components weigh against
	 * each other stays, and noise isn't blown up. To mixtures of full, tied or diagonal
	 * covariance no scaling of an axis matters; to spheres and k-means it does.
	 *
	 * @param scores first component first; if that is constant, they stay as they are
	 */
	public static Points scaled(final Points scores) {
		double mean = 0, squares = 0;
		for (int i = 0; i < scores.size(); i++)
			mean += scores.get(i, 0) / scores.size();
		for (int i = 0; i < scores.size(); i++)
			squares += (scores.get(i, 0) - mean) * (scores.get(i, 0) - mean) / scores.size();
		final double scale = squares > 0 ? 1 / Math.sqrt(squares) : 1;
		final double[] values = scores.values().clone();
		for (int i = 0; i < values.length; i++)
			values[i] *= scale;
		return new Points(scores.size(), scores.dimension(), values);
	}

	/**
	 * Refuses the same image around all atoms.
	 *
	 * @param patches one a row
	 * @throws RewardAnalysisException if they are identical
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static void checkDiffer(final Samples patches, final Progress progress) {
		final int d = patches.dimension();
		final float[] first = new float[d], other = new float[d];
		patches.read(0, 1, first);
		for (int i = 1; i < patches.size(); i++) {
			progress.checkCanceled();
			patches.read(i, i + 1, other);
			if (!Arrays.equals(first, other)) return;
		}
		throw new RewardAnalysisException(
			"The image looks the same around all %d atoms (identical windows), so nothing tells them apart; check the image and the atoms' positions.",
			patches.size());
	}

	/** Some of the points, such as those of atoms that have a patch. */
	public static Points rows(final Points points, final int[] indices) {
		final int d = points.dimension();
		final double[] values = new double[indices.length * d];
		for (int i = 0; i < indices.length; i++) {
			Checks.within("index of the point", indices[i], 0, points.size() - 1);
			System.arraycopy(points.values(), indices[i] * d, values, i * d, d);
		}
		return new Points(indices.length, d, values);
	}

	/** Points whose first coordinates are those of the one and whose last ones of the other. */
	public static Points beside(final Points first, final Points second) {
		if (first.size() != second.size()) throw new RewardAnalysisException(
			"There are features of %d and of %d atoms; take them of the same atoms.", first.size(),
			second.size());
		final int a = first.dimension(), b = second.dimension();
		final double[] values = new double[first.size() * (a + b)];
		for (int i = 0; i < first.size(); i++) {
			System.arraycopy(first.values(), i * a, values, i * (a + b), a);
			System.arraycopy(second.values(), i * b, values, i * (a + b) + a, b);
		}
		return new Points(first.size(), a + b, values);
	}
}
