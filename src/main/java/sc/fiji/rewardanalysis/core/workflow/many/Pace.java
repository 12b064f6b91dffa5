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

package sc.fiji.rewardanalysis.core.workflow.many;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.Robust;

/**
 * How fast files come and results follow. The lag is from when a file was whole to when its
 * result was there, so it includes the time for which a file rests. Thread-safe.
 */
public final class Pace {

	/** What the present pace is judged by: so many of the latest files. */
	private static final int RECENT = 30;

	/** Files closer than this came at once, s. */
	private static final double AT_ONCE = 0.05;

	/** When the latest files came, ms, and what the latest images took, s. */
	private final Deque<Long> arrivals = new ArrayDeque<>();
	private final Deque<Double> durations = new ArrayDeque<>(), recent = new ArrayDeque<>();
	private double[] lags = new double[64];
	private int results, most;
	private long latest = Long.MIN_VALUE;

	/** A file was whole at that time, ms. */
	public synchronized void arrived(final long time) {
		latest = Math.max(latest, time);
		arrivals.add(latest);
		if (arrivals.size() > RECENT) arrivals.remove();
	}

	/**
	 * Its result is there.
	 *
	 * @param lag s after it was whole
	 * @param seconds that the analysis took
	 * @param waiting files that wait now
	 */
	public synchronized void done(final double lag, final double seconds, final int waiting) {
		if (results == lags.length) lags = Arrays.copyOf(lags, 2 * results);
		lags[results++] = lag;
		durations.add(seconds);
		if (durations.size() > RECENT) durations.remove();
		recent.add(lag);
		if (recent.size() > RECENT) recent.remove();
		most = Math.max(most, waiting);
	}

	/** Between the latest files, on average, s; NaN if there were fewer than two. */
	public synchronized double interval() {
		return arrivals.size() < 2 ? Double.NaN : (arrivals.getLast() - arrivals.getFirst()) * 1e-3 /
			(arrivals.size() - 1);
	}

	/** What the latest images took, the median, s; NaN if there were none. */
	public synchronized double seconds() {
		return median(durations);
	}

	private static double median(final Deque<Double> values) {
		return values.isEmpty() ? Double.NaN : Robust.median(values.stream().mapToDouble(d -> d)
			.toArray());
	}

	/** From a whole file to its result, the median, s; NaN if there were none. */
	public synchronized double lag() {
		return results == 0 ? Double.NaN : Robust.median(Arrays.copyOf(lags, results));
	}

	/** The longest, s; NaN if there were none. */
	public synchronized double longest() {
		return results == 0 ? Double.NaN : Arrays.stream(lags, 0, results).max().getAsDouble();
	}

	/** The most files that have ever waited when a result was there. */
	public synchronized int most() {
		return most;
	}

	/**
	 * Whether files come faster than they can be analysed.
	 *
	 * @param waiting files that wait
	 */
	public synchronized boolean fallsBehind(final int waiting) {
		return waiting > 1 && seconds() > interval();
	}

	/** Whether the latest results came later than the next file or two: there was a queue. */
	private boolean isLate() {
		return median(recent) > 2 * Math.max(interval(), seconds());
	}

	/**
	 * A sentence on how it is now.
	 *
	 * @param waiting files that wait
	 * @param advice what would make it faster, to follow a semicolon; empty for none
	 */
	public synchronized String words(final int waiting, final String advice) {
		return words(waiting, "", advice);
	}

	/** A sentence on how it was, once it is over. */
	public synchronized String words(final String advice) {
		return words(most, "up to ", advice);
	}

	private String words(final int waiting, final String upTo, final String advice) {
		if (results == 0) return arrivals.isEmpty() ? "No new file has arrived." : "No result yet.";
		final double interval = interval();
		final String every = Double.isNaN(interval) ? "" : interval < AT_ONCE ? "files at once" : String
			.format(Locale.ROOT, "a file every %.1f s", interval);
		if (fallsBehind(waiting)) return String.format(Locale.ROOT,
			"Falls behind: %.1f s an image, %s, %s%d waiting%s.", seconds(), every, upTo, waiting, advice
				.isEmpty() ? "" : "; " + advice);
		final String lag = String.format(Locale.ROOT, "a result %.1f s after it arrived%s", lag(),
			results == 1 ? "" : String.format(Locale.ROOT, " (median; %.1f s at most)", longest()));
		final String all = every.isEmpty() ? lag : every + ", " + lag + (isLate()
			? ": catches up with those that waited" : ": keeps up");
		return Character.toUpperCase(all.charAt(0)) + all.substring(1) + ".";
	}
}
