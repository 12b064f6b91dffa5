/**
 * How results change with noise: methods that find atoms, side by side, in one image to which
 * more and more noise is added (Barakati et al. 2024, fig. 3).
 */
package sc.fiji.rewardanalysis.core.workflow.noise;
