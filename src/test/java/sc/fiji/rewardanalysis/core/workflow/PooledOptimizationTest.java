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

package sc.fiji.rewardanalysis.core.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.ToyReward;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.RandomEngine;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Trial;

/** Images whose result is the parameter x and whose goals are functions of it. */
class PooledOptimizationTest {

	private final AtomicInteger analysed = new AtomicInteger();

	/** Wants x = best, counts in units of its own; means nothing above {@code limit}. */
	private StudyImage<Double> image(final String name, final double best, final double unit,
		final double limit)
	{
		final Analysis<Double> analysis = new Analysis<>() {

			@Override
			public SearchSpace searchSpace() {
				return new SearchSpace(List.of(Parameter.of("x", "px", 0, 1, false)));
			}

			@Override
			public Double analyse(final Configuration parameters, final Progress progress) {
				progress.checkCanceled();
				analysed.incrementAndGet();
				return parameters.get("x");
			}
		};
		return new StudyImage<>(name, analysis, List.of(new Goal<>(new ToyReward<>("far", x -> unit * Math.abs(x -
			best)), Link.squareRoot(), 1), new Goal<>(new ToyReward<>("large", x -> unit * x), Link.squareRoot(), 1)),
			List.of(new ToyReward<>("cube", x -> x * x * x)), x -> x <= limit);
	}

	private final List<StudyImage<Double>> three = List.of(image("a", 0.1, 1, 1), image("b", 0.4, 1, 0.9),
		image("c", 0.7, 10, 1));

	private static PooledOptimization<Double> pooled(final List<StudyImage<Double>> images,
		final Pooling pooling)
	{
		return new PooledOptimization<>(new PooledAnalysis<>(images, true), pooling);
	}

	private static Study run(final PooledOptimization<Double> optimization, final int n) {
		final Study study = optimization.newStudy(new BayesianEngine(), 5);
		optimization.run(study, new StopRule(n, false), Progress.NONE, e -> {});
		return study;
	}

	@Test
	void meanAndWorstAreThoseOfTheImages() {
		for (final Evaluation e : run(pooled(three, Pooling.MEAN), 12).evaluations()) {
			final double x = e.configuration().get("x");
			assertEquals((Math.abs(x - 0.1) + Math.abs(x - 0.4) + 10 * Math.abs(x - 0.7)) / 3, e
				.objectives()[0], 1e-12);
			assertEquals(4 * x, e.objectives()[1], 1e-12);
		}
		for (final Evaluation e : run(pooled(three, Pooling.WORST), 12).evaluations()) {
			final double x = e.configuration().get("x");
			assertEquals(Math.max(Math.abs(x - 0.1), Math.max(Math.abs(x - 0.4), 10 * Math.abs(x - 0.7))), e
				.objectives()[0], 1e-12);
			assertEquals(10 * x, e.objectives()[1], 1e-12);
		}
	}

	@Test
	void whatIsInfeasibleOnOneImageIsInfeasibleAndNamesIt() {
		final Study study = run(pooled(three, Pooling.MEAN), 12);
		assertTrue(study.evaluations().stream().anyMatch(e -> !e.feasible()));
		for (final Evaluation e : study.evaluations()) {
			final double x = e.configuration().get("x");
			assertEquals(x <= 0.9, e.feasible());
			assertEquals(1, e.metrics().get("feasible_a"));
			assertEquals(x <= 0.9 ? 1 : 0, e.metrics().get("feasible_b"));
			assertEquals(Math.abs(x - 0.4), e.metrics().get("far_b"), 1e-12);
			assertEquals(10 * x, e.metrics().get("large_c"), 1e-12);
			assertEquals(x * x * x, e.metrics().get("cube"), 1e-12);
		}
	}

	@Test
	void ranksFreeTheImagesOfTheirUnits() {
		final List<StudyImage<Double>> scaled = List.of(image("a", 0.1, 1, 1), image("b", 0.4, 1, 0.9), image(
			"c", 0.7, 0.5, 1));
		final Study study = run(pooled(three, Pooling.RANK), 12), other = run(pooled(scaled,
			Pooling.RANK), 12);
		for (int i = 0; i < 12; i++)
			assertArrayEquals(study.evaluations().get(i).objectives(), other.evaluations().get(i)
				.objectives(), 1e-9);
		assertNotEquals(objectives(run(pooled(three, Pooling.MEAN), 12)), objectives(run(pooled(scaled,
			Pooling.MEAN), 12)));
		// Of one image the places are 1/6 … 6/6.
		final Study single = run(pooled(three.subList(0, 1), Pooling.RANK), 6);
		assertArrayEquals(IntStream.rangeClosed(1, 6).mapToDouble(i -> i / 6.0).toArray(), single
			.evaluations().stream().mapToDouble(e -> e.objectives()[1]).sorted().toArray(), 1e-12);
	}

