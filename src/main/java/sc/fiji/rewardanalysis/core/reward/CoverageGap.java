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

package sc.fiji.rewardanalysis.core.reward;

import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Blob;

/**
 * The fraction of the area that is farther from any atom than a point of the
 * ideal crystal can be: where atoms are missing. The area is sampled on a grid of
 * a quarter of the covering radius; 15 % are allowed for distortions.
 */
public final class CoverageGap extends AtomReward {

	private static final double TOLERANCE = 1.15;

	/** How far is too far follows from the crystal, see {@link AtomPhysics#coveringRadius}. */
	public CoverageGap() {
		super("coverage_gap", "1", Direction.MINIMIZE,
			"Fraction of the area in which an atom seems to be missing.");
	}

	@Override
	public Score score(final AtomSet set) {
		if (set.atoms().isEmpty()) return Score.of(1);
		final AtomPhysics p = set.physics();
		final double limit = TOLERANCE * p.coveringRadius() / p.pixelSize();
		final double step = Math.max(1, limit / 4);
		final double[] xs = samples(p.judged().minX(), p.judged().maxX(), step);
		final double[] ys = samples(p.judged().minY(), p.judged().maxY(), step);
		final boolean[] covered = new boolean[xs.length * ys.length];
		for (final Blob atom : set.atoms())
			cover(atom, limit, step, xs, ys, covered);
		long empty = 0, all = 0;
		for (int j = 0; j < ys.length; j++)
			for (int i = 0; i < xs.length; i++) {
				if (!p.judged().contains(xs[i], ys[j])) continue;
				all++;
				if (!covered[j * xs.length + i]) empty++;
			}
		return Score.of(all == 0 ? Double.NaN : (double) empty / all);
	}

	private static double[] samples(final double low, final double high, final double step) {
		final int n = (int) Math.max(0, Math.ceil((high - low) / step - 0.5));
		return IntStream.range(0, n).mapToDouble(i -> low + (i + 0.5) * step).toArray();
	}

	/** Marks the samples within a distance of an atom. */
	private static void cover(final Blob atom, final double limit, final double step,
		final double[] xs, final double[] ys, final boolean[] covered)
	{
		if (xs.length == 0 || ys.length == 0) return;
		final int reach = (int) (limit / step) + 1;
		final int column = (int) Math.round((atom.x() - xs[0]) / step);
		final int row = (int) Math.round((atom.y() - ys[0]) / step);
		for (int j = Math.max(0, row - reach); j <= Math.min(ys.length - 1, row + reach); j++)
			for (int i = Math.max(0, column - reach); i <= Math.min(xs.length - 1, column + reach); i++) {
				final double dx = xs[i] - atom.x(), dy = ys[j] - atom.y();
				if (dx * dx + dy * dy <= limit * limit) covered[j * xs.length + i] = true;
			}
	}
}
