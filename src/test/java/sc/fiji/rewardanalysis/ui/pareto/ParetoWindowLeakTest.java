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

package sc.fiji.rewardanalysis.ui.pareto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import javax.swing.AbstractButton;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.Ybco;

@NeedsDisplay
class ParetoWindowLeakTest {

	private static JFrame frame() {
		return (JFrame) Arrays.stream(Window.getWindows()).filter(w -> w instanceof final JFrame f && f
			.isShowing() && "Leak".equals(f.getTitle())).findFirst().orElse(null);
	}

	private static long windows() {
		return Arrays.stream(Window.getWindows()).filter(Window::isDisplayable).count();
	}

	private static void await(final BooleanSupplier what) throws InterruptedException {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (!what.getAsBoolean()) {
			assertTrue(System.nanoTime() < end, "it took too long");
			Thread.sleep(10);
		}
	}

	/** While points are edited, so that there is most to be put back. */
	@Test
	void aClosedWindowLeavesNothingBehind() throws Exception {
		final ImagePlus image = new ImagePlus("leak", new FloatProcessor(Ybco.SIZE, Ybco.SIZE));
		image.show();
		await(() -> image.getCanvas() != null && image.getCanvas().isShowing());
		final ImageCanvas canvas = image.getCanvas();
		final long before = windows();
		final int clicks = canvas.getMouseListeners().length, motions = canvas
			.getMouseMotionListeners().length;
		final int watchers = ImagePlus.getListeners().size();
		final FakeSolutions solutions = new FakeSolutions(image);
		final FoundAtoms first = solutions.found(solutions.atoms(FakeSolutions.evaluation(0)));
		for (int i = 0; i < 50; i++) {
			ParetoWindow.open("Leak", solutions, first);
			await(() -> frame() != null);
			final JFrame frame = frame();
			SwingUtilities.invokeAndWait(() -> {
				((AbstractButton) find(frame, "Edit points")).doClick(0);
				assertEquals(clicks, canvas.getMouseListeners().length, "ours in place of the canvas' own");
				frame.dispose();
			});
			await(() -> !frame.isDisplayable() && Arrays.asList(canvas.getMouseListeners()).contains(canvas) &&
				canvas.getMouseListeners().length == clicks && canvas.getMouseMotionListeners().length == motions &&
				ImagePlus.getListeners().size() == watchers);
		}
		assertEquals(before, windows());
		image.changes = false;
		SwingUtilities.invokeAndWait(image::close);
	}

	private static Component find(final Container in, final String text) {
		for (final Component c : in.getComponents()) {
			if (c instanceof final AbstractButton b && text.equals(b.getText())) return c;
			final Component within = c instanceof final Container more ? find(more, text)
				: null;
			if (within != null) return within;
		}
		return null;
	}
}
