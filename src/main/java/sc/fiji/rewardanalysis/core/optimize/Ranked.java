package sc.fiji.rewardanalysis.core.optimize;

import java.util.Comparator;

/**
 * An evaluation and how NSGA-II rates it.
 *
 * @param rank 0 on the front, 1 on what would be the front without it, and so on
 * @param crowding how lonely it is on its front; infinite at the ends
 */
record Ranked(Evaluation evaluation, int rank, double crowding) {

	/** The better of two comes first; of equally good ones neither. */
	static final Comparator<Ranked> BEST_FIRST = Comparator.comparingInt(Ranked::rank).thenComparing(
		Comparator.comparingDouble(Ranked::crowding).reversed());
}
