package sc.fiji.rewardanalysis.core.workflow.windows;

import java.util.List;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.SpacingError;
import sc.fiji.rewardanalysis.core.workflow.AtomFindingParts;

/**
 * What came of all windows.
 *
 * @param grid where they are
 * @param parts their tasks
 * @param outcomes by number
 * @param atoms merged, by y, then x
 */
public record WindowResult(WindowGrid grid, AtomFindingParts parts, List<WindowOutcome> outcomes,
	List<MergedAtom> atoms)
{

	public WindowResult {
		outcomes = List.copyOf(outcomes);
		atoms = List.copyOf(atoms);
	}

	/** The merged atoms without their windows. */
	public List<Blob> blobs() {
		return atoms.stream().map(MergedAtom::blob).toList();
	}

	/** The merged atoms with what is expected of the whole area. */
	public AtomSet set() {
		return new AtomSet(blobs(), parts.whole().physics());
	}

	/** Indices of the merged atoms that are too close to their neighbours. */
	public int[] errors() {
		return new SpacingError().score(set()).blamed();
	}

	/** How many windows have parameters from there. */
	public long from(final WindowOutcome.Source source) {
		return outcomes.stream().filter(o -> o.source() == source).count();
	}
}
