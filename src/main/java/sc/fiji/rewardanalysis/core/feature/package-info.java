/**
 * What is known of each atom: the image around it, and where its neighbours are. It knows
 * nothing of clusters beyond the types that take features.
 */
package sc.fiji.rewardanalysis.core.feature;
