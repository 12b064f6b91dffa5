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

package sc.fiji.rewardanalysis.core.workflow.classes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Neighbours;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.feature.PatchWindow;
import sc.fiji.rewardanalysis.core.feature.Patches;

/**
 * Atoms in classes: all of them told apart in a first pass, one class of these in a second,
 * as Barakati et al. 2024 (doi:10.1039/D4DD00132J) tell apart species, then the orientations
 * of one of them. The classes of the second pass stand in place of the one that was split.
 * Edge: an atom whose patch doesn't lie wholly inside the area has no class (see
 * {@link Patches}). Immutable.
 *
 * @param settings what was asked for
 * @param atoms all of them, px
 * @param window what is taken of each
 * @param first the first pass
 * @param splitClass which of its classes was split, from 0; −1 for none
 * @param second the second pass; null if there was none
 * @param classes what came out
 * @param labels of each atom its class, from 0; −1 for none; shared, not to be changed
 * @param probabilities how probably each atom belongs to it; NaN for none; shared, not to be
 *          changed
 */
public record AtomClassification(ClassificationSettings settings, List<Blob> atoms,
	PatchWindow window, ClassificationPass first, int splitClass, ClassificationPass second,
	List<AtomClass> classes, int[] labels, double[] probabilities)
{

	public AtomClassification {
		atoms = List.copyOf(atoms);
		classes = List.copyOf(classes);
		if (new HashSet<>(classes.stream().map(AtomClass::name).toList()).size() < classes.size())
			throw new RewardAnalysisException("Two classes have the same name; give each its own.");
	}

	/**
	 * Classifies atoms.
	 *
	 * @param image two-dimensional, origin (0, 0), of any brightness
	 * @param area where patches may lie
	 * @param atoms px of the image
	 * @throws RewardAnalysisException if there are too few atoms for the model, all lie at the
	 *           edge, the window is larger than the image or the image looks the same around
	 *           all atoms
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static <T extends RealType<T>> AtomClassification of(
		final RandomAccessibleInterval<T> image, final Area area, final List<Blob> atoms,
		final ClassificationSettings settings, final Progress progress)
	{
		Checks.given("atoms", atoms);
		Checks.given("settings", settings);
		final PatchWindow window = PatchWindow.of(settings.window() > 0 ? settings.window()
			: automatic(atoms, progress));
		final Patches patches = Patches.of(image, area, atoms, window, settings.normalization(),
			progress);
		final ClassificationPass first = ClassificationPass.of(patches, settings.first(), false,
			progress.part(0, settings.split().equals(Split.NONE) ? 1 : 0.75));
		final int split = settings.split().choose(first);
		final ClassificationPass second = split < 0 ? null : second(patches, first, split, settings,
			progress.part(0.75, 1));
		return made(settings, atoms, window, first, split, second);
	}

	/**
	 * The automatic window: {@link ClassificationSettings#SPACINGS} times the median distance to
	 * the nearest atom, px.
	 *
	 * @throws RewardAnalysisException for fewer than two atoms
	 */
	public static double automatic(final List<Blob> atoms, final Progress progress) {
		if (atoms.size() < 2) throw new RewardAnalysisException(
			"There %s; classes need many, so find atoms first or choose a larger area.", atoms.isEmpty()
				? "are no atoms" : "is 1 atom");
		final Neighbours neighbours = new Neighbours(atoms);
		final double[] nearest = IntStream.range(0, atoms.size()).mapToDouble(i -> {
			progress.checkCanceled();
			return neighbours.of(i, 1)[0].distance();
		}).sorted().toArray();
		return Math.max(2, ClassificationSettings.SPACINGS * nearest[nearest.length / 2]);
	}

	private static ClassificationPass second(final Patches patches, final ClassificationPass first,
		final int split, final ClassificationSettings settings, final Progress progress)
	{
		final int[] members = IntStream.range(0, first.atoms().length).filter(i -> first.label(
			i) == split).toArray();
		return ClassificationPass.of(patches.subset(members), settings.first().orientations(settings
			.splitInto()), true, progress);
	}

	private static AtomClassification made(final ClassificationSettings settings,
		final List<Blob> atoms, final PatchWindow window, final ClassificationPass first,
		final int split, final ClassificationPass second)
	{
		final int more = second == null ? 0 : second.classes() - 1;
		final int[] labels = new int[atoms.size()];
		final double[] probabilities = new double[atoms.size()];
		Arrays.fill(labels, -1);
		Arrays.fill(probabilities, Double.NaN);
		for (int i = 0; i < first.atoms().length; i++) {
			final int label = first.label(i);
			labels[first.atoms()[i]] = second != null && label > split ? label + more : label;
			probabilities[first.atoms()[i]] = first.probability(i, label);
		}
		for (int i = 0; second != null && i < second.atoms().length; i++) {
			final int label = second.label(i), atom = second.atoms()[i];
			labels[atom] = split + label;
			probabilities[atom] *= second.probability(i, label);
		}
		return new AtomClassification(settings, atoms, window, first, split, second, classes(settings,
			window.points(), first, split, second), labels, probabilities);
	}

	private static List<AtomClass> classes(final ClassificationSettings settings, final int side,
		final ClassificationPass first, final int split, final ClassificationPass second)
	{
		final List<String> names = names(settings, first);
		final List<AtomClass> classes = new ArrayList<>();
		for (int c = 0; c < first.classes(); c++) {
			if (c != split || second == null) {
				classes.add(made(names.get(c), first, c, side, 1));
				continue;
			}
			for (int o = 0; o < second.classes(); o++)
				classes.add(made(orientation(names.get(c), o), second, o, side, first.weight(c)));
		}
		return classes;
	}

	private static AtomClass made(final String name, final ClassificationPass pass, final int cls,
		final int side, final double share)
	{
		return new AtomClass(name, (int) Split.count(pass.labels(), cls), share * pass.weight(cls), pass
			.brightness(cls), side, pass.means()[cls]);
	}

	/** The crystal's species if these are certain, otherwise numbers. */
	private static List<String> names(final ClassificationSettings settings,
		final ClassificationPass first)
	{
		final int n = first.classes();
		final int[] labels = first.labels();
		final List<String> species = settings.lattice() == null ? List.of() : SpeciesNames.of(settings
			.lattice(), IntStream.range(0, n).mapToDouble(first::brightness).toArray(), IntStream.range(0,
				n).map(c -> (int) Split.count(labels, c)).toArray());
		return species.isEmpty() ? IntStream.range(0, n).mapToObj(c -> "class " + (c + 1)).toList()
			: species;
	}

	/** Ba becomes Ba1 and Ba2, Cu2 becomes Cu2a and Cu2b. */
	private static String orientation(final String name, final int number) {
		return name + (Character.isDigit(name.charAt(name.length() - 1)) ? String.valueOf((char) ('a' +
			number)) : Integer.toString(number + 1));
	}

	/** The names of the classes. */
	public List<String> names() {
		return classes.stream().map(AtomClass::name).toList();
	}

	/**
	 * The same classes under other names.
	 *
	 * @param names as many as there are classes
	 * @throws RewardAnalysisException for another number, an empty name, or two equal ones
	 */
	public AtomClassification named(final List<String> names) {
		if (names.size() != classes.size()) throw new RewardAnalysisException(
			"There are %d classes and %d names; give each class a name.", classes.size(), names.size());
		return new AtomClassification(settings, atoms, window, first, splitClass, second, IntStream.range(
			0, names.size()).mapToObj(c -> classes.get(c).named(names.get(c))).toList(), labels,
			probabilities);
	}

	/** Which class one of a pass is, from 0; of one that was split, the first of its parts. */
	public int number(final ClassificationPass pass, final int cls) {
		if (pass == second) return splitClass + cls;
		return second != null && cls > splitClass ? cls + second.classes() - 1 : cls;
	}

	/** How many atoms have no class, for their patches reach over the edge. */
	public int leftOut() {
		return atoms.size() - first.atoms().length;
	}

	/** The classes of the first pass by name, a split one as "Ba1 + Ba2". */
	public List<String> firstNames() {
		final int into = second == null ? 1 : second.classes();
		return IntStream.range(0, first.classes()).mapToObj(c -> c == splitClass ? String.join(" + ",
			names().subList(c, c + into)) : names().get(number(first, c))).toList();
	}

	/** What should be known: why so many classes, what died, what was left out. */
	public List<String> notes() {
		final List<String> notes = new ArrayList<>();
		first.notes().forEach(note -> notes.add(second == null ? note : "First pass: " + note));
		if (second != null) second.notes().forEach(note -> notes.add("Second pass: " + note));
		if (leftOut() > 0) notes.add(leftOut() + " of " + atoms.size() +
			" atoms have no class: their patches reach over the edge.");
		return notes;
	}
}
