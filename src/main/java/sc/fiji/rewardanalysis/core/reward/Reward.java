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
 * Judges a result without knowing the truth. A search may ask it on several threads at once, so it
 * changes neither itself nor the result.
 *
 * @param <R> what is judged: an {@link AtomSet}, a mask, …
 */
public interface Reward<R> {

	/** Which way is better. */
	enum Direction {
			/** Smaller is better. */
			MINIMIZE,
			/** Larger is better. */
			MAXIMIZE
	}

	/**
	 * Its name in tables, journals and windows.
	 *
	 * @return short, unlike that of any other reward of the search, without a comma
	 */
	String name();

	/** Unit of the value; "1" for a pure number. */
	String unit();

	/** Its name with its unit, if it has one, as tables of results are headed. */
	default String heading() {
		return unit().isEmpty() || unit().equals("1") ? name() : name() + "_" + unit();
	}

	/** Which way is better. */
	Direction direction();

	/** One sentence for the user: what it measures, and who defined it. */
	String description();

	/**
	 * Judges one result.
	 *
	 * @param result as the analysis gave it, feasible or not
	 * @return its value, NaN if it can't be told of this result, and what spoils it
	 */
	Score score(R result);
}
