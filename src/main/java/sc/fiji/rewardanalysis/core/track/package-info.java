/** Columns followed through a series of frames: drift, links, trajectories. */
package sc.fiji.rewardanalysis.core.track;
