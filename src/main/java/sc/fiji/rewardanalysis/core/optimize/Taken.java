package sc.fiji.rewardanalysis.core.optimize;

import java.util.HashSet;
import java.util.Set;

/** What need not be tried again. */
final class Taken {

	private Taken() {}

	/** The configurations that a study has tried or asked for. */
	static Set<Configuration> of(final Study study) {
		final Set<Configuration> taken = new HashSet<>();
		study.evaluations().forEach(e -> taken.add(e.configuration()));
		study.pending().forEach(t -> taken.add(t.configuration()));
		return taken;
	}
}
