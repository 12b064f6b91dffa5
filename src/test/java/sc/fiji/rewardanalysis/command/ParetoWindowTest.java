package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
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

import org.jfree.chart.ChartPanel;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.workflow.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.ui.ProgressWindow;
import sc.fiji.rewardanalysis.Ybco;

/** The Pareto window as a user meets it: on a real study, with mouse and keys. */
@NeedsDisplay
class ParetoWindowTest {

	@TempDir
	private Path folder;

	private ImagePlus image;
	private JFrame window;
	private Robot robot;

	@BeforeEach
	void open(final TestInfo test) throws Exception {
		final boolean saves = test.getDisplayName().contains("Saved");
		robot = new Robot();
		robot.setAutoDelay(20);
		image = CommandImages.ybco();
		image.show();
		await(() -> image.getWindow() != null && image.getCanvas().isShowing());
		onEvents(() -> {
			image.getWindow().setLocation(1180, 20);
			image.getCanvas().zoomIn(64, 64);
			image.getCanvas().zoomIn(64, 64);
			return null;
		});
		new ImageOptimization(new OptimizationRequest(AnalysedImage.of(image), AtomFindingSettings.of(
			Ybco.LATTICE, Ybco.PIXEL), saves ? SearchEngine.EXACT : SearchEngine.SOBOL, new StopRule(20, false), Pick.EUCLIDEAN, 1,
			Refinement.GAUSSIAN, FitOptions.ROUND, saves ? folder : null, null, "run"), ProgressWindow.open("test"),
				text -> {}).run(Progress.NONE);
		await(() -> frame() != null);
		window = frame();
		onEvents(() -> {
			window.setLocation(0, 0);
			return null;
		});
		robot.waitForIdle();
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

	private static JFrame frame() {
		return (JFrame) Arrays.stream(Window.getWindows()).filter(w -> w instanceof final JFrame f && f
			.isShowing() && f.getTitle().startsWith("Pareto front of ")).findFirst().orElse(null);
	}

	private static <T> T onEvents(final Callable<T> task) throws Exception {
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

	private static void await(final BooleanSupplier what) throws InterruptedException {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (!what.getAsBoolean()) {
			assertTrue(System.nanoTime() < end, "it took too long");
			Thread.sleep(20);
		}
	}

	private static Stream<Component> all(final Container in) {
		return Arrays.stream(in.getComponents()).flatMap(c -> c instanceof final Container more ? Stream
			.concat(Stream.of(c), all(more)) : Stream.of(c));
	}

	private <T extends Component> T component(final Class<T> type, final Predicate<T> which) {
		return all(window.getContentPane()).filter(type::isInstance).map(type::cast).filter(which)
			.findFirst().orElseThrow();
	}

	private AbstractButton button(final String text) {
		return component(AbstractButton.class, b -> text.equals(b.getText()));
	}

	private void press(final String button) throws Exception {
		onEvents(() -> {
			button(button).doClick(0);
			return null;
		});
	}

	private String summary() {
		return component(JTextArea.class, t -> true).getText();
	}

	private JTable table(final int columns) {
		return component(JTable.class, t -> columns == 11 == (t.getColumnCount() == 11));
	}

	private void tab(final String title) throws Exception {
		onEvents(() -> {
			final JTabbedPane pane = component(JTabbedPane.class, p -> true);
			pane.setSelectedIndex(pane.indexOfTab(title));
			return null;
		});
		robot.waitForIdle();
	}

	/** The number of the chosen evaluation, as the table of evaluations has it. */
	private int chosen() throws Exception {
		return onEvents(() -> {
			final JTable table = table(0);
			return (int) (double) (Double) table.getValueAt(table.getSelectedRow(), 1);
		});
	}

	/** The robot's events come when the display sends them, idle or not. */
	private void awaitChosen(final int number) throws Exception {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (chosen() != number && System.nanoTime() < end)
			Thread.sleep(20);
		assertEquals(number, chosen());
	}

	private void click(final Point at, final int modifier) {
		robot.mouseMove(at.x - 1, at.y);
		robot.mouseMove(at.x, at.y);
		if (modifier != 0) robot.keyPress(modifier);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		if (modifier != 0) robot.keyRelease(modifier);
		robot.waitForIdle();
	}

	/** Where a pixel's centre is on the screen. */
	private Point onScreen(final double x, final double y) throws Exception {
		return onEvents(() -> {
			final ImageCanvas canvas = image.getCanvas();
			final Point at = canvas.getLocationOnScreen();
			at.translate(canvas.screenXD(x + 0.5), canvas.screenYD(y + 0.5));
			return at;
		});
	}

	private double number(final int row, final int column) throws Exception {
		return onEvents(() -> (Double) table(11).getModel().getValueAt(row, column));
	}

	private int rows() throws Exception {
		return onEvents(() -> table(11).getModel().getRowCount());
	}

	private boolean isInside(final int row) throws Exception {
		final double x = number(row, 1), y = number(row, 2);
		return x > 15 && y > 15 && x < 112 && y < 112;
	}

	/** Whether a circle of this colour is drawn around a pixel. */
	/** The screen follows in its own time. */
	private void awaitCircle(final int row, final double scale, final int rgb) throws Exception {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (!isCircled(number(row, 1), number(row, 2), scale * number(row, 5), rgb)) {
			assertTrue(System.nanoTime() < end, "its circle isn't seen");
			Thread.sleep(20);
		}
	}

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

	@Test
	void aClickShowsTheAtomsOfThatSolution() throws Exception {
		final String before = summary();
		final int first = chosen();
		final ChartPanel panel = component(ChartPanel.class, p -> true);
		final JTable table = table(0);
		// The feasible evaluation that is drawn farthest to the upper right.
		final int rows = onEvents(table::getRowCount);
		Point far = null;
		int number = -1;
		for (int row = 0; row < rows; row++) {
			final int at = row;
			final Object[] values = onEvents(() -> Stream.of("QC", "ER", "feasible", "evaluation").map(
				name -> table.getModel().getValueAt(at, table.getColumnModel().getColumnIndex(name))).toArray());
			final Point p = onEvents(() -> {
				final XYPlot plot = panel.getChart().getXYPlot();
				final var area = panel.getScreenDataArea();
				return new Point((int) plot.getDomainAxis().valueToJava2D((Double) values[0], area, plot
					.getDomainAxisEdge()), (int) plot.getRangeAxis().valueToJava2D((Double) values[1], area, plot
						.getRangeAxisEdge()));
			});
			if ((Double) values[2] == 1 && panel.getScreenDataArea().contains(p) && (far == null || p.x > far.x)) {
				far = p;
				number = (int) (double) (Double) values[3];
			}
		}
		final Point at = far;
		final Point screen = onEvents(panel::getLocationOnScreen);
		click(new Point(screen.x + at.x, screen.y + at.y), 0);
		awaitChosen(number);
		assertFalse(number == first, "another one");
		await(() -> !summary().equals(before) && summary().contains("chosen on the plot"));
		await(() -> AtomOverlay.count(image) == table(11).getModel().getRowCount());
		tab("Atoms");
		int row = 0;
		while (!isInside(row))
			row++;
		final boolean error = "error".equals(table(11).getModel().getValueAt(row, 6));
		awaitCircle(row, 1, (error ? AtomOverlay.ERROR : AtomOverlay.ATOM).getRGB());
	}

	@Test
	void keysWalkAlongTheFront() throws Exception {
		robot.mouseMove(300, 10);
		onEvents(() -> {
			window.toFront();
			window.requestFocus();
			return null;
		});
		click(new Point(400, 640), 0);
		final List<Integer> front = front();
		assertTrue(front.size() > 1, "there is something to walk along");
		key(KeyEvent.VK_HOME);
		awaitChosen(front.get(0));
		key(KeyEvent.VK_RIGHT);
		awaitChosen(front.get(1));
		key(KeyEvent.VK_LEFT);
		awaitChosen(front.get(0));
		key(KeyEvent.VK_END);
		awaitChosen(front.get(front.size() - 1));
	}

	/** As the table of evaluations has it, by the first objective and then the second. */
	private List<Integer> front() throws Exception {
		return onEvents(() -> {
			final var model = table(0).getModel();
			final int qc = table(0).getColumnModel().getColumnIndex("QC");
			return IntStream.range(0, model.getRowCount()).filter(r -> model.getValueAt(r, 0).equals("●"))
				.boxed().sorted(Comparator.<Integer> comparingDouble(r -> (Double) model.getValueAt(r, qc))
					.thenComparingDouble(r -> (Double) model.getValueAt(r, qc + 1))).map(
						r -> (int) (double) (Double) model.getValueAt(r, 1)).toList();
		});
	}

	private void key(final int code) {
		robot.keyPress(code);
		robot.keyRelease(code);
		robot.waitForIdle();
	}

	@Test
	void tableAndImageChooseTheSameAtom() throws Exception {
		tab("Atoms");
		int row = 0;
		while (!isInside(row))
			row++;
		final int atom = row;
		onEvents(() -> {
			final int shown = table(11).convertRowIndexToView(atom);
			table(11).setRowSelectionInterval(shown, shown);
			return null;
		});
		awaitCircle(atom, 1.35, 0xF0E442);
		int other = atom + 1;
		while (!isInside(other))
			other++;
		click(onScreen(number(other, 1), number(other, 2)), 0);
		final int clicked = other;
		await(() -> table(11).getSelectedRow() >= 0 && table(11).convertRowIndexToModel(table(11)
			.getSelectedRow()) == clicked);
		assertEquals(rows(), AtomOverlay.count(image), "the mark is no atom");
	}

	@Test
	void pointsAreEditedAndSaved() throws Exception {
		final int before = rows();
		press("Edit points");
		tab("Atoms");
		final double sigma = number(0, 5);
		// Between two columns: further from all atoms than it takes to hit one.
		double x = 0, y = 0;
		search: for (y = 40; y < 90; y++)
			for (x = 40; x < 90; x++)
				if (isFree(x, y, 1.6 * sigma)) break search;
		click(onScreen(x, y), 0);
		await(() -> table(11).getModel().getRowCount() == before + 1);
		assertEquals(x, number(before, 1), 0.5);
		assertEquals(y, number(before, 2), 0.5);
		assertEquals("edited: added", onEvents(() -> table(11).getModel().getValueAt(before, 10)));
		await(() -> summary().startsWith("Edited:     1 added, 0 moved, 0 deleted"));
		assertEquals(null, image.getRoi(), "no tool drew a selection");
		int row = 0;
		while (!isInside(row))
			row++;
		click(onScreen(number(row, 1), number(row, 2)), KeyEvent.VK_CONTROL);
		await(() -> table(11).getModel().getRowCount() == before);
		await(() -> AtomOverlay.count(image) == before);
		// Ctrl+Z reaches the window that has the keyboard.
		press("Undo");
		await(() -> table(11).getModel().getRowCount() == before + 1);
		final double toX = number(row, 1) + 3, toY = number(row, 2) - 2;
		drag(onScreen(number(row, 1), number(row, 2)), onScreen(toX, toY));
		final int moved = row;
		await(() -> "edited: moved".equals(table(11).getModel().getValueAt(moved, 10)));
		assertEquals(toX, number(row, 1), 0.7);
		assertEquals(toY, number(row, 2), 0.7);
		press("Use this");
		await(() -> frame() == null);
		final CsvTable atoms = CsvTable.read(folder.resolve("atoms.csv"));
		assertEquals(before + 1, atoms.size());
		assertEquals("edited: added", atoms.get(before, "origin"));
		assertEquals("edited: moved", atoms.get(row, "origin"));
		assertTrue(Files.readString(folder.resolve("summary.txt")).startsWith("Edited:     1 added, 1 moved"));
		assertEquals(before + 1, AtomOverlay.count(image), "the overlay stays");
		final int[] listeners = { image.getCanvas().getMouseListeners().length, image.getCanvas()
			.getMouseMotionListeners().length };
		final ImagePlus other = CommandImages.ybco();
		other.show();
		await(() -> other.getCanvas() != null);
		assertEquals(other.getCanvas().getMouseListeners().length, listeners[0]);
		assertEquals(other.getCanvas().getMouseMotionListeners().length, listeners[1]);
		other.changes = false;
		onEvents(() -> {
			other.close();
			return null;
		});
	}

	private void drag(final Point from, final Point to) {
		robot.mouseMove(from.x, from.y);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		for (int i = 1; i <= 5; i++)
			robot.mouseMove(from.x + (to.x - from.x) * i / 5, from.y + (to.y - from.y) * i / 5);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.waitForIdle();
	}

	private boolean isFree(final double x, final double y, final double reach) throws Exception {
		for (int row = 0; row < rows(); row++)
			if (Math.hypot(number(row, 1) - x, number(row, 2) - y) < reach) return false;
		return true;
	}

	@Test
	void neighboursAreDrawnAndTakenAway() throws Exception {
		final int before = image.getOverlay().size();
		press("Neighbours");
		await(() -> image.getOverlay().size() > before);
		final int atoms = AtomOverlay.count(image);
		assertEquals(before, atoms, "lines are no atoms");
		press("Neighbours");
		await(() -> image.getOverlay().size() == before);
	}

	@Test
	void theMacroLineIsCopied() throws Exception {
		press("Copy macro line");
		await(() -> clipboard().startsWith("run(\"Find Atoms...\", \"contrast=bright "));
		assertTrue(summary().contains(clipboard()));
	}

	private static String clipboard() {
		try {
			return (String) Toolkit.getDefaultToolkit().getSystemClipboard().getData(
				DataFlavor.stringFlavor);
		}
		catch (final Exception exc) {
			return "";
		}
	}

	@Test
	void closingTheImageClosesTheWindow() throws Exception {
		final ImageWindow shown = image.getWindow();
		onEvents(() -> {
			image.changes = false;
			return shown.close();
		});
		await(() -> !window.isDisplayable());
	}
}
