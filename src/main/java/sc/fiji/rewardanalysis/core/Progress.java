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

import java.util.concurrent.CancellationException;

/**
 * How a long computation tells how far it is, and hears that it should stop.
 * Implementations are thread-safe.
 */
public interface Progress {

	/** Says nothing, never cancels. */
	Progress NONE = new Progress() {

		@Override
		public void update(final double fraction, final String message) {}

		@Override
		public boolean isCanceled() {
			return false;
		}
	};

	/**
	 * @param fraction how much is done, 0 to 1
	 * @param message what is being done, in a few words
	 */
	void update(double fraction, String message);

	/** Whether the user asked to stop. Poll it at least every 100 ms. */
	boolean isCanceled();

	/**
	 * For what is still worth doing after a cancel, such as showing what there is: hears of
	 * the next cancel, if this one knows one from the other, and otherwise is cancelled.
	 *
	 * @return this if it isn't cancelled
	 */
	default Progress again() {
		return this;
	}

	/** @throws CancellationException if the user asked to stop */
	default void checkCanceled() {
		if (isCanceled()) throw new CancellationException("Cancelled.");
	}

	/** A view of this progress in which 0 … 1 covers {@code from} … {@code to}. */
	default Progress part(final double from, final double to) {
		final Progress whole = this;
		return new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				whole.update(from + fraction * (to - from), message);
			}

			@Override
			public boolean isCanceled() {
				return whole.isCanceled();
			}

			@Override
			public Progress again() {
				return whole.again().part(from, to);
			}
		};
	}

	/**
	 * A view of this progress whose messages begin with what they are about.
	 *
	 * @param what such as the image of several that is worked on
	 */
	default Progress about(final String what) {
		final Progress whole = this;
		return new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				whole.update(fraction, what + ": " + message);
			}

			@Override
			public boolean isCanceled() {
				return whole.isCanceled();
			}

			@Override
			public Progress again() {
				return whole.again().about(what);
			}
		};
	}

	/** A view of this progress that only hears of a cancel. */
	default Progress silent() {
		final Progress whole = this;
		return new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return whole.isCanceled();
			}

			@Override
			public Progress again() {
				return whole.again().silent();
			}
		};
	}
}
