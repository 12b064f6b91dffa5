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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Stream;

import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.SwingUtilities;

import org.jfree.chart.ChartPanel;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;
import sc.fiji.rewardanalysis.ui.ProgressWindow;

@NeedsDisplay
class LiveSearchTest {

	private static final String TITLE = "Test of a live search";

	private final ImagePlus image = SimulatedImages.toImagePlus(Ybco.image(), "ybco");
	private final AnalysedImage analysed = AnalysedImage.of(image);
	private final Roi mine = new Roi(1, 2, 3, 4);
	private boolean canceled;

	/** Waits after each evaluation until the window has shown something, so that it is seen to. */
	private final class Slow implements SearchListener {

		private final LiveSearch live;
		private final ProgressWindow window;
		private final int cancelAfter;

		Slow(final LiveSearch live, final ProgressWindow window, final int cancelAfter) {
			this.live = live;
			this.window = window;
			this.cancelAfter = cancelAfter;
		}

		@Override
		public void begun(final Study study) {
			live.begun(study);
		}

		@Override
		public void evaluated(final Study study, final Evaluation evaluation) {
			live.evaluated(study, evaluation);
			if (study.evaluations().size() < cancelAfter) return;
			waitFor(() -> {
				window.update(0.5, "half");
				return AtomOverlay.count(image) > 0 && chart() != null && chart().getChart() != null;
			});
			SwingUtilities.invokeLater(() -> all(dialog(), JButton.class, b -> "Cancel".equals(b.getText()))
				.findFirst().orElseThrow().doClick());
			waitFor(window::isCanceled);
			canceled = true;
		}
	}

	private interface Condition {

		boolean holds();
	}

	private static void waitFor(final Condition condition) {
		final long end = System.nanoTime() + 60_000_000_000L;
		while (!condition.holds() && System.nanoTime() < end)
			pause();
		assertTrue(condition.holds());
	}

	private static void pause() {
		try {
			Thread.sleep(20);
		}
		catch (final InterruptedException exc) {
			throw new IllegalStateException(exc);
		}
	}

	private static JDialog dialog() {
		return (JDialog) Arrays.stream(Window.getWindows()).filter(w -> w instanceof final JDialog d && d
			.isShowing() && d.getTitle().equals(TITLE)).findFirst().orElse(null);
	}

	private static ChartPanel chart() {
		return dialog() == null ? null : all(dialog(), ChartPanel.class, c -> true).findFirst().orElse(
			null);
	}

	private static <C extends Component> Stream<C> all(final Container in, final Class<C> type,
		final Predicate<C> which)
	{
		return Arrays.stream(in.getComponents()).flatMap(c -> Stream.concat(type.isInstance(c) ? Stream.of(
			type.cast(c)).filter(which) : Stream.empty(), c instanceof final Container inner ? all(inner, type,
				which) : Stream.empty()));
	}

	private AtomFindingTask task() {
		return new AtomFindingTask(analysed.pixels(), analysed.area(), AtomFindingSettings.of(Ybco.LATTICE,
			Ybco.PIXEL), Progress.NONE);
	}

	private LiveSearch live(final ProgressWindow window, final AtomFindingTask task) {
		return new LiveSearch(window, image, new LiveSearch.Scene() {

			@Override
			public Optional<Evaluation> pick(final Study study) {
				return task.pick(study, Pick.EUCLIDEAN);
			}

			@Override
			public LiveSearch.Sketch sketch(final Evaluation evaluation, final Progress progress) {
				final AtomSolution solution = task.solution(evaluation, progress);
				return new LiveSearch.Sketch(() -> AtomOverlay.show(analysed, solution.atoms().atoms(), solution
					.errors()), task.expectation(solution));
			}

			@Override
			public String expectation() {
				return task.expectation(null);
			}
		});
	}

	private final Progress progress = new Progress() {

		@Override
		public void update(final double fraction, final String message) {}

		@Override
		public boolean isCanceled() {
			return canceled;
		}
	};

