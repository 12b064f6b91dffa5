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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.refine.RefinedAtom;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.SpacingError;

/**
 * A solution's atoms after a person has added, moved and deleted some. What was found is
 * kept: the edits are a list, and the atoms follow from it. Positions are px in the
 * coordinates of the analysed box, pixel centres at integers. Immutable, thread-safe.
 * <p>
 * Atoms that nobody touched are judged where they were detected, as the search judges them,
 * so without edits all rewards are the solution's. Others are judged where they were put; their
 * response is NaN, for nobody measured it.
 */
public final class EditedAtoms {

	/** Where an atom comes from. */
	public enum Origin {

			/** Found by the detection. */
			DETECTED("detected"),
			/** Put there by hand. */
			ADDED("edited: added"),
			/** Found by the detection and moved by hand. */
			MOVED("edited: moved");

		private final String word;

		Origin(final String word) {
			this.word = word;
		}

		/** As in tables. */
		public String word() {
			return word;
		}
	}

	/** One edit; atoms are counted as they stood before it. */
	private sealed interface Edit {

		void apply(List<Atom> atoms);
	}

	private record Add(double x, double y, double sigma) implements Edit {

		@Override
		public void apply(final List<Atom> atoms) {
			atoms.add(Atom.byHand(new Blob(x, y, sigma, Double.NaN), Origin.ADDED));
		}
	}

	private record Move(int atom, double x, double y) implements Edit {

		@Override
		public void apply(final List<Atom> atoms) {
			final Atom before = atoms.get(atom);
			atoms.set(atom, Atom.byHand(new Blob(x, y, before.judged.sigma(), Double.NaN), before.origin ==
				Origin.ADDED ? Origin.ADDED : Origin.MOVED));
		}
	}

	private record Delete(int atom) implements Edit {

		@Override
		public void apply(final List<Atom> atoms) {
			atoms.remove(atom);
		}
	}

	/** Where an atom is judged, where it is listed, and where it comes from. */
	private record Atom(Blob judged, RefinedAtom listed, Origin origin) {

		private static Atom byHand(final Blob blob, final Origin origin) {
			return new Atom(blob, RefinedAtom.byHand(blob), origin);
		}
	}

	private final AtomSolution original;
	private final RefinedAtoms refined;
	private final Area area;
	private final List<Edit> edits;

	/** What the edits leave, worked out when first needed. */
	private List<Atom> atoms;

	private EditedAtoms(final AtomSolution original, final RefinedAtoms refined, final Area area,
		final List<Edit> edits)
	{
		this.original = original;
		this.refined = refined;
		this.area = area;
		this.edits = edits;
	}

	/**
	 * A solution that nobody has edited yet.
	 *
	 * @param refined its atoms where they are listed
	 * @param area atoms lie inside, in the analysed box's coordinates
	 */
	public static EditedAtoms of(final AtomSolution original, final RefinedAtoms refined,
		final Area area)
	{
		Checks.given("solution", original);
		Checks.given("refined atoms", refined);
		if (original.atoms().atoms().size() != refined.atoms().size()) throw new RewardAnalysisException(
			"%d atoms were found and %d refined; they must be the same ones.", original.atoms().atoms()
				.size(), refined.atoms().size());
		return new EditedAtoms(original, refined, Checks.given("area", area), List.of());
	}

	/**
	 * One atom more, as wide as the median of those that were detected; it is the last one.
	 *
	 * @throws RewardAnalysisException if it lies outside the analysed area
	 */
	public EditedAtoms add(final double x, final double y) {
		checkInside(x, y);
		final double[] sigmas = original.atoms().atoms().stream().mapToDouble(Blob::sigma).sorted()
			.toArray();
		return with(new Add(x, y, sigmas.length == 0 ? 1 : sigmas[sigmas.length / 2]));
	}

