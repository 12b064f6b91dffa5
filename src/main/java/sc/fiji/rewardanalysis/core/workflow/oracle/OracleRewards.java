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

package sc.fiji.rewardanalysis.core.workflow.oracle;

import java.util.Arrays;
import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Neighbours;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.compare.Oracle;
import sc.fiji.rewardanalysis.core.lattice.Lattice;

/**
 * QC and ER as the authors' code of Barakati et al. 2024 works them out: relative to the number
 * of atoms that an oracle finds, not to what the crystal lets expect, and without a rule for
 * the border.
 *
 * @param count QC: |n − n_oracle| / n_oracle
 * @param spacing ER: atoms whose distances to their four nearest neighbours (fewer if there are
 *          fewer atoms) sum to less than DS, per point of the oracle; a single atom counts as an
 *          error
 */
public record OracleRewards(double count, double spacing) {

	private static final int NEIGHBOURS = 4;

	/** Sums of the oracle's atoms with all their neighbours are hardly below this part of them. */
	private static final double LOWEST = 0.05;

	/**
	 * Judges atoms.
	 *
	 * @param atoms all of them, px
	 * @param limit DS, px
	 * @param oracle the number of the oracle's points
	 */
	public static OracleRewards of(final List<? extends Position> atoms, final double limit,
		final int oracle)
	{
		Checks.atLeast("number of the oracle's points", oracle, 1);
		Checks.atLeast("DS", limit, 0);
		final double[] sums = sums(atoms);
		int errors = 0;
		for (final double sum : sums)
			if (sum < limit) errors++;
		return new OracleRewards(Math.abs((double) sums.length - oracle) / oracle, (double) errors /
			oracle);
	}

	private static double[] sums(final List<? extends Position> atoms) {
		final double[] sums = new double[atoms.size()];
		if (sums.length < 2) return sums;
		final Neighbours neighbours = new Neighbours(atoms);
		for (int i = 0; i < sums.length; i++)
			for (final Neighbours.Neighbour n : neighbours.of(i, NEIGHBOURS))
				sums[i] += n.distance();
		return sums;
	}

	/** DS of a crystal, px, as {@link sc.fiji.rewardanalysis.core.workflow.atoms.ExpectedPhysics} has it. */
	public static double limit(final Lattice lattice, final double pixelSize,
		final double dsFraction)
	{
		return Checks.within("ds_fraction", dsFraction, 0, 1) * lattice.smallestNeighbourSum(NEIGHBOURS) /
			Checks.positive("pixel_size", pixelSize);
	}

	/**
	 * DS where no crystal is given, px: of the smallest sums that the oracle's own atoms have,
	 * its 5 % quantile. Atoms at the border only have larger ones.
	 */
	public static double limit(final Oracle oracle, final double dsFraction) {
		final double[] sums = sums(oracle.points());
		Arrays.sort(sums);
		return Checks.within("ds_fraction", dsFraction, 0, 1) * sums[(int) (LOWEST * (sums.length - 1))];
	}
}
