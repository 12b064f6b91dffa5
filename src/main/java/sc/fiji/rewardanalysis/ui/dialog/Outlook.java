package sc.fiji.rewardanalysis.ui.dialog;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomPreview;
import sc.fiji.rewardanalysis.imagej.PreviewOverlay;

/**
 * What follows from the values in a dialog.
 *
 * @param facts what the user may want to know
 * @param warning what is no error but should be known; empty if nothing
 * @param physics what is expected; null if that isn't known
 * @param preview what would be found; null if it wasn't asked for
 * @param means which parameters the preview shows; empty for those of the dialog
 * @param drawing a preview of something else; null likewise
 */
public record Outlook(List<Fact> facts, String warning, AtomPhysics physics, AtomPreview preview,
	String means, Drawing drawing)
{

	/** The text of a line that only a preview tells. */
	public static final String PENDING = "…";

	/** Without a drawing. */
	public Outlook(final List<Fact> facts, final String warning, final AtomPhysics physics,
		final AtomPreview preview, final String means)
	{
		this(facts, warning, physics, preview, means, null);
	}

	/**
	 * What a preview of something else than atoms shows.
	 *
	 * @param show shows it on the image, called on the event thread
	 * @param found it in a few words
	 * @param picture of it, beside the inputs
	 */
	public record Drawing(Consumer<PreviewOverlay> show, String found, BufferedImage picture) {}

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
