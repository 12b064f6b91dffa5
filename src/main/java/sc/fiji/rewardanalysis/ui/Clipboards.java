package sc.fiji.rewardanalysis.ui;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** The system's clipboard. */
public final class Clipboards {

	private Clipboards() {}

	/**
	 * Puts a text there.
	 *
	 * @throws RewardAnalysisException if another program keeps it
	 */
	public static void copy(final String text) {
		try {
			Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
		}
		catch (final IllegalStateException exc) {
			throw new RewardAnalysisException(exc,
				"Another program is using the clipboard; try again.");
		}
	}
}
