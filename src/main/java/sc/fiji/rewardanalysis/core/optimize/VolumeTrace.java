package sc.fiji.rewardanalysis.core.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The hypervolume that a study's front dominates, evaluation by evaluation; it never falls. */
final class VolumeTrace {

	private final double[] reference;

	/** The objectives on the front, each once. */
	private final List<double[]> front = new ArrayList<>();
	private final List<Double> volumes = new ArrayList<>();

	/** @param reference up to which the volume is measured */
	VolumeTrace(final double[] reference) {
		this.reference = reference;
	}

	/** The next evaluation, in the order told. */
	void add(final Evaluation evaluation) {
		final double[] o = evaluation.objectives();
		final boolean advances = evaluation.feasible() && front.stream().noneMatch(p -> Arrays.equals(p,
			o) || ParetoFront.dominates(p, o));
		if (advances) {
			front.removeIf(p -> ParetoFront.dominates(o, p));
			front.add(o);
		}
		// A volume computed anew could lose a digit.
		volumes.add(advances ? Math.max(latest(), Hypervolume.of(front.toArray(double[][]::new),
			reference)) : latest());
	}

	/** 0 without a feasible evaluation. */
	double latest() {
		return volumes.isEmpty() ? 0 : volumes.get(volumes.size() - 1);
	}

	/** After each evaluation. */
	double[] all() {
		return volumes.stream().mapToDouble(Double::doubleValue).toArray();
	}
}
