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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.core.Progress.NONE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.clustering.ClusterModel;
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.clustering.Criterion;
import sc.fiji.rewardanalysis.core.clustering.FloatMatrix;
import sc.fiji.rewardanalysis.core.clustering.GaussianMixture;
import sc.fiji.rewardanalysis.core.clustering.KMeans;
import sc.fiji.rewardanalysis.core.clustering.MixtureOptions;
import sc.fiji.rewardanalysis.core.clustering.ModelSelection;
import sc.fiji.rewardanalysis.core.clustering.Pca;
import sc.fiji.rewardanalysis.core.clustering.Points;
import sc.fiji.rewardanalysis.core.latent.BilateralFilter;
import sc.fiji.rewardanalysis.core.latent.MultiOtsu;
import sc.fiji.rewardanalysis.core.latent.PatchOptions;
import sc.fiji.rewardanalysis.core.latent.PatchScale;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Engine;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
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
import sc.fiji.rewardanalysis.core.optimize.Trial;
import sc.fiji.rewardanalysis.fuzz.Places.Picture;

/** The same of searches, clusters and latents. */
class CoreSearchFuzzTest extends CoreFuzz {

	private static final int ROUNDS = 14;

	private static Engine engine(final int number) {
		final List<Engine> engines = List.of(new BayesianEngine(), new GridEngine(20), new NsgaEngine(), new RandomEngine(),
			new ScalarisedEngine(), new SobolEngine());
		return engines.get(Math.floorMod(number, engines.size()));
	}

	/** Mostly what an evaluation gives; some failed, some not feasible, some not measured. */
	private static Observation observation(final Random random, final int objectives) {
		final double[] odd = { Double.NaN, Double.POSITIVE_INFINITY, -1e300, 1e300, 0, -0.0, 1 };
		final double[] signals = random.doubles(objectives).map(d -> random.nextInt(6) == 0 ? odd[random.nextInt(
			odd.length)] : d).toArray();
		return random.nextInt(8) == 0 ? Observation.failed("It didn't work.") : random.nextInt(8) == 0 ? new Observation(
			signals, false, Map.of("m", Double.NaN)) : Observation.of(signals);
	}

	private static List<Objective> objectives(final int number) {
		return IntStream.range(0, number).mapToObj(i -> Objective.of("o" + i, 1)).toList();
	}

	/** Asks and tells; each that is asked for lies in the space. */
	private static Study run(final SearchSpace space, final int engine, final long seed) {
		final Random random = new Random(seed);
		final int objectives = 1 + random.nextInt(3);
		final Study study = new Study(space, objectives(objectives), engine(engine), seed);
		for (int i = 0; i < ROUNDS; i++) {
			final Trial trial = study.ask();
			// Refuses what isn't.
			space.toUnit(trial.configuration());
			for (final double u : trial.unit())
				assertTrue(u >= 0 && u <= 1);
			study.tell(trial, observation(random, objectives), 0.1);
		}
		return study;
	}

	@Property(tries = 60)
	void studiesOfAnythingAskAndAreTold(@ForAll final int engine, @ForAll final double min, @ForAll final double max,
		@ForAll final boolean log, @ForAll final int low, @ForAll final int high, @ForAll final long seed)
	{
		value("study of anything", 0.05, () -> run(new SearchSpace(List.of(new Parameter.Choice("c", List.of("a", "b")),
			Parameter.of("x", "", min, max, log), new Parameter.Whole("n", "", low, high))).when("x", "c", "a"), engine,
			seed));
		value("study told of nothing", 0, () -> new Study(new SearchSpace(List.of(Parameter.of("x", "", 0, 1, false))), List
			.of(Objective.of("o", 1)), engine(engine), seed).tell(null, Observation.of(max), min));
		value("objective in any unit", 0.8, () -> Objective.of("o", max));
	}

