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

package sc.fiji.rewardanalysis.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.core.Progress.NONE;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Set;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.compare.Oracle;
import sc.fiji.rewardanalysis.core.compare.OracleComparison;
import sc.fiji.rewardanalysis.core.compare.OraclePoint;
import sc.fiji.rewardanalysis.core.compare.ProbabilityMap;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Normalizer;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.detect.ValidArea;
import sc.fiji.rewardanalysis.core.feature.GeometryFeature;
import sc.fiji.rewardanalysis.core.feature.NeighbourhoodGeometry;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;
import sc.fiji.rewardanalysis.core.feature.PatchWindow;
import sc.fiji.rewardanalysis.core.feature.Patches;
import sc.fiji.rewardanalysis.core.lattice.ColumnCount;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Site;
import sc.fiji.rewardanalysis.core.network.ColumnTarget;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.RefinedAtom;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.refine.Refiner;
import sc.fiji.rewardanalysis.core.region.AtomBoxes;
import sc.fiji.rewardanalysis.core.region.Connectivity;
import sc.fiji.rewardanalysis.core.region.Labels;
import sc.fiji.rewardanalysis.core.region.Mask;
import sc.fiji.rewardanalysis.core.region.Morphology;
import sc.fiji.rewardanalysis.core.region.NearestAtoms;
import sc.fiji.rewardanalysis.core.region.PerimeterMethod;
import sc.fiji.rewardanalysis.core.region.Region;
import sc.fiji.rewardanalysis.core.region.RegionMeasures;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.CountError;
import sc.fiji.rewardanalysis.core.reward.CoverageGap;
import sc.fiji.rewardanalysis.core.reward.LatticeResidual;
import sc.fiji.rewardanalysis.core.reward.MeanResponse;
import sc.fiji.rewardanalysis.core.reward.NeighbourDistance;
import sc.fiji.rewardanalysis.core.reward.Reward;
import sc.fiji.rewardanalysis.core.reward.SpacingError;
import sc.fiji.rewardanalysis.core.reward.SpacingFit;
import sc.fiji.rewardanalysis.core.workflow.atoms.ExpectedPhysics;
import sc.fiji.rewardanalysis.fuzz.Places.Picture;

/**
 * Ways into the core from an image and its atoms, given what one gives them, images of nothing, places
 * nowhere and numbers that are none: a value that keeps its promises or a sentence, soon.
 */
class CoreFuzzTest extends CoreFuzz {

	private static final Area FIELD = Area.image(50, 50);

	@Property(tries = 300)
	void atomsAreFound(@ForAll final Picture picture, @ForAll final double low, @ForAll final double high,
		@ForAll final int scales, @ForAll final double threshold, @ForAll final double overlap, @ForAll final boolean log)
	{
		value("blobs", 0.05, () -> new LogDetector(picture.image()).blobs(new LogParameters(low, high, scales, threshold,
			overlap), NONE));
	}

	@Property(tries = 100)
	void columnsAreFound(@ForAll final Scene scene) {
		final Random random = scene.random();
		final double low = Scene.between(random, 0.8, 1.6), high = low + Scene.between(random, 0, 2), threshold = Scene
			.between(random, 0.001, 0.2);
		final LogParameters parameters = new LogParameters(low, high, 1 + random.nextInt(6), threshold, random
			.nextDouble());
		same("blobs of a crystal", 0.95, () -> new LogDetector(scene.image()).blobs(parameters, NONE), b -> b).ifPresent(
			blobs -> {
				for (final Blob blob : blobs)
					assertTrue(scene.area().contains(blob) && blob.response() > threshold && blob.sigma() >= low && blob
						.sigma() <= high, blob::toString);
				for (int i = 1; i < blobs.size(); i++)
					assertTrue(blobs.get(i - 1).response() >= blobs.get(i).response());
			});
	}

	@Property(tries = 100)
	void placesAreChecked(@ForAll final double x, @ForAll final double y) {
		value("atom", 0.6, () -> new Blob(x, y, y, x)).ifPresent(b -> assertTrue(finite(b.x(), b.y())));
		value("point", 0.7, () -> new OraclePoint(x, y)).ifPresent(p -> assertTrue(finite(p.x(), p.y())));
	}

