/**
 * What an image itself says of the crystal: translations, density, pixel size, where the
 * sample is.
 */
package sc.fiji.rewardanalysis.core.estimate;
