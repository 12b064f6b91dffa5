package sc.fiji.rewardanalysis.ui;

import java.util.Optional;
import java.util.concurrent.CancellationException;

import sc.fiji.rewardanalysis.core.MemoryShortage;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** What goes wrong in the background, in words. */
public final class Failures {

	private static final System.Logger LOG = System.getLogger(Failures.class.getName());

	private Failures() {}

	/**
	 * Runs work. What nobody expected is also logged with its stack trace, by default to the
	 * standard error.
	 *
	 * @return why it failed, a sentence; empty if it didn't
	 * @throws CancellationException if the work does
	 */
	public static Optional<String> of(final Runnable work) {
		try {
			work.run();
			return Optional.empty();
		}
		catch (final CancellationException exc) {
			throw exc;
		}
		catch (final RewardAnalysisException exc) {
			return Optional.of(exc.getMessage());
		}
		catch (final RuntimeException | Error exc) {
			if (MemoryShortage.isCauseOf(exc)) return Optional.of(
				"There is not enough memory; select a smaller area, close other images or give Fiji more in Edit " +
					"> Options > Memory & Threads.");
			LOG.log(System.Logger.Level.WARNING, "Unexpected in " + Thread.currentThread().getName(), exc);
			return Optional.of("That failed: " + exc + ".");
		}
	}
}
