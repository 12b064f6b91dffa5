/**
 * How a training went: the values of each epoch, and a state from which it continues. No network is
 * known here.
 */
package sc.fiji.rewardanalysis.core.training;
