/**
 * What all networks share: starting PyTorch through the Deep Java Library, weights, the optimiser and
 * the training loop. The library is optional: call {@link Networks#require()} before any other class
 * of this package.
 */
package sc.fiji.rewardanalysis.learning;
