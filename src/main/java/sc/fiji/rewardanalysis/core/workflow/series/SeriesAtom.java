/*-
 * #%L
 * Reward Analysis
 * %%
 * Copyright (C) 2026 Reward Analysis developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

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