	@Property(tries = 50)
	void studiesAskAndAreTold(@ForAll final int engine, @ForAll final boolean log, @ForAll final Scene scene) {
		final Random random = scene.random();
		final double min = Scene.between(random, 0.001, 10), max = min * (1 + Math.pow(10, Scene.between(random, -6, 6)));
		final int low = random.nextInt(20) - 10, high = low + 1 + random.nextInt(random.nextBoolean() ? 4 : 100_000);
		final SearchSpace space = new SearchSpace(List.of(new Parameter.Choice("c", List.of("a", "b")), Parameter.of("x", "",
			min, max, log), new Parameter.Whole("n", "", low, high))).when("x", "c", "a");
		same("study", 1, () -> run(space, engine, scene.seed()), Study::evaluations).ifPresent(study -> {
			assertEquals(ROUNDS, study.evaluations().size());
			assertTrue(study.hypervolume() >= 0);
			assertTrue(study.evaluations().containsAll(study.front()));
			study.front().forEach(e -> assertTrue(e.feasible() && finite(e.objectives()), e::toString));
			if (Surrogate.lacks(study).isEmpty()) value("surrogate", 1, () -> Surrogate.of(study)).ifPresent(surrogate -> {
				for (final Evaluation e : study.evaluations())
					assertTrue(finite(surrogate.median(e.unit(), 0)) && surrogate.feasibility(e.unit()) >= 0, e::toString);
			});
		});
	}

	@Property(tries = 250)
	void volumesAreMeasured(@ForAll final double[] values, @ForAll final double a, @ForAll final double b) {
		final double[][] points = IntStream.range(0, values.length / 2).mapToObj(i -> new double[] { values[2 * i],
			values[2 * i + 1] }).toArray(double[][]::new);
		value("hypervolume", 0.7, () -> Hypervolume.of(points, new double[] { a, b })).ifPresent(volume -> assertTrue(
			volume >= 0));
	}

	@Property(tries = 250)
	void pointsAreClustered(@ForAll final double[] values, @ForAll final int dimension, @ForAll final int components,
		@ForAll final CovarianceType covariance, @ForAll final Criterion criterion, @ForAll final int starts)
	{
		final int wide = Math.floorMod(dimension, 4) + 1, size = values.length / wide;
		value("points", 0, () -> new Points(size, dimension, values));
		clustered("anything", 0, size, wide, Arrays.copyOf(values, size * wide), components, covariance, criterion, Math.min(
			starts, 20), components);
	}

	@Property(tries = 50)
	void cloudsAreClustered(@ForAll final Scene scene, @ForAll final CovarianceType covariance,
		@ForAll final Criterion criterion)
	{
		final Random random = scene.random();
		final int wide = 1 + random.nextInt(4), size = 30 + random.nextInt(60), components = 1 + random.nextInt(4);
		final double[] values = new double[size * wide];
		for (int i = 0; i < values.length; i++)
			values[i] = scene.cell() * (i / wide % components) + random.nextGaussian();
		clustered("clouds", 0.95, size, wide, values, components, covariance, criterion, 1 + random.nextInt(3), 1 + random
			.nextInt(wide));
	}

	private void clustered(final String of, final double least, final int size, final int wide, final double[] values,
		final int components, final CovarianceType covariance, final Criterion criterion, final int starts,
		final int principal)
	{
		same("mixture of " + of, least, () -> GaussianMixture.fit(new Points(size, wide, values), MixtureOptions.of(
			components, covariance, 1), NONE), CoreSearchFuzzTest::numbers).ifPresent(CoreSearchFuzzTest::isWhole);
		same("k-means of " + of, least, () -> KMeans.fit(new Points(size, wide, values), components, starts, 1, NONE),
			CoreSearchFuzzTest::numbers).ifPresent(CoreSearchFuzzTest::isWhole);
		value("selection of " + of, least, () -> ModelSelection.run(new Points(size, wide, values), MixtureOptions.of(2,
			covariance, 1), components, Math.min(components + 2, 8), criterion, NONE)).ifPresent(selection -> isWhole(selection
				.mixture()));
		final float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = (float) values[i];
		same("principal components of " + of, least, () -> Pca.fit(new FloatMatrix(size, wide, floats), principal, 1, NONE),
			Pca::explainedVariance).ifPresent(pca -> {
				assertTrue(finite(pca.explainedVariance()));
				assertTrue(Arrays.stream(pca.explainedVarianceRatio()).sum() <= 1 + 1e-6);
			});
	}