	private List<Evaluation> search(final AtomFindingTask task, final SearchEngine engine,
		final SearchListener listener)
	{
		return task.search().run(engine, new StopRule(12, false), 1, s -> StudyLog.NONE, progress, listener)
			.study().evaluations();
	}

	@Test
	void theFrontFillsInAndCancelKeepsWhatThereIs() throws Exception {
		image.setOverlay(new Overlay(mine));
		try (ProgressWindow window = ProgressWindow.open(TITLE)) {
			final AtomFindingTask task = task();
			try (LiveSearch live = live(window, task)) {
				assertEquals(8, search(task, SearchEngine.SOBOL, new Slow(live, window, 8)).size());
				SwingUtilities.invokeAndWait(() -> assertTrue(window.place().isPresent()));
				live.stop();
			}
			assertEquals(1, image.getOverlay().size(), "nothing was kept, so all is as before");
			assertEquals(mine, image.getOverlay().get(0));
		}
		SwingUtilities.invokeAndWait(() -> {});
		assertNull(dialog());
	}

	@Test
	void whatWasFoundStaysOnTheImage() {
		try (ProgressWindow window = ProgressWindow.open(TITLE)) {
			final AtomFindingTask task = task();
			try (LiveSearch live = live(window, task)) {
				search(task, SearchEngine.SOBOL, new Slow(live, window, 4));
				live.stop();
				live.keep();
			}
			assertTrue(AtomOverlay.count(image) > 0);
		}
	}

	/** To the last bit, but for the time that it takes. */
	@Test
	void beingWatchedChangesNothing() {
		for (final SearchEngine engine : List.of(SearchEngine.BAYESIAN, SearchEngine.EXACT)) {
			final List<Evaluation> alone = search(task(), engine, SearchListener.NONE);
			try (ProgressWindow window = ProgressWindow.open(TITLE)) {
				final AtomFindingTask task = task();
				try (LiveSearch live = live(window, task)) {
					final List<Evaluation> watched = search(task, engine, live);
					assertEquals(alone.size(), watched.size());
					for (int i = 0; i < alone.size(); i++) {
						assertEquals(alone.get(i).configuration(), watched.get(i).configuration());
						assertEquals(alone.get(i).observation(), watched.get(i).observation());
					}
				}
			}
		}
	}

	@Test
	void anExactSearchShowsItsFrontSoFar() {
		final int[] calls = { 0 };
		final AtomFindingTask task = task();
		try (ProgressWindow window = ProgressWindow.open(TITLE); LiveSearch live = live(window, task)) {
			assertFalse(search(task, SearchEngine.EXACT, new SearchListener() {

				@Override
				public void covered(final Study study,
					final sc.fiji.rewardanalysis.core.workflow.ExactFront front, final int settings)
				{
					live.covered(study, front, settings);
					if (++calls[0] < settings) return;
					waitFor(() -> {
						window.update(0.5, "half");
						return AtomOverlay.count(image) > 0 && chart() != null && chart().getChart() != null;
					});
				}
			}).isEmpty());
			assertTrue(calls[0] > 1);
		}
	}

	@Test
	void aCancelledExactSearchIsKeptFromItsFirstFrontOn() {
		final AtomFindingTask task = task();
		final Study study = task.search().run(SearchEngine.EXACT, new StopRule(12, false), 1,
			s -> StudyLog.NONE, progress(), new SearchListener() {

				@Override
				public void covered(final Study searched,
					final sc.fiji.rewardanalysis.core.workflow.ExactFront front, final int settings)
				{
					canceled = !front.points().isEmpty();
				}
			}).study();
		assertFalse(study.front().isEmpty());
		assertTrue(task.pick(study, Pick.EUCLIDEAN).isPresent());
	}

	private Progress progress() {
		return new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return canceled;
			}

			@Override
			public Progress again() {
				return Progress.NONE;
			}
		};
	}

	@Test
	void nothingFoundIsCancelled() {
		canceled = true;
		org.junit.jupiter.api.Assertions.assertThrows(CancellationException.class, () -> search(task(),
			SearchEngine.EXACT, SearchListener.NONE));
	}
}
