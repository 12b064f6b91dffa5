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

package sc.fiji.rewardanalysis.command.run;

import ij.IJ;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RemainingTime;
import sc.fiji.rewardanalysis.ui.ProgressWindow;

/**
 * Progress in the status bar and a window with a Cancel button. The Escape key in
 * ImageJ's window cancels too.
 */
final class StatusProgress implements Progress {

	private static final int STEPS = 1000;

	private final StatusLine status;
	private final ProgressWindow window;
	private final RemainingTime time;
	private volatile boolean canceled;

	StatusProgress(final StatusLine status, final ProgressWindow window) {
		this(status, window, new RemainingTime());
	}

	private StatusProgress(final StatusLine status, final ProgressWindow window,
		final RemainingTime time)
	{
		this.status = status;
		this.window = window;
		this.time = time;
		IJ.resetEscape();
	}

	/** Cancel can be pressed a second time then. */
	@Override
	public Progress again() {
		if (!isCanceled()) return this;
		window.again();
		return new StatusProgress(status, window, time);
	}

	/** The bar never goes back, whatever a part of the work thinks of how much is done. */
	@Override
	public void update(final double fraction, final String message) {
		time.update(System.nanoTime() * 1e-9, fraction);
		// Said later, the bar would stay in the status line for ever; read sooner, it would go back.
		window.unlessEnded(() -> {
			final double done = time.fraction();
			final String left = time.text(), text = left.isEmpty() ? message : message + " – " + left;
			status.show((int) (STEPS * done), STEPS, text);
			window.update(done, text);
		});
	}

	@Override
	public boolean isCanceled() {
		if (!canceled && (window.isCanceled() || IJ.escapePressed())) canceled = true;
		return canceled;
	}
}
