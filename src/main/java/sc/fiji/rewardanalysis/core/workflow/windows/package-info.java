/**
 * Atoms found window by window: each window with parameters that suit its own area.
 */
package sc.fiji.rewardanalysis.core.workflow.windows;
