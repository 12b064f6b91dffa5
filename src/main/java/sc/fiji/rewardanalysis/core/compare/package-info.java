/**
 * Optimal one-to-one matching of two point sets: precision, recall, F1, RMSD.
 */
package sc.fiji.rewardanalysis.core.compare;
