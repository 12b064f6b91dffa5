package sc.fiji.rewardanalysis.learning;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Whether the Deep Java Library is there. This class needs nothing of it, so that it can be asked
 * where it is missing; it loads no native library.
 */
public final class Networks {

	/** Where it says what to install. */
	static final String HELP =
		"https://github.com/fiji/reward-analysis/blob/main/docs/networks.md";

	/** What brings the library to a Fiji. */
	static final String ZIP = "reward-analysis-<version>-fiji-networks.zip";

	private Networks() {}

	/** Whether networks can be used, as far as can be told without loading native libraries. */
	public static boolean installed() {
		return has("ai.djl.ndarray.NDManager") && has("ai.djl.pytorch.engine.PtEngineProvider");
	}

	/** @throws RewardAnalysisException that says what to install, if networks can't be used */
	public static void require() {
		if (!installed()) throw new RewardAnalysisException(
			"Networks need the Deep Java Library, which is not installed: unpack " + ZIP +
				" into the Fiji folder and restart Fiji (" + HELP + "). Everything else of the suite works.");
	}

	private static boolean has(final String type) {
		try {
			Class.forName(type, false, Networks.class.getClassLoader());
			return true;
		}
		catch (final ClassNotFoundException | LinkageError e) {
			return false;
		}
	}
}
