/**
 * Multi-objective Bayesian optimisation by ask and tell, independent of microscopy.
 * No threads and no files of its own; the same seed gives the same proposals.
 */
package sc.fiji.rewardanalysis.core.optimize;
