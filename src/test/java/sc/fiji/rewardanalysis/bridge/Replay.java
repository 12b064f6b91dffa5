package sc.fiji.rewardanalysis.bridge;

import net.imagej.patcher.LegacyInjector;

/**
 * Replays macros and scripts in a Java of its own, without a display, as somebody else
 * has it who prefers everything otherwise. Each argument is a job:
 * {@code macro:file}, {@code script:file?inputs}, {@code run:leaf?image?inputs}.
 */
public final class Replay {

	private Replay() {}

	/** Ends with status 1 if a job couldn't be done. */
	public static void main(final String... jobs) {
		// Before the first class of ImageJ, whose menus need a display otherwise.
		LegacyInjector.preinit();
		System.exit(ReplaySession.run(jobs) ? 0 : 1);
	}
}
