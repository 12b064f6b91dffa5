/** The window of what an image says of its crystal. */
package sc.fiji.rewardanalysis.ui.physics;