	/**
	 * An atom put elsewhere.
	 *
	 * @throws RewardAnalysisException if there is no such atom, or the place lies outside the
	 *           analysed area
	 */
	public EditedAtoms move(final int atom, final double x, final double y) {
		checkAtom(atom);
		checkInside(x, y);
		return with(new Move(atom, x, y));
	}

	/**
	 * One atom less; those after it move up by one.
	 *
	 * @throws RewardAnalysisException if there is no such atom
	 */
	public EditedAtoms delete(final int atom) {
		checkAtom(atom);
		return with(new Delete(atom));
	}

	/** Without the latest edit; this if there is none. */
	public EditedAtoms undo() {
		return edits.isEmpty() ? this : new EditedAtoms(original, refined, area, edits.subList(0, edits
			.size() - 1));
	}

	/** Without any edit. */
	public EditedAtoms discarded() {
		return new EditedAtoms(original, refined, area, List.of());
	}

	/** Whether there is anything to undo. */
	public boolean isEdited() {
		return !edits.isEmpty();
	}

	/** What was found, without any edit. */
	public AtomSolution original() {
		return original;
	}

	/** The number of atoms. */
	public int size() {
		return atoms().size();
	}

	/** Where an atom comes from. */
	public Origin origin(final int atom) {
		return atoms().get(atom).origin;
	}

	/** How many atoms come from there. */
	public int count(final Origin origin) {
		return (int) atoms().stream().filter(a -> a.origin == origin).count();
	}

	/** The detected atoms that aren't there any more, where they were detected. */
	public List<Blob> deleted() {
		// Of the detected ones each is there, moved or deleted; indices tell which.
		final List<Integer> left = new ArrayList<>(IntStream.range(0, refined.atoms().size()).boxed()
			.toList());
		for (final Edit edit : edits)
			if (edit instanceof Add) left.add(-1);
			else if (edit instanceof final Delete delete) left.remove(delete.atom);
		final boolean[] kept = new boolean[refined.atoms().size()];
		left.stream().filter(i -> i >= 0).forEach(i -> kept[i] = true);
		return IntStream.range(0, kept.length).filter(i -> !kept[i]).mapToObj(original.atoms()
			.atoms()::get).toList();
	}

	/** The atoms where they are listed. */
	public RefinedAtoms refined() {
		return isEdited() ? new RefinedAtoms(refined.method(), refined.options(), atoms().stream().map(
			Atom::listed).toList()) : refined;
	}

	/**
	 * The solution with these atoms, and with the spacing errors among them. Its evaluation is
	 * that of what was found.
	 */
	public AtomSolution solution() {
		if (!isEdited()) return original;
		final AtomSet set = new AtomSet(atoms().stream().map(Atom::judged).toList(), original.atoms()
			.physics());
		return new AtomSolution(original.evaluation(), original.preparation(), original.parameters(), set,
			new SpacingError().score(set).blamed());
	}

	private synchronized List<Atom> atoms() {
		if (atoms != null) return atoms;
		final List<Atom> left = new ArrayList<>(IntStream.range(0, refined.atoms().size()).mapToObj(
			i -> new Atom(original.atoms().atoms().get(i), refined.atoms().get(i), Origin.DETECTED)).toList());
		edits.forEach(edit -> edit.apply(left));
		return atoms = left;
	}

	private EditedAtoms with(final Edit edit) {
		final Edit[] more = Arrays.copyOf(edits.toArray(Edit[]::new), edits.size() + 1);
		more[edits.size()] = edit;
		return new EditedAtoms(original, refined, area, List.of(more));
	}

	private void checkAtom(final int atom) {
		if (atom < 0 || atom >= size()) throw new RewardAnalysisException(
			"There is no atom %d; there are %d.", atom + 1, size());
	}

	private void checkInside(final double x, final double y) {
		if (!area.contains(new Blob(x, y, 1, Double.NaN))) throw new RewardAnalysisException(
			"There can be no atom at (%.1f, %.1f) of the analysed box; put it inside the area that was analysed.",
			x, y);
	}
}
