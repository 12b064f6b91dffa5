package sc.fiji.rewardanalysis.benchmark;

import sc.fiji.rewardanalysis.core.Progress;

/** Measures the longest time in which nobody asked whether to cancel. */
final class CancelWatch implements Progress {

	private long last = System.nanoTime(), longest;

	@Override
	public void update(final double fraction, final String message) {}

	@Override
	public synchronized boolean isCanceled() {
		final long now = System.nanoTime();
		longest = Math.max(longest, now - last);
		last = now;
		return false;
	}

	/** ns. */
	synchronized long longest() {
		isCanceled();
		return longest;
	}
}
