package sc.fiji.rewardanalysis.core.workflow;

import java.util.concurrent.CancellationException;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** What an evaluation throws: whether it is a property of its parameters, and how to say it. */
final class Failures {

	private Failures() {}

	/**
	 * Throws on what isn't to be taken for a failed evaluation, even if threads wrapped it:
	 * errors such as a lack of memory, but for a stack that overflowed, and a cancel. Whatever a cancelled evaluation throws is
	 * no property of its parameters.
	 */
	static void passOn(final Throwable exc, final Progress progress) {
		for (Throwable cause = exc; cause != null; cause = cause.getCause()) {
			if (cause instanceof final Error error && !(cause instanceof StackOverflowError)) throw error;
			if (cause instanceof final CancellationException cancelled) throw cancelled;
		}
		progress.checkCanceled();
	}

	/** The reason in one line. */
	static String sentence(final Throwable exc) {
		final String kind = exc.getClass().getSimpleName(), message = exc.getMessage();
		final String text = exc instanceof RewardAnalysisException ? message
			: message == null ? kind : kind + ": " + message;
		final String line = text.replaceAll("\\s+", " ").strip();
		return line.endsWith(".") ? line : line + ".";
	}
}
