/**
 * Blobs of an image: scale-normalised Laplacian of Gaussian, local maxima in
 * scale space, pruning by overlap. Knows nothing of lattices or rewards.
 */
package sc.fiji.rewardanalysis.core.detect;
