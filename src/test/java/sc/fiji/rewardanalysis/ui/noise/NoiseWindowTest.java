package sc.fiji.rewardanalysis.ui.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ArrayList;
import java.util.stream.IntStream;

import javax.swing.JScrollPane;
import javax.swing.JTable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.CsvTable;
import sc.fiji.rewardanalysis.core.io.ImageRun;
import sc.fiji.rewardanalysis.core.io.NoiseFiles;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseResult;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseTestData;

@NeedsDisplay
class NoiseWindowTest {

	private final List<Path> saved = Collections.synchronizedList(new ArrayList<>());
	private final ImagePlus image = new ImagePlus("image", new FloatProcessor(8, 8));
	private NoiseWindow window;

	@BeforeEach
	void open() throws Exception {
		final NoiseResult result = NoiseTestData.result(false);
		final NoiseFiles files = new NoiseFiles(result, 0.064, new ImageRun("image", 8, 8, 1, 0, 0, 8, 8,
			"hash", 1, "macro"));
		EventQueue.invokeAndWait(() -> window = NoiseWindow.show("Noise", new Fake(files),
			Optional::empty));
	}

	@AfterEach
	void close() throws Exception {
		EventQueue.invokeAndWait(() -> window.frame().dispose());
	}

	/** Remembers where it is saved. */
	private final class Fake implements NoiseStudyView {

		private final NoiseFiles files;

		Fake(final NoiseFiles files) {
			this.files = files;
		}

		@Override
		public ImagePlus image() {
			return image;
		}

		@Override
		public NoiseResult result() {
			return files.result();
		}

		@Override
		public String macro() {
			return "macro";
		}

		@Override
		public Path folder() {
			return null;
		}

		@Override
		public String summary() {
			return files.summary();
		}

		@Override
		public CsvTable table() {
			return files.summaryTable();
		}

		@Override
		public void save(final Path folder, final Progress progress) {
			saved.add(folder);
		}
	}

	@Test
	void hasATabForEachChartAndATable() {
		assertEquals(List.of("Count", "QC", "ER", "F1", "Distance", "Parameters", "Table"), IntStream.range(
			0, window.tabs().getTabCount()).mapToObj(window.tabs()::getTitleAt).toList());
		final JTable table = (JTable) ((JScrollPane) window.tabs().getComponentAt(6)).getViewport()
			.getView();
		assertEquals(15, table.getRowCount());
		assertEquals(0.5, table.getValueAt(5, 0));
		assertEquals("LoG*", table.getValueAt(5, 1));
	}

	@Test
	void saysWhatF1Is() {
		assertEquals("F1 against the simulation.", window.south().status());
	}

	@Test
	void savesWhereItIsTold() throws Exception {
		EventQueue.invokeAndWait(() -> {
			window.south().setChooser(() -> Path.of("there"));
			window.south().saveButton().doClick();
		});
		for (int i = 0; i < 400 && !window.south().status().startsWith("Wrote"); i++)
			Thread.sleep(25);
		assertEquals(List.of(Path.of("there")), saved);
		assertTrue(window.south().status().contains("this study"), window.south().status());
	}
}
