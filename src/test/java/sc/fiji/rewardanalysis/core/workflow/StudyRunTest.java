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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertSays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.ToyReward;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Engine;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Trial;

/** Runs with several workers, failures, cancels and a log. */
class StudyRunTest {

	/** What happens to an evaluation with x on the way. */
	private record Toy(UnaryOperator<Double> on, Progress[] seen) implements Analysis<Double> {

		@Override
		public SearchSpace searchSpace() {
			return new SearchSpace(List.of(Parameter.of("x", "px", 0.01, 1, true), Parameter.of("y", "", 0,
				1, false)));
		}

		@Override
		public Double analyse(final Configuration c, final Progress progress) {
			if (seen != null) seen[0] = progress;
			return on.apply(c.get("x")) + c.get("y");
		}
	}

	private static Optimization<Double> optimization(final UnaryOperator<Double> on) {
		return optimization(on, null);
	}

	private static Optimization<Double> optimization(final UnaryOperator<Double> on,
		final Progress[] seen)
	{
		return new Optimization<>(new Toy(on, seen), List.of(new Goal<>(new ToyReward<>("left", x -> x * x), Link
			.squareRoot(), 4), new Goal<>(new ToyReward<>("right", x -> (2 - x) * (2 - x)), Link.squareRoot(), 4)),
			List.of(), x -> true);
	}

	/** Keeps what it hears. */
	private static final class Heard implements StudyLog {

		private final List<String> words = new ArrayList<>();
		private final Set<Thread> threads = new HashSet<>();

		private void hear(final String word) {
			words.add(word);
			threads.add(Thread.currentThread());
		}

		@Override
		public void queued(final List<Study.Queued> waiting) {
			if (!waiting.isEmpty()) hear("queued " + waiting.size());
		}

		@Override
		public void asked(final Trial trial) {
			hear("asked " + trial.id());
		}

		@Override
		public void told(final Evaluation evaluation) {
			hear("told " + evaluation.id());
		}
	}

	private static List<String> story(final Study study) {
		return study.evaluations().stream().map(e -> e.id() + e.origin() + e.configuration() + Arrays
			.toString(e.unit()) + Arrays.toString(e.signals()) + e.failure()).toList();
	}

