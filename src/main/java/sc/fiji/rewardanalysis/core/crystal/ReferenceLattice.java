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

package sc.fiji.rewardanalysis.core.crystal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/**
 * The undeformed lattice of a grain.
 *
 * @param ox where cell (0, 0) is, px
 * @param oy likewise
 * @param vectors px
 */
public record ReferenceLattice(double ox, double oy, LatticeVectors vectors) {

	/** Fewer atoms of a region tell little of a lattice. */
	private static final int FEWEST = 12;

	/** The x of a place, px. */
	public double x(final double m, final double n) {
		return ox + vectors.x(m, n);
	}

	/** The y of a place, px. */
	public double y(final double m, final double n) {
		return oy + vectors.y(m, n);
	}

	/**
	 * Of each grain; null of one that has fewer than twelve atoms in the region.
	 *
	 * @param lattice the crystal; only for the ideal one
	 * @param pixelSize nm, likewise
	 * @param region which atoms are in it; only for the region
	 * @throws RewardAnalysisException if there is none, or the crystal isn't known
	 */
	public static List<ReferenceLattice> of(final LatticeFit fit, final ReferenceKind kind,
		final Lattice lattice, final double pixelSize, final Predicate<Position> region)
	{
		final List<ReferenceLattice> references = new ArrayList<>();
		for (int g = 0; g < fit.grains().size(); g++)
			references.add(switch (kind) {
				case GLOBAL -> of(fit.grains().get(g).fit());
				case IDEAL -> ideal(fit, g, lattice, pixelSize);
				case REGION -> region(fit, g, Checks.given("region", region));
			});
		if (references.stream().allMatch(r -> r == null)) throw new RewardAnalysisException(
			"The selection has fewer than %d atoms of any grain, too few for a reference; select more.",
			FEWEST);
		return references;
	}

	private static ReferenceLattice of(final AffineFit fit) {
		return new ReferenceLattice(fit.ox(), fit.oy(), fit.vectors());
	}

	/** The cell turned as the grain is; its origin such that the mean displacement is none. */
	private static ReferenceLattice ideal(final LatticeFit fit, final int grain,
		final Lattice lattice, final double pixelSize)
	{
		if (lattice == null) throw new RewardAnalysisException(
			"The ideal crystal as reference needs the crystal and the pixel size; choose the crystal, or another reference.");
		final Grain g = fit.grains().get(grain);
		final LatticeVectors ideal = CellMeasures.ideal(lattice, pixelSize, g.fit().vectors());
		final double turn = CellMeasures.rotation(g.fit().vectors(), ideal);
		final double c = Math.cos(turn), s = Math.sin(turn);
		final LatticeVectors turned = new LatticeVectors(c * ideal.ax() - s * ideal.ay(), s * ideal.ax() + c *
			ideal.ay(), c * ideal.bx() - s * ideal.by(), s * ideal.bx() + c * ideal.by());
		double sumX = 0, sumY = 0;
		final int[] members = fit.members(grain);
		for (final int i : members) {
			final IndexedAtom a = fit.indices().get(i);
			final double m = a.h() + g.motif().u(a.site()), n = a.k() + g.motif().v(a.site());
			sumX += fit.atoms().get(i).x() - turned.x(m, n);
			sumY += fit.atoms().get(i).y() - turned.y(m, n);
		}
		return new ReferenceLattice(sumX / members.length, sumY / members.length, turned);
	}

	private static ReferenceLattice region(final LatticeFit fit, final int grain,
		final Predicate<Position> region)
	{
		final int[] members = Arrays.stream(fit.members(grain)).filter(i -> region.test(fit.atoms().get(
			i))).toArray();
		if (members.length < FEWEST) return null;
		return of(Islands.fit(fit.atoms(), fit.indices().toArray(IndexedAtom[]::new), members, fit.grains()
			.get(grain).motif()));
	}
}
