package sc.fiji.rewardanalysis.core.workflow;

import java.util.Locale;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * How a search went.
 *
 * @param engine the one that searched, never {@link SearchEngine#AUTO}
 * @param reason why it was that one, a sentence
 * @param stop why it ended, a sentence
 * @param exact the exact front that was found or that the search is measured by; null
 *          if there is none
 * @param reached the hypervolume of the search's front relative to that of both fronts
 *          together; NaN if there is nothing to compare
 */
public record SearchReport(SearchEngine engine, String reason, String stop, ExactFront exact,
	double reached)
{

	public SearchReport {
		Checks.given("engine", engine);
		Checks.given("reason", reason);
		Checks.given("stop reason", stop);
	}

	/** A sentence on how near to the best possible the result is. */
	public String verification() {
		if (exact == null) return "The exact front is not known: it was too much work, or cancelled.";
		final String plane = String.format(Locale.ROOT,
			"all %d cells of threshold x overlap at %d sigma settings", exact.cells(), exact.settings());
		if (engine == SearchEngine.EXACT) return "Exact front of " + plane + ".";
		return Double.isNaN(reached) ? "Nothing to compare with in " + plane + "." : String.format(
			Locale.ROOT, "The search reached %.1f %% of the exact hypervolume of %s.", 100 * reached,
			plane);
	}
}
