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

package sc.fiji.rewardanalysis.core.workflow.windows;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;

/**
 * How windows are searched.
 *
 * @param engine how each is
 * @param evaluations of a search that isn't exact, at most; a window's search ends as soon as
 *          it gains nothing more
 * @param warm whether a search that isn't exact begins with what suits the window's neighbours
 * @param pick which solution of its front a window takes
 * @param seed of a search that isn't exact
 */
public record WindowSettings(SearchEngine engine, int evaluations, boolean warm, Pick pick,
	long seed)
{

	public WindowSettings {
		Checks.given("engine", engine);
		Checks.atLeast("The number of evaluations", evaluations, 1);
		Checks.given("pick", pick);
	}

	/** As users search. */
	public static WindowSettings of(final SearchEngine engine, final int evaluations, final Pick pick,
		final long seed)
	{
		return new WindowSettings(engine, evaluations, true, pick, seed);
	}

	/** When a window's search ends. */
	StopRule rule() {
		return new StopRule(evaluations, true);
	}
}
