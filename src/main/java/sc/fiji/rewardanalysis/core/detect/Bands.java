package sc.fiji.rewardanalysis.core.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;
import net.imglib2.parallel.TaskExecutors;

/** Shares lines of an image among the threads of {@link Parallelization}. */
final class Bands {

	/** Work on lines {@code from} (inclusive) to {@code to} (exclusive). */
	@FunctionalInterface
	interface Task {

		void run(int from, int to);
	}

	private Bands() {}

	/** Runs lines 0 … n in about four bands a thread, the asking one included. */
	static void run(final int n, final Task task) {
		run(n, 1, task);
	}

	/** The same with bands whose length is a multiple of {@code unit}, but for the last. */
	static void run(final int n, final int unit, final Task task) {
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final int units = (n + unit - 1) / unit;
		final int bands = Math.min(units, executor.equals(TaskExecutors
			.singleThreaded()) ? 1 : 4 * (executor.getParallelism() + 1));
		final List<Runnable> tasks = new ArrayList<>(bands);
		for (int i = 0; i < bands; i++) {
			final int from = unit * (int) ((long) units * i / bands);
			final int to = Math.min(n, unit * (int) ((long) units * (i + 1) / bands));
			tasks.add(() -> task.run(from, to));
		}
		executor.runAll(tasks);
	}

	/**
	 * Runs tasks side by side, none of which shares its own work. The first exception of
	 * one of them is thrown when all have ended.
	 */
	static void apart(final List<Runnable> tasks) {
		final AtomicReference<RuntimeException> failure = new AtomicReference<>();
		Parallelization.getTaskExecutor().runAll(tasks.stream().<Runnable>map(task -> () -> {
			try {
				if (failure.get() == null) Parallelization.runSingleThreaded(task);
			}
			catch (final RuntimeException exc) {
				failure.compareAndSet(null, exc);
			}
		}).toList());
		if (failure.get() != null) throw failure.get();
	}
}
