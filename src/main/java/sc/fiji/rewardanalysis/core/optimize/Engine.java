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

package sc.fiji.rewardanalysis.core.optimize;

/**
 * Decides where a study looks next.
 * <p>
 * A proposal depends on nothing but the study: its space, objectives, seed,
 * evaluations and pending trials. So a study that is resumed from its evaluations
 * goes on as if it had never stopped. Engines keep no state that changes a result.
 */
public interface Engine {

	/**
	 * The next point to try. Runs on any thread, one call at a time; if the user cancels, nobody waits
	 * for it, so it changes nothing that others use.
	 *
	 * @param study to be read only: neither asked nor told
	 * @return a point of the unit cube, one coordinate from 0 to 1 for each of the space's
	 *         {@linkplain SearchSpace#axes axes}; the study rounds it to the nearest configuration
	 */
	Proposal propose(Study study);

	/**
	 * Its name, with whatever makes its proposals differ from those of another one of its
	 * kind: a study is resumed only with an engine of the same name.
	 *
	 * @return the name of the class unless overridden
	 */
	default String name() {
		return getClass().getSimpleName();
	}

	/** Whether it tries a point again on purpose, for evaluations differ from one time to the other. */
	default boolean repeats() {
		return false;
	}
}