	private static double[] pixels(final RandomAccessibleInterval<? extends RealType<?>> image) {
		return StreamSupport.stream(Views.flatIterable(image).spliterator(), false).mapToDouble(RealType::getRealDouble)
			.toArray();
	}

	@Property(tries = 300)
	void imagesArePrepared(@ForAll final Picture picture, @ForAll final double background, @ForAll final double denoise,
		@ForAll final Contrast contrast, @ForAll final Normalization unit)
	{
		value("preparation", 0.15, () -> new Preparation(background, denoise, contrast).normalized(picture.image(), picture
			.area(), unit, NONE));
		value("normalization", 0.5, () -> Normalizer.normalize(picture.image(), picture.area(), unit, contrast));
		value("valid area", 0.7, () -> ValidArea.of(picture.image(), picture.area(), denoise, NONE).describe());
	}

	@Property(tries = 80)
	void crystalsArePrepared(@ForAll final Scene scene, @ForAll final Contrast contrast,
		@ForAll final Normalization unit)
	{
		final Random random = scene.random();
		final double background = random.nextBoolean() ? 0 : Scene.between(random, 5, 12), denoise = Scene.between(random,
			0, 2);
		same("preparation of a crystal", 0.9, () -> new Preparation(background, denoise, contrast).normalized(scene.image(),
			scene.area(), unit, NONE), CoreFuzzTest::pixels).ifPresent(image -> {
				final DoubleSummaryStatistics range = Arrays.stream(pixels(image)).summaryStatistics();
				assertTrue(finite(range.getMin(), range.getMax()));
				if (unit != Normalization.MIN_MAX) return;
				assertEquals(0, range.getMin(), 1e-9);
				assertEquals(1, range.getMax(), 1e-9);
			});
	}

	@Property(tries = 200)
	void positionsAreRefined(@ForAll final Picture picture, @ForAll final List<Blob> atoms,
		@ForAll final Refinement refinement, @ForAll final Contrast contrast, @ForAll final boolean elliptic,
		@ForAll final boolean subtract)
	{
		value("refinement", 0.6, () -> Refiner.refine(picture.image(), contrast, atoms, refinement, new FitOptions(
			elliptic, subtract), NONE));
	}

	@Property(tries = 50)
	void columnsAreRefined(@ForAll final Scene scene, @ForAll final Refinement refinement,
		@ForAll final boolean elliptic, @ForAll final boolean subtract)
	{
		final List<Blob> atoms = scene.atoms();
		same("refinement of a crystal", 0.95, () -> Refiner.refine(scene.image(), Contrast.BRIGHT, atoms, refinement,
			new FitOptions(elliptic, subtract), NONE), r -> r).ifPresent(refined -> {
				assertEquals(atoms.size(), refined.atoms().size());
				for (int i = 0; i < atoms.size(); i++) {
					final RefinedAtom atom = refined.atoms().get(i);
					// None may leave the column it is of.
					assertTrue(Math.hypot(atom.x() - atoms.get(i).x(), atom.y() - atoms.get(i).y()) < scene.cell(), () -> atom +
						" of " + scene);
				}
			});
	}

	@Property(tries = 120)
	void atomsAreRewarded(@ForAll final List<Blob> atoms, @ForAll final double pixel, @ForAll final double fraction,
		@ForAll final double tolerance)
	{
		value("expected physics", 0, () -> ExpectedPhysics.of(Scene.CRYSTAL, pixel, FIELD, fraction, tolerance));
		rewarded("anything", 0.9, atoms, ExpectedPhysics.of(Scene.CRYSTAL, 0.05, FIELD, 0.8, 0.02));
	}

	@Property(tries = 50)
	void columnsAreRewarded(@ForAll final Scene scene) {
		rewarded("a crystal", 1, scene.atoms(), ExpectedPhysics.of(Scene.CRYSTAL, scene.pixelSize(), scene.area(), 0.8,
			0.02));
	}

	private void rewarded(final String of, final double least, final List<Blob> atoms, final AtomPhysics physics) {
		for (final Reward<AtomSet> reward : List.<Reward<AtomSet>> of(CountError.band(), CountError.paper(),
			new SpacingError(), new CoverageGap(), new LatticeResidual(), new NeighbourDistance(), new MeanResponse()))
			same(reward.name() + " of " + of, least, () -> reward.score(new AtomSet(atoms, physics)), s -> List.of(s
				.value(), s.signal())).ifPresent(score -> {
					assertFalse(Double.isInfinite(score.value()), reward::name);
					for (final int i : score.blamed())
						assertTrue(i >= 0 && i < atoms.size());
				});
		value("spacing fit of " + of, 0.1 * least, () -> SpacingFit.of(new AtomSet(atoms, physics)));
	}

