package sc.fiji.rewardanalysis.core.workflow.amorphous;

/**
 * Which component is the amorphous one. None of the rules depends on the sign of a principal
 * component, which is arbitrary: the paper's script takes the largest mean along the first
 * one, and another library may turn that around.
 */
public enum AmorphousRule {
		/** Whose atoms are displaced the most, on average, from where the crystal wants them. */
		DISORDER,
		/** Whose features scatter the most about their mean: the largest total variance. */
		SPREAD,
		/** That has the fewest atoms. */
		RAREST
}
