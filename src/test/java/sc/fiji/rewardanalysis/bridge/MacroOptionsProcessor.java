package sc.fiji.rewardanalysis.bridge;

import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;

import ij.IJ;
import ij.Macro;

/** A macro's options become inputs: what imagej-legacy's MacroPreprocessor does. */
final class MacroOptionsProcessor extends AbstractPreprocessorPlugin {

	private final ConvertService convert;

	MacroOptionsProcessor(final Context context) {
		convert = context.service(ConvertService.class);
	}

	@Override
	public void process(final Module module) {
		if (!IJ.isMacro()) return;
		final String options = Macro.getOptions() == null ? "" : Macro.getOptions();
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			final String name = input.getName();
			if (input.getVisibility() == ItemVisibility.MESSAGE) {
				module.resolveInput(name);
				continue;
			}
			final String value = Macro.getValue(options, name, null);
			if (value == null || !convert.supports(value, input.getType())) continue;
			module.setInput(name, convert.convert(value, input.getType()));
			module.resolveInput(name);
		}
	}
}
