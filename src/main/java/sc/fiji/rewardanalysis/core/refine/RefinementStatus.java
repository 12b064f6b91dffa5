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

package sc.fiji.rewardanalysis.core.refine;

/** What became of an atom's refinement. All but {@link #OK}, {@link #HELD} and {@link #BY_HAND} keep the detected position. */
public enum RefinementStatus {

		OK("ok", "refined"),

		HELD("held", "refined with the blob's width: a width of its own could not be fitted"),

		NOT_REFINED("none", "not refined, as asked"),

		BORDER("border", "the detected maximum lies on the image's outermost pixels"),

		FLAT("flat", "there is no peak"),

		PIXELS("pixels", "neighbours, the border or missing pixels leave too few pixels for a fit"),

		DIVERGED("diverged", "the fit did not converge"),

		WANDERED("wandered", "the fit went further than the detection can err"),

		WIDTH("width", "the fitted width is not that of the detected blob"),

		UNCERTAIN("uncertain", "the standard error exceeds half the blob's sigma"),

		BY_HAND("by hand", "put there by a person");

	private final String word, meaning;

	RefinementStatus(final String word, final String meaning) {
		this.word = word;
		this.meaning = meaning;
	}

	/** Whether the position is a refined one. */
	public boolean isRefined() {
		return this == OK || this == HELD;
	}

	/** One word, for tables. */
	public String word() {
		return word;
	}

	/** A few words, for the user. */
	public String meaning() {
		return meaning;
	}
}
