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

package sc.fiji.rewardanalysis.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.swing.SwingUtilities;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class BackgroundTest {

	private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

	@Test
	void onlyTheLatestIsHeard() throws Exception {
		final CountDownLatch started = new CountDownLatch(1), cancelled = new CountDownLatch(1);
		try (Background latest = new Background("test")) {
			latest.run(progress -> {
				started.countDown();
				while (!progress.isCanceled())
					Thread.onSpinWait();
				cancelled.countDown();
				// Somebody who doesn't ask whether he is cancelled isn't heard either.
				return "first";
			}, heard::add, heard::add);
			assertTrue(started.await(60, TimeUnit.SECONDS));
			latest.run(progress -> "never begun", heard::add, heard::add);
			latest.run(progress -> SwingUtilities.isEventDispatchThread() + " " + Thread.currentThread()
				.isDaemon(), heard::add, heard::add);
			assertTrue(cancelled.await(60, TimeUnit.SECONDS));
			assertEquals("false true", heard.poll(60, TimeUnit.SECONDS));
			latest.run(progress -> {
				throw new RewardAnalysisException("a reason");
			}, r -> heard.add("done"), heard::add);
			assertEquals("a reason", heard.poll(60, TimeUnit.SECONDS));
		}
		SwingUtilities.invokeAndWait(() -> {});
		assertEquals(List.of(), List.copyOf(heard));
	}
}
