package sc.fiji.rewardanalysis.core.workflow.amorphous;

/** Which pixels an atom stands for. */
public enum MaskRule {
		/** Those that are nearer to it than to any other. */
		NEAREST,
		/** Those of the window around it, as in the paper's script. */
		BOXES
}
