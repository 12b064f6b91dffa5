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
