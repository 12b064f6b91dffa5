package sc.fiji.rewardanalysis.core.reward;

/**
 * Judges a result without knowing the truth.
 *
 * @param <R> what is judged: an {@link AtomSet}, a mask, …
 */
public interface Reward<R> {

	/** Which way is better. */
	enum Direction {
			/** Smaller is better. */
			MINIMIZE,
			/** Larger is better. */
			MAXIMIZE
	}

	/** Short, unique, without a comma. */
	String name();

	/** Unit of the value; "1" for a pure number. */
	String unit();

	/** Its name with its unit, if it has one, as tables of results are headed. */
	default String heading() {
		return unit().isEmpty() || unit().equals("1") ? name() : name() + "_" + unit();
	}

	/** Which way is better. */
	Direction direction();

	/** One sentence for the user: what it measures, and who defined it. */
	String description();

	/** Judges one result. */
	Score score(R result);
}
