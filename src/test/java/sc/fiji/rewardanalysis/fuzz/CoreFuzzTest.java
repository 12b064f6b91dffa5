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

import static sc.fiji.rewardanalysis.core.Progress.NONE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.clustering.Criterion;
import sc.fiji.rewardanalysis.core.clustering.FloatMatrix;
import sc.fiji.rewardanalysis.core.clustering.GaussianMixture;
import sc.fiji.rewardanalysis.core.clustering.KMeans;
import sc.fiji.rewardanalysis.core.clustering.MixtureOptions;
import sc.fiji.rewardanalysis.core.clustering.ModelSelection;
import sc.fiji.rewardanalysis.core.clustering.Pca;
import sc.fiji.rewardanalysis.core.clustering.Points;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.compare.Oracle;
import sc.fiji.rewardanalysis.core.compare.OracleComparison;
import sc.fiji.rewardanalysis.core.compare.OraclePoint;
import sc.fiji.rewardanalysis.core.compare.ProbabilityMap;
import sc.fiji.rewardanalysis.core.crystal.LatticeAnalysis;
import sc.fiji.rewardanalysis.core.crystal.LatticeSettings;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Normalizer;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.detect.ValidArea;
import sc.fiji.rewardanalysis.core.estimate.PhysicsEstimation;
import sc.fiji.rewardanalysis.core.feature.NeighbourhoodGeometry;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;
import sc.fiji.rewardanalysis.core.feature.PatchWindow;
import sc.fiji.rewardanalysis.core.feature.Patches;
import sc.fiji.rewardanalysis.core.latent.BilateralFilter;
import sc.fiji.rewardanalysis.core.latent.MultiOtsu;
import sc.fiji.rewardanalysis.core.latent.PatchOptions;
import sc.fiji.rewardanalysis.core.latent.PatchScale;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.lattice.ColumnCount;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.lattice.Site;
import sc.fiji.rewardanalysis.core.network.ColumnTarget;
import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Engine;
import sc.fiji.rewardanalysis.core.optimize.GridEngine;
import sc.fiji.rewardanalysis.core.optimize.Hypervolume;
import sc.fiji.rewardanalysis.core.optimize.NsgaEngine;
import sc.fiji.rewardanalysis.core.optimize.Objective;
import sc.fiji.rewardanalysis.core.optimize.Observation;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.RandomEngine;
import sc.fiji.rewardanalysis.core.optimize.ScalarisedEngine;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Surrogate;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
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
import sc.fiji.rewardanalysis.core.simulate.DomainParameters;
import sc.fiji.rewardanalysis.core.simulate.DomainSimulator;
import sc.fiji.rewardanalysis.core.simulate.DomainWalls;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.track.Drift;
import sc.fiji.rewardanalysis.core.track.DriftEstimator;
import sc.fiji.rewardanalysis.core.track.FrameDrift;
import sc.fiji.rewardanalysis.core.track.FramePoints;
import sc.fiji.rewardanalysis.core.track.Landscape;
import sc.fiji.rewardanalysis.core.track.Linker;
import sc.fiji.rewardanalysis.core.track.TrackSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.ExpectedPhysics;
import sc.fiji.rewardanalysis.fuzz.Places.Picture;

/**
 * Every way into the core, given images of nothing, places nowhere and numbers that are none: a
 * value or a sentence, soon. The tries of each are its share of all fuzz tests' cases.
 */
class CoreFuzzTest extends CoreFuzz {

	private static final Lattice CUBE = Lattices.get("SrTiO3-001");

	private static void holds(final Callable<?> code) {
		Fuzz.holds(code, () -> "");
	}

	@Property(tries = 400)
	void atomsAreFound(@ForAll final Picture picture, @ForAll final double low, @ForAll final double high,
		@ForAll final int scales, @ForAll final double threshold, @ForAll final double overlap, @ForAll final boolean log)
	{
		holds(() -> new LogDetector(picture.image()).blobs(new LogParameters(low, high, scales, threshold, overlap),
			NONE));
	}

	@Property(tries = 100)
	void placesAreChecked(@ForAll final double x, @ForAll final double y) {
		holds(() -> new Blob(x, y, y, x));
		holds(() -> new OraclePoint(x, y));
	}

