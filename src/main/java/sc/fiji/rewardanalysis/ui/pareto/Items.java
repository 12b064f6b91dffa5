package sc.fiji.rewardanalysis.ui.pareto;

import java.util.List;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * What a solution consists of, in words and as the columns of a table.
 *
 * @param word one of them, such as {@code atom}
 * @param drawn what one is on the image, such as {@code circle}
 * @param columns of the table that has a row an item
 */
public record Items(String word, String drawn, List<Column> columns) {

	/**
	 * A column of the table.
	 *
	 * @param name with its unit in brackets
	 * @param type {@link Integer}, {@link Double}, where NaN is shown as nothing, or
	 *          {@link String}
	 */
	public record Column(String name, Class<?> type) {

		/** Of whole numbers. */
		public static Column count(final String name) {
			return new Column(name, Integer.class);
		}

		/** Of numbers. */
		public static Column number(final String name) {
			return new Column(name, Double.class);
		}

		/** Of words. */
		public static Column text(final String name) {
			return new Column(name, String.class);
		}
	}

	public Items {
		Checks.given("word", word);
		Checks.given("drawn", drawn);
		columns = List.copyOf(columns);
	}

	/** Several of them. */
	String words() {
		return word + "s";
	}

	/** The table's heading. */
	String title() {
		return word.substring(0, 1).toUpperCase(Locale.ROOT) + words().substring(1);
	}
}
