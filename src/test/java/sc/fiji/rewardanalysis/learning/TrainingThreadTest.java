package sc.fiji.rewardanalysis.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.training.Tensor;
import sc.fiji.rewardanalysis.core.training.TrainingHistory;
import sc.fiji.rewardanalysis.core.training.TrainingState;
import sc.fiji.rewardanalysis.learning.TrainingLoop.Ending;
import sc.fiji.rewardanalysis.learning.TrainingLoop.Result;

class TrainingThreadTest {

	private static final TrainingState START = TrainingState.begun(Map.of(), TrainingHistory.of("loss"),
		Map.of("w", Tensor.filled(1, 2)));

	private static TrainingState after(final TrainingState state) {
		return new TrainingState(state.about(), state.history().with(List.of(1.0)), 1, state.weights(),
			state.weights(), state.weights());
	}

	@Test
	void nobodyWaitsForAStepAfterACancel() throws Exception {
		final CountDownLatch inStep = new CountDownLatch(1), stepMayEnd = new CountDownLatch(1);
		final List<TrainingState> told = new ArrayList<>();
		final FutureTask<Boolean> heard = new FutureTask<>(() -> true);
		final Result result = TrainingThread.run(START, told::add, cancelled(inStep), (toTell, progress) -> {
			toTell.accept(after(START));
			inStep.countDown();
			await(stepMayEnd);
			assertThrows(CancellationException.class, () -> toTell.accept(after(after(START))));
			assertTrue(progress.isCanceled());
			heard.run();
			return new Result(START, Ending.CANCELED);
		});
		// Only now the step ends.
		stepMayEnd.countDown();
		assertEquals(Ending.CANCELED, result.ending());
		assertEquals(1, result.state().epoch());
		assertTrue(heard.get());
		assertEquals(1, told.size());
	}

	@Test
	void whatTheTrainingSaysIsPassedOn() {
		final List<TrainingState> told = new ArrayList<>();
		final Result result = TrainingThread.run(START, told::add, Progress.NONE, (toTell, progress) -> {
			toTell.accept(after(START));
			return new Result(after(START), Ending.DIVERGED);
		});
		assertEquals(Ending.DIVERGED, result.ending());
		assertEquals(1, told.size());
		assertThrows(RewardAnalysisException.class, () -> TrainingThread.run(START, told::add,
			Progress.NONE, (toTell, progress) -> {
				throw new RewardAnalysisException("No.");
			}));
	}

	private static void await(final CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (final InterruptedException exc) {
			throw new IllegalStateException(exc);
		}
	}

	/** From a moment on. */
	private static Progress cancelled(final CountDownLatch since) {
		return new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return since.getCount() == 0;
			}
		};
	}
}
