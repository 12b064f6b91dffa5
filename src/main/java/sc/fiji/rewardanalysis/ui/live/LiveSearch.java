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

import java.util.Optional;

import javax.swing.SwingUtilities;

import org.jfree.chart.JFreeChart;

import ij.ImagePlus;
import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.ExactFront;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.plot.ParetoPlot;
import sc.fiji.rewardanalysis.ui.ProgressWindow;

/**
 * Shows a search while it runs: the front fills in below the progress bar, and the image
 * wears the best solution so far. Without a display it does nothing. What it
 * shows changes nothing of what is found.
 */
public final class LiveSearch implements SearchListener, AutoCloseable {

	/** Milliseconds between two charts, and between two overlays. */
	private static final long CHARTS = 500, OVERLAYS = 500;

	/** What is searched, and how it looks. */
	public interface Scene {

		/** The best solution until now; called on the thread that searches. */
		Optional<Evaluation> pick(Study study);

		/**
		 * A solution, ready to be drawn. The latest evaluation's is there at once.
		 *
		 * @return puts them onto the image
		 */
		Sketch sketch(Evaluation evaluation, Progress progress);

		/** A line on what is looked for. */
		String expectation();
	}

	/**
	 * A solution that is ready to be shown.
	 *
	 * @param draw puts it onto the image
	 * @param description a line or two on it
	 */
	public record Sketch(Runnable draw, String description) {}

	private final boolean visible = Display.isInteractive();
	private final ProgressWindow window;
	private final ImagePlus image;
	private final Scene scene;
	private final AtomOverlay.Saved before;
	private final Throttled charts, overlays;
	private LivePanel panel;
	private volatile String description;
	private volatile Evaluation best;
	private volatile boolean exact;
	private LiveStudy study;

	/** Whether the overlay is ours to draw; guarded by this object. */
	private boolean drawing = true, drawn;

	/**
	 * @param window where the front fills in
	 * @param image on which solutions are drawn; what its overlay is now comes back if nothing is
	 *          found
	 */
	public LiveSearch(final ProgressWindow window, final ImagePlus image, final Scene scene) {
		this.window = window;
		this.image = image;
		this.scene = scene;
		before = AtomOverlay.save(image);
		charts = visible ? new Throttled("Pareto plot so far", CHARTS, this::say) : null;
		overlays = visible ? new Throttled("Solution so far", OVERLAYS, this::say) : null;
		description = visible ? scene.expectation() : "";
	}

	@Override
	public void covered(final Study searched, final ExactFront front, final int settings) {
		if (!visible || front.points().isEmpty()) return;
		exact = true;
		final Study now = LiveStudy.of(searched, front);
		final String how = "Exact front of " + front.settings() + " of " + settings + " sigma settings";
		charts.submit(wanted -> chart(now, best, how + "\n" + description));
		scene.pick(now).ifPresent(this::choose);
	}

	@Override
	public void begun(final Study begun) {
		// An exact search evaluates what it has shown already.
		if (visible && !exact) study = new LiveStudy(begun);
	}

	@Override
	public void evaluated(final Study searched, final Evaluation evaluation) {
		if (!visible || exact) return;
		study.add(evaluation);
		scene.pick(searched).ifPresent(picked -> {
			if (picked.equals(best)) return;
			if (picked != evaluation) {
				choose(picked);
				return;
			}
			best = picked;
			final Sketch sketch = scene.sketch(picked, Progress.NONE);
			overlays.submit(wanted -> draw(sketch));
		});
		charts.submit(wanted -> {
			final Study now = study.now();
			chart(now, best, description);
			say(LiveStudy.words(now));
		});
	}

	/** Shows a solution that is to be worked out first, on a single core: the search needs them. */
	private void choose(final Evaluation picked) {
		if (best != null && picked.configuration().equals(best.configuration())) return;
		best = picked;
		overlays.submit(wanted -> draw(Parallelization.runSingleThreaded(() -> scene.sketch(picked,
			wanted))));
	}

	private synchronized void draw(final Sketch sketch) {
		description = sketch.description();
		if (!drawing) return;
		drawn = true;
		sketch.draw().run();
	}

	private void chart(final Study now, final Evaluation picked, final String subtitle) {
		if (now.front().isEmpty()) return;
		final Evaluation shown = picked == null ? null : now.evaluations().stream().filter(e -> e
			.configuration().equals(picked.configuration())).findFirst().orElse(null);
		final JFreeChart chart = ParetoPlot.chart(now, shown, subtitle);
		SwingUtilities.invokeLater(() -> onPanel().show(chart));
	}

	private void say(final String text) {
		SwingUtilities.invokeLater(() -> onPanel().say(text));
	}

	/** For the event thread. */
	private LivePanel onPanel() {
		if (panel == null) {
			panel = new LivePanel();
			window.attach(panel, image.getWindow());
		}
		return panel;
	}

	/** Leaves the overlay alone from now on: the search has ended, what it found will be drawn. */
	public void stop() {
		synchronized (this) {
			drawing = false;
		}
		if (!visible) return;
		charts.close();
		overlays.close();
	}

	/** The overlay is what was found; it stays. */
	public synchronized void keep() {
		drawn = false;
	}

	/** Stops. Unless what was found is to be kept, the image looks as before. */
	@Override
	public void close() {
		stop();
		synchronized (this) {
			if (drawn) before.restore();
			drawn = false;
		}
	}
}
