package sc.fiji.rewardanalysis.ui.dialog;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How a dialog is laid out.
 *
 * @param title of the window
 * @param anchor of the user guide's section
 * @param pages of the inputs
 * @param aside what the preview asks besides; no inputs of the command
 * @param words by input, by a value's text: what the user reads, and may write, for it
 * @param rules which inputs matter only sometimes
 * @param threshold the input that the preview's threshold sets; empty if it is the
 *          preview's own
 * @param suggestion label of the button that fills in what follows from the crystal; empty
 *          for none
 */
public record Form(String title, String anchor, List<Page> pages, List<Input> aside,
	Map<String, Map<String, String>> words, List<Rule> rules, String threshold, String suggestion)
{

	/** What is seen at a time. */
	public record Page(String title, List<Section> sections) {}

	/** Inputs that belong together. */
	public record Section(String title, List<Row> rows) {}

	/**
	 * Inputs side by side.
	 *
	 * @param label what the user reads; empty for that of the only input
	 * @param inputs their names
	 */
	public record Row(String label, List<String> inputs) {

		/** An input with its own label. */
		public static Row of(final String input) {
			return new Row("", List.of(input));
		}
	}

	/**
	 * An input that has an effect only with some values of another one.
	 *
	 * @param input its name
	 * @param other the name of the other one
	 * @param when whether it has
	 */
	public record Rule(String input, String other, Predicate<Object> when) {}

	/** The names of all inputs, in the order in which they are seen. */
	public List<String> inputs() {
		return pages.stream().flatMap(p -> p.sections().stream()).flatMap(s -> s.rows().stream())
			.flatMap(r -> r.inputs().stream()).toList();
	}
}
