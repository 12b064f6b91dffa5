/** The window of a noise study. */
package sc.fiji.rewardanalysis.ui.noise;
