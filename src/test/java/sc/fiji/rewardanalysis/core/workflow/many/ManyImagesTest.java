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

package sc.fiji.rewardanalysis.core.workflow.many;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

@Timeout(300)
class ManyImagesTest {

	private static List<ImageFile> images(final int n) {
		return IntStream.range(0, n).mapToObj(i -> new ImageFile(i + ".tif", Path.of(i + ".tif"), "" + i))
			.toList();
	}

	private static ImageOutcome done(final ImageFile image) {
		return new ImageOutcome(image.image(), image.folder(), "", Map.of(), 0);
	}

	private static List<String> failures(final List<ImageOutcome> outcomes) {
		return outcomes.stream().filter(o -> !o.isDone()).map(o -> o.image() + ": " + o.failure()).toList();
	}

	@Test
	void oneThatFailsKeepsNobodyFromGoingOn() {
		for (final int workers : new int[] { 1, 2, 5 }) {
			final List<String> told = Collections.synchronizedList(new ArrayList<>());
			final List<ImageOutcome> outcomes = new ManyImages(workers).run(images(20), (image, progress) -> {
				switch (image.image()) {
					case "3.tif" -> throw new RewardAnalysisException("It is bad.");
					case "5.tif" -> throw new IllegalStateException("a bug");
					case "7.tif" -> throw new OutOfMemoryError();
					case "8.tif" -> throw new CancellationException();
					case "9.tif" -> throw new NoClassDefFoundError("x");
					default -> {
						return done(image);
					}
				}
			}, outcome -> told.add(outcome.image()), Progress.NONE);
			assertEquals(20, outcomes.size());
			assertEquals(IntStream.range(0, 20).mapToObj(i -> i + ".tif").toList(), outcomes.stream().map(
				ImageOutcome::image).toList());
			assertEquals(20, told.size());
			final List<String> failures = failures(outcomes);
			assertEquals(5, failures.size(), failures.toString());
			assertEquals("3.tif: It is bad.", failures.get(0));
			assertTrue(failures.get(1).contains("a bug"));
			assertTrue(failures.get(2).contains("not enough memory"));
		}
	}

	/** So that they stand together in a summary. */
	@Test
	void aReasonDoesNotNameTheImage() {
		final List<ImageOutcome> outcomes = new ManyImages(2).run(images(5), (image, progress) -> {
			throw new RewardAnalysisException("\"%s\" has no pixel size.", image.image());
		}, outcome -> {}, Progress.NONE);
		assertEquals(List.of("It has no pixel size."), outcomes.stream().map(ImageOutcome::failure).distinct()
			.toList());
	}

	/** It was too large only beside others. */
	@Test
	void whatRunsOutOfMemoryIsTriedAgainAlone() {
		final AtomicInteger running = new AtomicInteger();
		final AtomicInteger tries = new AtomicInteger();
		final List<ImageOutcome> outcomes = new ManyImages(3).run(images(9), (image, progress) -> {
			try {
				final int beside = running.incrementAndGet();
				if (image.image().equals("4.tif") && tries.getAndIncrement() == 0) throw new OutOfMemoryError();
				if (image.image().equals("4.tif")) assertEquals(1, beside);
				return done(image);
			}
			finally {
				running.decrementAndGet();
			}
		}, outcome -> {}, Progress.NONE);
		assertEquals(List.of(), failures(outcomes));
		assertEquals(2, tries.get());
	}

	/** ImgLib2's pool wraps errors. */
	@Test
	void whatAPoolSaysOfTooLittleMemoryIsUnderstood() {
		final AtomicInteger tries = new AtomicInteger();
		final List<ImageOutcome> outcomes = new ManyImages(2).run(images(2), (image, progress) -> {
			tries.incrementAndGet();
			// As that pool does.
			throw new RuntimeException(new OutOfMemoryError("no room"));
		}, outcome -> {}, Progress.NONE);
		assertEquals(4, tries.get(), "again, alone");
		for (final String failure : failures(outcomes))
			assertTrue(failure.contains("not enough memory"), failure);
	}

