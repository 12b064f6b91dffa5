package sc.fiji.rewardanalysis.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import javax.swing.JButton;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

@NeedsDisplay
class ReportWindowTest {

	private final List<Path> saved = Collections.synchronizedList(new ArrayList<>());
	private ReportWindow window;

	@BeforeEach
	void open() throws Exception {
		EventQueue.invokeAndWait(() -> window = ReportWindow.show(new ReportWindow.Report("Report",
			"a summary", List.of(new ReportWindow.Tab("Chart", () -> new JFreeChart(new XYPlot())), ReportWindow.Tab
				.ofPicture("Picture", () -> new BufferedImage(5, 4, BufferedImage.TYPE_INT_RGB))), "run();",
			this::save, "install"), null, Optional::empty));
	}

	private void save(final Path folder) {
		if (folder.endsWith("full")) throw new RewardAnalysisException("There is no room.");
		saved.add(folder);
	}

	@AfterEach
	void close() throws Exception {
		EventQueue.invokeAndWait(() -> window.frame().dispose());
	}

	private void press(final String label) throws Exception {
		EventQueue.invokeAndWait(() -> button(window.frame(), label).doClick());
	}

	private static JButton button(final Container in, final String label) {
		for (final Component c : in.getComponents()) {
			if (c instanceof final JButton b && b.getText().equals(label)) return b;
			final JButton inner = c instanceof final Container part ? button(part, label) : null;
			if (inner != null) return inner;
		}
		return null;
	}

	private void awaitStatus(final String words) throws Exception {
		for (int i = 0; i < 200 && !window.status().contains(words); i++)
			Thread.sleep(20);
		assertTrue(window.status().contains(words), window.status());
	}

	@Test
	void itHasASummaryAndCharts() {
		assertEquals(3, window.tabs().getTabCount());
		assertEquals("Chart", window.tabs().getTitleAt(1));
	}

	@Test
	void aPictureIsDrawnOnceItIsLookedAt() throws Exception {
		final PicturePanel panel = (PicturePanel) window.tabs().getComponentAt(2);
		assertTrue(panel.isEmpty());
		EventQueue.invokeAndWait(() -> window.tabs().setSelectedIndex(2));
		for (int i = 0; i < 200 && panel.isEmpty(); i++)
			Thread.sleep(20);
		assertFalse(panel.isEmpty());
	}

	@Test
	void filesAreWrittenWhereAsked() throws Exception {
		window.setChooser(() -> Path.of("some"));
		press("Save…");
		awaitStatus("Wrote the files to some.");
		assertEquals(List.of(Path.of("some")), saved);
		window.setChooser(() -> Path.of("full"));
		press("Save…");
		awaitStatus("There is no room.");
		window.setChooser(() -> null);
		press("Save…");
		assertEquals(1, saved.size());
	}

	@Test
	void theMacroLineIsCopied() throws Exception {
		press("Copy macro line");
		awaitStatus("Copied the macro line.");
	}
}
