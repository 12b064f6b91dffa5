package sc.fiji.rewardanalysis.command;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.scijava.app.StatusService;

import ij.IJ;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.ui.ProgressWindow;

/**
 * Progress in the status bar and a window with a Cancel button. The Escape key in
 * ImageJ's window cancels too.
 */
final class StatusProgress implements Progress {

	private static final int STEPS = 1000;

	private final Optional<StatusService> status;
	private final ProgressWindow window;
	private final long start;
	private final AtomicReference<Double> most = new AtomicReference<>(0.0);
	private volatile boolean canceled;

	StatusProgress(final Optional<StatusService> status, final ProgressWindow window) {
		this(status, window, System.nanoTime());
	}

	private StatusProgress(final Optional<StatusService> status, final ProgressWindow window,
		final long start)
	{
		this.status = status;
		this.window = window;
		this.start = start;
		IJ.resetEscape();
	}

	/** Cancel can be pressed a second time then. */
	@Override
	public Progress again() {
		if (!isCanceled()) return this;
		window.again();
		return new StatusProgress(status, window, start);
	}

	/** The bar never goes back, whatever a part of the work thinks of how much is done. */
	@Override
	public void update(final double done, final String message) {
		final double fraction = most.accumulateAndGet(done, Math::max);
		final String text = message + remaining(fraction);
		status.ifPresent(s -> s.showStatus((int) (STEPS * fraction), STEPS, text));
		window.update(fraction, text);
	}

	@Override
	public boolean isCanceled() {
		if (!canceled && (window.isCanceled() || IJ.escapePressed())) canceled = true;
		return canceled;
	}

	/** Time left if it goes on as until now; empty while that can't be told. */
	private String remaining(final double fraction) {
		final double seconds = (System.nanoTime() - start) * 1e-9;
		if (fraction <= 0 || fraction >= 1 || seconds < 1) return "";
		final long left = Math.round(seconds * (1 - fraction) / fraction);
		return left < 60 ? " – " + left + " s left" : " – " + left / 60 + " min " + left % 60 +
			" s left";
	}
}
