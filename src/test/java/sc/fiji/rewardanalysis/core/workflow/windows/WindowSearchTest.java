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

package sc.fiji.rewardanalysis.core.workflow.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Normalizer;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.WarmStart;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowOutcome.Source;

/** Simulated YBa2Cu3O7 of 200 × 150 px, noisier to the right, in windows of 100 px. */
class WindowSearchTest {

	private static final int WIDTH = 200, HEIGHT = 150;

	private static final Area AREA = Area.image(WIDTH, HEIGHT);

	private static final SimulatedImage IMAGE = ImageSimulator.simulate(SimulationParameters.builder(
		Ybco.LATTICE).size(WIDTH, HEIGHT).pixelSize(Ybco.PIXEL).noise(0.3).noiseGradient(0.9).seed(2).build(),
		Progress.NONE);

	private static AtomFindingTask task(final Area area) {
		return new AtomFindingTask(IMAGE.image(), area, AtomFindingSettings.of(Ybco.LATTICE, Ybco.PIXEL),
			Progress.NONE);
	}

	private static Evaluation solution(final AtomFindingTask task) {
		return task.pick(task.search().run(SearchEngine.EXACT, new StopRule(20, false), 1, Progress.NONE)
			.study(), Pick.EUCLIDEAN).orElseThrow();
	}

	private static WindowSearch search(final AtomFindingTask task, final SearchEngine engine,
		final boolean warm)
	{
		return new WindowSearch(task, solution(task), WindowGrid.of(task.validArea().area(), 100, 50),
			new WindowSettings(engine, 30, warm, Pick.EUCLIDEAN, 1), Progress.NONE);
	}

	private static WindowResult run(final SearchEngine engine) {
		return search(task(AREA), engine, true).run(WindowLog.NONE, Progress.NONE);
	}

	private static Match match(final List<Blob> atoms) {
		return Matching.match(atoms, IMAGE.columns(), 0.05 / Ybco.PIXEL, AREA.inset(0.1 / Ybco.PIXEL));
	}

	@Test
	void windowsFindTheAtomsOnce() {
		final WindowResult result = run(SearchEngine.EXACT);
		assertEquals(6, result.outcomes().size());
		final Match match = match(result.blobs());
		assertTrue(match.f1() > 0.9, match.toString());
		for (final WindowOutcome o : result.outcomes()) {
			assertTrue(o.physics().orElseThrow().expected() < result.parts().whole().physics().expected() / 2);
			final double confidence = o.confidence().value();
			assertTrue(confidence > 0.5 && confidence <= 1, "" + confidence);
			assertTrue(o.evaluations() > 0);
			assertTrue(o.atoms().stream().allMatch(o.window().area()::contains));
		}
	}

	@Test
	void neitherTheThreadsNorTheDayChangeAnything() {
		for (final SearchEngine engine : List.of(SearchEngine.EXACT, SearchEngine.SOBOL)) {
			final WindowResult one = Parallelization.runWithNumThreads(1, () -> run(engine));
			final WindowResult two = Parallelization.runWithNumThreads(2, () -> run(engine));
			assertEquals(one.atoms(), two.atoms());
			assertEquals(values(one), values(two));
		}
	}

	private static List<Double> values(final WindowResult result) {
		final List<Double> all = new ArrayList<>();
		WindowMaps.quantities(result).forEach(q -> result.outcomes().forEach(o -> all.add(q.value()
			.applyAsDouble(o))));
		return all;
	}

	/** The whole's solution first, then the neighbours'; as soon as nothing is gained it ends. */
	@Test
	void windowsBeginWithWhatSuitsTheirNeighbours() {
		final WindowResult warm = run(SearchEngine.BAYESIAN), cold = search(task(AREA),
			SearchEngine.BAYESIAN, false).run(WindowLog.NONE, Progress.NONE);
		final int first = warm.grid().order().get(0).index();
		int known = 0;
		for (final WindowOutcome o : warm.outcomes()) {
			final List<Evaluation> all = o.searched().orElseThrow().evaluations();
			assertEquals(WarmStart.ORIGIN, all.get(0).origin());
			final long n = all.stream().filter(e -> e.origin().equals(WarmStart.ORIGIN)).count();
			assertTrue(o.window().index() == first ? n == 1 : n > 1 && n <= 1 + WarmStart.MOST, n + " warm");
			known++;
		}
		assertEquals(6, known);
		final int fewer = warm.outcomes().stream().mapToInt(WindowOutcome::evaluations).sum(), more = cold
			.outcomes().stream().mapToInt(WindowOutcome::evaluations).sum();
		assertTrue(fewer < more, fewer + " warm, " + more + " cold");
		assertTrue(error(warm) <= error(cold) + 1e-9);
	}

	private static double error(final WindowResult result) {
		return result.outcomes().stream().mapToDouble(o -> o.objective(0) + o.objective(1)).sum();
	}

	/** What a log keeps in memory. */
	private static final class Kept implements WindowLog {

		private final Map<Integer, Searched> all = new HashMap<>();

		@Override
		public Optional<Searched> known(final int window, final SearchSpace space) {
			return Optional.ofNullable(all.get(window));
		}

		@Override
		public void done(final int window, final SearchSpace space, final Searched searched) {
			all.put(window, searched);
		}
	}

	@Test
	void anInterruptedSearchGoesOn() {
		final AtomFindingTask task = task(AREA);
		final Kept log = new Kept();
		final WindowResult all = search(task, SearchEngine.BAYESIAN, true).run(log, Progress.NONE);
		assertEquals(6, log.all.size());
		final Set<String> messages = new HashSet<>();
		final Progress stop = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				messages.add(message);
			}

