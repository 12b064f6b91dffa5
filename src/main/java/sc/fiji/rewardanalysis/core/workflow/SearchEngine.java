package sc.fiji.rewardanalysis.core.workflow;

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
		RANDOM
}
