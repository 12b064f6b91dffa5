package sc.fiji.rewardanalysis.ui.dialog;

import java.util.List;

import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.AtomPreview;

/**
 * What follows from the values in a dialog.
 *
 * @param facts what the user may want to know
 * @param warning what is no error but should be known; empty if nothing
 * @param physics what is expected; null if that isn't known
 * @param preview what would be found; null if it wasn't asked for
 * @param means which parameters the preview shows; empty for those of the dialog
 */
public record Outlook(List<Fact> facts, String warning, AtomPhysics physics, AtomPreview preview,
	String means)
{

	/**
	 * A line of what follows.
	 *
	 * @param name what it is
	 * @param text its value with the unit
	 * @param tip what it means
	 */
	public record Fact(String name, String text, String tip) {}

	public Outlook {
		facts = List.copyOf(facts);
	}
}
