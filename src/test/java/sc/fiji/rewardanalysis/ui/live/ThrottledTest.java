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

package sc.fiji.rewardanalysis.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class ThrottledTest {

	private final List<String> done = new CopyOnWriteArrayList<>();
	private final CountDownLatch end = new CountDownLatch(1);

	@Test
	void ofThoseThatWaitOnlyTheLatestIsDone() throws Exception {
		try (Throttled tasks = new Throttled("test", 50, done::add)) {
			final CountDownLatch begun = new CountDownLatch(1), go = new CountDownLatch(1);
			tasks.submit(wanted -> {
				begun.countDown();
				await(go);
				done.add("first");
			});
			await(begun);
			for (int i = 0; i < 100; i++)
				tasks.submit(wanted -> done.add("in between"));
			tasks.submit(wanted -> {
				done.add("latest");
				end.countDown();
			});
			go.countDown();
			await(end);
		}
		assertEquals(List.of("first", "latest"), done);
	}

	@Test
	void aTaskHearsThatItIsNoLongerWanted() {
		final CountDownLatch begun = new CountDownLatch(1);
		final Throttled tasks = new Throttled("test", 0, done::add);
		tasks.submit(wanted -> {
			begun.countDown();
			while (!wanted.isCanceled())
				Thread.onSpinWait();
			end.countDown();
			wanted.checkCanceled();
		});
		await(begun);
		tasks.close();
		await(end);
		tasks.submit(wanted -> done.add("too late"));
		assertEquals(List.of(), done);
	}

	@Test
	void aFailureIsToldAndTheNextTaskDone() {
		try (Throttled tasks = new Throttled("test", 0, reason -> {
			done.add(reason);
			end.countDown();
		})) {
			tasks.submit(wanted -> {
				throw new RewardAnalysisException("no memory for this");
			});
			await(end);
			final CountDownLatch next = new CountDownLatch(1);
			tasks.submit(wanted -> next.countDown());
			await(next);
		}
		assertEquals(List.of("no memory for this"), done);
	}

	@Test
	void itSurvivesWhatNobodyExpects() {
		final CountDownLatch all = new CountDownLatch(3);
		try (Throttled tasks = new Throttled("test", 0, reason -> {
			done.add(reason);
			all.countDown();
		})) {
			for (final Runnable bad : List.<Runnable> of(() -> {
				throw new IllegalStateException("a test of what nobody expects");
			}, () -> {
				throw new OutOfMemoryError();
			})) {
				final CountDownLatch begun = new CountDownLatch(1);
				tasks.submit(wanted -> {
					begun.countDown();
					bad.run();
				});
				await(begun);
			}
			tasks.submit(wanted -> all.countDown());
			await(all);
		}
		assertEquals("That failed: java.lang.IllegalStateException: a test of what nobody expects.", done
			.get(0));
		assertTrue(done.get(1).startsWith("There is not enough memory"), done.get(1));
	}

	private static void await(final CountDownLatch latch) {
		try {
			assertTrue(latch.await(60, TimeUnit.SECONDS));
		}
		catch (final InterruptedException exc) {
			throw new IllegalStateException(exc);
		}
	}
}
