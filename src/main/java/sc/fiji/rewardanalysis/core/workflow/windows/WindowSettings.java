package sc.fiji.rewardanalysis.core.workflow.windows;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;

/**
 * How windows are searched.
 *
 * @param engine how each is
 * @param evaluations of a search that isn't exact, at most; a window's search ends as soon as
 *          it gains nothing more
 * @param warm whether a search that isn't exact begins with what suits the window's neighbours
 * @param pick which solution of its front a window takes
 * @param seed of a search that isn't exact
 */
public record WindowSettings(SearchEngine engine, int evaluations, boolean warm, Pick pick,
	long seed)
{

	public WindowSettings {
		Checks.given("engine", engine);
		Checks.atLeast("The number of evaluations", evaluations, 1);
		Checks.given("pick", pick);
	}

	/** As users search. */
	public static WindowSettings of(final SearchEngine engine, final int evaluations, final Pick pick,
		final long seed)
	{
		return new WindowSettings(engine, evaluations, true, pick, seed);
	}

	/** When a window's search ends. */
	StopRule rule() {
		return new StopRule(evaluations, true);
	}
}
