package sc.fiji.rewardanalysis.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Container;
import java.awt.Window;
import java.util.Arrays;

import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.SwingUtilities;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.NeedsDisplay;

@NeedsDisplay
class ProgressWindowTest {

	@Test
	void cancelIsHeardAndTheWindowGoes() throws Exception {
		final JDialog dialog;
		try (ProgressWindow window = ProgressWindow.open("Test of progress")) {
			while (dialog() == null) {
				window.update(0.5, "half");
				Thread.sleep(20);
			}
			dialog = dialog();
			SwingUtilities.invokeAndWait(() -> cancel(dialog).doClick());
			assertTrue(window.isCanceled());
		}
		SwingUtilities.invokeAndWait(() -> {});
		assertFalse(dialog.isDisplayable());
	}

	private static JDialog dialog() {
		return (JDialog) Arrays.stream(Window.getWindows()).filter(w -> w instanceof final JDialog d && d
			.isShowing() && d.getTitle().equals("Test of progress")).findFirst().orElse(null);
	}

	private static JButton cancel(final JDialog dialog) {
		return (JButton) Arrays.stream(((Container) dialog.getContentPane().getComponent(0)).getComponents()).filter(
			c -> c instanceof JButton).findFirst().orElseThrow();
	}
}
