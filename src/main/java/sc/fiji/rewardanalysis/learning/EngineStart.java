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
