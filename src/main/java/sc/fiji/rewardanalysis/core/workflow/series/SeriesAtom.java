package sc.fiji.rewardanalysis.core.workflow.series;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.refine.RefinedAtom;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.refine.RefinementStatus;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;

/**
 * An atom of a frame.
 *
 * @param blob where it is, refined if it could be, px of the analysed box
 * @param errorX standard error of its x, px; NaN if unknown
 * @param errorY of its y, px; NaN if unknown
 * @param status of its refinement
 * @param neighbourSum sum of the distances of its four nearest neighbours, nm
 * @param isError whether the spacing error blames it
 * @param isCounted whether it is in the counted area
 */
public record SeriesAtom(Blob blob, double errorX, double errorY, RefinementStatus status,
	double neighbourSum, boolean isError, boolean isCounted) implements Position
{

	/** Those of a solution, in its order. */
	static List<SeriesAtom> of(final AtomSolution solution, final RefinedAtoms refined) {
		final boolean[] isError = new boolean[refined.atoms().size()];
		for (final int i : solution.errors())
			isError[i] = true;
		final List<SeriesAtom> atoms = new ArrayList<>();
		for (int i = 0; i < isError.length; i++) {
			final RefinedAtom atom = refined.atoms().get(i);
			atoms.add(new SeriesAtom(atom.blob(), atom.errorX(), atom.errorY(), atom.status(), solution
				.atoms().neighbourSum(i), isError[i], solution.atoms().physics().counted().contains(solution
					.atoms().atoms().get(i))));
		}
		return atoms;
	}

	@Override
	public double x() {
		return blob.x();
	}

	@Override
	public double y() {
		return blob.y();
	}
}
