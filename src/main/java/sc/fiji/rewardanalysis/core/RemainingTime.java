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

package sc.fiji.rewardanalysis.core;

/**
 * Estimates how long a computation still takes, from how fast it went in the last quarter
 * minute. Steps that skip a large part of the work say nothing of the speed; the end that is
 * estimated moves slowly, so that the number doesn't jump. The computation's part only grows.
 */
public final class RemainingTime {

	/** Seconds before which nothing is said. */
	private static final double SILENT = 1;

	/** Seconds over which the speed is averaged, and the estimated end. */
	private static final double MEMORY = 15, INERTIA = 3;

	/** A larger part at so many times the usual speed was skipped. */
	private static final double SKIP = 0.1, SUDDEN = 10;

	private double start = Double.NaN, last, fraction, end = Double.NaN;

	/** Of the work and the time, the older the less. */
	private double work, time;

	/**
	 * Tells how far it is.
	 *
	 * @param seconds on any clock
	 * @param part 0 to 1
	 */
	public synchronized void update(final double seconds, final double part) {
		if (Double.isNaN(start)) {
			start = last = seconds;
			fraction = part;
			return;
		}
		final double step = Math.max(0, part - fraction), passed = Math.max(0, seconds - last);
		fraction += step;
		last += passed;
		final boolean skipped = step > SKIP && step * time > SUDDEN * work * passed && work > 0;
		final double kept = Math.exp(-passed / MEMORY);
		work = work * kept + (skipped ? 0 : step);
		time = time * kept + passed;
		if (work <= 0) return;
		final double now = last + (1 - fraction) * time / work;
		// What was skipped is no longer to be done.
		final double weight = Double.isNaN(end) || skipped ? 1 : 1 - Math.exp(-passed / INERTIA);
		end = weight == 1 ? now : end + weight * (now - end);
	}

	/** How much is done, 0 to 1; it never falls. */
	public synchronized double fraction() {
		return fraction;
	}

	/** Seconds that are left, or NaN while that can't be told. */
	public synchronized double seconds() {
		return last - start < SILENT || fraction >= 1 ? Double.NaN : Math.max(0, end - last);
	}

	/** The same in words; empty while that can't be told. */
	public String text() {
		final double left = seconds();
		if (Double.isNaN(left)) return "";
		final long exact = (long) Math.ceil(left);
		final long s = exact <= 10 ? exact : 5 * ((exact + 4) / 5);
		return s < 60 ? s + " s left" : s / 60 + " min " + s % 60 + " s left";
	}
}
