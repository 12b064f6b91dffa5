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
