package sc.fiji.rewardanalysis.core.refine;

/** What became of an atom's refinement. All but {@link #OK}, {@link #HELD} and {@link #BY_HAND} keep the detected position. */
public enum RefinementStatus {

		OK("ok", "refined"),

		HELD("held", "refined with the blob's width: a width of its own could not be fitted"),

		NOT_REFINED("none", "not refined, as asked"),

		BORDER("border", "the detected maximum lies on the image's outermost pixels"),

		FLAT("flat", "there is no peak"),

		PIXELS("pixels", "neighbours, the border or missing pixels leave too few pixels for a fit"),

		DIVERGED("diverged", "the fit did not converge"),

		WANDERED("wandered", "the fit went further than the detection can err"),

		WIDTH("width", "the fitted width is not that of the detected blob"),

		UNCERTAIN("uncertain", "the standard error exceeds half the blob's sigma"),

		BY_HAND("by hand", "put there by a person");

	private final String word, meaning;

	RefinementStatus(final String word, final String meaning) {
		this.word = word;
		this.meaning = meaning;
	}

	/** Whether the position is a refined one. */
	public boolean isRefined() {
		return this == OK || this == HELD;
	}

	/** One word, for tables. */
	public String word() {
		return word;
	}

	/** A few words, for the user. */
	public String meaning() {
		return meaning;
	}
}
