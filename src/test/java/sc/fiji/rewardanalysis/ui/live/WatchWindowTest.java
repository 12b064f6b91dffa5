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

package sc.fiji.rewardanalysis.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageIO;
import javax.swing.JTable;
import javax.swing.SwingUtilities;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import ij.WindowManager;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;

@NeedsDisplay
@Timeout(300)
class WatchWindowTest {

	@TempDir
	Path folder;

	private WatchWindow window;

	@BeforeEach
	void open() {
		window = WatchWindow.open("Watching a test", "Waiting for images …");
	}

	@AfterEach
	void close() throws Exception {
		SwingUtilities.invokeAndWait(window.frame()::dispose);
	}

	private WatchWindow.Row row(final String image, final String failure) throws Exception {
		final BufferedImage picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		g.setColor(Color.ORANGE);
		g.fillOval(8, 8, 48, 48);
		g.dispose();
		final File file = folder.resolve(image + ".png").toFile();
		ImageIO.write(picture, "png", file);
		return new WatchWindow.Row(new ImageOutcome(image, image, failure, failure.isEmpty() ? Map.of("atoms",
			181, "QC", 0.0) : Map.of(), 0.3), 0.83, file.toPath(), failure.isEmpty() ? file.toPath() : null);
	}

	@Test
	void theNewestResultIsOnTop() throws Exception {
		for (int i = 1; i <= 3; i++)
			window.show(row("image " + i, i == 2 ? "The file is cut short." : ""));
		window.tell(new WatchWindow.Counts(2, 1, 4, 1), "A file every 2.0 s.");
		onEventThread(() -> {
			final JTable table = window.table();
			assertEquals(3, table.getRowCount());
			assertEquals("image 3", table.getValueAt(0, 0));
			assertEquals("181 atoms, QC 0", table.getValueAt(0, 1));
			assertEquals("The file is cut short.", table.getValueAt(1, 1));
			assertEquals("0.8", table.getValueAt(0, 2));
		});
		until(() -> hasOrange());
	}

	/** The picture is drawn off the event thread, and there in a while. */
	private boolean hasOrange() {
		final boolean[] has = new boolean[1];
		onEventThread(() -> {
			final BufferedImage all = new BufferedImage(window.frame().getWidth(), window.frame().getHeight(),
				BufferedImage.TYPE_INT_RGB);
			window.frame().printAll(all.createGraphics());
			for (int y = 0; y < all.getHeight(); y += 4)
				for (int x = 0; x < all.getWidth(); x += 4)
					has[0] |= all.getRGB(x, y) == Color.ORANGE.getRGB();
		});
		return has[0];
	}

	@Test
	void stopIsHeardAndTheWindowStays() {
		final Progress progress = window.over(Progress.NONE);
		assertFalse(progress.isCanceled());
		onEventThread(window.stopButton()::doClick);
		assertTrue(progress.isCanceled());
		assertTrue(window.frame().isShowing());
		window.end("The watch has ended.");
		onEventThread(() -> assertEquals("Close", window.stopButton().getText()));
		onEventThread(window.stopButton()::doClick);
		assertFalse(window.frame().isDisplayable());
	}

	@Test
	void closingItStopsToo() {
		onEventThread(window.frame()::dispose);
		until(() -> window.isStopped());
	}

	@Test
	void aDoubleClickOpensThePicture() throws Exception {
		window.show(row("image 1", ""));
		final int before = WindowManager.getImageCount();
		onEventThread(() -> {
			final JTable table = window.table();
			final var cell = table.getCellRect(0, 0, true);
			table.dispatchEvent(new MouseEvent(table, MouseEvent.MOUSE_CLICKED, 0, 0, cell.x + 2, cell.y + 2,
				2, false));
		});
		until(() -> WindowManager.getImageCount() > before);
		WindowManager.getCurrentImage().close();
	}

	private static void onEventThread(final Runnable what) {
		try {
			SwingUtilities.invokeAndWait(what);
		}
		catch (final InterruptedException | java.lang.reflect.InvocationTargetException exc) {
			throw new AssertionError(exc);
		}
	}

	private static void until(final BooleanSupplier condition) {
		while (!condition.getAsBoolean())
			try {
				Thread.sleep(20);
			}
			catch (final InterruptedException exc) {
				throw new IllegalStateException(exc);
			}
	}
}