	private static void pause(final long microseconds) {
		try {
			TimeUnit.MICROSECONDS.sleep(microseconds);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}

	private static Study run(final Optimization<Double> optimization, final Engine engine,
		final int evaluations, final int workers, final StudyLog log)
	{
		final Study study = optimization.newStudy(engine, 7);
		optimization.run(study, new StopRule(evaluations, false), workers, log, Progress.NONE, e -> {});
		return study;
	}

	@Test
	void severalWorkersGiveTheSameStudyHoweverFastTheyAre() {
		final var random = new java.util.Random(1);
		for (final int workers : new int[] { 2, 3, 5 }) {
			final List<String> first = story(run(optimization(x -> x), new BayesianEngine(), 15, workers,
				StudyLog.NONE));
			assertEquals(15, first.size());
			for (int i = 0; i < 3; i++)
				assertEquals(first, story(run(optimization(x -> {
					pause(random.nextInt(3000));
					return x;
				}), new BayesianEngine(), 15, workers, StudyLog.NONE)));
		}
	}

	@Test
	void trialsAreToldInOrderAndAskedOneForOne() {
		final Heard two = new Heard(), one = new Heard();
		run(optimization(x -> x), new SobolEngine(), 5, 2, two);
		assertEquals(List.of("asked 0", "asked 1", "told 0", "asked 2", "told 1", "asked 3", "told 2",
			"asked 4", "told 3", "told 4"), two.words, "no more than the budget");
		assertEquals(Set.of(Thread.currentThread()), two.threads);
		run(optimization(x -> x), new SobolEngine(), 2, 1, one);
		assertEquals(List.of("asked 0", "told 0", "asked 1", "told 1"), one.words);
	}

	@Test
	void workersWorkAtTheSameTimeAndOneIsTheCaller() {
		final CyclicBarrier all = new CyclicBarrier(3);
		final Set<Thread> threads = Collections.synchronizedSet(new HashSet<>());
		final Study study = run(optimization(x -> {
			threads.add(Thread.currentThread());
			try {
				all.await(60, TimeUnit.SECONDS);
			}
			catch (final Exception exc) {
				throw new IllegalStateException(exc);
			}
			return x;
		}), new SobolEngine(), 6, 3, StudyLog.NONE);
		assertTrue(study.evaluations().stream().allMatch(e -> e.failure().isEmpty()));
		assertEquals(3, threads.size());
		final Set<Thread> single = new HashSet<>();
		run(optimization(x -> {
			single.add(Thread.currentThread());
			return x;
		}), new SobolEngine(), 3, 1, StudyLog.NONE);
		assertEquals(Set.of(Thread.currentThread()), single);
		assertThrows(RewardAnalysisException.class, () -> run(optimization(x -> x), new SobolEngine(), 3,
			0, StudyLog.NONE));
	}

	/** Whoever asks for one thread gets one in each evaluation. */
	@Test
	void workersHaveTheirCallersParallelism() {
		final Set<Integer> parallelism = Collections.synchronizedSet(new HashSet<>());
		Parallelization.runWithNumThreads(3, () -> run(optimization(x -> {
			parallelism.add(Parallelization.getTaskExecutor().getParallelism());
			return x;
		}), new SobolEngine(), 4, 2, StudyLog.NONE));
		assertEquals(Set.of(3), parallelism);
	}

	@Test
	void queuedConfigurationsAreLoggedBeforeTheyAreAsked() {
		final Optimization<Double> optimization = optimization(x -> x);
		final Study study = optimization.newStudy(new SobolEngine(), 7);
		study.enqueue(Configuration.of(java.util.Map.of("x", 0.1, "y", 0.2)));
		final Heard heard = new Heard();
		optimization.run(study, new StopRule(1, false), 1, heard, Progress.NONE, e -> {});
		assertEquals(List.of("queued 1", "asked 0", "told 0"), heard.words);
	}

	@Test
	void whatFailsIsToldAndTheStudyGoesOn() {
		for (final int workers : new int[] { 1, 2 }) {
			final Study study = run(optimization(x -> {
				if (x < 0.1) throw new IllegalStateException("x is\ntoo small");
				return x;
			}), new BayesianEngine(), 14, workers, StudyLog.NONE);
			assertEquals(14, study.evaluations().size());
			final List<Evaluation> failed = study.evaluations().stream().filter(e -> !e.failure().isEmpty())
				.toList();
			assertTrue(!failed.isEmpty() && failed.size() < 10, failed.size() + " failed");
			for (final Evaluation e : study.evaluations())
				assertEquals(e.configuration().get("x") < 0.1, !e.failure().isEmpty());
			assertEquals("IllegalStateException: x is too small.", failed.get(0).failure());
			assertTrue(!failed.get(0).feasible());
		}
	}

	@Test
	void whereNothingWorksTheRunEnds() {
		for (final int workers : new int[] { 1, 3 }) {
			final Optimization<Double> broken = optimization(x -> {
				throw new RewardAnalysisException("The image is gone; open it.");
			});
			final Study study = broken.newStudy(new SobolEngine(), 1);
			final var exc = assertThrows(RewardAnalysisException.class, () -> broken.run(study, new StopRule(
				30, false), workers, StudyLog.NONE, Progress.NONE, e -> {}));
			assertSays(exc.getMessage(), "first 5 evaluations", "The image is gone; open it.");
			assertEquals("The image is gone; open it.", exc.getCause().getMessage());
			assertEquals(5, study.evaluations().size());
			assertThrows(RewardAnalysisException.class, () -> broken.run(study, new StopRule(30, false),
				Progress.NONE, e -> {}), "nor does it begin again");
			assertThrows(RewardAnalysisException.class, () -> run(broken, new SobolEngine(), 2, workers,
				StudyLog.NONE), "a small budget");
		}
	}

	@Test
	void fourFailuresAreNotEnough() {
		final AtomicInteger calls = new AtomicInteger();
		final Study study = run(optimization(x -> {
			if (calls.getAndIncrement() < 4) throw new IllegalStateException();
			return x;
		}), new SobolEngine(), 8, 1, StudyLog.NONE);
		assertEquals(8, study.evaluations().size());
		assertEquals("IllegalStateException.", study.evaluations().get(3).failure());
	}

	/** Lack of memory is no property of a configuration, even if a library wrapped it. */
	@Test
	void errorsAreNotFailures() {
		final OutOfMemoryError error = new OutOfMemoryError("full");
		for (final int workers : new int[] { 1, 2 }) {
			assertSame(error, assertThrows(OutOfMemoryError.class, () -> run(optimization(x -> {
				throw error;
			}), new SobolEngine(), 8, workers, StudyLog.NONE)));
			assertSame(error, assertThrows(OutOfMemoryError.class, () -> run(optimization(x -> {
				throw new IllegalStateException(error);
			}), new SobolEngine(), 8, workers, StudyLog.NONE)));
		}
	}

	private static Progress canceledBy(final AtomicBoolean flag) {
		return new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return flag.get();
			}
		};
	}

	@Test
	void aCancelLeavesWhatWasCutPendingAndARunGoesOnFromThere() {
		for (final int workers : new int[] { 1, 2, 4 }) {
			final List<String> whole = story(run(optimization(x -> x), new BayesianEngine(), 13, workers,
				StudyLog.NONE));
			final AtomicBoolean flag = new AtomicBoolean();
			final AtomicInteger calls = new AtomicInteger();
			final Progress[] seen = new Progress[1];
			final Optimization<Double> optimization = optimization(x -> {
				if (calls.getAndIncrement() == 10) flag.set(true);
				if (flag.get()) {
					// As ImgLib2's threads do.
					seen[0].checkCanceled();
					throw new IllegalStateException(new CancellationException());
				}
				return x;
			}, seen);
			final Study study = optimization.newStudy(new BayesianEngine(), 7);
			final String reason = optimization.run(study, new StopRule(13, false), workers, StudyLog.NONE,
				canceledBy(flag), e -> {});
			assertTrue(reason.startsWith("Cancelled after "), reason);
			assertTrue(study.evaluations().size() < 11 && !study.pending().isEmpty());
			assertTrue(study.pending().size() <= workers);
			assertTrue(study.evaluations().stream().allMatch(e -> e.failure().isEmpty()));
			flag.set(false);
			optimization.run(study, new StopRule(13, false), workers, StudyLog.NONE, canceledBy(flag),
				e -> {});
			assertEquals(whole, story(study));
		}
	}

	@Test
	void anEvaluationMayCancelByItself() {
		for (final int workers : new int[] { 1, 3 }) {
			final Optimization<Double> optimization = optimization(x -> {
				throw new CancellationException();
			});
			final Study study = optimization.newStudy(new SobolEngine(), 1);
			assertEquals("Cancelled.", optimization.run(study, new StopRule(9, false), workers, StudyLog.NONE,
				Progress.NONE, e -> {}));
			assertEquals(workers, study.pending().size());
		}
	}

	/** Those that wait for a worker which doesn't poll needn't wait with it. */
	@Test
	void aCancelIsHeardWhileWorkersAreBusy() throws InterruptedException {
		final AtomicBoolean flag = new AtomicBoolean();
		final CountDownLatch begun = new CountDownLatch(2), end = new CountDownLatch(1);
		final Optimization<Double> deaf = optimization(x -> {
			begun.countDown();
			try {
				end.await();
			}
			catch (final InterruptedException exc) {
				Thread.currentThread().interrupt();
			}
			return x;
		});
		final Study study = deaf.newStudy(new SobolEngine(), 1);
		final Thread user = new Thread(() -> {
			try {
				begun.await();
				flag.set(true);
			}
			catch (final InterruptedException exc) {
				Thread.currentThread().interrupt();
			}
		});
		user.start();
		assertEquals("Cancelled after 0 evaluations.", deaf.run(study, new StopRule(9, false), 2,
			StudyLog.NONE, canceledBy(flag), e -> {}));
		assertEquals(2, study.pending().size());
		end.countDown();
		user.join();
	}
}
