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

import java.awt.Window;
import java.util.List;
import java.util.Locale;

import javax.swing.SwingUtilities;

import org.jfree.chart.JFreeChart;

import sc.fiji.rewardanalysis.core.training.TrainingHistory;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.plot.TrainingPlot;
import sc.fiji.rewardanalysis.ui.ProgressWindow;

/**
 * Shows a training while it runs: its curves grow below the progress bar and its Cancel button.
 * Without a display it does nothing. Changes nothing of what is learnt.
 */
public final class LiveTraining implements AutoCloseable {

	/** Milliseconds between two charts. */
	private static final long CHARTS = 500;

	private final boolean visible = Display.isInteractive();
	private final ProgressWindow window;
	private final Window beside;
	private final List<TrainingPlot.Panel> panels;
	private final String subtitle;
	private final int epochs;
	private final Throttled charts;
	private LivePanel panel;

	/**
	 * @param window where the curves grow
	 * @param beside what shall not be hidden; null for nothing
	 * @param epochs how many there will be
	 */
	public LiveTraining(final ProgressWindow window, final Window beside,
		final List<TrainingPlot.Panel> panels, final int epochs, final String subtitle)
	{
		this.window = window;
		this.beside = beside;
		this.panels = List.copyOf(panels);
		this.epochs = epochs;
		this.subtitle = subtitle;
		charts = visible ? new Throttled("Training so far", CHARTS, this::say) : null;
	}

	/** Shows what was measured until now; on any thread. */
	public void show(final TrainingHistory history) {
		if (!visible || history.size() == 0) return;
		charts.submit(wanted -> {
			final JFreeChart chart = TrainingPlot.chart(history, panels, epochs, subtitle);
			SwingUtilities.invokeLater(() -> onPanel().show(chart));
			say(words(history));
		});
	}

	/** The latest values. */
	private static String words(final TrainingHistory history) {
		final StringBuilder words = new StringBuilder("Epoch ").append(history.size()).append(":");
		for (final String name : history.names())
			words.append(String.format(Locale.ROOT, "  %s %.4g", name, history.last(name)));
		return words.toString();
	}

	private void say(final String text) {
		SwingUtilities.invokeLater(() -> onPanel().say(text));
	}

	/** For the event thread. */
	private LivePanel onPanel() {
		if (panel == null) {
			panel = new LivePanel();
			window.attach(panel, beside);
		}
		return panel;
	}

	@Override
	public void close() {
		if (visible) charts.close();
	}
}
