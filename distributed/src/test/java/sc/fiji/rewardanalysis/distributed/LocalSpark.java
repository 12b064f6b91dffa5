package sc.fiji.rewardanalysis.distributed;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Runs programs with Spark in this Java machine, on two threads. */
final class LocalSpark {

	private static final Map<String, String> SETTINGS = Map.of("spark.master", "local[2]",
		"spark.ui.enabled", "false", "spark.driver.host", "127.0.0.1", "spark.sql.shuffle.partitions", "2");

	private LocalSpark() {}

	/** What a program says, after its status and a blank. */
	static String run(final ToIntFunction<PrintStream> program) {
		SETTINGS.forEach(System::setProperty);
		try {
			final ByteArrayOutputStream told = new ByteArrayOutputStream();
			final int status = program.applyAsInt(new PrintStream(told, true, StandardCharsets.UTF_8));
			return status + " " + told.toString(StandardCharsets.UTF_8);
		}
		finally {
			SETTINGS.keySet().forEach(System::clearProperty);
		}
	}
}
