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

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;

/**
 * Something with parameters that turns the image it holds into a result. A search may call it on
 * several threads at once, so it keeps nothing between calls. With a
 * {@link sc.fiji.rewardanalysis.core.reward.Reward} or two it can be optimised.
 *
 * @param <R> its result
 */
public interface Analysis<R> {

	/**
	 * The parameters and their ranges.
	 *
	 * @return the same whenever it is asked; at least one parameter must be free
	 */
	SearchSpace searchSpace();

	/**
	 * Analyses the image. The result depends on the parameters alone.
	 *
	 * @param parameters a point of the search space
	 * @param progress polled for cancellation, at least every tenth of a second
	 * @return what rewards judge
	 * @throws RuntimeException if there is no result: the evaluation counts as failed, with the message
	 *           as its reason, and the search goes on elsewhere
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	R analyse(Configuration parameters, Progress progress);
}
