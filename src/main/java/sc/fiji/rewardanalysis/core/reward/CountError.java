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

/**
 * QC: how far the number of atoms is from what the lattice lets expect.
 * <p>
 * The lattice formula gives a number with a fraction, but how many columns really
 * lie in a frame depends on where the lattice sits: 181 to 197 for an expectation
 * of 194.7. {@link #band()} is 0 anywhere within what is possible, and relative to
 * the expectation beyond; {@link #paper()} is the paper's plain
 * |n − n_expected| / n_expected, which at the truth itself can be 0.07.
 * Source: Barakati et al. 2024, "Physics-based reward driven image analysis in
 * microscopy", eq. 1 (absolute value as in the authors' code).
 */
public final class CountError extends AtomReward {

	private final boolean band;

	private CountError(final boolean band, final String name, final String description) {
		super(name, "1", Direction.MINIMIZE, description);
		this.band = band;
	}

	/** Distance to the band of possible counts. */
	public static CountError band() {
		return new CountError(true, "QC",
			"Count error: how far the number of atoms lies outside the band of possible counts, relative to the expected number.");
	}

	/** Distance to the expected number. */
	public static CountError paper() {
		return new CountError(false, "QC_paper",
			"Count error of the paper: |n - expected| / expected.");
	}

	/** The signal is the number of counted atoms. */
	@Override
	public Score score(final AtomSet set) {
		final int n = set.counted().length;
		final AtomPhysics p = set.physics();
		final double excess = band ? Math.max(0, Math.max(p.low() - n, n - p.high())) : Math.abs(n - p
			.expected());
		return new Score(excess / p.expected(), n, new int[0]);
	}
}
