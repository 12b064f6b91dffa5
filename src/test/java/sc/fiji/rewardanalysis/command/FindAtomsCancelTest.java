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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;

import ij.ImagePlus;
import ij.ImageStack;

import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.command.run.NoteEvent;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.ui.Guide;

/** Find Atoms, cancelled and failing. */
class FindAtomsCancelTest {

	@TempDir
	Path folder;

	private final List<String> notes = new ArrayList<>();

	/** Hears what would go to ImageJ's log. */
	private final Object listener = new Object() {

		@EventHandler
		void onEvent(final NoteEvent event) {
			notes.add(event.text());
			event.consume();
		}
	};

	/** Cancelled as soon as there is a file. */
	private Progress until(final String file) {
		return new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				// Nobody looks.
			}

			@Override
			public boolean isCanceled() {
				return Files.exists(folder.resolve(file));
			}
		};
	}

	private void find(final ImagePlus image, final Progress progress) {
		try (Context context = Commands.context()) {
			context.service(EventService.class).subscribe(listener);
			Cancels.findAtoms(context, image, folder).analyse(progress);
		}
	}

	@Test
	void slicesThatAreDoneAreKept() throws Exception {
		final ImageStack stack = new ImageStack(128, 128);
		for (int i = 0; i < 5; i++)
			stack.addSlice(CommandImages.ybco().getProcessor());
		final ImagePlus image = new ImagePlus("series", stack);
		find(image, until("overlay_0002.png"));
		assertEquals(Set.of("atoms.csv", "overlay_0001.png", "overlay_0002.png", "summary.txt"), CommandImages.names(
			folder));
		final CsvTable table = CsvTable.read(folder.resolve("atoms.csv"));
		final Set<Double> slices = new TreeSet<>();
		for (int i = 0; i < table.size(); i++)
			slices.add(table.number(i, "slice"));
		assertEquals(Set.of(1.0, 2.0), slices);
		assertEquals(table.size(), AtomOverlay.count(image));
		assertEquals(List.of("Cancelled after 2 of 5 slices; their atoms are kept."), notes);
	}

	/** Nobody waits for the picture, and nothing is shown of which there is no file. */
	@Test
	void drawingIsCancelledToo() throws Exception {
		final ImagePlus image = CommandImages.ybco();
		final Progress afterDetection = new Progress() {

			private volatile boolean late;

			@Override
			public void update(final double fraction, final String message) {
				// Nobody looks.
			}

			@Override
			public boolean isCanceled() {
				late |= StackWalker.getInstance().walk(frames -> frames.anyMatch(f -> f.getMethodName().equals(
					"writeForPrint")));
				return late;
			}
		};
		assertThrows(CancellationException.class, () -> find(image, afterDetection));
		assertFalse(Files.exists(folder.resolve("overlay.png")));
		assertEquals(0, AtomOverlay.count(image));
	}

	@Test
	void whatNobodyExpectedIsOneSentenceToo() throws Exception {
		final ImagePlus broken = new ImagePlus("broken", CommandImages.ybco().getProcessor()) {

			@Override
			public int getWidth() {
				throw new IllegalStateException("no pixels");
			}
		};
		try (Context context = Commands.context()) {
			final FindAtoms command = Cancels.findAtoms(context, broken, null);
			command.run();
			assertTrue(command.isCanceled());
			Complaints.assertSays(command.getCancelReason(), "IllegalStateException", "no pixels",
				Guide.ISSUES);
		}
	}
}
