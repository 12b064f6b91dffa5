/**
 * Positions of detected atoms to a fraction of a pixel: the vertex of a quadratic
 * through the LoG responses, or a Gaussian fitted to the pixels.
 */
package sc.fiji.rewardanalysis.core.refine;
