package sc.fiji.rewardanalysis.command;

import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/**
 * Makes {@code fiji --headless …} end with status 1 if a command of the suite has failed in it,
 * which would be 0 otherwise, so that shells and clusters notice.
 * <p>
 * All that was asked for is done first: status is set where Fiji ends, when the main method of
 * its own disposes of its context. A context that a test, PyImageJ or another program disposes of
 * ends no Java.
 */
@Plugin(type = Service.class)
public final class ExitStatus extends AbstractService implements SciJavaService {

	/** What Fiji's launcher starts. */
	private static final Set<String> MAINS = Set.of("net.imagej.Main", "sc.fiji.Main");

	private final AtomicBoolean failed = new AtomicBoolean();

	/** Told by a command that has failed. */
	void fail() {
		failed.set(true);
	}

	/** Whether a command has failed. */
	boolean isFailed() {
		return failed.get();
	}

	@Override
	public void dispose() {
		if (failed.get() && GraphicsEnvironment.isHeadless() && isMain(Thread.currentThread()
			.getStackTrace())) System.exit(1);
	}

	/** Whether a thread's calls began in Fiji's main method. */
	static boolean isMain(final StackTraceElement[] calls) {
		return Arrays.stream(calls).anyMatch(c -> c.getMethodName().equals("main") && MAINS.contains(c
			.getClassName()));
	}
}
