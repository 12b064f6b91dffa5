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

import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Engine;
import sc.fiji.rewardanalysis.core.optimize.GridEngine;
import sc.fiji.rewardanalysis.core.optimize.NsgaEngine;
import sc.fiji.rewardanalysis.core.optimize.RandomEngine;
import sc.fiji.rewardanalysis.core.optimize.ScalarisedEngine;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;

/** How parameters are searched. */
public enum SearchEngine {
		/** The exact one where that is little work, else the Bayesian one. */
		AUTO,
		/** All thresholds and overlaps at some settings of the scales. */
		EXACT,
		/** Bayesian optimisation of all parameters, with a model of each objective. */
		BAYESIAN,
		/** Bayesian optimisation with one model of randomly weighted objectives. */
		SCALARISED,
		/** A genetic algorithm, for a thousand evaluations and more. */
		NSGA2,
		/** Every combination of evenly spaced values. */
		GRID,
		/** Points that fill the space evenly. */
		SOBOL,
		/** Random points. */
		RANDOM;

	/**
	 * The one that proposes evaluations, where it isn't the exact search that does.
	 *
	 * @param budget how many there will be
	 */
	public Engine newEngine(final int budget) {
		return switch (this) {
			case AUTO, EXACT, BAYESIAN -> new BayesianEngine();
			case SCALARISED -> new ScalarisedEngine();
			case NSGA2 -> new NsgaEngine();
			case GRID -> new GridEngine(budget);
			case SOBOL -> new SobolEngine();
			case RANDOM -> new RandomEngine();
		};
	}
}
