package sc.fiji.rewardanalysis.core.workflow;

/** How parameters are searched. */
public enum SearchEngine {
		/** The exact one where that is little work, else the Bayesian one. */
		AUTO,
		/** All thresholds and overlaps at some settings of the scales. */
		EXACT,
		/** Bayesian optimisation of all parameters. */
		BAYESIAN
}
