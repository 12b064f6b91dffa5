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

package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.swing.AbstractButton;
import javax.swing.JFrame;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.gui.ImageCanvas;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.ui.ProgressWindow;

/** A real study's Pareto window beside its image, and what a user does with it. */
abstract class ParetoWindowFixture {

	@TempDir
	Path folder;

	ImagePlus image;
	JFrame window;
	Robot robot;

	private final boolean saves;

	/** @param saves whether the study is written to the folder, and exact */
	ParetoWindowFixture(final boolean saves) {
		this.saves = saves;
	}

	@BeforeEach
	void open() throws Exception {
		robot = new Robot();
		robot.setAutoDelay(20);
		image = CommandImages.ybco();
		image.show();
		await(() -> image.getWindow() != null && image.getCanvas().isShowing());
		onEvents(() -> {
			image.getWindow().setLocation(0, 20);
			image.getCanvas().zoomIn(64, 64);
			image.getCanvas().zoomIn(64, 64);
			return null;
		});
		new ImageOptimization(new OptimizationRequest(AnalysedImage.of(image), AtomFindingSettings.of(
			Ybco.LATTICE, Ybco.PIXEL), saves ? SearchEngine.EXACT : SearchEngine.SOBOL, new StopRule(20, false), Pick.EUCLIDEAN, 1,
			Refinement.GAUSSIAN, FitOptions.ROUND, saves ? folder : null, null, "run"), ProgressWindow.open("test"),
				text -> {}).run(progress());
		await(() -> frame() != null);
		window = frame();
		onEvents(() -> {
			// Neither hides the other, on small screens too.
			if (image.getWindow() != null) window.setLocation(image.getWindow().getX() + image.getWindow()
				.getWidth(), 0);
			return null;
		});
		robot.waitForIdle();
	}

	/** Of the search. */
	Progress progress() {
		return Progress.NONE;
	}

	@AfterEach
	void close() throws Exception {
		onEvents(() -> {
			window.dispose();
			image.changes = false;
			image.close();
			Arrays.stream(Window.getWindows()).forEach(Window::dispose);
			return null;
		});
	}

	static JFrame frame() {
		return (JFrame) Arrays.stream(Window.getWindows()).filter(w -> w instanceof final JFrame f && f
			.isShowing() && f.getTitle().startsWith("Pareto front of ")).findFirst().orElse(null);
	}

	static <T> T onEvents(final Callable<T> task) throws Exception {
		final AtomicReference<T> result = new AtomicReference<>();
		final AtomicReference<Exception> failure = new AtomicReference<>();
		SwingUtilities.invokeAndWait(() -> {
			try {
				result.set(task.call());
			}
			catch (final Exception exc) {
				failure.set(exc);
			}
		});
		if (failure.get() != null) throw failure.get();
		return result.get();
	}

	static void await(final BooleanSupplier what) throws InterruptedException {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (!what.getAsBoolean()) {
			assertTrue(System.nanoTime() < end, "it took too long");
			Thread.sleep(20);
		}
	}

	static Stream<Component> all(final Container in) {
		return Arrays.stream(in.getComponents()).flatMap(c -> c instanceof final Container more ? Stream
			.concat(Stream.of(c), all(more)) : Stream.of(c));
	}

	<T extends Component> T component(final Class<T> type, final Predicate<T> which) {
		return all(window.getContentPane()).filter(type::isInstance).map(type::cast).filter(which)
			.findFirst().orElseThrow();
	}

	AbstractButton button(final String text) {
		return component(AbstractButton.class, b -> text.equals(b.getText()));
	}

	void press(final String button) throws Exception {
		onEvents(() -> {
			button(button).doClick(0);
			return null;
		});
	}

	String summary() {
		return component(JTextArea.class, t -> true).getText();
	}

	JTable table(final int columns) {
		return component(JTable.class, t -> columns == 11 == (t.getColumnCount() == 11));
	}

	void tab(final String title) throws Exception {
		onEvents(() -> {
			final JTabbedPane pane = component(JTabbedPane.class, p -> true);
			pane.setSelectedIndex(pane.indexOfTab(title));
			return null;
		});
		robot.waitForIdle();
	}

	void click(final Point at, final int modifier) {
		robot.mouseMove(at.x - 1, at.y);
		robot.mouseMove(at.x, at.y);
		if (modifier != 0) robot.keyPress(modifier);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		if (modifier != 0) robot.keyRelease(modifier);
		robot.waitForIdle();
	}

	/** Where a pixel's centre is on the screen. */
	Point onScreen(final double x, final double y) throws Exception {
		return onEvents(() -> {
			final ImageCanvas canvas = image.getCanvas();
			final Point at = canvas.getLocationOnScreen();
			at.translate(canvas.screenXD(x + 0.5), canvas.screenYD(y + 0.5));
			return at;
		});
	}

	double number(final int row, final int column) throws Exception {
		return onEvents(() -> (Double) table(11).getModel().getValueAt(row, column));
	}

	int rows() throws Exception {
		return onEvents(() -> table(11).getModel().getRowCount());
	}

	boolean isInside(final int row) throws Exception {
		final double x = number(row, 1), y = number(row, 2);
		return x > 15 && y > 15 && x < 112 && y < 112;
	}

	/** The screen follows in its own time. */
	void awaitCircle(final int row, final double scale, final int rgb) throws Exception {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (!isCircled(number(row, 1), number(row, 2), scale * number(row, 5), rgb)) {
			assertTrue(System.nanoTime() < end, "its circle isn't seen");
			Thread.sleep(20);
		}
	}

	/** Whether a circle of this colour is drawn around a pixel. */
	private boolean isCircled(final double x, final double y, final double sigma, final int rgb)
		throws Exception
	{
		final double r = sigma * Math.sqrt(2);
		final Point left = onScreen(x - r, y), right = onScreen(x + r, y);
		for (final Point p : List.of(left, right)) {
			final BufferedImage shot = robot.createScreenCapture(new Rectangle(p.x - 3, p.y - 3, 7, 7));
			boolean seen = false;
			for (int i = 0; i < 49; i++)
				seen |= difference(shot.getRGB(i % 7, i / 7), rgb) < 120;
			if (!seen) return false;
		}
		return true;
	}

	/** The line is smoothed, so its colour is mixed with the image's grey. */
	private static int difference(final int rgb, final int other) {
		return IntStream.of(0, 8, 16).map(shift -> Math.abs((rgb >> shift & 255) - (other >> shift & 255)))
			.sum();
	}
}
