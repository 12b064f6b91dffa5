package sc.fiji.rewardanalysis.core.io.many;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * An analysis of many images, for their report. Immutable.
 *
 * @param title of the report, such as {@code Optimize Atom Finding: my folder}
 * @param about what was done, texts by what they are ({@code Analysis}, {@code Options}, {@code Seed},
 *          {@code Begun}), in order; empty ones are left out
 * @param macro the macro line that repeats it
 * @param seconds what it took altogether
 */
public record FolderRun(String title, Map<String, String> about, String macro, double seconds) {

	public FolderRun {
		Checks.given("title", title);
		Checks.given("macro", macro);
		about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
	}
}
