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

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * PyTorch, started. Everything native that is made with its {@link #manager} is freed when it is
 * closed.
 */
public final class NetworkEngine implements AutoCloseable {

	/** As DJL calls it. */
	static final String PYTORCH = "PyTorch";

	/** The engine collects the gradients of one computation at a time, in the whole process. */
	private static final ReentrantLock TRAINING = new ReentrantLock();

	/** How long the last step of a training is waited for, s. */
	private static final long LAST_STEP = 3;

	private final Engine engine;
	private final NDManager manager;
	private boolean trains;

	private NetworkEngine(final Engine engine, final Device device) {
		this.engine = engine;
		manager = engine.newBaseManager(device);
	}

	/**
	 * Starts PyTorch, on a GPU if it sees one: the first time ever its libraries are fetched, the
	 * first time in a process it takes half a second.
	 *
	 * @param progress says what is being done, and whether the user has cancelled
	 * @throws RewardAnalysisException if it isn't installed or can't start
	 */
	public static NetworkEngine open(final Progress progress) {
		final Engine engine = EngineStart.start(PYTORCH, progress);
		return new NetworkEngine(engine, engine.defaultDevice());
	}

	/** The same, and nobody is told. */
	public static NetworkEngine open() {
		return open(Progress.NONE);
	}

	/** The same, on the CPU in any case. */
	public static NetworkEngine onCpu() {
		return new NetworkEngine(EngineStart.start(PYTORCH, Progress.NONE), Device.cpu());
	}

	/** What everything native hangs on; use a sub-manager for what lives shorter. */
	public NDManager manager() {
		return manager;
	}

	/** The engine, its version and device, for records. */
	public String description() {
		return engine.getEngineName() + " " + engine.getVersion() + " on " + manager.getDevice().getDeviceType();
	}

	/**
	 * Reserves the process' only gradient collector until this is closed, on the calling thread. A
	 * training that was cancelled may have to end its step first.
	 *
	 * @throws RewardAnalysisException if another training has it
	 */
	void reserveTraining() {
		if (TRAINING.isHeldByCurrentThread() || !isFree()) throw new RewardAnalysisException(
			"Another network is being trained; wait until it has ended, or cancel it.");
		trains = true;
	}

	private static boolean isFree() {
		try {
			return TRAINING.tryLock(LAST_STEP, TimeUnit.SECONDS);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted.");
		}
	}

	/** Computes the gradients of a loss; what {@code loss} computes is recorded for it. */
	double backward(final Supplier<NDArray> loss) {
		try (GradientCollector collector = engine.newGradientCollector()) {
			final NDArray value = loss.get();
			collector.backward(value);
			return value.toType(DataType.FLOAT64, false).getDouble();
		}
	}

	@Override
	public void close() {
		manager.close();
		if (trains) TRAINING.unlock();
		trains = false;
	}
}
