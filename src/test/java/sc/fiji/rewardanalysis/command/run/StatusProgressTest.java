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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;

import sc.fiji.rewardanalysis.command.Commands;
import sc.fiji.rewardanalysis.ui.ProgressWindow;

class StatusProgressTest {

	private final List<String> said = new CopyOnWriteArrayList<>();
	private final List<StatusEvent> events = new CopyOnWriteArrayList<>();

	@EventHandler
	private void onEvent(final StatusEvent event) {
		said.add(event.getStatusMessage());
		events.add(event);
	}

	/** Such as a thread that a cancel has left alone; the bar would stay for ever. */
	@Test
	void whoIsLateSaysNothing() throws Exception {
		try (Context context = Commands.context()) {
			context.inject(this);
			final StatusProgress progress;
			try (ProgressWindow window = ProgressWindow.open("test")) {
				progress = new StatusProgress(new StatusLine(context), window);
				progress.update(0.25, "early");
			}
			progress.update(0.5, "late");
			// Events are told on the event thread.
			for (int i = 0; i < 3; i++)
				EventQueue.invokeAndWait(() -> {});
			assertEquals(List.of("early"), said);
		}
	}

	/** SciJava's own status service tells them out of turn, and a bar is left. */
	@Test
	void theEndIsToldLast() throws Exception {
		try (Context context = Commands.context()) {
			context.inject(this);
			for (int run = 0; run < 200; run++) {
				said.clear();
				final StatusLine line = new StatusLine(context);
				for (int i = 0; i < 20; i++)
					line.show(i, 20, "step " + i);
				line.end(false);
				EventQueue.invokeAndWait(() -> {});
				assertEquals(null, said.get(said.size() - 1));
				assertEquals("step 19", said.get(said.size() - 2));
				assertEquals(said.subList(0, said.size() - 1).stream().sorted(Comparator.comparing(
					s -> Integer.valueOf(s.substring(5)))).toList(), said.subList(0, said.size() - 1));
			}
		}
	}

	/** Threads that work at the same time tell of it at the same time. */
	@Test
	void theBarNeverGoesBackAndIsFullAtTheEnd() throws Exception {
		try (Context context = Commands.context()) {
			context.inject(this);
			final StatusLine line = new StatusLine(context);
			try (ProgressWindow window = ProgressWindow.open("test")) {
				final StatusProgress progress = new StatusProgress(line, window);
				final Thread[] threads = new Thread[4];
				for (int t = 0; t < threads.length; t++) {
					threads[t] = new Thread(() -> {
						for (int i = 0; i < 2000; i++)
							progress.update(i / 2100.0, "part");
					});
					threads[t].start();
				}
				for (final Thread thread : threads)
					thread.join();
			}
			line.end(true);
			EventQueue.invokeAndWait(() -> {});
			for (int i = 1; i + 1 < events.size(); i++)
				assertTrue(events.get(i).getProgressValue() >= events.get(i - 1).getProgressValue(), "" + i);
			final StatusEvent full = events.get(events.size() - 2);
			assertEquals(full.getProgressMaximum(), full.getProgressValue());
			assertEquals(1, events.get(events.size() - 1).getProgressMaximum());
		}
	}
}
