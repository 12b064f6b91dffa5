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
 * @param margin by so many atoms a window's own solution must be better than that of the whole
 *          to replace it
 * @param seed of a search that isn't exact
 */
public record WindowSettings(SearchEngine engine, int evaluations, boolean warm, Pick pick,
	double margin, long seed)
{

	/** Default of {@code margin}: what may be chance. */
	public static final double MARGIN = 1;

	public WindowSettings {
		Checks.given("engine", engine);
		Checks.atLeast("The number of evaluations", evaluations, 1);
		Checks.given("pick", pick);
		Checks.finite("margin", margin);
	}

	/** As users search. */
	public static WindowSettings of(final SearchEngine engine, final int evaluations, final Pick pick,
		final long seed)
	{
		return new WindowSettings(engine, evaluations, true, pick, MARGIN, seed);
	}

	/** When a window's search ends. */
	StopRule rule() {
		return new StopRule(evaluations, true);
	}
}
