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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.OverlapPairs;
import sc.fiji.rewardanalysis.core.detect.PruningSweep;

/**
 * What a detection finds at every threshold, at one overlap: pruned once for all of them
 * ({@link PruningSweep}), so that another threshold is a matter of looking it up.
 * Immutable.
 */
public final class ThresholdCurve {

	private static final double WIDE = 4;

	private final List<Blob> peaks;
	private final double floor;
	private final boolean[] isAtom;
	private final int[] end;

	/** By the number of peaks above the threshold: how many atoms are counted. */
	private final int[] counts;

	/**
	 * @param peaks the maxima before pruning whose response is above {@code floor}, by
	 *          falling response
	 * @param floor the lowest threshold that can be asked for
	 * @param overlap of two blobs that share more one is dropped, 0 to 1
	 * @param area atoms outside it are dropped after pruning
	 * @param counted where atoms are counted
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public ThresholdCurve(final List<Blob> peaks, final double floor, final double overlap,
		final Area area, final Area counted, final Progress progress)
	{
		this.peaks = List.copyOf(peaks);
		this.floor = Checks.atLeast("lowest threshold", floor, 0);
		final int n = peaks.size();
		isAtom = new boolean[n];
		final boolean[] isCounted = new boolean[n];
		for (int b = 0; b < n; b++) {
			isAtom[b] = area.contains(peaks.get(b));
			isCounted[b] = isAtom[b] && counted.contains(peaks.get(b));
		}
		final PruningSweep sweep = new PruningSweep(OverlapPairs.of(peaks, overlap, progress), n,
			overlap, overlap);
		progress.checkCanceled();
		final CountLevels levels = new CountLevels(sweep, isCounted);
		end = levels.ends();
		counts = new int[n + 1];
		for (int k = 0; k <= n; k++)
			counts[k] = levels.count(k);
	}

	/** The lowest threshold that can be asked for. */
	public double floor() {
		return floor;
	}

	/** The response of the strongest maximum; the floor if there is none. */
	public double strongest() {
		return peaks.isEmpty() ? floor : peaks.get(0).response();
	}

	/** The response of the weakest maximum that is known; the floor if there is none. */
	public double weakest() {
		return peaks.isEmpty() ? floor : peaks.get(peaks.size() - 1).response();
	}

	/**
	 * How many atoms are counted.
	 *
	 * @param threshold at least the {@link #floor}; blobs above it count
	 */
	public int count(final double threshold) {
		return counts[level(threshold)];
	}

	/** The atoms, counted or not, by falling response: what the detection finds. */
	public List<Blob> atoms(final double threshold) {
		final int k = level(threshold);
		final List<Blob> atoms = new ArrayList<>();
		for (int b = 0; b < k; b++)
			if (isAtom[b] && end[b] >= k) atoms.add(peaks.get(b));
		return atoms;
	}

	/** How many peaks are above a threshold. */
	private int level(final double threshold) {
		if (!(threshold >= floor)) throw new RewardAnalysisException(
			"The threshold is %s, but maxima up to %s were not kept.", threshold, floor);
		int from = 0, to = peaks.size();
		while (from < to) {
			final int middle = (from + to) >>> 1;
			if (peaks.get(middle).response() > threshold) from = middle + 1;
			else to = middle;
		}
		return from;
	}

	/**
	 * The threshold that suits a crystal best: the middle, in ratios, of the longest
	 * stretch of thresholds whose count is possible; if none is, of those whose count is
	 * nearest to the expected one. Of a stretch over more than a factor of {@value #WIDE}
	 * the upper part counts: it ends where columns are lost, while what lies far below, at
	 * the image's border for one, is none.
	 *
	 * @param low fewest columns that are possible
	 * @param high most columns
	 */
	public double suggested(final double expected, final int low, final int high) {
		double best = strongest(), longest = -1, nearest = Double.POSITIVE_INFINITY;
		double top = strongest();
		for (int k = 1; k <= peaks.size(); k++) {
			final double miss = miss(counts[k], expected, low, high);
			// From here down the result is another one.
			final boolean ends = k == peaks.size() || miss(counts[k + 1], expected, low, high) != miss;
			if (!ends) continue;
			final double bottom = k == peaks.size() ? Math.max(floor, 0.5 * weakest()) : peaks.get(k)
				.response();
			final double length = Math.log(top / bottom);
			if (miss < nearest || miss == nearest && length > longest) {
				nearest = miss;
				longest = length;
				best = Math.sqrt(top * Math.max(bottom, top / WIDE));
			}
			top = bottom;
		}
		return best;
	}

	private static double miss(final int count, final double expected, final int low,
		final int high)
	{
		return count >= low && count <= high ? 0 : Math.abs(count - expected);
	}
}