			@Override
			public boolean isCanceled() {
				return messages.contains("Window 4 of 6");
			}
		};
		final Kept cut = new Kept();
		assertThrows(CancellationException.class, () -> search(task, SearchEngine.BAYESIAN, true).run(cut,
			stop));
		assertEquals(3, cut.all.size(), "the fourth is left out");
		final WindowResult resumed = search(task, SearchEngine.BAYESIAN, true).run(cut, Progress.NONE);
		assertEquals(all.atoms(), resumed.atoms());
		assertEquals(values(all), values(resumed));
	}

	/** A mask of which the last windows have next to nothing. */
	@Test
	void aWindowWithoutASolutionTakesItsNeighbours() {
		final boolean[] mask = new boolean[WIDTH * HEIGHT];
		for (int i = 0; i < mask.length; i++)
			mask[i] = i % WIDTH < 105 || i % WIDTH > 190 && i / WIDTH < 12;
		final AtomFindingTask task = task(Area.mask(mask, WIDTH, HEIGHT));
		final WindowResult result = search(task, SearchEngine.EXACT, true).run(WindowLog.NONE,
			Progress.NONE);
		assertTrue(result.from(Source.NEIGHBOUR) > 0);
		for (final WindowOutcome o : result.outcomes())
			if (o.source() == Source.NEIGHBOUR) {
				assertTrue(o.physics().isEmpty());
				assertTrue(Double.isNaN(o.confidence().value()) && Double.isNaN(o.objective(0)));
				final WindowOutcome near = result.outcomes().stream().filter(p -> p.source() != Source.NEIGHBOUR).min(
					Comparator.comparingDouble(p -> Math.hypot(p.window().centreX() - o.window().centreX(), p.window()
						.centreY() - o.window().centreY()))).orElseThrow();
				assertEquals(near.parameters(), o.parameters());
			}
			else assertFalse(Double.isNaN(o.confidence().value()));
		final WindowMaps maps = WindowMaps.of(result, WIDTH, HEIGHT);
		final float[] confidence = maps.get("confidence").values();
		assertTrue(Float.isNaN(confidence[195]) && confidence[10] > 0);
		assertTrue(Float.isNaN(confidence[150]), "nothing is analysed there");
		assertTrue(result.atoms().stream().allMatch(a -> task.validArea().area().contains(a.blob())));
	}

	/** Own parameters are kept if they gain an atom, or fit better by 5 % with no larger errors. */
	@Test
	void ownParametersHaveToBeWorthIt() {
		final AtomFindingTask task = task(AREA);
		final WindowSearch search = search(task, SearchEngine.EXACT, true);
		final WindowResult result = search.run(WindowLog.NONE, Progress.NONE);
		final LogParameters base = search.parts().parameters(solution(task));
		assertTrue(result.from(Source.OWN) > 0);
		for (final WindowOutcome o : result.outcomes()) {
			final AtomFindingTask part = search.parts().task(o.window().index()).orElseThrow();
			final List<Evaluation> all = o.searched().orElseThrow().evaluations();
			final Evaluation whole = all.stream().filter(e -> e.configuration().equals(part.configuration(
				base))).findFirst().orElseThrow(), kept = o.solution().orElseThrow();
			final double least = all.stream().filter(Evaluation::feasible).mapToDouble(WindowSearchTest::error)
				.min().orElseThrow(), atom = 1 / part.physics().expectedJudged();
			final String fit = part.tieBreaker().name();
			if (error(whole) > least + atom + 1e-9) assertEquals(least, error(kept), 1e-9);
			else if (o.source() == Source.WHOLE) assertEquals(whole, kept);
			else assertTrue(error(kept) <= error(whole) + 1e-9 && kept.metrics().get(fit) < 0.95 * whole
				.metrics().get(fit), o.toString());
		}
	}

	private static double error(final Evaluation e) {
		return Math.hypot(e.objectives()[0], e.objectives()[1]);
	}

	/** Where a window is all of the image, it finds what a search of that finds. */
	@Test
	void oneWindowIsTheWhole() {
		final AtomFindingTask task = task(AREA);
		final Evaluation solution = solution(task);
		final WindowResult result = new WindowSearch(task, solution, WindowGrid.of(AREA, 300, 150),
			WindowSettings.of(SearchEngine.EXACT, 20, Pick.EUCLIDEAN, 1), Progress.NONE).run(WindowLog.NONE,
				Progress.NONE);
		assertEquals(1, result.outcomes().size());
		assertTrue(Double.isNaN(result.outcomes().get(0).confidence().agreement()));
		final double whole = Math.hypot(solution.objectives()[0], solution.objectives()[1]);
		final WindowOutcome o = result.outcomes().get(0);
		assertTrue(Math.hypot(o.objective(0), o.objective(1)) <= whole + 0.02);
		assertEquals(o.atoms().size(), result.atoms().size());
	}

	/** Inside a window, its parameters find what they find in the whole image. */
	@Test
	void windowsHaveNoBorderInsideTheImage() {
		final AtomFindingTask task = task(AREA);
		final WindowSearch search = search(task, SearchEngine.EXACT, true);
		final LogParameters p = search.parts().parameters(solution(task));
		final Set<Blob> whole = new HashSet<>(new LogDetector(Normalizer
			.normalize(IMAGE.image(), AREA, Normalization.MIN_MAX,
				Contrast.BRIGHT)).blobs(p, Progress.NONE));
		for (int i = 0; i < search.parts().size(); i++) {
			final Area area = search.parts().area(i);
			assertEquals(whole.stream().filter(area::contains).collect(Collectors.toSet()),
				new HashSet<>(search.parts().detect(i, p, 0, Progress.NONE)));
		}
	}
}
