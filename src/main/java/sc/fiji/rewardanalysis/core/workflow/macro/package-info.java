/**
 * A user's ImageJ macro as an analysis: its text with other values, and what is pursued. Runs
 * nothing itself and knows no ImageJ.
 */
package sc.fiji.rewardanalysis.core.workflow.macro;
