package sc.fiji.rewardanalysis.ui.pareto;

import java.util.List;
import java.util.Optional;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;

/** A solution with what was found. Immutable. */
public interface Found {

	/** Which one. */
	Evaluation evaluation();

	/** A line or two above the chart: what was expected and found. */
	String headline();

	/** What there is to say of it. */
	String summary();

	/** The macro line that finds the same without a search; empty if there is none. */
	String macro();

	/** Its items, a layer a slice. */
	List<? extends Layer> layers();

	/** The items in a slice, from 1. */
	default Optional<Layer> layer(final int slice) {
		return layers().stream().filter(l -> l.slice() == slice).findFirst().map(l -> l);
	}
}
