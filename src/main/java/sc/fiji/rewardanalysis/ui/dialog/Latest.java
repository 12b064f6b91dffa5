package sc.fiji.rewardanalysis.ui.dialog;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

import javax.swing.SwingUtilities;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Computes in the background; a new task cancels the one before, whose result is never
 * heard of.
 */
final class Latest implements AutoCloseable {

	private final AtomicInteger latest = new AtomicInteger();
	private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
		final Thread thread = new Thread(task, "Reward Analysis preview");
		thread.setDaemon(true);
		return thread;
	});

	/**
	 * @param task done in the background
	 * @param done hears the result, on the event thread
	 * @param failed hears why there is none, on the event thread
	 */
	<T> void run(final Function<Progress, T> task, final Consumer<T> done,
		final Consumer<String> failed)
	{
		final int own = latest.incrementAndGet();
		final Progress progress = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return latest.get() != own;
			}
		};
		executor.execute(() -> {
			if (progress.isCanceled()) return;
			final Runnable heard = outcome(task, progress, done, failed);
			SwingUtilities.invokeLater(() -> {
				if (!progress.isCanceled()) heard.run();
			});
		});
	}

	private static <T> Runnable outcome(final Function<Progress, T> task, final Progress progress,
		final Consumer<T> done, final Consumer<String> failed)
	{
		try {
			final T result = task.apply(progress);
			return () -> done.accept(result);
		}
		catch (final CancellationException exc) {
			// Only a newer task cancels.
			return () -> {};
		}
		catch (final RewardAnalysisException exc) {
			return () -> failed.accept(exc.getMessage());
		}
		catch (final OutOfMemoryError exc) {
			return () -> failed.accept("There is not enough memory for this image; select a smaller area.");
		}
		catch (final RuntimeException exc) {
			return () -> failed.accept("This can't be computed: " + exc);
		}
	}

	/** Forgets the task that runs. */
	void cancel() {
		latest.incrementAndGet();
	}

	@Override
	public void close() {
		cancel();
		executor.shutdown();
	}
}
