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
 * @param rules which inputs matter only sometimes; of several rules for one all must hold
 * @param threshold the input that the preview's threshold sets; empty if it is the
 *          preview's own
 * @param suggestion label of the button that fills in what follows from the crystal; empty
 *          for none
 * @param previewed whether the dialog shows on the image what would be found
 */
public record Form(String title, String anchor, List<Page> pages, List<Input> aside,
	Map<String, Map<String, String>> words, List<Rule> rules, String threshold, String suggestion,
	boolean previewed)
{

	/** With a preview, if there is an image. */
	public Form(final String title, final String anchor, final List<Page> pages,
		final List<Input> aside, final Map<String, Map<String, String>> words, final List<Rule> rules,
		final String threshold, final String suggestion)
	{
		this(title, anchor, pages, aside, words, rules, threshold, suggestion, true);
	}

	/** The same without a preview, where that would take too long. */
	public Form withoutPreview() {
		return new Form(title, anchor, pages, aside, words, rules, threshold, suggestion, false);
	}

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
