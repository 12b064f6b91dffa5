package sc.fiji.rewardanalysis.bridge;

import java.awt.GraphicsEnvironment;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.AbstractPreprocessorPlugin;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.frame.Recorder;

/** What imagej-legacy's MacroRecorderPreprocessor and -Postprocessor do. */
final class RecorderProcessors {

	/** What was given before the dialog is not recorded. */
	private static final Map<Module, Set<String>> EXCLUDED = Collections.synchronizedMap(
		new WeakHashMap<>());

	private static String headlessLine;

	private RecorderProcessors() {}

	/** The line that the latest command left; as its window appends it. */
	static String line(final String leaf) {
		if (GraphicsEnvironment.isHeadless()) return "run(\"" + leaf + (headlessLine == null ? "\");"
			: "\", \"" + headlessLine + "\");");
		final String text = Recorder.getInstance().getText().stripTrailing();
		return text.substring(text.lastIndexOf('\n') + 1);
	}

	static final class Pre extends AbstractPreprocessorPlugin {

		@Override
		public void process(final Module module) {
			if (IJ.isMacro()) return;
			if (Recorder.record) Recorder.setCommand(module.getInfo().getMenuPath().getLeaf().getName());
			final Set<String> excluded = new HashSet<>();
			for (final ModuleItem<?> input : module.getInfo().inputs())
				if (module.isInputResolved(input.getName())) excluded.add(input.getName());
			EXCLUDED.put(module, excluded);
		}
	}

	static final class Post extends AbstractPostprocessorPlugin {

		@Override
		public void process(final Module module) {
			if (IJ.isMacro()) return;
			final Set<String> excluded = EXCLUDED.remove(module);
			if (!Recorder.record) return;
			for (final ModuleItem<?> input : module.getInfo().inputs()) {
				final Object value = module.getInput(input.getName());
				if (!excluded.contains(input.getName()) && input.getVisibility() != ItemVisibility.MESSAGE &&
					value != null) Recorder.recordOption(escaped(input.getName()), escaped(
						value instanceof final ImagePlus image ? image.getTitle() : value.toString()));
			}
			// Without its window the recorder has the options, but nowhere to write them.
			headlessLine = Recorder.getCommandOptions();
			Recorder.saveCommand();
		}
	}

	private static String escaped(final String text) {
		return text.replaceAll("([\"\\\\])", "\\\\$1").replace("\b", "\\b").replace("\n", "\\n").replace(
			"\t", "\\t").replace("\f", "\\f").replace("\r", "\\r");
	}
}