	@Property(tries = 400)
	void imagesArePrepared(@ForAll final Picture picture, @ForAll final double background, @ForAll final double denoise,
		@ForAll final Contrast contrast, @ForAll final Normalization unit)
	{
		holds(() -> new Preparation(background, denoise, contrast).normalized(picture.image(), picture.area(), unit,
			NONE));
		holds(() -> Normalizer.normalize(picture.image(), picture.area(), unit, contrast));
		holds(() -> ValidArea.of(picture.image(), picture.area(), denoise, NONE).describe());
	}

	@Property(tries = 300)
	void positionsAreRefined(@ForAll final Picture picture, @ForAll final List<Blob> atoms,
		@ForAll final Refinement refinement, @ForAll final Contrast contrast, @ForAll final boolean elliptic,
		@ForAll final boolean subtract)
	{
		holds(() -> Refiner.refine(picture.image(), contrast, atoms, refinement, new FitOptions(elliptic, subtract),
			NONE));
	}

	@Property(tries = 500)
	void atomsAreRewarded(@ForAll final List<Blob> atoms, @ForAll final double pixel, @ForAll final double fraction,
		@ForAll final double tolerance)
	{
		holds(() -> ExpectedPhysics.of(CUBE, pixel, Area.image(50, 50), fraction, tolerance));
		final AtomPhysics physics = ExpectedPhysics.of(CUBE, 0.05, Area.image(50, 50), 0.8, 0.02);
		for (final Reward<AtomSet> reward : List.<Reward<AtomSet>> of(CountError.band(), CountError.paper(), new SpacingError(), new CoverageGap(),
			new LatticeResidual(), new NeighbourDistance(), new MeanResponse()))
			holds(() -> reward.score(new AtomSet(atoms, physics)));
		holds(() -> SpacingFit.of(new AtomSet(atoms, physics)));
	}

	@Property(tries = 300)
	void latticesAreChecked(@ForAll final double a, @ForAll final double b, @ForAll final double angle,
		@ForAll final double u, @ForAll final int number, @ForAll final double pixel, @ForAll final String name)
	{
		holds(() -> new Site(name, number, u, u));
		holds(() -> ColumnCount.of(new Lattice("x", name, name, a, b, angle, List.of(new Site("X", 1, 0, 0), new Site("Y",
			2, u, u))), pixel, Area.image(50, 40)));
		holds(() -> ColumnCount.of(CUBE, pixel, Area.image(50, 40)));
	}

	private static Observation observation(final Random random, final int objectives) {
		final double[] odd = { Double.NaN, Double.POSITIVE_INFINITY, -1e300, 1e300, 0, -0.0, 1 };
		final double[] signals = IntStream.range(0, objectives).mapToDouble(i -> random.nextInt(3) == 0 ? odd[random
			.nextInt(odd.length)] : random.nextDouble()).toArray();
		return random.nextInt(6) == 0 ? Observation.failed("It didn't work.") : random.nextInt(6) == 0 ? new Observation(
			signals, false, Map.of("m", Double.NaN)) : Observation.of(signals);
	}

	@Property(tries = 120)
	void studiesAskAndAreTold(@ForAll final int engine, @ForAll final double min, @ForAll final double max,
		@ForAll final boolean log, @ForAll final int low, @ForAll final int high, @ForAll final long seed)
	{
		final Random random = new Random(seed);
		final List<Engine> engines = List.of(new BayesianEngine(), new GridEngine(20), new NsgaEngine(),
			new RandomEngine(), new ScalarisedEngine(), new SobolEngine());
		final int objectives = 1 + random.nextInt(3);
		holds(() -> {
			final SearchSpace space = new SearchSpace(List.of(Parameter.of("x", "", min, max, log), new Parameter.Whole("n",
				"", low, high), new Parameter.Choice("c", List.of("a", "b")))).when("x", "c", "a");
			final Study study = new Study(space, IntStream.range(0, objectives).mapToObj(i -> Objective.of("o" + i, 1))
				.toList(), engines.get(Math.floorMod(engine, engines.size())), seed);
			for (int i = 0; i < 14; i++)
				study.tell(study.ask(), observation(random, objectives), 0.1);
			return Surrogate.lacks(study).isEmpty() ? Surrogate.of(study) : study;
		});
		holds(() -> new Study(new SearchSpace(List.of(Parameter.of("x", "", 0, 1, false))), List.of(Objective.of("o", max)),
			engines.get(Math.floorMod(engine, engines.size())), seed).tell(null, observation(random, objectives), min));
	}

