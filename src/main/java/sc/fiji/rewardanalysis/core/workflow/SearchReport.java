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

package sc.fiji.rewardanalysis.core.workflow;

import java.util.Locale;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Words;

/**
 * How a search went.
 *
 * @param engine the one that searched, never {@link SearchEngine#AUTO}
 * @param reason why it was that one, a sentence
 * @param stop why it ended, a sentence
 * @param exact the exact front that was found or that the search is measured by; null
 *          if there is none
 * @param reached the hypervolume of the search's front relative to that of both fronts
 *          together; NaN if there is nothing to compare
 * @param unknown why there is no exact front, a sentence, in case there is none
 * @param following the earlier search that was followed, or should have been; null for none
 */
public record SearchReport(SearchEngine engine, String reason, String stop, ExactFront exact,
	double reached, String unknown, Following following)
{

	/**
	 * How a search went that followed an earlier one.
	 *
	 * @param course what had to be done
	 * @param earlier what it followed, in words
	 */
	public record Following(Course course, String earlier) {}

	/** The reason of an engine that the user chose. */
	public static final String AS_ASKED = "As asked.";

	/** @throws RewardAnalysisException if the engine or a text is missing */
	public SearchReport {
		Checks.given("engine", engine);
		Checks.given("reason", reason);
		Checks.given("stop reason", stop);
		Checks.given("why there is no exact front", unknown);
	}

	/** Of a search that followed none. */
	public SearchReport(final SearchEngine engine, final String reason, final String stop,
		final ExactFront exact, final double reached, final String unknown)
	{
		this(engine, reason, stop, exact, reached, unknown, null);
	}

	/** Of a task of which an exact front may be known. */
	public SearchReport(final SearchEngine engine, final String reason, final String stop,
		final ExactFront exact, final double reached)
	{
		this(engine, reason, stop, exact, reached,
			"The exact front is not known: it was too much work, or cancelled.");
	}

	/** Of a task that has no exact search. */
	public static SearchReport sampled(final SearchEngine engine, final String reason,
		final String stop)
	{
		return new SearchReport(engine, reason, stop, null, Double.NaN,
			"There is no exact search for this task to compare with.");
	}

	/** The same of a search that followed another one, or didn't for a reason, a sentence. */
	public SearchReport following(final Course course, final String earlier,
		final String why)
	{
		return new SearchReport(engine, reason.startsWith(AS_ASKED) ? why : why + " " + reason, stop, exact,
			reached, unknown, new Following(course, earlier));
	}

	/** How it went, in sentences: the engine, why it was that one, and why it ended. */
	public String story() {
		final String name = engine.name().toLowerCase(Locale.ROOT);
		return name + (reason.startsWith(AS_ASKED) ? ", as asked." + reason.substring(AS_ASKED.length())
			: ". " + reason) + " " + stop;
	}

	/** A sentence on how near to the best possible the result is. */
	public String verification() {
		if (exact == null) return unknown;
		final String cells = "all " + Words.count(exact.cells(), "cell") + " of threshold × overlap";
		final String settings = Words.count(exact.settings(), "sigma setting");
		if (engine == SearchEngine.EXACT) return "Exact front of " + cells + " at " + settings + ".";
		return Double.isNaN(reached) ? "Nothing to compare with in " + cells + " at " + settings + "."
			: String.format(Locale.ROOT,
				"The search reached %.1f %% of the exact hypervolume at its own %s (%s there); other sigmas may hold better ones.",
				100 * reached, settings, cells);
	}
}
