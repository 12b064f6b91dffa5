package sc.fiji.rewardanalysis.ui.dialog;

import java.util.List;

/**
 * One input of a command.
 *
 * @param name its key in macros
 * @param label what the user reads, with the unit
 * @param description what a value does to the result, for the tool tip
 * @param type a boxed number, {@link Boolean}, {@link String} or {@link java.io.File}
 * @param choices the values to choose from; empty if it is free
 * @param min smallest value of a number; NaN if there is none
 * @param max largest value; NaN if there is none
 * @param step by which the arrow keys change a number
 * @param directory whether a file is a folder
 * @param initial the value at first and after a reset
 */
public record Input(String name, String label, String description, Class<?> type,
	List<String> choices, double min, double max, double step, boolean directory, Object initial)
{

	public Input {
		choices = List.copyOf(choices);
	}

	/** A choice that is no input of a command. */
	public static Input choice(final String name, final String label, final String description,
		final List<String> choices)
	{
		return new Input(name, label, description, String.class, choices, Double.NaN, Double.NaN, 1,
			false, choices.get(0));
	}
}
