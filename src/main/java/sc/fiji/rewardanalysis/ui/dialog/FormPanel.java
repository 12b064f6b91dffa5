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

import java.awt.Dimension;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;

/** The inputs of a form, a tab for each page. */
final class FormPanel {

	private final Form form;
	private final Map<String, InputControl> controls = new LinkedHashMap<>();
	private final Map<String, JLabel> labels = new LinkedHashMap<>();
	private final JTabbedPane tabs = new JTabbedPane();
	private final List<String> aside;
	private final Consumer<String> changed;

	/** Several changes at once are told of once. */
	private boolean quiet;

	/** @param changed hears the name of an input that has another value, or an empty text */
	FormPanel(final Form form, final Map<String, Input> inputs, final Consumer<String> changed) {
		this.form = form;
		this.changed = changed;
		aside = form.aside().stream().map(Input::name).toList();
		for (final String name : form.inputs())
			add(inputs.get(name));
		form.aside().forEach(this::add);
		for (final Form.Page page : form.pages())
			addTab(page);
		// The same columns on every page.
		final int widest = labels.values().stream().mapToInt(l -> l.getPreferredSize().width).max()
			.orElse(0);
		labels.values().forEach(l -> l.setPreferredSize(new Dimension(widest, l
			.getPreferredSize().height)));
		reset();
	}

	private void add(final Input input) {
		controls.put(input.name(), InputControl.of(input, form.words().getOrDefault(input.name(), Map
			.of()), () -> heard(input.name())));
	}

	private void heard(final String name) {
		if (quiet) return;
		update();
		changed.accept(name);
	}

	/** Greys out what has no effect, and marks what is wrong. */
	private void update() {
		// Of several rules for an input all must hold.
		final Map<String, Boolean> matters = new LinkedHashMap<>();
		for (final Form.Rule rule : form.rules()) {
			final InputControl other = controls.get(rule.other());
			matters.merge(rule.input(), other.problem().isEmpty() && rule.when().test(other.value()),
				Boolean::logicalAnd);
		}
		matters.forEach((input, matter) -> {
			controls.get(input).setEnabled(matter);
			if (labels.containsKey(input)) labels.get(input).setEnabled(matter);
		});
		controls.values().forEach(c -> c.field().putClientProperty("JComponent.outline", c.problem()
			.isEmpty() ? null : "error"));
	}

	private void addTab(final Form.Page page) {
		final JPanel panel = new JPanel(new GridBagLayout());
		final int pad = panel.getFont().getSize();
		panel.setBorder(BorderFactory.createEmptyBorder(pad / 2, pad, pad / 2, pad));
		int row = 0;
		for (final Form.Section section : page.sections()) {
			panel.add(heading(section.title()), at(0, row, 2, new Insets(row == 0 ? pad / 2 : pad, 0, pad /
				3, 0)));
			row++;
			for (final Form.Row line : section.rows())
				add(panel, line, row++, pad);
		}
		final GridBagConstraints rest = at(0, row, 2, new Insets(0, 0, 0, 0));
		rest.weighty = 1;
		panel.add(Box.createGlue(), rest);
		final JScrollPane scroll = new JScrollPane(panel, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
			JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		scroll.getVerticalScrollBar().setUnitIncrement(pad);
		tabs.addTab(page.title(), scroll);
		tabs.setMnemonicAt(tabs.getTabCount() - 1, '1' + tabs.getTabCount() - 1);
		tabs.setToolTipTextAt(tabs.getTabCount() - 1, "Alt+" + tabs.getTabCount());
	}

	private static JLabel heading(final String text) {
		final JLabel label = new JLabel(text);
		label.setFont(label.getFont().deriveFont(Font.BOLD));
		return label;
	}

	private void add(final JPanel panel, final Form.Row line, final int row, final int pad) {
		final InputControl first = controls.get(line.inputs().get(0));
		final boolean labelled = !line.label().isEmpty();
		final Insets gap = new Insets(pad / 5, pad / 2, pad / 5, 0);
		final JComponent component = line.inputs().size() == 1 ? first.component() : sideBySide(line
			.inputs(), pad);
		if (!labelled && first.input().type() == Boolean.class) {
			panel.add(component, at(1, row, 1, gap));
			return;
		}
		final JLabel label = new JLabel(labelled ? line.label() : title(first.input()));
		label.setLabelFor(first.field());
		label.setToolTipText(Tips.of(first.input().description()));
		labels.put(first.input().name(), label);
		final GridBagConstraints left = at(0, row, 1, gap);
		left.weightx = 0;
		panel.add(label, left);
		panel.add(component, at(1, row, 1, gap));
	}

	/** An input's label, without what zero or -1 means if a word says so. */
	private String title(final Input input) {
		return form.words().containsKey(input.name()) ? input.label().replaceAll(
			" \\((0|-1): [^)]*\\)|; (0|-1): [^)]*(?=\\))", "") : input.label();
	}

	private JComponent sideBySide(final List<String> names, final int pad) {
		final JPanel panel = new JPanel(new GridBagLayout());
		panel.setOpaque(false);
		for (int i = 0; i < names.size(); i++)
			panel.add(controls.get(names.get(i)).component(), at(i, 0, 1, new Insets(0, i == 0 ? 0 : pad / 2,
				0, 0)));
		return panel;
	}

	private static GridBagConstraints at(final int column, final int row, final int width,
		final Insets gap)
	{
		return new GridBagConstraints(column, row, width, 1, 1, 0, GridBagConstraints.LINE_START,
			GridBagConstraints.HORIZONTAL, gap, 0, 0);
	}

	JComponent component() {
		return tabs;
	}

	/** What is asked besides, with its label, to be put elsewhere. */
	List<InputControl> aside() {
		return aside.stream().map(controls::get).toList();
	}

	/** What is wrong with what is written, in a sentence; empty if nothing is. */
	String problem() {
		return controls.values().stream().filter(c -> !c.problem().isEmpty()).findFirst().map(c -> "“" +
			label(c.input().name()) + "”: " + c.problem() + ".").orElse("");
	}

	/** All values, by name; there must be no problem. */
	Map<String, Object> values() {
		final Map<String, Object> values = new LinkedHashMap<>();
		controls.forEach((name, control) -> values.put(name, control.value()));
		return values;
	}

	/** The values of the inputs, without what is asked besides. */
	Map<String, Object> inputValues() {
		final Map<String, Object> values = values();
		aside.forEach(values::remove);
		return values;
	}

	/** Sets some values and tells of them once. */
	void set(final Map<String, Object> values) {
		quiet = true;
		values.forEach((name, value) -> controls.get(name).set(value));
		quiet = false;
		heard(values.size() == 1 ? values.keySet().iterator().next() : "");
	}

	/** Gives each input its first value. */
	void reset() {
		final Map<String, Object> initial = new LinkedHashMap<>();
		controls.forEach((name, control) -> initial.put(name, control.input().initial()));
		set(initial);
	}

	/** A message about inputs, with their labels in place of their names. */
	String worded(final String message) {
		String text = message;
		// Other names are words too.
		for (final String name : controls.keySet())
			if (name.contains("_")) text = text.replaceAll("\\b" + name + "\\b", Matcher.quoteReplacement("“" +
				label(name) + "”"));
		return text;
	}

	/** What the user reads for an input, without the remark in brackets. */
	private String label(final String name) {
		final Input input = controls.get(name).input();
		return input.label().replaceAll(" \\(.*", "");
	}
}
