/**
 * GMM*: atoms are clustered by what surrounds them, and amorphous regions are mapped with the
 * parameters whose regions are worth the most.
 */
package sc.fiji.rewardanalysis.core.workflow.amorphous;
