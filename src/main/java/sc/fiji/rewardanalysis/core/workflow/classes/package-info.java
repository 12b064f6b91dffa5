/**
 * Atoms told apart by the image around them: species, and the orientations of one of them.
 */
package sc.fiji.rewardanalysis.core.workflow.classes;
