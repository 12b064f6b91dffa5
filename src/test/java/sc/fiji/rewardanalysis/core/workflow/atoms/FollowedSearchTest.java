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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.Course;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings.CountRule;
import sc.fiji.rewardanalysis.core.workflow.atoms.FollowedSearch.Outcome;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions.Atoms;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions.Step;

/** Series of small images, in which a search of everything is the measure of a followed one. */
class FollowedSearchTest {

	private static final int SIZE = 160;

	private static final AtomFindingSettings SETTINGS = AtomFindingSettings.of(Ybco.LATTICE,
		Ybco.PIXEL);

	/** A part of a specimen, drifted, with noise, brightness and blur of its own. */
	private static Img<FloatType> frame(final Lattice lattice, final double pixel, final int drift,
		final double blur, final double height, final double noise, final long seed)
	{
		final var scene = ImageSimulator.simulate(SimulationParameters.builder(lattice).size(SIZE + 40,
			SIZE + 40).pixelSize(pixel).sigma(0.045 * blur, 0.06 * blur).noise(0).seed(5).build(),
			Progress.NONE).image().randomAccess();
		final Random random = new Random(seed);
		final float[] pixels = new float[SIZE * SIZE];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) (height * scene.setPositionAndGet(drift + i % SIZE, drift / 2 + i / SIZE)
				.get() + noise * random.nextGaussian());
		return ArrayImgs.floats(pixels, SIZE, SIZE);
	}

	private static Img<FloatType> frame(final long seed) {
		return frame(Ybco.LATTICE, Ybco.PIXEL, (int) seed, 1, 1, 0.1, seed);
	}

	private static AtomFindingTask task(final Img<FloatType> image,
		final AtomFindingSettings settings)
	{
		return new AtomFindingTask(image, Area.image(SIZE, SIZE), settings, Progress.NONE);
	}

	private static SearchResult exact(final AtomFindingTask task) {
		return task.search().run(SearchEngine.EXACT, new StopRule(60, false), 1, Progress.NONE);
	}

	private static Evaluation picked(final AtomFindingTask task, final SearchResult result) {
		return task.pick(result.study(), Pick.EUCLIDEAN).orElseThrow();
	}

	private static Earlier earlier(final AtomFindingTask task) {
		final SearchResult result = exact(task);
		return Earlier.of(task, result, picked(task, result), "frame 1");
	}

	private static Outcome follow(final AtomFindingTask task, final Earlier earlier) {
		return new FollowedSearch(task, earlier, Pick.EUCLIDEAN).run(Progress.NONE);
	}

	private static double error(final AtomFindingTask task, final SearchResult result) {
		return Earlier.errorOf(picked(task, result));
	}

	/** Those that Find Atoms finds with the parameters that are reported. */
	@Test
	void theAtomsAreThoseOfAPlainDetection() {
		final AtomFindingTask first = task(frame(1), SETTINGS);
		final Img<FloatType> image = frame(2);
		final Outcome outcome = follow(first.next(image, Progress.NONE), earlier(first));
		assertEquals(Course.FOLLOWED, outcome.course());
		final AtomSolution solution = outcome.task().solution(picked(outcome.task(), outcome.result()),
			Progress.NONE);
		final List<Blob> plain = new LogDetector(solution.preparation().normalized(image, Area.image(SIZE,
			SIZE), Normalization.MIN_MAX, Progress.NONE)).blobs(solution.parameters(), Progress.NONE);
		assertEquals(plain, solution.atoms().atoms());
		assertTrue(plain.size() > 50);
	}

	/** Four scales are close enough here, the next frame may have all of them again. */
	@Test
	void scalesAreAsFewAsWillDo() {
		final AtomFindingTask first = task(frame(1), SETTINGS);
		final Earlier earlier = earlier(first);
		final Outcome outcome = follow(first.next(frame(2), Progress.NONE), earlier);
		assertEquals(4, outcome.task().parameters(picked(outcome.task(), outcome.result())).numSigma());
		assertTrue(outcome.result().report().story().contains("4 scales instead of 10"), outcome.result()
			.report().story());
		final AtomFindingTask next = outcome.task().next(frame(3), Progress.NONE);
		assertEquals(SETTINGS.numSigma(), next.ranges().numSigma());
		// What there is to live up to is no perfect solution: all scales are looked at.
		final Earlier poor = new Earlier(earlier.lattice(), earlier.pixelSize(), earlier.normalization(),
			earlier.settings(), 0.1, earlier.fit(), earlier.response(), "a poor one");
		final Outcome all = follow(next, poor);
		assertEquals(SETTINGS.numSigma(), all.task().parameters(picked(all.task(), all.result()))
			.numSigma());
		// Of scales far apart none is left out.
		final Earlier.Setting s = earlier.settings().get(0);
		final Earlier wide = new Earlier(earlier.lattice(), earlier.pixelSize(), earlier.normalization(),
			List.of(new Earlier.Setting(0.5 * s.minSigma(), 1.5 * s.maxSigma(), s.threshold(), s.overlap(), s
				.background(), s.denoise(), s.contrast())), earlier.error(), earlier.fit(), earlier.response(),
			"wide scales");
		final Outcome many = follow(next, wide);
		assertEquals(SETTINGS.numSigma(), many.task().ranges().numSigma());
	}

	@Test
	void parametersChangeOnlyWhenTheyMust() {
		final AtomFindingTask first = task(frame(1), SETTINGS);
		final Earlier earlier = earlier(first);
		final Outcome outcome = follow(first.next(frame(2), Progress.NONE), earlier);
		final var parameters = outcome.task().parameters(picked(outcome.task(), outcome.result()));
		final Earlier.Setting before = earlier.settings().get(0);
		assertEquals(before.minSigma(), parameters.minSigma());
		assertEquals(before.maxSigma(), parameters.maxSigma());
		assertEquals(before.threshold(), parameters.threshold(), 1e-12);
		assertEquals(before.overlap(), parameters.overlap());
	}

	/** Random drift, noise, brightness and blur of several crystals. */
	@Test
	void errorsAreThoseOfASearchOfEverythingButForAnAtom() {
		final Random random = new Random(3);
		int followed = 0;
		for (int series = 0; series < 6; series++) {
			final Lattice lattice = List.of(Ybco.LATTICE, Lattices.get("SrTiO3-001"), Lattices.get(
				"DyScO3-110")).get(series % 3);
			final AtomFindingSettings settings = AtomFindingSettings.of(lattice, Ybco.PIXEL);
			final double noise = 0.05 + 0.5 * random.nextDouble();
			AtomFindingTask last = task(frame(lattice, Ybco.PIXEL, 0, 1, 1, noise, series), settings);
			Earlier earlier = earlier(last);
			double blur = 1, height = 1;
			for (int i = 1; i < 5; i++) {
				blur *= 0.97 + 0.08 * random.nextDouble();
				height *= 0.85 + 0.25 * random.nextDouble();
				final Img<FloatType> image = frame(lattice, Ybco.PIXEL, 7 * i, blur, height, noise, 100 *
					series + i);
				final Outcome outcome = follow(last.next(image, Progress.NONE), earlier);
				final AtomFindingTask cold = task(image, settings);
				assertTrue(error(outcome.task(), outcome.result()) <= error(cold, exact(cold)) + 1 / cold
					.physics().expectedJudged() + 1e-9, lattice.name() + " " + i + ": " + outcome.result()
						.report());
				if (outcome.course() != Course.ANEW) followed++;
				last = outcome.task();
				earlier = outcome.earlier(picked(last, outcome.result()), "frame " + (i + 1));
			}
		}
		assertTrue(followed >= 20, followed + " of 24");
	}

	/** What is found then is what a search without an earlier one finds. */
	@Test
	void anotherImageIsSearchedAnew() {
		final AtomFindingTask first = task(frame(1), SETTINGS);
		final Earlier earlier = earlier(first);
		final List<Img<FloatType>> others = List.of(frame(Ybco.LATTICE, 0.6 * Ybco.PIXEL, 0, 1, 1, 0.1,
			2), frame(Lattices.get("Si-110"), Ybco.PIXEL, 0, 1, 1, 0.1, 3), frame(Ybco.LATTICE,
				Ybco.PIXEL, 0, 1, 1e-3, 1, 4));
		for (final Img<FloatType> image : others) {
			final Outcome outcome = follow(first.next(image, Progress.NONE), earlier);
			final AtomFindingTask cold = task(image, SETTINGS);
			final SearchResult everything = exact(cold);
			assertEquals(Course.ANEW, outcome.course(), outcome.result().report().story());
			assertEquals(everything.study().evaluations().stream().map(Evaluation::configuration).toList(),
				outcome.result().study().evaluations().stream().map(Evaluation::configuration).toList());
			assertEquals(picked(cold, everything).configuration(), picked(outcome.task(), outcome
				.result()).configuration());
			final String story = outcome.result().report().story();
			assertTrue(story.contains("Searched anew instead of following frame 1, because "), story);
		}
	}

	@Test
	void invertedContrastIsNoticed() {
		final AtomFindingSettings settings = new AtomFindingSettings(Ybco.LATTICE, Ybco.PIXEL,
			new PreparationOptions(Step.OFF, Step.OFF, Atoms.SEARCH), Normalization.MIN_MAX,
			CountRule.BAND, 0.8, 0.02, 4, null, null, null, null);
		final AtomFindingTask first = task(frame(1), settings);
		final Earlier earlier = earlier(first);
		assertEquals(Course.FOLLOWED, follow(first.next(frame(2), Progress.NONE), earlier).course());
		final Outcome outcome = follow(first.next(frame(Ybco.LATTICE, Ybco.PIXEL, 0, 1, -1, 0.1, 2),
			Progress.NONE), earlier);
		assertEquals(Course.ANEW, outcome.course());
		assertNotEquals(earlier.settings().get(0).contrast(), outcome.task().preparation(picked(outcome
			.task(), outcome.result())).contrast());
	}

	@Test
	void threadsChangeNothing() {
		final AtomFindingTask first = task(frame(Ybco.LATTICE, Ybco.PIXEL, 0, 1, 1, 0.5, 1), SETTINGS);
		final Earlier earlier = earlier(first);
		final Img<FloatType> image = frame(Ybco.LATTICE, Ybco.PIXEL, 3, 1.05, 0.9, 0.6, 2);
		final Outcome one = Parallelization.runWithNumThreads(1, () -> follow(first.next(image,
			Progress.NONE), earlier));
		final Outcome two = Parallelization.runWithNumThreads(2, () -> follow(first.next(image,
			Progress.NONE), earlier));
		assertEquals(one.course(), two.course());
		assertEquals(one.result().report(), two.result().report());
		assertEquals(one.result().study().evaluations().stream().map(Evaluation::configuration).toList(),
			two.result().study().evaluations().stream().map(Evaluation::configuration).toList());
	}

	/** Settings of another pixel size follow the distance of columns. */
	@Test
	void scalesFollowThePixelSize() {
		final Earlier earlier = earlier(task(frame(1), SETTINGS));
		final double pixel = 1.2 * Ybco.PIXEL;
		final AtomFindingTask other = task(frame(Ybco.LATTICE, pixel, 0, 1, 1, 0.1, 2),
			AtomFindingSettings.of(Ybco.LATTICE, pixel));
		final Outcome outcome = follow(other, earlier);
		assertEquals(Course.FOLLOWED, outcome.course(), outcome.result().report().story());
		assertEquals(earlier.settings().get(0).minSigma() / 1.2, outcome.task().parameters(picked(outcome
			.task(), outcome.result())).minSigma(), 1e-9);
	}

	@Test
	void whatCannotBeFollowedIsNamed() {
		final AtomFindingTask first = task(frame(1), SETTINGS);
		final Earlier earlier = earlier(first);
		refuses(earlier, AtomFindingSettings.of(Lattices.get("SrTiO3-001"), Ybco.PIXEL),
			"frame 1 expected the crystal YBa2Cu3O7-100, this search expects SrTiO3-001");
		refuses(earlier, new AtomFindingSettings(Ybco.LATTICE, Ybco.PIXEL, SETTINGS.preparation(),
			Normalization.NOISE, CountRule.BAND, 0.8, 0.02, 10, null, null, null, null),
			"normalization=min-max, this search has noise");
		refuses(earlier, new AtomFindingSettings(Ybco.LATTICE, Ybco.PIXEL, new PreparationOptions(
			Step.ON, Step.OFF, Atoms.BRIGHT), Normalization.MIN_MAX, CountRule.BAND, 0.8, 0.02, 10, null,
			null, null, null), "No solution of frame 1 fits the contrast, background and denoise");
		final var search = new FollowedSearch(first, earlier, Pick.EUCLIDEAN);
		assertTrue(assertThrows(RewardAnalysisException.class, () -> search.run(SearchEngine.BAYESIAN,
			new StopRule(5, false), 1, s -> StudyLog.NONE, Progress.NONE, SearchListener.NONE)).getMessage()
			.contains("choose auto or exact"));
		assertTrue(assertThrows(RewardAnalysisException.class, () -> first.next(ArrayImgs.floats(9, 9),
			Progress.NONE)).getMessage().contains("9 x 9 px can't follow"));
		assertNull(exact(first).report().following());
	}

	private static void refuses(final Earlier earlier, final AtomFindingSettings settings,
		final String words)
	{
		final AtomFindingTask task = task(frame(2), settings);
		final String message = assertThrows(RewardAnalysisException.class, () -> new FollowedSearch(task,
			earlier, Pick.EUCLIDEAN)).getMessage();
		assertTrue(message.contains(words), message);
	}
}
