package sc.fiji.rewardanalysis.core.workflow.many;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * What became of one of many images. Immutable.
 *
 * @param image its path below the folder of images, with slashes
 * @param folder where its files are, below the output folder, with slashes
 * @param failure why there are none, a sentence; empty if there are
 * @param figures what there is to tell of the result, numbers or texts by name with its unit
 *          ({@code threshold}, {@code pixel_size_nm}), in order
 * @param seconds what it took
 */
public record ImageOutcome(String image, String folder, String failure,
	Map<String, Object> figures, double seconds)
{

	public ImageOutcome {
		Checks.given("image", image);
		Checks.given("folder", folder);
		Checks.given("failure", failure);
		figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
	}

	/** Whether there is a result. */
	public boolean isDone() {
		return failure.isEmpty();
	}
}
