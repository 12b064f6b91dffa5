package sc.fiji.rewardanalysis.command;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;

import sc.fiji.rewardanalysis.imagej.CurrentImage;

/**
 * Lets our commands work on the image that is current where they are called. SciJava runs them
 * on a thread of a pool, and Fiji gives them what is current on that thread: without this, in
 * batch mode or without a display, an image that an earlier command has shown there.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_HIGH + 2)
public final class CallerImagePreprocessor extends AbstractPreprocessorPlugin {

	@Parameter(required = false)
	private ThreadService threadService;

	/** Before Fiji's ActiveImagePlusPreprocessor, whose priority is lower by one. */
	@Override
	public void process(final Module module) {
		if (threadService == null || !(module.getDelegateObject() instanceof AnalysisCommand)) return;
		final Thread caller = threadService.getParent(null);
		if (caller != null && caller != Thread.currentThread()) CurrentImage.take(caller);
	}
}
