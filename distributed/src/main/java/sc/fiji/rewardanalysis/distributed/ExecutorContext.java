package sc.fiji.rewardanalysis.distributed;

import org.scijava.Context;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;

import sc.fiji.rewardanalysis.command.UnseenAnalysis;

/** The SciJava context of a Java machine: made when it is first needed, closed with the machine. */
final class ExecutorContext {

	/** Made by the first thread that asks. */
	private static final class Holder {

		private static final Context CONTEXT = create();

		private static Context create() {
			System.setProperty("java.awt.headless", "true");
			final Context context = new Context(UnseenAnalysis.services());
			context.service(LogService.class).setLevel(LogLevel.ERROR);
			Runtime.getRuntime().addShutdownHook(new Thread(context::dispose, "reward-analysis-context"));
			return context;
		}
	}

	private ExecutorContext() {}

	/** The context. */
	static Context get() {
		return Holder.CONTEXT;
	}
}
