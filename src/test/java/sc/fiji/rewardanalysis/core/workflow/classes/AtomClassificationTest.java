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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.clustering.Criterion;
import sc.fiji.rewardanalysis.core.clustering.FloatMatrix;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.refine.Refinement;

class AtomClassificationTest {

	private static final int SIZE = 240;

	private static final ClassificationSettings USUAL = ClassificationSettings.of(YbcoAtoms.LATTICE, 1)
		.split(Split.of("brightest"), 2);

	/** Without a search for the number. */
	private static final ClassificationSettings FOUR = new ClassificationSettings(0,
		PatchNormalization.STANDARD, new PassSettings(true, 5, CovarianceType.FULL, 4, Criterion.ICL, 1),
		Split.NONE, 2, null);

	private static YbcoAtoms ybco;
	private static AtomClassification found;

	@BeforeAll
	static void classify() {
		ybco = YbcoAtoms.of(SIZE, 0.02, 0.1, 1, Refinement.NONE, UnaryOperator.identity());
		found = ybco.classified(USUAL);
	}

	@Test
	void speciesAndOrientationsAreToldApart() {
		assertTrue(ybco.species(found) >= 0.95, "species " + ybco.species(found));
		assertTrue(ybco.barium(found) >= 0.95, "Ba " + ybco.barium(found));
		assertEquals(4, found.first().selection().suggested());
	}

	@Test
	void namesAreThoseOfTheCrystal() {
		assertEquals(List.of("Ba1", "Ba2", "Y"), found.names().subList(0, 3));
		for (int i = 0; i < found.atoms().size(); i++) {
			if (found.labels()[i] < 0 || ybco.truth()[i] < 0) continue;
			final String name = found.names().get(found.labels()[i]), species = YbcoAtoms.LATTICE.sites()
				.get(ybco.truth()[i]).species();
			assertEquals(species, name.startsWith("Ba") ? "Ba" : name);
		}
		assertEquals(List.of("Ba1 + Ba2"), found.firstNames().subList(0, 1));
	}

	@Test
	void eachAtomHasOneClassOrLiesAtTheEdge() {
		final double half = 0.5 * found.window().size();
		int none = 0;
		for (int i = 0; i < found.atoms().size(); i++) {
			final Blob atom = found.atoms().get(i);
			final double edge = Math.min(Math.min(atom.x(), atom.y()), SIZE - 1 - Math.max(atom.x(), atom
				.y()));
			if (found.labels()[i] < 0) none++;
			assertEquals(found.labels()[i] < 0, Double.isNaN(found.probabilities()[i]));
			if (edge > half + 4) assertTrue(found.labels()[i] >= 0);
			if (edge < half - 1) assertEquals(-1, found.labels()[i]);
		}
		assertEquals(none, found.leftOut());
		assertEquals(found.atoms().size() - none, found.classes().stream().mapToInt(AtomClass::count)
			.sum());
		assertEquals(1, found.classes().stream().mapToDouble(AtomClass::weight).sum(), 1e-9);
		assertTrue(found.notes().toString().contains(none + " of " + found.atoms().size()), found.notes()
			.toString());
	}

	@Test
	void threadsChangeNothing() throws Exception {
		final AtomClassification other = Parallelization.runSingleThreaded(() -> ybco.classified(USUAL));
		assertArrayEquals(found.labels(), other.labels());
		assertArrayEquals(found.probabilities(), other.probabilities());
		assertEquals(found.names(), other.names());
	}

	/** Turned by 180 degrees species stay, and the upper orientation becomes the lower one. */
	@Test
	void aHalfTurnSwapsOrientationsAlone() {
		final var turned = Views.zeroMin(Views.invertAxis(Views.invertAxis(ybco.image().image(), 0), 1));
		final List<Blob> atoms = ybco.atoms().stream().map(a -> new Blob(SIZE - 1 - a.x(), SIZE - 1 - a.y(), a
			.sigma(), a.response())).toList();
		final AtomClassification other = AtomClassification.of(turned, Area.image(SIZE, SIZE), atoms,
			new ClassificationSettings(0, PatchNormalization.STANDARD, FOUR.first(), USUAL.split(), 2, USUAL
				.lattice()), Progress.NONE);
		assertEquals(found.names(), other.names());
		int same = 0, all = 0;
		for (int i = 0; i < atoms.size(); i++) {
			final int a = found.labels()[i], b = other.labels()[i];
			if (a < 0 || b < 0) continue;
			all++;
			if ((a < 2 ? 1 - a : a) == b) same++;
		}
		assertTrue(same >= 0.98 * all, same + " of " + all);
	}