	private static double[] numbers(final ClusterModel model) {
		return IntStream.range(0, model.components()).mapToObj(model::mean).flatMapToDouble(Arrays::stream).toArray();
	}

	private static void isWhole(final ClusterModel model) {
		assertTrue(finite(numbers(model)));
		assertEquals(1, Arrays.stream(model.weights()).sum(), 1e-6);
	}

	@Property(tries = 200)
	void latentsAreDivided(@ForAll final Picture picture, @ForAll final List<Blob> atoms, @ForAll final int window,
		@ForAll final int stride, @ForAll final PatchScale scale, @ForAll final int classes, @ForAll final double colour,
		@ForAll final double space)
	{
		value("raster of anything", 0.05, () -> PatchSet.raster(picture.image(), picture.area(), new PatchOptions(window,
			stride, scale), NONE)).ifPresent(CoreSearchFuzzTest::isScaled);
		value("patches of anything", 0, () -> PatchSet.around(picture.image(), picture.area(), atoms, new PatchOptions(
			window, stride, scale), NONE)).ifPresent(CoreSearchFuzzTest::isScaled);
		final float[] values = picture.image().update(null).getCurrentStorageArray();
		value("classes", 0.02, () -> MultiOtsu.labels(values, MultiOtsu.thresholds(values, classes))).ifPresent(labels -> {
			for (final int label : labels)
				assertTrue(label >= 0 && label < classes);
		});
		final double[] wide = new double[values.length];
		Arrays.setAll(wide, i -> values[i]);
		value("bilateral filter", 0.15, () -> BilateralFilter.of(colour, space).apply(wide, picture.width(), picture
			.height(), NONE));
	}

	private static void isScaled(final PatchSet patches) {
		for (final float[] patch : patches.patches())
			for (final float value : patch)
				assertTrue(value >= 0 && value <= 1, () -> "brightness " + value);
	}

	@Property(tries = 60)
	void latentsOfCrystalsAreDivided(@ForAll final Scene scene, @ForAll final PatchScale scale) {
		final Random random = scene.random();
		final int window = 4 + random.nextInt(9), stride = 1 + random.nextInt(6), classes = 2 + random.nextInt(3);
		same("raster", 0.95, () -> PatchSet.raster(scene.image(), scene.area(), new PatchOptions(window, stride, scale),
			NONE), PatchSet::patches).ifPresent(CoreSearchFuzzTest::isScaled);
		same("patches around atoms", 0.9, () -> PatchSet.around(scene.image(), scene.area(), scene.atoms(), new PatchOptions(
			window, 0, scale), NONE), PatchSet::patches).ifPresent(CoreSearchFuzzTest::isScaled);
		final float[] values = scene.image().update(null).getCurrentStorageArray();
		same("thresholds", 0.95, () -> MultiOtsu.thresholds(values, classes), t -> t).ifPresent(thresholds -> {
			assertEquals(classes - 1, thresholds.length);
			for (int i = 1; i < thresholds.length; i++)
				assertTrue(thresholds[i - 1] < thresholds[i]);
		});
		final double[] positive = new double[values.length];
		Arrays.setAll(positive, i -> Math.abs(values[i]));
		final double most = Arrays.stream(positive).max().orElseThrow();
		same("bilateral filter of a crystal", 1, () -> BilateralFilter.of(Scene.between(scene.random(), 0.05, 1), 1 + 2 *
			scene.noise()).apply(positive, scene.width(), scene.height(), NONE), v -> v).ifPresent(filtered -> {
				for (final double value : filtered)
					assertTrue(value >= 0 && value <= most * (1 + 1e-9));
			});
	}
}
