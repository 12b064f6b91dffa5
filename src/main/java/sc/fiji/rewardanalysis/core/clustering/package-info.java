/**
 * Clusters of points: principal components, Gaussian mixtures, k-means, and how many
 * components there are. It knows nothing of atoms or images.
 */
package sc.fiji.rewardanalysis.core.clustering;