	@Test
	void whatRanksCompareWithIsTheStudysOwnBeginning() {
		run(pooled(three, Pooling.RANK), 6);
		assertEquals(3 * 6, analysed.get(), "nothing is analysed twice");
	}

	@Test
	void ofOneImageMeanAndWorstAreThatImage() {
		final StudyImage<Double> only = three.get(1);
		final Optimization<Double> plain = new Optimization<>(only.analysis(), only.goals(), only.heldOut(),
			only.feasible());
		final Study alone = plain.newStudy(new BayesianEngine(), 5);
		plain.run(alone, new StopRule(15, false), Progress.NONE, e -> {});
		for (final Pooling pooling : List.of(Pooling.MEAN, Pooling.WORST))
			assertEquals(objectives(alone), objectives(run(pooled(List.of(only), pooling), 15)));
	}

	@Test
	void theSameOnAnyNumberOfThreads() {
		for (final Pooling pooling : Pooling.values()) {
			final List<List<Double>> several = objectives(run(pooled(three, pooling), 14));
			assertEquals(several, Parallelization.runSingleThreaded(() -> objectives(run(pooled(three,
				pooling), 14))));
			assertEquals(several, objectives(run(new PooledOptimization<>(new PooledAnalysis<>(three, false),
				pooling), 14)));
		}
	}

	@Test
	void aCancelKeepsWhatThereIs() {
		for (final boolean sideBySide : new boolean[] { true, false })
			for (final Pooling pooling : Pooling.values()) {
				assertEquals(4, cancelled(pooling, sideBySide, () -> 4 * 3), pooling.toString());
				assertEquals(10, cancelled(pooling, sideBySide, () -> 10 * 3), pooling.toString());
			}
	}

	/** What another engine proposes isn't known from the comparison, and no more is analysed. */
	@Test
	void aCancelledComparisonIsOfNoUseToAnotherEngine() {
		final Study study = pooled(three, Pooling.RANK).newStudy(new RandomEngine(), 5);
		final PooledOptimization<Double> optimization = pooled(three, Pooling.RANK);
		optimization.run(study, new StopRule(20, false), canceledAfter(() -> 12), e -> {});
		assertEquals(0, study.evaluations().size());
		assertEquals(12, analysed.get());
		assertEquals("All 9 evaluations are done.", optimization.run(study, new StopRule(9, false),
			Progress.NONE, e -> {}));
	}

	/** The whole comparison was made, so its places are final and worth logging. */
	@Test
	void onlyFinalRanksAreLogged() {
		for (final int sets : new int[] { 4, 6 }) {
			analysed.set(0);
			final List<Evaluation> logged = new ArrayList<>();
			final PooledOptimization<Double> optimization = pooled(three, Pooling.RANK);
			final Study study = optimization.newStudy(new BayesianEngine(), 5);
			optimization.run(study, new StopRule(20, false), new StudyLog() {

				@Override
				public void queued(final List<Study.Queued> waiting) {}

				@Override
				public void asked(final Trial trial) {}

				@Override
				public void told(final Evaluation evaluation) {
					logged.add(evaluation);
				}
			}, canceledAfter(() -> 3 * sets), e -> {});
			assertEquals(sets, study.evaluations().size());
			assertEquals(sets == 6 ? study.evaluations() : List.of(), logged);
		}
	}

	/** How many evaluations there are if the user cancels after so many analyses. */
	private int cancelled(final Pooling pooling, final boolean sideBySide, final IntSupplier most) {
		analysed.set(0);
		final Progress progress = canceledAfter(most);
		final PooledOptimization<Double> optimization = new PooledOptimization<>(new PooledAnalysis<>(three,
			sideBySide), pooling);
		final Study study = optimization.newStudy(new BayesianEngine(), 5);
		final String reason = optimization.run(study, new StopRule(20, false), progress, e -> {});
		assertTrue(reason.startsWith("Cancelled"), reason);
		return study.evaluations().size();
	}

