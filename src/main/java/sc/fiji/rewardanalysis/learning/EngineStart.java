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

import ai.djl.engine.Engine;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Waiting;

/** Starts an engine of the Deep Java Library, the first time with its native libraries fetched. */
public final class EngineStart {

	/** Where DJL would tell its makers that it runs. */
	private static final String NO_TRACKING = "OPT_OUT_TRACKING";

	/** Of PyTorch, within one operation; sums depend on it in their last bits. */
	static final String THREADS = "ai.djl.pytorch.num_threads";

	private EngineStart() {}

	/**
	 * The engine, started. A cancel is heard while it is being fetched, which goes on behind: the
	 * next start finds what it has fetched.
	 *
	 * @param name of the engine
	 * @throws RewardAnalysisException that says what to do if it doesn't start
	 * @throws CancellationException if cancelled before it had started
	 */
	public static Engine start(final String name, final Progress progress) {
		Networks.require();
		final EngineFolder folder = EngineFolder.here();
		if (name.equals(NetworkEngine.PYTORCH) && !hasOwnLibraries()) {
			folder.check();
			progress.update(0, folder.message());
		}
		try {
			return Waiting.unlessCancelled(() -> start(name), progress);
		}
		catch (final CancellationException exc) {
			throw exc;
		}
		catch (final RuntimeException | LinkageError | AssertionError exc) {
			throw EngineTrouble.explain(name, exc, folder);
		}
	}

	/** Whether the user names the libraries, of another PyTorch perhaps. */
	private static boolean hasOwnLibraries() {
		return System.getenv("PYTORCH_LIBRARY_PATH") != null || System.getProperty(
			"PYTORCH_LIBRARY_PATH") != null;
	}

	/** On a thread that is nobody else's. */
	private static Engine start(final String name) {
		setUnlessSet(NO_TRACKING, "true");
		setUnlessSet(THREADS, "1");
		// ONNX Runtime would fetch PyTorch for what it can't do itself.
		setUnlessSet("ai.djl.onnx.disable_alternative", "true");
		// DJL looks for engines and libraries with the thread's class loader, which may be any.
		Thread.currentThread().setContextClassLoader(EngineStart.class.getClassLoader());
		EngineLog.quiet();
		return Engine.getEngine(name);
	}

	private static void setUnlessSet(final String property, final String value) {
		if (System.getProperty(property) == null) System.setProperty(property, value);
	}
}
