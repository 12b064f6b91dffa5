package sc.fiji.rewardanalysis.bridge;

import org.scijava.plugin.Plugin;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptLanguage;

/** Jython for SciJava, by the engine that it brings along. */
@Plugin(type = ScriptLanguage.class, name = "Python (Jython)")
public final class JythonLanguage extends AdaptedScriptLanguage {

	/** By the name of Jython's engine. */
	public JythonLanguage() {
		super("jython");
	}
}