	@Property(tries = 300)
	void volumesAreMeasured(@ForAll final double[] values, @ForAll final double a, @ForAll final double b) {
		final double[][] points = IntStream.range(0, values.length / 2).mapToObj(i -> new double[] { values[2 * i],
			values[2 * i + 1] }).toArray(double[][]::new);
		holds(() -> Hypervolume.of(points, new double[] { a, b }));
	}

	@Property(tries = 300)
	void pointsAreClustered(@ForAll final double[] values, @ForAll final int dimension, @ForAll final int components,
		@ForAll final CovarianceType covariance, @ForAll final Criterion criterion, @ForAll final int starts)
	{
		final int wide = Math.floorMod(dimension, 4) + 1, size = values.length / wide;
		final double[] whole = Arrays.copyOf(values, size * wide);
		final float[] floats = new float[whole.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = (float) whole[i];
		holds(() -> new Points(size, dimension, values));
		holds(() -> GaussianMixture.fit(new Points(size, wide, whole), MixtureOptions.of(components, covariance, 1),
			NONE));
		holds(() -> KMeans.fit(new Points(size, wide, whole), components, Math.min(starts, 20), 1, NONE));
		holds(() -> ModelSelection.run(new Points(size, wide, whole), MixtureOptions.of(2, covariance, 1), components,
			Math.min(components + 2, 8), criterion, NONE));
		holds(() -> Pca.fit(new FloatMatrix(size, wide, floats), components, 1, NONE));
	}

	private static Mask mask(final Picture picture) {
		final boolean[] pixels = new boolean[picture.width() * picture.height()];
		final var values = picture.image().update(null).getCurrentStorageArray();
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = values[i] > 0.5;
		return new Mask(picture.width(), picture.height(), pixels);
	}

	@Property(tries = 300)
	void regionsAreMeasured(@ForAll final Picture picture, @ForAll final List<Blob> atoms, @ForAll final double radius,
		@ForAll final int side, @ForAll final PerimeterMethod method, @ForAll final boolean border)
	{
		final Mask mask = mask(picture), all = Mask.of(picture.area(), picture.width(), picture.height());
		holds(() -> Morphology.dilate(mask, radius, all));
		holds(() -> Morphology.open(mask, radius));
		holds(() -> RegionMeasures.of(mask, all, method, border));
		holds(() -> Region.of(Labels.of(mask, Connectivity.EIGHT), all, border));
		holds(() -> NearestAtoms.of(atoms, picture.width(), picture.height(), picture.area(), radius, NONE));
		holds(() -> new AtomBoxes(atoms, side, picture.width(), picture.height(), picture.area()));
	}

	@Property(tries = 200)
	void latticesAreFitted(@ForAll final Picture picture, @ForAll final List<Blob> atoms, @ForAll final double pixel) {
		holds(() -> LatticeAnalysis.of(atoms, picture.image(), picture.area(), p -> true, LatticeSettings.of(CUBE, pixel),
			NONE));
		holds(() -> LatticeAnalysis.of(atoms, null, picture.area(), p -> true, LatticeSettings.of(CUBE, 0.05), NONE));
	}

	@Property(tries = 200)
	void physicsIsEstimated(@ForAll final Picture picture, @ForAll final Contrast contrast) {
		holds(() -> PhysicsEstimation.of(picture.image(), picture.area(), contrast, NONE));
		holds(() -> PhysicsEstimation.quick(picture.image(), picture.area(), contrast, NONE));
	}

	@Property(tries = 300)
	void framesAreLinked(@ForAll final List<Blob> first, @ForAll final List<Blob> second, @ForAll final Picture picture,
		@ForAll final double spacing, @ForAll final int gap, @ForAll final double dx)
	{
		final Area area = Area.image(50, 50);
		holds(() -> Linker.link(List.of(first, second, first), List.of(new FrameDrift(0, -1, new Drift(0, 0, 1, 9, true)),
			new FrameDrift(1, 0, new Drift(dx, 0, 1, 9, true)), new FrameDrift(2, 1, new Drift(dx, dx, 1, 9, false))), area,
			TrackSettings.of(spacing, gap), NONE));
		holds(() -> new DriftEstimator(TrackSettings.of(8, gap)).between(new FramePoints(first, area, null),
			new FramePoints(second, area, null), new OraclePoint(dx, 0), NONE));
		holds(() -> Landscape.of(picture.image(), spacing, NONE));
	}

	@Property(tries = 300)
	void placesAreCompared(@ForAll final List<Blob> found, @ForAll final List<Blob> truth, @ForAll final double tolerance,
		@ForAll final double threshold, @ForAll final Picture picture)
	{
		final Area area = Area.image(50, 50);
		holds(() -> Matching.match(found, truth, tolerance, area));
		holds(() -> OracleComparison.of(found, List.of(), new Oracle(truth.stream().map(b -> new OraclePoint(b.x(), b.y()))
			.toList(), "it"), tolerance, area));
		final float[] map = picture.image().update(null).getCurrentStorageArray();
		holds(() -> new ProbabilityMap(map, picture.width(), picture.height()).centroids(threshold));
		holds(() -> new ProbabilityMap(map, picture.width(), picture.height()).maxima(threshold, tolerance));
		holds(() -> ColumnTarget.draw(found, picture.width(), picture.height()));
	}

	@Property(tries = 200)
	void neighbourhoodsAreDescribed(@ForAll final Picture picture, @ForAll final List<Blob> atoms,
		@ForAll final double pixel, @ForAll final double window, @ForAll final PatchNormalization normalization,
		@ForAll final int averaged)
	{
		holds(() -> NeighbourhoodGeometry.of(atoms, picture.area(), CUBE, pixel, averaged, NONE));
		holds(() -> NeighbourhoodGeometry.of(atoms, picture.area(), null, pixel, 6, NONE));
		holds(() -> Patches.of(picture.image(), picture.area(), atoms, PatchWindow.of(window), normalization, NONE));
	}

	@Property(tries = 300)
	void latentsAreDivided(@ForAll final Picture picture, @ForAll final List<Blob> atoms, @ForAll final int window,
		@ForAll final int stride, @ForAll final PatchScale scale, @ForAll final int classes, @ForAll final double colour,
		@ForAll final double space)
	{
		holds(() -> PatchSet.raster(picture.image(), picture.area(), new PatchOptions(window, stride, scale), NONE));
		holds(() -> PatchSet.around(picture.image(), picture.area(), atoms, new PatchOptions(window, stride, scale),
			NONE));
		final float[] values = picture.image().update(null).getCurrentStorageArray();
		holds(() -> MultiOtsu.labels(values, MultiOtsu.thresholds(values, classes)));
		final double[] wide = new double[values.length];
		Arrays.setAll(wide, i -> values[i]);
		holds(() -> BilateralFilter.of(colour, space).apply(wide, picture.width(), picture.height(), NONE));
	}

	@Property(tries = 150)
	void imagesAreSimulated(@ForAll final int width, @ForAll final int height, @ForAll final double pixel,
		@ForAll final double rotation, @ForAll final double sigma, @ForAll final double noise, @ForAll final double other)
	{
		holds(() -> ImageSimulator.simulate(SimulationParameters.builder(CUBE).size(width, height).pixelSize(pixel)
			.rotation(rotation).sigma(sigma, sigma).noise(noise).build(), NONE));
		holds(() -> ImageSimulator.simulate(SimulationParameters.builder(CUBE).size(32, 32).pixelSize(0.03).drift(other,
			noise).rowJitter(sigma).dose(other).amorphousFraction(noise).nanoparticleRadius(sigma).defocusGradient(other)
			.noiseGradient(rotation).background(noise).exponent(other).thermalDisplacement(sigma).build(), NONE));
		holds(() -> DomainSimulator.simulate(new DomainParameters(CUBE, Lattices.get("SrTiO3-110"), Math.min(width, 64), 32, pixel,
			DomainWalls.STRAIGHT, Math.min(height, 20), rotation, other, sigma, noise, other, 1), NONE));
	}

	@Property(tries = 100)
	void whateverIsInAnImageAtomsAreSought(@ForAll final Picture picture, @ForAll final double pixel) {
		holds(() -> new AtomFindingTask(picture.image(), picture.area(), AtomFindingSettings.of(CUBE, pixel), NONE)
			.physics());
		holds(() -> new AtomFindingTask(picture.image(), picture.area(), AtomFindingSettings.of(CUBE, 0.05), NONE)
			.physics());
	}
}
