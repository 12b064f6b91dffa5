package sc.fiji.rewardanalysis.command;

import java.util.Map;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

/**
 * A command that asks for its inputs in a dialog of its own. All but the form is asked of
 * a copy that has the dialog's values.
 */
interface Previewed {

	/** How its inputs are laid out for the image that it has. */
	Form form();

	/**
	 * What its values lead to, as {@link sc.fiji.rewardanalysis.ui.dialog.Subject#outlook}
	 * says.
	 *
	 * @param analysed null for a command that takes no image
	 * @param aside what is asked besides its inputs, by name
	 */
	Outlook outlook(AnalysedImage analysed, Map<String, Object> aside, boolean find,
		Progress progress);

	/** Values that suit image and crystal better, by name of the input. */
	default Map<String, Object> suggested(final AnalysedImage analysed,
		final Map<String, Object> aside, final Progress progress)
	{
		return Map.of();
	}
}
