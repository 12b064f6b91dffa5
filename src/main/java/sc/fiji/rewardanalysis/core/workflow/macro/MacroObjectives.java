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

package sc.fiji.rewardanalysis.core.workflow.macro;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.CountError;
import sc.fiji.rewardanalysis.core.reward.CoverageGap;
import sc.fiji.rewardanalysis.core.reward.LatticeResidual;
import sc.fiji.rewardanalysis.core.reward.NeighbourDistance;
import sc.fiji.rewardanalysis.core.reward.Reward;
import sc.fiji.rewardanalysis.core.reward.SpacingError;
import sc.fiji.rewardanalysis.core.workflow.Goal;

/**
 * What is pursued of a macro's outcomes, as the user writes it:
 *
 * <pre>
 * QC; ER; min rows; max mean.Area; target 195 rows worst 400
 * </pre>
 *
 * Immutable.
 */
public final class MacroObjectives {

	/** More can't be shown, and a search learns little of them. */
	private static final int MOST = 4;

	private final boolean qc, er;
	private final List<MacroObjective> measures;

	/** All of them as the user ordered them: QC, ER or a measure. */
	private final List<String> order;

	private MacroObjectives(final List<String> order) {
		this.order = order;
		qc = order.contains("QC");
		er = order.contains("ER");
		measures = order.stream().filter(o -> !isReward(o)).map(MacroObjective::of).toList();
	}

	/**
	 * Reads what the user wrote.
	 *
	 * @throws RewardAnalysisException which says what is wrong with it
	 */
	public static MacroObjectives of(final String text) {
		final List<String> order = Arrays.stream(text.split("[;\\n\\r]+")).map(String::strip).filter(s -> !s
			.isEmpty()).map(s -> isReward(s.toUpperCase(Locale.ROOT)) ? s.toUpperCase(Locale.ROOT)
				: MacroObjective.of(s).canonical()).toList();
		if (order.isEmpty()) throw new RewardAnalysisException(
			"objectives is empty; write QC; ER for atoms, or measures such as max mean.Area; target 195 rows.");
		if (order.size() > MOST) throw new RewardAnalysisException(
			"There are %d objectives; give %d at most.", order.size(), MOST);
		final MacroObjectives all = new MacroObjectives(order);
		final Set<String> names = new HashSet<>();
		for (final String name : Stream.concat(order.stream().filter(MacroObjectives::isReward), all.measures
			.stream().map(MacroObjective::name)).toList())
			if (!names.add(name)) throw new RewardAnalysisException(
				"objectives has %s twice; leave one out.", name);
		return all;
	}

	private static boolean isReward(final String word) {
		return word.equals("QC") || word.equals("ER");
	}

	/** Whether atoms are judged, so that a crystal is needed. */
	public boolean judgesAtoms() {
		return qc || er;
	}

	/** Whether the worst value of one follows from the macro as it is. */
	boolean needsPresent() {
		return measures.stream().anyMatch(m -> Double.isNaN(m.worst()));
	}

	/** The same objectives in the way that can be recorded in a macro and read again. */
	public String canonical() {
		return order.stream().collect(Collectors.joining("; "));
	}

	/**
	 * Refuses to judge atoms of which nothing is known.
	 *
	 * @param physics what is expected of atoms; null if that isn't known
	 */
	public void checkKnown(final AtomPhysics physics) {
		if (judgesAtoms() && physics == null) throw new RewardAnalysisException(
			"QC and ER judge atoms by their crystal; choose it in lattice, or pursue the macro's Results, as in target 195 rows.");
	}

	/**
	 * What is pursued.
	 *
	 * @param physics what is expected of atoms; null if that isn't known
	 * @param now what the macro leaves as it is; null if it fails
	 * @throws RewardAnalysisException if atoms are judged of which nothing is known
	 */
	List<Goal<MacroOutcome>> goals(final AtomPhysics physics, final MacroOutcome now) {
		checkKnown(physics);
		final List<Goal<MacroOutcome>> goals = new ArrayList<>();
		for (final String word : order)
			goals.add(switch (word) {
				case "QC" -> new Goal<>(new MacroAtoms(CountError.band(), physics, true), Link.countBand(physics
					.expected(), physics.low(), physics.high()), 1);
				case "ER" -> new Goal<>(new MacroAtoms(new SpacingError(), physics, true), Link.squareRoot(),
					1);
				default -> goal(MacroObjective.of(word), now);
			});
		return goals;
	}

	private static Goal<MacroOutcome> goal(final MacroObjective objective, final MacroOutcome now) {
		return objective.goal(now == null || !Double.isNaN(objective.worst()) ? Double.NaN : objective
			.measure().of(now));
	}

	/** What is only reported. */
	List<Reward<MacroOutcome>> heldOut(final AtomPhysics physics) {
		if (physics == null) return List.of();
		final List<Reward<AtomSet>> all = new ArrayList<>();
		if (!qc) all.add(CountError.band());
		if (!er) all.add(new SpacingError());
		all.addAll(List.of(CountError.paper(), new CoverageGap(), new LatticeResidual(),
			new NeighbourDistance()));
		return all.stream().map(r -> (Reward<MacroOutcome>) new MacroAtoms(r, physics, false)).toList();
	}

	/** Whether an outcome means anything. */
	boolean isFeasible(final MacroOutcome outcome, final AtomPhysics physics) {
		return measures.stream().allMatch(m -> Double.isFinite(m.measure().of(outcome))) &&
			(!judgesAtoms() || new AtomSet(outcome.atoms(), physics).isFeasible());
	}
}
