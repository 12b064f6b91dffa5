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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.compare.Oracle;
import sc.fiji.rewardanalysis.core.compare.OracleComparison;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.CountError;
import sc.fiji.rewardanalysis.core.reward.SpacingError;
import sc.fiji.rewardanalysis.core.workflow.atoms.ExpectedPhysics;

/**
 * What oracles and, if it is known, the crystal say of an image's atoms. Immutable.
 *
 * @param question what was compared
 * @param comparisons with each oracle
 * @param rewards QC and ER relative to each oracle's count
 * @param limit DS, px
 * @param own QC and ER of the crystal; null if it or the pixel size isn't known
 * @param tolerance largest distance of a pair, px
 * @param toleranceRule where it comes from, in words
 */
public record OracleVerdict(Question question, List<OracleComparison> comparisons,
	List<OracleRewards> rewards, double limit, Own own, double tolerance, String toleranceRule)
{

	/**
	 * What is compared, all in the coordinates of the analysed box.
	 *
	 * @param atoms px
	 * @param kinds class of each; empty if they have none
	 * @param oracles one or two, px
	 * @param area the analysed one
	 * @param lattice null if it isn't known
	 * @param pixelSize nm; NaN if it isn't known
	 * @param matchDistance nm; 0 for a part of the distance of neighbours
	 * @param dsFraction DS relative to the smallest ideal sum of four neighbours' distances
	 */
	public record Question(List<Blob> atoms, List<String> kinds, List<Oracle> oracles, Area area,
		Lattice lattice, double pixelSize, double matchDistance, double dsFraction)
	{

		public Question {
			atoms = List.copyOf(atoms);
			kinds = List.copyOf(kinds);
			oracles = List.copyOf(oracles);
			Checks.atLeast("match_distance", matchDistance, 0);
			Checks.within("ds_fraction", dsFraction, 0, 1);
		}

		private boolean hasPhysics() {
			return lattice != null && pixelSize > 0;
		}

		/** The largest distance of a pair, px. */
		public double tolerance() {
			if (matchDistance > 0 && !(pixelSize > 0)) throw new RewardAnalysisException(
				"match_distance is in nm, and the pixel size isn't known; give pixel_size and pixel_unit, or 0 as match_distance.");
			if (matchDistance > 0) return matchDistance / pixelSize;
			final double spacing = hasPhysics() ? lattice.nearestDistance() / pixelSize : oracles.get(0)
				.spacing();
			if (Double.isNaN(spacing)) throw new RewardAnalysisException(
				"The oracle from %s has a single point, whose neighbours' distance isn't known; give match_distance or the crystal.",
				oracles.get(0).origin());
			return OracleComparison.TOLERANCE * spacing;
		}

		private String rule() {
			return matchDistance > 0 ? "as given" : hasPhysics() ? "a quarter of the distance of nearest columns of " +
				lattice.name() : "a quarter of the median distance of the oracle's neighbours";
		}

		/** Of points within half the tolerance one, if that is wanted. */
		public Question merged() {
			final double distance = OracleComparison.DUPLICATE * tolerance();
			final List<Oracle> one = new ArrayList<>();
			for (final Oracle oracle : oracles) {
				final int twice = oracle.duplicates(distance);
				one.add(twice == 0 ? oracle : oracle.merged(distance).noting(String.format(
					Locale.ROOT, "%d points within %.2f px of another one were merged.", twice, distance)));
			}
			return new Question(atoms, kinds, one, area, lattice, pixelSize, matchDistance, dsFraction);
		}
	}

	/**
	 * What the crystal says.
	 *
	 * @param expected columns in the counted area
	 * @param low fewest that are possible there
	 * @param high most
	 * @param count QC against them
	 * @param countOfPaper QC against the expected number
	 * @param spacing ER; NaN below two atoms
	 */
	public record Own(double expected, int low, int high, double count, double countOfPaper,
		double spacing)
	{}

	public OracleVerdict {
		comparisons = List.copyOf(comparisons);
		rewards = List.copyOf(rewards);
	}

	/**
	 * Compares.
	 *
	 * @throws RewardAnalysisException if an oracle has duplicates or no point in the analysed area,
	 *           or the tolerance isn't known
	 */
	public static OracleVerdict of(final Question q) {
		final double tolerance = q.tolerance();
		final AtomPhysics physics = q.hasPhysics() ? ExpectedPhysics.of(q.lattice, q.pixelSize, q.area,
			q.dsFraction, ExpectedPhysics.PIXEL_TOLERANCE) : null;
		final Oracle first = q.oracles.get(0);
		final Area counted = physics != null ? physics.counted() : inset(q.area, first);
		final double limit = physics != null ? OracleRewards.limit(q.lattice, q.pixelSize, q.dsFraction)
			: OracleRewards.limit(first, q.dsFraction);
		final List<Blob> inside = q.atoms.stream().filter(q.area::contains).toList();
		final List<OracleComparison> comparisons = new ArrayList<>();
		final List<OracleRewards> rewards = new ArrayList<>();
		for (final Oracle oracle : q.oracles) {
			comparisons.add(OracleComparison.of(q.atoms, q.kinds, oracle, tolerance, counted));
			rewards.add(OracleRewards.of(inside, limit, (int) oracle.points().stream().filter(
				q.area::contains).count()));
		}
		return new OracleVerdict(q, comparisons, rewards, limit, physics == null ? null : own(inside,
			physics), tolerance, q.rule());
	}

	/** Half a neighbour's distance, as the crystal's counted area has it. */
	private static Area inset(final Area area, final Oracle oracle) {
		final double spacing = oracle.spacing();
		final Area inset = Double.isNaN(spacing) ? area : area.inset(spacing / 2);
		return inset.size() > 0 ? inset : area;
	}

	private static Own own(final List<Blob> atoms, final AtomPhysics physics) {
		final AtomSet set = new AtomSet(atoms, physics);
		return new Own(physics.expected(), physics.low(), physics.high(), CountError.band().score(set)
			.value(), CountError.paper().score(set).value(), new SpacingError().score(set).value());
	}

	/** With the first oracle. */
	public OracleComparison first() {
		return comparisons.get(0);
	}
}