	@Test
	void onePassHasOneClassOfBarium() {
		final AtomClassification one = ybco.classified(FOUR);
		assertNull(one.second());
		assertEquals(List.of("class 1", "class 2", "class 3", "class 4"), one.names());
		for (int c = 1; c < 4; c++)
			assertTrue(one.classes().get(c).brightness() <= one.classes().get(c - 1).brightness());
		final int largest = ybco.classified(one.settings().split(Split.of("largest"), 0)).splitClass();
		assertTrue(one.classes().stream().allMatch(c -> c.count() <= one.classes().get(largest).count()));
		assertEquals(List.of("class 1", "class 2a", "class 2b", "class 3", "class 4"), ybco.classified(one
			.settings().split(Split.of("2"), 2)).names());
	}

	@Test
	void aWindowOfTheUsersIsTaken() {
		final AtomClassification other = ybco.classified(new ClassificationSettings(20,
			PatchNormalization.OFFSET, new PassSettings(true, 4, CovarianceType.TIED, 4, Criterion.BIC, 1),
			Split.NONE, 2, null));
		assertEquals(20, other.window().size());
		assertNull(other.first().selection());
		assertTrue(ybco.species(other) > 0.9);
	}

	@Test
	void namesAreEdited() {
		final AtomClassification named = found.named(List.of("Ba up", "Ba down", "Y", "plane", "chain"));
		assertEquals("Ba up", named.classes().get(0).name());
		assertArrayEquals(found.labels(), named.labels());
		refuse(() -> found.named(List.of("a", "b")), "5 classes", "2 names");
		refuse(() -> found.named(List.of("a", "a", "b", "c", "d")), "same name");
		refuse(() -> found.named(List.of("a", " ", "b", "c", "d")), "empty");
	}

	@Test
	void whatCannotBeClassifiedIsSaid() {
		final var image = ybco.image().image();
		final Area area = Area.image(SIZE, SIZE);
		refuse(() -> run(image, area, List.of(), USUAL), "no atoms");
		refuse(() -> run(image, area, ybco.atoms().subList(0, 1), USUAL), "1 atom");
		refuse(() -> run(image, area, ybco.atoms().stream().filter(a -> a.x() > 100 && a.x() < 180 && a
			.y() > 100 && a.y() < 180).limit(8).toList(), sized(24)), "at least", "fewer components");
		refuse(() -> run(image, area, List.of(new Blob(2, 2, 2, 1), new Blob(12, 2, 2, 1), new Blob(22, 2, 2,
			1)), sized(24)), "None of 3 atoms", "smaller window");
		refuse(() -> run(image, area, ybco.atoms(), sized(SIZE + 1)), "larger than the image");
		refuse(() -> run(ArrayImgs.floats(SIZE, SIZE), area, ybco.atoms(), USUAL), "the same around all");
		refuse(() -> ybco.classified(FOUR.split(Split.of("7"), 2)),
			"split_class is 7", "4 classes");
		refuse(() -> Split.of("tiny"), "split_class", "brightest");
		refuse(() -> new PassSettings(true, 5, CovarianceType.FULL, 9, Criterion.ICL, 1), "components", "8");
		refuse(() -> new ClassificationSettings(-1, PatchNormalization.NONE, PassSettings.species(1),
			Split.NONE, 2, null), "window");
	}

	/** A single atom unlike all others can't hold a full covariance. */
	@Test
	void componentsThatDieAreToldOf() {
		final AtomClassification died = run(spots(200), new PassSettings(true, 2, CovarianceType.FULL, 2,
			Criterion.ICL, 1));
		assertEquals(2, died.classes().size() + died.first().mixture().dropped());
		assertEquals(died.first().mixture().dropped() > 0, died.notes().toString().contains("died"), died
			.notes().toString());
		assertEquals(died.classes().size(), died.first().classes());
	}

