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

import java.util.concurrent.atomic.AtomicReference;

import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventService;
import org.scijava.thread.ThreadService;

/**
 * The text and the bar in ImageJ's window. {@link StatusService} tells each event on a thread of its
 * own, so that one overtakes another and a bar is left for ever; here they come in turn, on the event
 * thread. What comes faster than that can show it is left out.
 */
final class StatusLine {

	/** Null in a small context, which has no status bar to write to. */
	private final EventService events;
	private final ThreadService threads;
	private final AtomicReference<StatusEvent> next = new AtomicReference<>(), last = new AtomicReference<>();

	StatusLine(final Context context) {
		events = context.getService(EventService.class);
		threads = context.getService(ThreadService.class);
	}

	/** Shows how much is done, of how much there is. */
	void show(final int done, final int all, final String text) {
		if (isMissing()) return;
		final StatusEvent event = new StatusEvent(done, all, text);
		last.set(event);
		if (next.getAndSet(event) == null) threads.queue(() -> events.publish(next.getAndSet(null)));
	}

	/**
	 * Takes the bar away. Whoever shows something later has it back.
	 *
	 * @param whole whether all is done, so that the bar is full before
	 */
	void end(final boolean whole) {
		if (isMissing()) return;
		final StatusEvent shown = last.get();
		if (whole && shown != null) threads.queue(() -> events.publish(new StatusEvent(shown.getProgressMaximum(),
			shown.getProgressMaximum(), shown.getStatusMessage())));
		threads.queue(() -> events.publish(new StatusEvent(1, 1)));
	}

	private boolean isMissing() {
		return events == null || threads == null;
	}
}
