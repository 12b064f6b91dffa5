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

	/** Column heading: short, unique, without a comma. */
	String name();

	/** Unit of the value; "1" for a pure number. */
	String unit();

	/** Which way is better. */
	Direction direction();

	/** One sentence for the user: what it measures, and who defined it. */
	String description();

	/** Judges one result. */
	Score score(R result);
}
