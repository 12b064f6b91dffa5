/**
 * Networks that mark atom columns, as far as no tensors are needed: what a network asks of
 * its input, images in tiles and at the network's pixel size, positions from its answer.
 */
package sc.fiji.rewardanalysis.core.network;
