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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.DiskFullException;
import sc.fiji.rewardanalysis.core.MemoryShortage;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Does the same with many images, several at a time. An image that fails is told and the others go
 * on. Several workers have one thread each, a single one has all; what comes out is the same. An
 * image that runs out of memory beside others is tried again alone after them.
 *
 * @param workers images at a time, at least 1
 */
public record ManyImages(int workers) {

	/** How often it is looked how far the workers are, ms. */
	private static final long POLL = 50;

	private static final String THREAD = "Reward Analysis image ";

	/** What is done with an image. */
	public interface Work {

		/**
		 * Analyses an image, on any thread.
		 *
		 * @return what became of it
		 * @throws RewardAnalysisException whose message says what is wrong with this image
		 * @throws DiskFullException if no other image would do better
		 * @throws CancellationException if cancelled; nothing is left of it then
		 */
		ImageOutcome of(ImageFile image, Progress progress);
	}

	public ManyImages {
		Checks.atLeast("workers", workers, 1);
	}

	/** As many workers as there are processors, but no more than images. */
	public static int automatic(final int images) {
		return Math.max(1, Math.min(images, Runtime.getRuntime().availableProcessors()));
	}

	/**
	 * Works on all images.
	 *
	 * @param work what is done with each
	 * @param done told of each as soon as it is done or has failed, on its worker's thread
	 * @return what became of them, in their order; if cancelled, without those that weren't done
	 * @throws DiskFullException if there is no room for what comes out; the other images are left out
	 */
	public List<ImageOutcome> run(final List<ImageFile> images, final Work work,
		final Consumer<ImageOutcome> done, final Progress progress)
	{
		final Run run = new Run(images, work, done, progress);
		run.all(Math.min(workers, images.size()));
		run.again();
		return Arrays.stream(run.outcomes).filter(Objects::nonNull).toList();
	}

	private static final class Run {

		private final List<ImageFile> images;
		private final Work work;
		private final Consumer<ImageOutcome> done;
		private final Progress progress;
		private final ImageOutcome[] outcomes;

		/** Of each image, 0 to 1. */
		private final double[] parts;
		private final Deque<Integer> left = new ArrayDeque<>();

		/** Those that ran out of memory beside others. */
		private final List<Integer> tooLarge = new ArrayList<>();
		private String latest = "";
		private int finished, failed;

		/** What keeps all from going on, such as a journal that can't be written. */
		private volatile Throwable fatal;

		Run(final List<ImageFile> images, final Work work, final Consumer<ImageOutcome> done,
			final Progress progress)
		{
			this.images = List.copyOf(images);
			this.work = work;
			this.done = done;
			this.progress = progress;
			outcomes = new ImageOutcome[images.size()];
			parts = new double[images.size()];
			for (int i = 0; i < images.size(); i++)
				left.add(i);
		}

		void all(final int workers) {
			final CountDownLatch ended = new CountDownLatch(workers);
			for (int w = 0; w < workers; w++) {
				final Thread thread = new Thread(() -> {
					try {
						if (workers == 1) untilEmpty(false);
						else Parallelization.runSingleThreaded(() -> untilEmpty(true));
					}
					finally {
						ended.countDown();
					}
				}, THREAD + (w + 1));
				thread.setDaemon(true);
				thread.start();
			}
			await(ended);
			if (fatal instanceof final Error error) throw error;
			if (fatal instanceof final RuntimeException exc) throw exc;
		}

		/** Alone, with all threads. */
		void again() {
			synchronized (this) {
				left.addAll(tooLarge);
				tooLarge.clear();
			}
			if (!left.isEmpty() && !progress.isCanceled()) all(1);
		}

		private void await(final CountDownLatch ended) {
			try {
				while (!ended.await(POLL, TimeUnit.MILLISECONDS))
					tell();
			}
			catch (final InterruptedException exc) {
				Thread.currentThread().interrupt();
				fatal = new CancellationException("Interrupted.");
			}
			tell();
		}

		private void tell() {
			final double fraction;
			final String text;
			synchronized (this) {
				fraction = images.isEmpty() ? 1 : Arrays.stream(parts).sum() / images.size();
				text = finished + " of " + images.size() + (failed == 0 ? "" : ", " + failed + " failed") +
					(latest.isEmpty() ? "" : ": " + latest);
			}
			progress.update(Math.min(1, fraction), text);
		}

		private void untilEmpty(final boolean besides) {
			for (;;) {
				final int i;
				synchronized (this) {
					if (left.isEmpty() || isStopped()) return;
					i = left.remove();
					latest = images.get(i).image();
				}
				try {
					one(i, besides);
				}
				catch (final CancellationException exc) {
					// The others hear of it themselves.
					return;
				}
				// An error too, or images were missing and nobody knew.
				catch (final RuntimeException | Error exc) {
					fatal = exc;
					return;
				}
			}
		}

		private boolean isStopped() {
			return fatal != null || progress.isCanceled();
		}

		private void one(final int i, final boolean besides) {
			final ImageFile image = images.get(i);
			final long start = System.nanoTime();
			ImageOutcome outcome;
			try {
				outcome = work.of(image, own(i));
			}
			catch (final CancellationException exc) {
				if (isStopped()) throw exc;
				outcome = failure(image, "It was cancelled.", start);
			}
			catch (final DiskFullException exc) {
				// It isn't this image's fault, and none will do better.
				throw exc;
			}
			catch (final RewardAnalysisException exc) {
				outcome = failure(image, reason(image, exc.getMessage()), start);
			}
			catch (final RuntimeException | LinkageError | VirtualMachineError exc) {
				final boolean isShort = MemoryShortage.isCauseOf(exc);
				if (isShort && besides) {
					synchronized (this) {
						tooLarge.add(i);
					}
					return;
				}
				outcome = failure(image, isShort
					? "There is not enough memory for it; give Java more (-Xmx), or select a smaller area."
					: "It failed unexpectedly: " + exc, start);
			}
			synchronized (this) {
				outcomes[i] = outcome;
				parts[i] = 1;
				finished++;
				if (!outcome.isDone()) failed++;
			}
			done.accept(outcome);
		}

		/** The same in words for all images of which it holds, for each is named beside it. */
		private static String reason(final ImageFile image, final String message) {
			final String name = "\"" + image.file().getFileName() + "\" ";
			return message.startsWith(name) ? "It " + message.substring(name.length()) : message;
		}

		private static ImageOutcome failure(final ImageFile image, final String reason,
			final long start)
		{
			return new ImageOutcome(image.image(), image.folder(), reason, Map.of(), (System
				.nanoTime() - start) * 1e-9);
		}

		/** What an image tells of itself; a second cancel is none. */
		private Progress own(final int i) {
			return new Progress() {

				@Override
				public void update(final double fraction, final String message) {
					synchronized (Run.this) {
						parts[i] = Math.max(parts[i], Math.min(1, fraction));
					}
				}

				@Override
				public boolean isCanceled() {
					return isStopped();
				}
			};
		}
	}
}
