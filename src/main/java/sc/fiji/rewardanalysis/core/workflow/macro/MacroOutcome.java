package sc.fiji.rewardanalysis.core.workflow.macro;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;

/**
 * What a macro has left.
 *
 * @param atoms points, centres of areas, particles of its Results; px of the analysed box, pixel
 *          centres at integers
 * @param origin where they come from, in a few words; empty if there are none
 * @param columns numbers of its Results table, by name, a number a row; NaN where a row has none
 * @param rows of the Results table
 */
public record MacroOutcome(List<Blob> atoms, String origin, Map<String, List<Double>> columns,
	int rows)
{

	public MacroOutcome {
		atoms = List.copyOf(atoms);
		Checks.given("origin of the atoms", origin);
		final Map<String, List<Double>> copy = new LinkedHashMap<>();
		columns.forEach((name, values) -> copy.put(name, List.copyOf(values)));
		columns = copy;
		Checks.atLeast("The number of rows", rows, 0);
	}

	/** Likewise; not to be changed. */
	@Override
	public Map<String, List<Double>> columns() {
		return Collections.unmodifiableMap(columns);
	}
}
