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

package sc.fiji.rewardanalysis.core.track;

/**
 * How far everything moved from one frame to another: a column at (x, y) of the first is at
 * (x + dx, y + dy) of the other.
 *
 * @param dx px
 * @param dy px
 * @param agreement share of the first frame's columns, of those still in the field of view,
 *          that have a partner within the tolerance
 * @param margin by how much this drift is better founded than the next best one, a translation
 *          of the lattice away, nats; below {@link #CLEAR}, which it may be by being negative, images
 *          and positions don't tell them apart; NaN if there is no other
 * @param isFound whether the two frames show the same crystal at all; if not, the drift is the
 *          expected one
 */
public record Drift(double dx, double dy, double agreement, double margin, boolean isFound) {

	/** The margin from which a drift isn't ambiguous: odds of some 400 to 1. */
	public static final double CLEAR = 6;

	/**
	 * Whether another drift, a translation of the lattice away, is as good. This one is then the
	 * one nearest to the expected drift.
	 */
	public boolean isAmbiguous() {
		return isFound && margin < CLEAR;
	}
}
