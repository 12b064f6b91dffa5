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
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Function;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.optimize.Engine;
import sc.fiji.rewardanalysis.core.optimize.GridEngine;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;

/**
 * How a search went that evaluates one parameter set after the other and keeps a log.
 *
 * @param reason why it was searched that way and whether it was resumed, sentences
 * @param stop why it ended, sentences
 */
public record SampledRun(String reason, String stop) {

	/**
	 * Searches.
	 *
	 * @param study new; continued if its log knows it
	 * @param why it is searched that way, a sentence
	 * @param search runs the study and says why it ended
	 * @throws CancellationException if cancelled before anything was evaluated
	 */
	public static SampledRun of(final Study study, final SearchEngine engine, final String why,
		final StopRule rule, final StudyLog.Opener opener, final Function<StudyLog, String> search)
	{
		try (StudyLog log = opener.open(study)) {
			final int known = study.evaluations().size();
			final String begun = known == 0 ? why : why + " Resumed after " + Words.count(known,
				"evaluation") + ".";
			final String reason = log.note().isEmpty() ? begun : begun + " " + log.note();
			final String end = search.apply(log);
			// Nothing can be said of it, nor drawn.
			if (study.evaluations().isEmpty()) throw new CancellationException(end);
			return new SampledRun(reason, engine == SearchEngine.GRID ? end + covered(study, rule) : end);
		}
	}

	/**
	 * Searches for the best parameters of a task that has no exact search.
	 *
	 * @param asked what the user chose; automatic is Bayesian
	 * @param what the exact search isn't for, in the message that refuses it
	 * @param start an empty study of the task
	 * @param search runs the study with its log and says why it ended
	 * @throws RewardAnalysisException if the exact search was chosen
	 * @throws CancellationException if cancelled before anything was evaluated
	 */
	public static SearchResult search(final SearchEngine asked, final String what,
		final StopRule rule, final Function<Engine, Study> start, final StudyLog.Opener opener,
		final BiFunction<Study, StudyLog, String> search)
	{
		if (asked == SearchEngine.EXACT) throw new RewardAnalysisException(
			"There is no exact search for %s; choose another one, such as bayesian.", what);
		final SearchEngine used = asked == SearchEngine.AUTO ? SearchEngine.BAYESIAN : asked;
		final Study study = start.apply(used.newEngine(rule.budget()));
		final SampledRun run = of(study, used, asked == used ? SearchReport.AS_ASKED
			: "It needs the fewest evaluations.", rule, opener, log -> search.apply(study, log));
		return new SearchResult(study, SearchReport.sampled(used, run.reason(), run.stop()));
	}

	private static String covered(final Study study, final StopRule rule) {
		final GridEngine grid = new GridEngine(rule.budget());
		final int size = grid.size(study.space()), others = study.askedFrom(SobolEngine.ORIGIN);
		if (!grid.isExhausted(study)) return String.format(Locale.ROOT, " The grid has %s.", Words.count(size, "point"));
		return String.format(Locale.ROOT, " All %d points of the grid are among them%s.", size, others == 0
			? "" : ", and " + others + " that are spread evenly");
	}
}