	@Property(tries = 100)
	void latticesAreChecked(@ForAll final double a, @ForAll final double b, @ForAll final double angle,
		@ForAll final double u, @ForAll final int number, @ForAll final double pixel, @ForAll final String name)
	{
		value("site", 0, () -> new Site(name, number, u, u));
		value("count in some lattice", 0, () -> ColumnCount.of(new Lattice("x", name, name, a, b, angle, List.of(
			new Site("X", 1, 0, 0), new Site("Y", 2, u, u))), pixel, Area.image(50, 40))).ifPresent(CoreFuzzTest::ordered);
		value("count", 0.4, () -> ColumnCount.of(Scene.CRYSTAL, pixel, Area.image(50, 40))).ifPresent(
			CoreFuzzTest::ordered);
	}

	@Property(tries = 50)
	void crystalsAreChecked(@ForAll final Scene scene) {
		final Random random = scene.random();
		final double a = Scene.between(random, 0.2, 1.2), u = Scene.between(random, 0.2, 0.8);
		same("count in a lattice", 0.95, () -> ColumnCount.of(new Lattice("x", "it", "me", a, a * Scene.between(new Random(
			scene.seed()), 1, 2), Scene.between(new Random(scene.seed()), 60, 120), List.of(new Site("X", 1, 0, 0), new Site(
				"Y", 2, u, u))), scene.pixelSize(), scene.area()), c -> c).ifPresent(CoreFuzzTest::ordered);
		value("expected physics of a crystal", 1, () -> ExpectedPhysics.of(Scene.CRYSTAL, scene.pixelSize(), scene.area(),
			0.8, 0.02)).ifPresent(p -> assertTrue(finite(p.expectedJudged(), p.neighbourSumLimit()) && p
				.expectedJudged() > 0));
	}

	private static void ordered(final ColumnCount count) {
		assertTrue(count.low() <= Math.ceil(count.expected()) && Math.floor(count.expected()) <= count.high(),
			count::toString);
	}

	private static Mask mask(final Picture picture) {
		final boolean[] pixels = new boolean[picture.width() * picture.height()];
		final float[] values = picture.image().update(null).getCurrentStorageArray();
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = values[i] > 0.5;
		return new Mask(picture.width(), picture.height(), pixels);
	}

	@Property(tries = 300)
	void regionsAreMeasured(@ForAll final Picture picture, @ForAll final List<Blob> atoms, @ForAll final double radius,
		@ForAll final int side, @ForAll final PerimeterMethod method, @ForAll final boolean border)
	{
		final Mask mask = mask(picture), all = Mask.of(picture.area(), picture.width(), picture.height());
		value("dilation", 0.7, () -> Morphology.dilate(mask, radius, all)).ifPresent(wide -> assertEquals(mask.area(), mask
			.and(wide).area()));
		value("opening", 0.7, () -> Morphology.open(mask, radius)).ifPresent(open -> assertEquals(open.area(), mask.and(
			open).area()));
		value("measures", 0.9, () -> RegionMeasures.of(mask, all, method, border)).ifPresent(m -> assertTrue(m
			.areaFraction() >= 0 && m.areaFraction() <= 1 && m.perimeter() >= 0, m::toString));
		value("regions", 0.9, () -> Region.of(Labels.of(mask, Connectivity.EIGHT), all, border)).ifPresent(
			regions -> assertEquals(mask.area(), regions.stream().mapToLong(Region::area).sum()));
		value("nearest atoms", 0.5, () -> NearestAtoms.of(atoms, picture.width(), picture.height(), picture.area(), radius,
			NONE)).ifPresent(nearest -> {
				for (final int label : nearest.labels())
					assertTrue(label >= NearestAtoms.NONE && label < atoms.size());
			});
		value("boxes", 0.5, () -> new AtomBoxes(atoms, side, picture.width(), picture.height(), picture.area()));
	}