	/** Patches that are of two kinds to the last bit don't end the search for a number. */
	@Test
	void twoKindsAreTwoClasses() {
		final AtomClassification two = run(spots(2), new PassSettings(true, 1, CovarianceType.FULL, 0,
			Criterion.ICL, 1));
		assertEquals(2, two.classes().size());
		refuse(() -> run(spots(2), new PassSettings(true, 1, CovarianceType.FULL, 8, Criterion.ICL, 1)),
			"Only 2 of the", "fewer");
	}

	/** Spots of which each second one is brighter, or one in so many with noise. */
	private static float[] spots(final int one) {
		final float[] pixels = new float[SIZE * SIZE];
		final Random random = new Random(1);
		for (int i = 0; one > 2 && i < pixels.length; i++)
			pixels[i] = 0.01f * random.nextFloat();
		int n = 0;
		for (int y = 8; y < SIZE; y += 16)
			for (int x = 8; x < SIZE; x += 16)
				pixels[y * SIZE + x] += n++ % one == 1 ? 50 : 1;
		return pixels;
	}

	private static AtomClassification run(final float[] pixels, final PassSettings settings) {
		final List<Blob> atoms = new ArrayList<>();
		for (int y = 8; y < SIZE; y += 16)
			for (int x = 8; x < SIZE; x += 16)
				atoms.add(new Blob(x, y, 2, 1));
		return run(ArrayImgs.floats(pixels, SIZE, SIZE), Area.image(SIZE, SIZE), atoms,
			new ClassificationSettings(8, PatchNormalization.NONE, settings, Split.NONE, 2, null));
	}

	private static AtomClassification run(final RandomAccessibleInterval<FloatType> image,
		final Area area, final List<Blob> atoms, final ClassificationSettings settings)
	{
		return AtomClassification.of(image, area, atoms, settings, Progress.NONE);
	}

	private static ClassificationSettings sized(final double window) {
		return new ClassificationSettings(window, PatchNormalization.STANDARD, PassSettings.species(1),
			Split.NONE, 2, null);
	}

	private static void refuse(final Runnable work, final String... words) {
		Complaints.assertSays(assertThrows(RewardAnalysisException.class, work::run).getMessage(), words);
	}

	@Test
	void aCancelIsHeard() {
		final Progress cancelled = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> AtomClassification.of(ybco.image().image(), Area
			.image(SIZE, SIZE), ybco.atoms(), USUAL, cancelled));
	}

	@Test
	void turnedPatchesAreEqual() {
		final Random random = new Random(1);
		final float[] patches = new float[2 * 25];
		for (int i = 0; i < 25; i++) {
			patches[i] = random.nextFloat();
			patches[49 - i] = patches[i];
		}
		final float[] mean = new float[50];
		new TwoFold(new FloatMatrix(2, 25, patches)).read(0, 2, mean);
		for (int i = 0; i < 25; i++) {
			assertEquals(mean[i], mean[25 + i]);
			assertEquals(mean[i], mean[24 - i]);
			assertEquals(0.5f * (patches[i] + patches[24 - i]), mean[i]);
		}
	}

	@Test
	void namesAreOnlyGivenWhereTheCellLeavesNoChoice() {
		final var ybc = YbcoAtoms.LATTICE;
		assertEquals(List.of("Ba", "Y", "Cu1", "Cu2"), SpeciesNames.of(ybc, falling(4), new int[] { 200, 100,
			90, 210 }));
		assertEquals(List.of("Ba", "Y", "Cu2", "Cu1"), SpeciesNames.of(ybc, falling(4), new int[] { 200, 100,
			205, 95 }));
		assertEquals(List.of(), SpeciesNames.of(ybc, falling(4), new int[] { 200, 200, 100, 100 }));
		assertEquals(List.of(), SpeciesNames.of(ybc, falling(3), new int[] { 200, 100, 300 }));
		assertEquals(List.of(), SpeciesNames.of(ybc, new double[] { 1, 2, 3, 4 }, new int[] { 200, 100, 90,
			210 }));
		assertEquals(List.of("Dy", "Sc"), SpeciesNames.of(Lattices.get("DyScO3-110"), falling(2), new int[] {
			100, 110 }));
		assertEquals(List.of(), SpeciesNames.of(Lattices.get("Fe-100"), falling(2), new int[] { 100, 100 }));
	}

	private static double[] falling(final int n) {
		return IntStream.range(0, n).mapToDouble(i -> -i).toArray();
	}
}
