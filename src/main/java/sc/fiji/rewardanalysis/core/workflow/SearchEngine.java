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
