/**
 * Phases of an image by the latents of its patches, and the weight of the physics loss whose
 * phases are worth the most.
 */
package sc.fiji.rewardanalysis.core.workflow.latent;
