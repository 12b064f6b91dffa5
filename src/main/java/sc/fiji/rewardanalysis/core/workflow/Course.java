package sc.fiji.rewardanalysis.core.workflow;

/** What had to be done to follow an earlier search. */
public enum Course {
		/** The earlier scales and preparation suit this image too. */
		FOLLOWED("followed"),
		/** Others near them or on the earlier front do. */
		OTHER_SCALES("followed: other scales"),
		/** None of them does. */
		ANEW("searched anew");

	private final String word;

	Course(final String word) {
		this.word = word;
	}

	/** For files. */
	public String word() {
		return word;
	}
}
