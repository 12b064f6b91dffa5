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

package sc.fiji.rewardanalysis.ui.classes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.classes.AtomClassification;
import sc.fiji.rewardanalysis.core.workflow.classes.ClassificationSettings;
import sc.fiji.rewardanalysis.core.workflow.classes.Split;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

@NeedsDisplay
class ClassesWindowTest {

	private static final int SIZE = 160;

	private final List<List<String>> shown = new ArrayList<>();
	private final List<String> saved = Collections.synchronizedList(new ArrayList<>());
	private ClassesWindow window;

	@BeforeEach
	void open() throws Exception {
		final SimulatedImage simulated = ImageSimulator.simulate(SimulationParameters.builder(Lattices.get(
			"SrTiO3-001")).size(SIZE, SIZE).pixelSize(0.02).noise(0.05).seed(1).build(), Progress.NONE);
		final ImagePlus image = SimulatedImages.toImagePlus(simulated, "srtio3");
		final AtomClassification found = AtomClassification.of(simulated.image(), Area.image(SIZE, SIZE),
			simulated.columns().stream().map(c -> new Blob(c.x(), c.y(), 3, 1)).toList(),
			ClassificationSettings.of(null, 1).split(Split.of("1"), 2), Progress.NONE);
		EventQueue.invokeAndWait(() -> window = ClassesWindow.show("Classes", new Fake(image), found,
			Optional::empty));
	}

	@AfterEach
	void close() throws Exception {
		EventQueue.invokeAndWait(() -> window.frame().dispose());
	}

	/** Remembers what it is asked for. */
	private final class Fake implements Classes {

		private final ImagePlus image;

		private Fake(final ImagePlus image) {
			this.image = image;
		}

		@Override
		public ImagePlus image() {
			return image;
		}

		@Override
		public double pixelSize() {
			return 0.02;
		}

		@Override
		public Path folder() {
			return Path.of("run");
		}

		@Override
		public String macro() {
			return "macro";
		}

		@Override
		public String summary(final AtomClassification found) {
			return found.names().toString();
		}

		@Override
		public void show(final AtomClassification found) {
			shown.add(found.names());
		}

		@Override
		public void save(final AtomClassification found, final Path folder, final Progress progress) {
			saved.add(folder + ": " + found.names());
		}
	}

	private void type(final int cls, final String name) throws Exception {
		EventQueue.invokeAndWait(() -> {
			window.names().field(cls).setText(name);
			window.names().field(cls).postActionEvent();
		});
	}

	private static void await(final BooleanSupplier condition) throws Exception {
		for (int i = 0; i < 400 && !condition.getAsBoolean(); i++)
			Thread.sleep(25);
		assertTrue(condition.getAsBoolean());
	}

	@Test
	void anEditedNameIsShownAndWritten() throws Exception {
		type(0, " Sr up ");
		assertEquals(List.of(List.of("Sr up", "class 1b", "class 2")), shown);
		await(() -> saved.equals(List.of("run: [Sr up, class 1b, class 2]")));
		await(() -> window.status().startsWith("Wrote the files"));
		type(0, "Sr up");
		assertEquals(1, shown.size(), "nothing has changed");
	}

	@Test
	void aNameThatIsTakenIsRefused() throws Exception {
		type(1, "class 2");
		assertEquals("class 1b", window.names().field(1).getText());
		assertTrue(window.status().contains("same name"), window.status());
		type(1, "");
		assertEquals("class 1b", window.names().field(1).getText());
		assertEquals(List.of(), shown);
	}

	@Test
	void savingGoesWhereTheUserSays() throws Exception {
		window.setChooser(() -> Path.of("elsewhere"));
		EventQueue.invokeAndWait(() -> window.saveButton().doClick());
		await(() -> saved.equals(List.of("elsewhere: [class 1a, class 1b, class 2]")));
	}

	@Test
	void bothPassesHaveTheirTabs() throws Exception {
		final List<String> titles = new ArrayList<>();
		EventQueue.invokeAndWait(() -> {
			for (int i = 0; i < window.tabs().getTabCount(); i++) {
				window.tabs().setSelectedIndex(i);
				titles.add(window.tabs().getTitleAt(i));
			}
		});
		assertEquals(List.of("Classes", "Number, first pass", "Scores, first pass",
			"Scores, second pass"), titles);
	}
}
