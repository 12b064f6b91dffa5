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
 * What a reward says of one result.
 *
 * @param value the reward, in its unit; NaN if it can't be told
 * @param signal the quantity that varies smoothly with the parameters and from
 *          which the value follows: the count for a count error, otherwise the
 *          value itself
 * @param blamed indices of the items that spoil the value; empty if none can be
 *          named
 */
public record Score(double value, double signal, int[] blamed) {

	private static final int[] NOBODY = {};

	/** Copies {@code blamed}. */
	public Score {
		blamed = blamed.clone();
	}

	/** A copy. */
	@Override
	public int[] blamed() {
		return blamed.clone();
	}

	/**
	 * A value that blames nobody and is its own signal.
	 *
	 * @param value in the reward's unit; NaN if it can't be told
	 */
	public static Score of(final double value) {
		return new Score(value, value, NOBODY);
	}

	/**
	 * A value with the items that spoil it; it is its own signal.
	 *
	 * @param value in the reward's unit; NaN if it can't be told
	 * @param blamed indices of items, such as atoms in {@link AtomSet#atoms}
	 */
	public static Score of(final double value, final int[] blamed) {
		return new Score(value, value, blamed);
	}
}
