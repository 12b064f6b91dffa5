/**
 * Phases told apart by a few numbers that a network finds for each patch of an image: patches,
 * maps of these numbers, their segmentation. What trains the network is elsewhere.
 */
package sc.fiji.rewardanalysis.core.latent;
