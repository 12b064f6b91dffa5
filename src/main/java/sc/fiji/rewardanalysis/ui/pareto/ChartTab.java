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

package sc.fiji.rewardanalysis.ui.pareto;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.util.concurrent.ExecutionException;

import javax.swing.SwingWorker;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.plot.StudyPlots;
import sc.fiji.rewardanalysis.ui.DrawnPanel;

/** A chart of a study with the chosen solution. */
final class ChartTab extends DrawnPanel implements Selection.Listener {

	private static final long serialVersionUID = 1L;

	private final transient StudyPlots plots;
	private final StudyPlots.Kind kind;
	private transient Evaluation chosen;
	private transient Wanted wanted;
	private transient SwingWorker<BufferedImage, Void> drawing;

	/** What a picture shows, and its size on the screen. */
	private record Wanted(Evaluation chosen, Dimension size, double scale) {}

	ChartTab(final StudyPlots plots, final StudyPlots.Kind kind, final Selection selection) {
		this.plots = plots;
		this.kind = kind;
		chosen = selection.evaluation();
		selection.addListener(this);
	}

	/** Marks another solution. */
	@Override
	public void evaluationChosen(final Evaluation evaluation) {
		chosen = evaluation;
		refresh();
	}

	/** Draws anew if what is shown is not what is wanted; the latest wins. */
	@Override
	protected void refresh() {
		if (!isSeen()) return;
		final Wanted now = new Wanted(chosen, getSize(), scale());
		if (now.equals(wanted)) return;
		wanted = now;
		if (drawing != null) drawing.cancel(false);
		final String lacks = plots.lacks(kind, chosen).orElse("");
		if (!lacks.isEmpty()) {
			show(null, lacks);
			return;
		}
		if (isBare()) show(null, "One moment...");
		drawing = new SwingWorker<>() {

			@Override
			protected BufferedImage doInBackground() {
				return plots.image(kind, now.chosen, now.size, now.scale);
			}

			@Override
			protected void done() {
				if (!isCancelled()) finished(this);
			}
		};
		drawing.execute();
	}

	@Override
	public void close() {
		super.close();
		if (drawing != null) drawing.cancel(false);
	}

	private void finished(final SwingWorker<BufferedImage, Void> worker) {
		try {
			show(worker.get(), "");
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
		catch (final ExecutionException exc) {
			show(null, "This can't be shown: " + exc.getCause().getMessage());
		}
	}
}
