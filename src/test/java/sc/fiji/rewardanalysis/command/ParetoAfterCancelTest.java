package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javax.swing.JTextArea;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.core.Progress;

/** The image is closed and the search cancelled while it runs: what there is can be used. */
@NeedsDisplay
class ParetoAfterCancelTest extends ParetoWindowFixture {

	private volatile boolean canceled;

	ParetoAfterCancelTest() {
		super(false);
	}

	@Override
	Progress progress() {
		return new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				if (fraction < 0.5 || canceled) return;
				canceled = true;
				image.changes = false;
				image.close();
			}

			@Override
			public boolean isCanceled() {
				return canceled;
			}
		};
	}

	private String said() {
		return component(JTextArea.class, t -> t.getRows() == 2).getText();
	}

	@Test
	void whatIsUsedIsRefinedAndTheMissingImageIsSaid() throws Exception {
		assertTrue(summary().contains("as detected, to the pixel"), summary());
		assertFalse(button("Edit points").isEnabled());
		assertFalse(button("Neighbours").isEnabled());
		assertEquals("The image was closed.", button("Edit points").getToolTipText());
		assertTrue(said().contains("not refined"), said());
		press("Use this");
		await(() -> said().startsWith("The image was closed, so there are no circles"));
		assertFalse(summary().contains("as detected, to the pixel"), summary());
		assertTrue(window.isShowing());
	}
}
