package sc.fiji.rewardanalysis.core.workflow;

/** Why an optimisation ended. */
public enum StopReason {

		/** All evaluations that were asked for are done. */
		BUDGET("all evaluations done"),
		/** The user stopped it. */
		CANCELED("cancelled");

	private final String words;

	StopReason(final String words) {
		this.words = words;
	}

	/** The reason as a person reads it. */
	public String words() {
		return words;
	}
}
