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

import java.util.ArrayList;
import java.util.List;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * Removes blobs that overlap others, by scikit-image's rule: of two blobs whose
 * discs share more than a given fraction of the smaller disc, the one of smaller σ
 * goes; at equal σ the first of the two, which is the <em>brighter</em> one.
 * <p>
 * The outcome depends on the order in which pairs are looked at. scikit-image
 * takes them as a Python set yields them; we take them in ascending order of
 * (i, j), so that the result is a function of the blobs alone.
 */
final class Pruning {

	/** Whether to go on is asked once for so many blobs. */
	private static final int POLLED = 4096;

	private Pruning() {}

	static List<Blob> prune(final List<Blob> blobs, final double overlap) {
		return prune(blobs, overlap, Progress.NONE);
	}

	/**
	 * @param blobs in the order that decides; the survivors keep it
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	static List<Blob> prune(final List<Blob> blobs, final double overlap,
		final Progress progress)
	{
		if (blobs.size() < 2 || overlap >= 1) return List.copyOf(blobs);
		final Neighbourhood neighbourhood = new Neighbourhood(blobs, progress);
		final boolean[] erased = new boolean[blobs.size()];
		for (int i = 0; i < blobs.size(); i++) {
			if (i % POLLED == 0) progress.checkCanceled();
			if (erased[i]) continue;
			final Blob a = blobs.get(i);
			for (final int j : neighbourhood.later(i)) {
				if (erased[j]) continue;
				final Blob b = blobs.get(j);
				if (!(overlap(a, b) > overlap)) continue;
				if (a.sigma() > b.sigma()) erased[j] = true;
				else {
					erased[i] = true;
					break;
				}
			}
		}
		final List<Blob> kept = new ArrayList<>();
		for (int i = 0; i < erased.length; i++)
			if (!erased[i]) kept.add(blobs.get(i));
		return kept;
	}

	/**
	 * The fraction of the smaller disc's area that lies in the other one. A disc's
	 * radius is σ√2, which is where the LoG of a Gaussian blob crosses zero.
	 */
	static double overlap(final Blob a, final Blob b) {
		// In units of the larger radius, as scikit-image computes it.
		final double unit = Math.max(a.sigma(), b.sigma());
		final double r1 = a.sigma() / unit, r2 = b.sigma() / unit;
		final double dy = b.y() / (unit * Math.sqrt(2)) - a.y() / (unit * Math.sqrt(2));
		final double dx = b.x() / (unit * Math.sqrt(2)) - a.x() / (unit * Math.sqrt(2));
		final double d = Math.sqrt(dy * dy + dx * dx);
		if (d > r1 + r2) return 0;
		if (d <= Math.abs(r1 - r2)) return 1;
		return lens(d, r1, r2) / (Math.PI * Math.pow(Math.min(r1, r2), 2));
	}

	/** Area common to two discs of radii r1, r2 whose centres are d apart. */
	private static double lens(final double d, final double r1, final double r2) {
		final double acos1 = Math.acos(clip((d * d + r1 * r1 - r2 * r2) / (2 * d * r1)));
		final double acos2 = Math.acos(clip((d * d + r2 * r2 - r1 * r1) / (2 * d * r2)));
		final double kite = (r1 + r2 - d) * (d - r2 + r1) * (d + r2 - r1) * (d + r2 + r1);
		return r1 * r1 * acos1 + r2 * r2 * acos2 - 0.5 * Math.sqrt(Math.abs(kite));
	}

	private static double clip(final double cosine) {
		return Math.max(-1, Math.min(1, cosine));
	}
}
