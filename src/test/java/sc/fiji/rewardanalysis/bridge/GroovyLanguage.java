package sc.fiji.rewardanalysis.bridge;

import org.scijava.plugin.Plugin;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptLanguage;

/** Groovy for SciJava, as scripting-groovy has it. */
@Plugin(type = ScriptLanguage.class, name = "Groovy")
public final class GroovyLanguage extends AdaptedScriptLanguage {

	/** By the name of Groovy's engine. */
	public GroovyLanguage() {
		super("groovy");
	}
}
