package sc.fiji.rewardanalysis.command;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AtomScene;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionSearchSettings;

/**
 * What the user asked {@link OptimizeAmorphousRegions} for.
 *
 * @param scene the slice that is shown, with its atoms
 * @param settings what is searched and where
 * @param search how to search
 * @param inputs keys of the macro line that are the same for each solution, with a space after
 *          them
 */
record RegionRequest(RegionScene scene, RegionSearchSettings settings, SearchRequest search,
	String inputs)
{

	/** What is asked again and again. */
	AtomScene measured(final Progress progress) {
		return scene.measured(search.seed(), progress);
	}
}
