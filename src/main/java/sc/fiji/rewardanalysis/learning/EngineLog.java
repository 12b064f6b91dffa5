package sc.fiji.rewardanalysis.learning;

import java.lang.reflect.Method;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the Deep Java Library logs. It warns of computers without a GPU and tells of threads;
 * Fiji's logger, Logback, opens its console window for that, which frightens people. What goes wrong
 * is told by exceptions.
 */
final class EngineLog {

	private static final String LIBRARY = "ai.djl", QUIET = "ERROR";

	private EngineLog() {}

	/** Lets only errors through, unless somebody has chosen otherwise. */
	static void quiet() {
		final Logger logger = LoggerFactory.getLogger(LIBRARY);
		try {
			final Method get = logger.getClass().getMethod("getLevel");
			final Class<?> level = get.getReturnType();
			if (get.invoke(logger) != null) return;
			logger.getClass().getMethod("setLevel", level).invoke(logger, level.getMethod("toLevel",
				String.class).invoke(null, QUIET));
		}
		catch (final ReflectiveOperationException exc) {
			// Another logger than Logback: what it shows is its user's choice.
			logger.debug("The level can't be set here.", exc);
		}
	}
}
