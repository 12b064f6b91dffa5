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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.swing.JButton;
import javax.swing.JScrollPane;
import javax.swing.JTable;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;

@NeedsDisplay
class ReportWindowTest {

	private final List<Path> saved = Collections.synchronizedList(new ArrayList<>());
	private ReportWindow window;

	@BeforeEach
	void open() throws Exception {
		final CsvTable numbers = new CsvTable(List.of("level", "method"));
		numbers.add(List.of(0.5, "LoG*"));
		numbers.add(List.of(10, "LoG"));
		final List<ReportTab> shown = List.of(ReportTab.chart("Chart", () -> new JFreeChart(new XYPlot())),
			ReportTab.table("Numbers", numbers), ReportTab.table("Words", List.of("name", "value"), List.of(
				List.of("a", "26.0 ± 0.1 px"))), ReportTab.picture("Picture", new BufferedImage(30, 30,
					BufferedImage.TYPE_INT_RGB)));
		final ReportWindow.Report report = new ReportWindow.Report("Report", "a summary", "Look.", shown,
			new RunPanel.Run(null, "report.json", "this report", "run();", "Edit it.", to -> () -> save(to)),
			"install", List.of(new RunPanel.Action("Set…", "Sets it.", true, this::set),
				new RunPanel.Action("Select", "Selects it.", false, question -> "")));
		EventQueue.invokeAndWait(() -> window = ReportWindow.show(report, null, Optional::empty));
	}

	private String set(final Predicate<String> question) {
		return question.test("Set it?") ? "It is set." : "";
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
		for (int i = 0; i < 200 && !window.south().status().contains(words); i++)
			Thread.sleep(20);
		assertTrue(window.south().status().contains(words), window.south().status());
	}

	@Test
	void itHasChartsTablesAndPictures() {
		assertEquals(List.of("Chart", "Numbers", "Words", "Picture"), IntStream.range(0, window.tabs()
			.getTabCount()).mapToObj(window.tabs()::getTitleAt).toList());
		assertEquals("Look.", window.south().status());
	}

	@Test
	void numbersAreSortedAsNumbersAndWordsStay() {
		final JTable numbers = table(1);
		assertEquals(10.0, numbers.getValueAt(1, 0));
		assertEquals(Double.class, numbers.getColumnClass(0));
		assertEquals(String.class, numbers.getColumnClass(1));
		final JTable words = table(2);
		assertEquals("26.0 ± 0.1 px", words.getValueAt(0, 1));
		assertFalse(words.isCellEditable(0, 0));
		assertNull(words.getRowSorter());
	}

	private JTable table(final int tab) {
		return (JTable) ((JScrollPane) window.tabs().getComponentAt(tab)).getViewport().getView();
	}

	@Test
	void anActionIsDoneOnlyAfterAYes() throws Exception {
		final List<String> asked = new ArrayList<>();
		window.south().setQuestion(sentence -> !asked.add(sentence));
		press("Set…");
		assertEquals(List.of("Set it?"), asked);
		assertEquals("Look.", window.south().status());
		window.south().setQuestion(sentence -> true);
		press("Set…");
		assertEquals("It is set.", window.south().status());
		assertFalse(button(window.frame(), "Select").isEnabled());
	}

	@Test
	void buttonsHaveKeysOfTheirOwn() {
		assertEquals("SCELH", Stream.of("Save…", "Copy macro line", "Set…", "Select", "Help").map(
			label -> Character.toString(button(window.frame(), label).getMnemonic())).collect(Collectors
				.joining()));
	}

	@Test
	void filesAreWrittenWhereAsked() throws Exception {
		window.south().setChooser(() -> Path.of("some"));
		press("Save…");
		awaitStatus("Wrote the files with this report to some.");
		assertEquals(List.of(Path.of("some")), saved);
		window.south().setChooser(() -> Path.of("full"));
		press("Save…");
		awaitStatus("There is no room.");
		window.south().setChooser(() -> null);
		press("Save…");
		assertEquals(1, saved.size());
	}

	@Test
	void theMacroLineIsCopied() throws Exception {
		press("Copy macro line");
		awaitStatus("Copied the macro line. Edit it.");
	}
}
