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

package sc.fiji.rewardanalysis.core.io.journal;

import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Trial;

/**
 * What a journal holds. Immutable.
 *
 * @param version of the software that wrote it
 * @param seed of the study
 * @param engine the name of its engine
 * @param space what it searched
 * @param objectives the names of what it minimised
 * @param about whatever else it was about: texts, numbers, booleans, lists, maps
 * @param evaluations in the order told, with the objectives as they were worked out then
 * @param pending trials that were asked for and not told, in the order of asking
 * @param queued what waits to be tried before the engine proposes, in order
 * @param cut whether its last line is unfinished, and left out
 */
public record RecordedStudy(String version, long seed, String engine, SearchSpace space,
	List<String> objectives, Map<String, ?> about, List<Evaluation> evaluations,
	List<Trial> pending, List<Study.Queued> queued, boolean cut)
{

	public RecordedStudy {
		objectives = List.copyOf(objectives);
		evaluations = List.copyOf(evaluations);
		pending = List.copyOf(pending);
		queued = List.copyOf(queued);
	}
}