	@Property(tries = 250)
	void placesAreCompared(@ForAll final List<Blob> found, @ForAll final List<Blob> truth, @ForAll final double tolerance,
		@ForAll final double threshold, @ForAll final Picture picture)
	{
		value("matching", 0.5, () -> Matching.match(found, truth, tolerance, FIELD)).ifPresent(match -> adds(match, found
			.size(), truth.size()));
		value("comparison", 0.1, () -> OracleComparison.of(found, List.of(), new Oracle(truth.stream().map(
			b -> new OraclePoint(b.x(), b.y())).toList(), "it"), tolerance, FIELD));
		final float[] map = picture.image().update(null).getCurrentStorageArray();
		value("centroids", 0.3, () -> new ProbabilityMap(map, picture.width(), picture.height()).centroids(threshold))
			.ifPresent(points -> points.forEach(p -> assertTrue(picture.area().contains(p))));
		value("maxima", 0.2, () -> new ProbabilityMap(map, picture.width(), picture.height()).maxima(threshold,
			tolerance)).ifPresent(points -> points.forEach(p -> assertTrue(picture.area().contains(p))));
		value("target", 0.9, () -> ColumnTarget.draw(found, picture.width(), picture.height()));
	}

	private static void adds(final Match match, final int found, final int truth) {
		final Set<Integer> partners = new HashSet<>();
		for (final int partner : match.partner())
			assertTrue(partner == -1 || partner < truth && partners.add(partner), "no two with one partner");
		assertTrue(match.truePositives() <= partners.size() && match.truePositives() + match.falsePositives() <= found &&
			match.truePositives() + match.falseNegatives() <= truth);
	}

	@Property(tries = 60)
	void columnsAreCompared(@ForAll final Scene scene, @ForAll final Scene other) {
		final double tolerance = 0.3 * scene.cell();
		final List<Blob> atoms = scene.atoms();
		same("matching of a crystal", 1, () -> Matching.match(atoms, other.atoms(), tolerance, scene.area()), m -> m)
			.ifPresent(match -> {
				adds(match, atoms.size(), other.atoms().size());
				assertTrue(match.truePositives() == 0 || match.rmsd() <= tolerance);
			});
		value("itself", 1, () -> Matching.match(atoms, atoms, tolerance, scene.area())).ifPresent(match -> assertTrue(match
			.falsePositives() == 0 && match.falseNegatives() == 0 && match.rmsd() == 0, match::toString));
	}

	@Property(tries = 150)
	void neighbourhoodsAreDescribed(@ForAll final Picture picture, @ForAll final List<Blob> atoms,
		@ForAll final double pixel, @ForAll final double window, @ForAll final PatchNormalization normalization,
		@ForAll final int averaged)
	{
		value("geometry", 0.1, () -> NeighbourhoodGeometry.of(atoms, picture.area(), Scene.CRYSTAL, pixel, averaged,
			NONE));
		value("geometry without crystal", 0.1, () -> NeighbourhoodGeometry.of(atoms, picture.area(), null, pixel, 6,
			NONE));
		value("patches", 0, () -> Patches.of(picture.image(), picture.area(), atoms, PatchWindow.of(window),
			normalization, NONE));
	}

	@Property(tries = 60)
	void columnsAreDescribed(@ForAll final Scene scene, @ForAll final PatchNormalization normalization,
		@ForAll final boolean known)
	{
		final List<Blob> atoms = scene.atoms();
		same("geometry of a crystal", 0.9, () -> NeighbourhoodGeometry.of(atoms, scene.area(), known ? Scene.CRYSTAL : null,
			scene.pixelSize(), 6, NONE), g -> IntStream.range(0, GeometryFeature.values().length).mapToObj(f -> g.values(
				GeometryFeature.values()[f])).toArray()).ifPresent(geometry -> assertEquals(atoms.size(), geometry.size()));
		same("patches of a crystal", 0.9, () -> Patches.of(scene.image(), scene.area(), atoms, PatchWindow.of(scene.cell()),
			normalization, NONE), CoreFuzzTest::values).ifPresent(patches -> {
				assertEquals(atoms.size(), patches.size() + patches.leftOut());
				assertTrue(finite(values(patches)));
			});
	}

	private static float[] values(final Patches patches) {
		final float[] values = new float[patches.size() * patches.dimension()];
		patches.read(0, patches.size(), values);
		return values;
	}
}
