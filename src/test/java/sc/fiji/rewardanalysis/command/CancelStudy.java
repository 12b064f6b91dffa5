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

package sc.fiji.rewardanalysis.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleFunction;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.Cancels.Job;
import sc.fiji.rewardanalysis.command.Cancels.Outcome;
import sc.fiji.rewardanalysis.command.crystal.EstimatePhysics;
import sc.fiji.rewardanalysis.command.latent.MapLatentPhases;
import sc.fiji.rewardanalysis.command.network.FindAtomsWithNetwork;
import sc.fiji.rewardanalysis.command.network.TrainNetwork;
import sc.fiji.rewardanalysis.command.noise.StudyNoiseRobustness;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;

/**
 * Measures how long a search takes to end after a cancel that isn't taken back, at moments
 * spread over a whole run: median and worst, and where the worst ones were. Arguments: size of
 * the image, moments, and which of EXACT, BAYESIAN, STACK, FIND, FINDSTACK, WINDOWS, NOISE,
 * PHYSICS, TRAIN (two epochs on images of that size), NETWORK and PHASES. With -Dfiles=true the time to write what is kept is part of it.
 */
final class CancelStudy {

	private CancelStudy() {}

	public static void main(final String[] args) throws IOException {
		final int size = Integer.parseInt(args[0]), moments = Integer.parseInt(args[1]);
		for (final String kind : args.length > 2 ? args[2].split(",") : new String[] { "EXACT",
			"BAYESIAN", "STACK", "FIND", "FINDSTACK" })
		{
			final Path folder = Files.createTempDirectory("cancel");
			final DoubleFunction<Outcome> run = run(kind, size, Boolean.getBoolean("files") ? folder : null);
			run.apply(1e5);
			final long start = System.nanoTime();
			run.apply(1e5);
			final double whole = (System.nanoTime() - start) * 1e-9;
			final List<Outcome> outcomes = new ArrayList<>();
			for (int i = 0; i < moments; i++) {
				empty(folder);
				final double after = whole * (i + 0.5) / moments;
				final var watch = watch(Thread.currentThread(), after + 0.15);
				final Outcome o = run.apply(after);
				watch.run();
				if (o.seconds() >= 0) outcomes.add(o);
			}
			outcomes.sort(Comparator.comparingDouble(Outcome::seconds));
			System.out.printf(Locale.ROOT, "%s %d: whole %.1f s, %d cancels, median %.0f ms, 95%% %.0f ms, worst %.0f ms%n",
				kind, size, whole, outcomes.size(), 1e3 * outcomes.get(outcomes.size() / 2).seconds(), 1e3 *
					outcomes.get(outcomes.size() * 95 / 100).seconds(), 1e3 * outcomes.get(outcomes.size() - 1)
						.seconds());
			outcomes.stream().skip(Math.max(0, outcomes.size() - 8)).forEach(o -> System.out.printf(
				Locale.ROOT, "   %.0f ms: %s%n", 1e3 * o.seconds(), o.doing()));
		}
	}

	/** A run that is cancelled so many seconds after its start. */
	private static DoubleFunction<Outcome> run(final String kind, final int size, final Path folder) {
		final boolean stack = kind.endsWith("STACK");
		final ImagePlus image = Cancels.image(size, stack ? 3 : 1);
		if (kind.equals("WINDOWS")) return after -> Cancels.cancel(new OptimizeInSlidingWindows(), after,
			"image", image, "lattice", "YBa2Cu3O7-100");
		if (kind.equals("NOISE")) return after -> Cancels.cancel(new StudyNoiseRobustness(), after, "image",
			image, "lattice", "YBa2Cu3O7-100", "repeats", 1);
		if (kind.equals("PHYSICS")) return after -> Cancels.cancel(new EstimatePhysics(), after, "image",
			image, "lattice", "YBa2Cu3O7-100");
		if (kind.equals("TRAIN")) return after -> Cancels.cancel(new TrainNetwork(), after, "epochs", 2,
			"images", 64, "held_out", 16, "image_size", size, "output_folder", newFolder().toFile());
		if (kind.equals("NETWORK")) return after -> Cancels.cancel(new FindAtomsWithNetwork(), after, "image",
			image);
		if (kind.equals("PHASES")) return after -> Cancels.cancel(new MapLatentPhases(), after, "image", image,
			"epochs", 3, "output_folder", newFolder().toFile());
		if (kind.startsWith("FIND")) return after -> Cancels.cancelFindAtoms(image, folder, after);
		final Job job = new Job(image, stack ? SearchEngine.BAYESIAN : SearchEngine.valueOf(kind), Integer
			.getInteger("evaluations", 60), stack, folder);
		return after -> Cancels.cancel(job, after);
	}

	/** A training goes on in a folder that has one. */
	private static Path newFolder() {
		try {
			return Files.createTempDirectory("cancel");
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/** Says where a thread is if it hasn't stopped by then. */
	private static Runnable watch(final Thread thread, final double after) {
		final var timer = Executors.newSingleThreadScheduledExecutor();
		timer.schedule(() -> System.out.println("  late: " + String.join(" < ", Arrays.stream(thread
			.getStackTrace()).filter(e -> e.getClassName().startsWith("sc.fiji")).limit(5).map(e -> e
				.getFileName().replace(".java", "") + ":" + e.getLineNumber()).toList())), (long) (1e6 *
					after), TimeUnit.MICROSECONDS);
		return timer::shutdownNow;
	}

	private static void empty(final Path folder) throws IOException {
		try (var files = Files.list(folder)) {
			for (final Path file : files.toList())
				Files.delete(file);
		}
	}
}