	/** Else images are missing and nobody knows why. */
	@Test
	void errorsWhereOneIsToldEndTheRun() {
		for (final int workers : new int[] { 1, 2 })
			assertThrows(StackOverflowError.class, () -> new ManyImages(workers).run(images(9), (image,
				progress) -> done(image), outcome -> {
					if (outcome.image().equals("3.tif")) throw new StackOverflowError();
				}, Progress.NONE));
	}

	@Test
	void severalWorkersHaveAThreadEachAndOneHasAll() {
		final List<Integer> threads = Collections.synchronizedList(new ArrayList<>());
		final ManyImages.Work work = (image, progress) -> {
			threads.add(Parallelization.getTaskExecutor().getParallelism());
			return done(image);
		};
		new ManyImages(2).run(images(4), work, outcome -> {}, Progress.NONE);
		assertEquals(List.of(1, 1, 1, 1), threads);
		threads.clear();
		new ManyImages(1).run(images(1), work, outcome -> {}, Progress.NONE);
		assertEquals(List.of(Parallelization.getTaskExecutor().getParallelism()), threads);
	}

	@Test
	void allWorkersHearACancel() throws Exception {
		final AtomicBoolean canceled = new AtomicBoolean();
		final CountDownLatch busy = new CountDownLatch(3);
		final Progress progress = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				if (busy.getCount() == 0) canceled.set(true);
			}

			@Override
			public boolean isCanceled() {
				return canceled.get();
			}
		};
		final List<ImageOutcome> outcomes = new ManyImages(3).run(images(100), (image, own) -> {
			if (image.image().equals("0.tif")) return done(image);
			busy.countDown();
			for (;;) {
				own.checkCanceled();
				// The second cancel of an analysis that shows what it has is none here.
				own.again().checkCanceled();
				Thread.onSpinWait();
			}
		}, outcome -> {}, progress);
		assertEquals(List.of("0.tif"), outcomes.stream().map(ImageOutcome::image).toList());
	}

	@Test
	void whatKeepsAllFromGoingOnEndsTheRun() {
		final AtomicInteger worked = new AtomicInteger();
		assertEquals("disk full", assertThrows(RewardAnalysisException.class, () -> new ManyImages(2).run(
			images(1000), (image, progress) -> {
				worked.incrementAndGet();
				return done(image);
			}, outcome -> {
				throw new RewardAnalysisException("disk full");
			}, Progress.NONE)).getMessage());
		assertTrue(worked.get() < 1000);
	}

	@Test
	void progressGrowsAndNamesImagesAndFailures() {
		final List<Double> fractions = new ArrayList<>();
		final List<String> messages = new ArrayList<>();
		new ManyImages(2).run(images(8), (image, progress) -> {
			progress.update(0.5, "half");
			if (image.image().equals("2.tif")) throw new RewardAnalysisException("no");
			return done(image);
		}, outcome -> {}, new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				fractions.add(fraction);
				messages.add(message);
			}

			@Override
			public boolean isCanceled() {
				return false;
			}
		});
		assertEquals(fractions.stream().sorted().toList(), fractions);
		assertEquals(1, fractions.get(fractions.size() - 1));
		assertTrue(messages.get(messages.size() - 1).startsWith("8 of 8, 1 failed: "), messages.toString());
	}

	@Test
	void memoryIsSharedAndALargeImageIsAlone() throws Exception {
		final MemoryBudget budget = new MemoryBudget(400 * 1000);
		final MemoryBudget.Permit a = budget.take(400, Progress.NONE), b = budget.take(600, Progress.NONE);
		final AtomicBoolean got = new AtomicBoolean();
		final Thread large = new Thread(() -> {
			try (MemoryBudget.Permit all = budget.take(5000, Progress.NONE)) {
				got.set(true);
			}
		});
		large.start();
		a.close();
		large.join(200);
		assertFalse(got.get());
		b.close();
		large.join();
		assertTrue(got.get());
	}
}
