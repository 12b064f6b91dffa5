package sc.fiji.rewardanalysis.command;

import java.awt.GraphicsEnvironment;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

import ij.IJ;
import ij.Macro;

/**
 * Lets a macro or a headless call of our commands leave inputs out: they have their
 * defaults. Without this SciJava would open a dialog for them, or, where a single
 * File input is left, a file chooser, and headless not run the command at all without
 * saying so.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_HIGH)
public final class ReplayPreprocessor extends AbstractPreprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof AnalysisCommand)) return;
		if (!GraphicsEnvironment.isHeadless() && !isMacro()) return;
		for (final ModuleItem<?> item : module.getInfo().inputs())
			if (AnalysisCommand.isPlain(item)) module.resolveInput(item.getName());
	}

	private static boolean isMacro() {
		return IJ.isMacro() && Macro.getOptions() != null;
	}
}
