/** Time series: a stack searched frame by frame, its columns followed. */
package sc.fiji.rewardanalysis.core.workflow.series;
