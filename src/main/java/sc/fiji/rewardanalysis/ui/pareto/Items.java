/*-
 * #%L
 * Reward Analysis
 * %%
 * Copyright (C) 2026 Reward Analysis developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

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
