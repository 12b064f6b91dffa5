package sc.fiji.rewardanalysis.core;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ExecutionException;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;

class MemoryShortageTest {

	@Test
	void isRecognisedThroughWhatIsWrappedAroundIt() {
		final Error error = new OutOfMemoryError("no room");
		assertTrue(MemoryShortage.isCauseOf(error));
		assertTrue(MemoryShortage.isCauseOf(new IllegalStateException(new ExecutionException(error))));
		assertFalse(MemoryShortage.isCauseOf(new IllegalStateException("no room")));
		assertFalse(MemoryShortage.isCauseOf(new StackOverflowError()));
	}

	/** Why it is needed. */
	@Test
	void aPoolOfThreadsWrapsIt() {
		final Runnable nothing = () -> {}, bad = () -> {
			throw new OutOfMemoryError("no room");
		};
		Throwable thrown = null;
		try {
			Parallelization.runWithNumThreads(3, () -> Parallelization.getTaskExecutor().runAll(List.of(nothing,
				nothing, bad, nothing)));
		}
		catch (final RuntimeException | Error exc) {
			thrown = exc;
		}
		assertTrue(MemoryShortage.isCauseOf(thrown), String.valueOf(thrown));
	}
}