	private Progress canceledAfter(final IntSupplier most) {
		return new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return analysed.get() >= most.getAsInt();
			}
		};
	}

	@Test
	void whatGoesWrongNamesTheImage() {
		final StudyImage<Double> good = three.get(0);
		final Analysis<Double> broken = new Analysis<>() {

			@Override
			public SearchSpace searchSpace() {
				return good.analysis().searchSpace();
			}

			@Override
			public Double analyse(final Configuration parameters, final Progress progress) {
				throw new RewardAnalysisException("There are too many.");
			}
		};
		final PooledAnalysis<Double> analysis = new PooledAnalysis<>(List.of(good, new StudyImage<>("d",
			broken, good.goals(), good.heldOut(), good.feasible())), true);
		Complaints.assertRefused(() -> analysis.analyse(analysis.searchSpace().at(new double[] { 0.5 }),
			Progress.NONE), "d: There are too many.");
	}

	/** Like an image of the three, but it throws above 0.5. */
	private StudyImage<Double> failing(final Supplier<? extends Throwable> failure) {
		final StudyImage<Double> good = three.get(1);
		return new StudyImage<>("d", new Analysis<Double>() {

			@Override
			public SearchSpace searchSpace() {
				return good.analysis().searchSpace();
			}

			@Override
			public Double analyse(final Configuration parameters, final Progress progress) {
				if (parameters.get("x") <= 0.5) return good.analysis().analyse(parameters, progress);
				analysed.incrementAndGet();
				if (failure.get() instanceof final Error error) throw error;
				throw (RuntimeException) failure.get();
			}
		}, good.goals(), good.heldOut(), good.feasible());
	}

	/** Whatever it is; it isn't tried a second time, and the study goes on. */
	@ParameterizedTest
	@EnumSource(Pooling.class)
	void whatFailsOnOneImageFailsAndNamesIt(final Pooling pooling) {
		for (final boolean sideBySide : new boolean[] { true, false }) {
			analysed.set(0);
			final PooledOptimization<Double> optimization = new PooledOptimization<>(new PooledAnalysis<>(List
				.of(three.get(0), failing(() -> new IllegalStateException("boom"))), sideBySide), pooling);
			final Study study = run(optimization, 12);
			assertEquals(12, study.evaluations().size());
			assertEquals(2 * 12, analysed.get(), "nothing is analysed twice");
			assertTrue(study.evaluations().stream().anyMatch(Evaluation::feasible));
			assertTrue(study.evaluations().stream().anyMatch(e -> !e.feasible()));
			for (final Evaluation e : study.evaluations())
				assertEquals(e.feasible() ? "" : "d: IllegalStateException: boom.", e.failure());
		}
	}

	@ParameterizedTest
	@EnumSource(Pooling.class)
	void whatNeverWorksEndsTheRunAndErrorsAreNone(final Pooling pooling) {
		final PooledOptimization<Double> never = pooled(List.of(new StudyImage<>("e", failing(
			() -> new IllegalStateException("boom")).analysis(), List.of(new Goal<>(new ToyReward<>("far", x -> -1),
				Link.identity(), 1)), List.of(), x -> true)), pooling);
		Complaints.assertRefused(() -> run(never, 12), "first 5 evaluations all failed", "e: ");
		final PooledOptimization<Double> error = pooled(List.of(three.get(0), failing(
			() -> new OutOfMemoryError("No memory."))), pooling);
		assertThrows(OutOfMemoryError.class, () -> run(error, 12));
	}

	/** What ranks compare with is known from the evaluations; nothing of it is analysed again. */
	@Test
	void aStudyThatIsContinuedKnowsItsRanks() {
		final Study whole = run(pooled(three, Pooling.RANK), 14);
		final PooledOptimization<Double> next = pooled(three, Pooling.RANK);
		final Study cut = next.newStudy(new BayesianEngine(), 5);
		whole.evaluations().subList(0, 9).forEach(e -> {
			cut.restore(new Trial(e.id(), e.configuration(), e.unit(), e.origin(), Double.NaN));
			cut.restore(e);
		});
		analysed.set(0);
		next.run(cut, new StopRule(14, false), Progress.NONE, e -> {});
		assertEquals(objectives(whole), objectives(cut));
		assertEquals(3 * 5, analysed.get());
	}

	@Test
	void imagesMustBeAlike() {
		Complaints.assertRefused(() -> pooled(List.of(), Pooling.MEAN), "at least one");
		Complaints.assertRefused(() -> pooled(List.of(three.get(0), three.get(0)), Pooling.MEAN),
			"same name");
		final StudyImage<Double> a = three.get(0);
		Complaints.assertRefused(() -> pooled(List.of(a, new StudyImage<>("d", a.analysis(), a.goals(), List
			.of(), a.feasible())), Pooling.MEAN), "rewards", "the same");
		final StudyImage<Double> negative = new StudyImage<>("d", a.analysis(), List.of(new Goal<>(new ToyReward<>(
			"far", x -> -1), Link.identity(), 1)), List.of(), a.feasible());
		Complaints.assertRefused(() -> negative.scores(a.analysis().searchSpace().at(new double[] { 0 }),
			Progress.NONE), "d: far", "at least 0");
	}

	@Test
	void cancelInTheMiddleOfAnImageIsACancel() {
		final PooledAnalysis<Double> analysis = new PooledAnalysis<>(three, true);
		final Progress canceled = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		boolean thrown = false;
		try {
			analysis.analyse(analysis.searchSpace().at(new double[] { 0.5 }), canceled);
		}
		catch (final CancellationException exc) {
			thrown = true;
		}
		assertTrue(thrown);
		assertFalse(analysed.get() > 0);
	}

	private static List<List<Double>> objectives(final Study study) {
		final List<List<Double>> all = new ArrayList<>();
		study.evaluations().forEach(e -> all.add(Arrays.stream(e.objectives()).boxed().toList()));
		return all;
	}
}
