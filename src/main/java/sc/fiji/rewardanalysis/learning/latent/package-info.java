/**
 * The variational autoencoder of patches: its networks, losses and training on PyTorch. Call
 * {@link sc.fiji.rewardanalysis.learning.Networks#require()} before any class of this package.
 */
package sc.fiji.rewardanalysis.learning.latent;
