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

import java.util.concurrent.CancellationException;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * Lets images be analysed at the same time as long as memory lasts. An image that needs more
 * than there is is analysed alone. Thread-safe.
 */
public final class MemoryBudget {

	/**
	 * What the search for atoms takes of a pixel: planes that it keeps, at most 40 of 4 bytes, a
	 * tile that is worked on, the image, maxima and pictures.
	 */
	private static final int BYTES_PER_PIXEL = 400;

	/** Of what Java may use. */
	private static final double SHARE = 0.7;

	/** How often it is asked whether the user cancelled, ms. */
	private static final long POLL = 50;

	private final long capacity;
	private long used;
	private int holders;

	/** All that Java may use, but for a rest. */
	public MemoryBudget() {
		this((long) (SHARE * Runtime.getRuntime().maxMemory()));
	}

	/** @param capacity bytes */
	MemoryBudget(final long capacity) {
		this.capacity = capacity;
	}

	/** Something that is used until it is closed. */
	public interface Permit extends AutoCloseable {

		@Override
		void close();
	}

	/**
	 * Waits until there is memory for an image.
	 *
	 * @param pixels of it
	 * @throws CancellationException if cancelled meanwhile
	 */
	public synchronized Permit take(final long pixels, final Progress progress) {
		final long bytes = BYTES_PER_PIXEL * pixels;
		while (holders > 0 && used + bytes > capacity)
			pause(progress);
		used += bytes;
		holders++;
		return () -> giveBack(bytes);
	}

	private void pause(final Progress progress) {
		progress.checkCanceled();
		try {
			wait(POLL);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted.");
		}
	}

	private synchronized void giveBack(final long bytes) {
		used -= bytes;
		holders--;
		notifyAll();
	}
}
