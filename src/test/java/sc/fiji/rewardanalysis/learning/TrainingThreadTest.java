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
