package sc.fiji.rewardanalysis.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class LatestWinsTest {

	private final List<String> done = new CopyOnWriteArrayList<>();
	private final CountDownLatch end = new CountDownLatch(1);

	@Test
	void ofThoseThatWaitOnlyTheLatestIsDone() throws Exception {
		try (LatestWins tasks = new LatestWins("test", 50, done::add)) {
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
		final LatestWins tasks = new LatestWins("test", 0, done::add);
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
		try (LatestWins tasks = new LatestWins("test", 0, reason -> {
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

	private static void await(final CountDownLatch latch) {
		try {
			assertTrue(latch.await(20, TimeUnit.SECONDS));
		}
		catch (final InterruptedException exc) {
			throw new IllegalStateException(exc);
		}
	}
}
