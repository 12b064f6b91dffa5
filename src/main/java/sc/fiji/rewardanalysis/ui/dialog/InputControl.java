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

import java.awt.BorderLayout;
import java.awt.Component;
import java.io.File;
import java.util.Map;

import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** What an input is set with. */
abstract class InputControl {

	private final Input input;
	private final JComponent component;

	/** What has the keyboard; the component or a part of it. */
	private final JComponent field;

	private InputControl(final Input input, final JComponent component, final JComponent field) {
		this.input = input;
		this.component = component;
		this.field = field;
		final String tip = Tips.of(input.description());
		component.setToolTipText(tip);
		field.setToolTipText(tip);
		field.setName(input.name());
		field.getAccessibleContext().setAccessibleDescription(input.description());
	}

	/**
	 * @param words what the user reads in place of a value, by its text
	 * @param changed called whenever the user changes it, or {@link #set} does
	 */
	static InputControl of(final Input input, final Map<String, String> words,
		final Runnable changed)
	{
		if (input.type() == Boolean.class) return check(input, changed);
		if (!input.choices().isEmpty()) return choice(input, words, changed);
		if (input.type() == File.class) return file(input, changed);
		return input.type() == String.class ? text(input, changed) : number(input, words, changed);
	}

	final Input input() {
		return input;
	}

	final JComponent component() {
		return component;
	}

	final JComponent field() {
		return field;
	}

	final void setEnabled(final boolean enabled) {
		component.setEnabled(enabled);
		for (final Component part : component.getComponents())
			if (component instanceof JPanel) part.setEnabled(enabled);
	}

	/** What is wrong with what is there; empty if nothing is. */
	String problem() {
		return "";
	}

	/** The value, if there is no problem. */
	abstract Object value();

	abstract void set(Object value);

	private static InputControl check(final Input input, final Runnable changed) {
		final JCheckBox box = new JCheckBox(input.label());
		box.addItemListener(e -> changed.run());
		return new InputControl(input, box, box) {

			@Override
			Object value() {
				return box.isSelected();
			}

			@Override
			void set(final Object value) {
				box.setSelected((Boolean) value);
			}
		};
	}

	private static InputControl choice(final Input input, final Map<String, String> words,
		final Runnable changed)
	{
		final JComboBox<String> box = new JComboBox<>(input.choices().toArray(String[]::new));
		box.setMaximumRowCount(12);
		box.setRenderer(new DefaultListCellRenderer() {

			private static final long serialVersionUID = 1L;

			@Override
			public Component getListCellRendererComponent(final JList<?> list, final Object value,
				final int index, final boolean selected, final boolean focused)
			{
				return super.getListCellRendererComponent(list, words.getOrDefault(value, String.valueOf(
					value)), index, selected, focused);
			}
		});
		box.addItemListener(e -> changed.run());
		return new InputControl(input, box, box) {

			@Override
			Object value() {
				return box.getSelectedItem();
			}

			@Override
			void set(final Object value) {
				box.setSelectedItem(value);
			}
		};
	}

	private static InputControl file(final Input input, final Runnable changed) {
		final JTextField path = new JTextField(14);
		final JButton browse = new JButton("Browse…");
		browse.addActionListener(e -> browse(input, path));
		final JPanel both = new JPanel(new BorderLayout(6, 0));
		both.setOpaque(false);
		both.add(path, BorderLayout.CENTER);
		both.add(browse, BorderLayout.EAST);
		listen(path, changed);
		return new InputControl(input, both, path) {

			@Override
			Object value() {
				return new File(path.getText().strip());
			}

			@Override
			void set(final Object value) {
				path.setText(((File) value).getPath());
			}
		};
	}

	private static void browse(final Input input, final JTextField path) {
		final JFileChooser chooser = new JFileChooser(path.getText().isBlank() ? null : new File(path
			.getText().strip()));
		chooser.setDialogTitle(input.label());
		if (input.directory()) chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
		if (chooser.showDialog(path, "Choose") == JFileChooser.APPROVE_OPTION) path.setText(chooser
			.getSelectedFile().getPath());
	}

	private static InputControl text(final Input input, final Runnable changed) {
		final JTextField field = new JTextField(14);
		listen(field, changed);
		return new InputControl(input, field, field) {

			@Override
			Object value() {
				return field.getText();
			}

			@Override
			void set(final Object value) {
				field.setText((String) value);
				// The beginning of a long one is what is known of it.
				field.setCaretPosition(0);
			}
		};
	}

	private static InputControl number(final Input input, final Map<String, String> words,
		final Runnable changed)
	{
		final NumberField field = new NumberField(input, words);
		listen(field, changed);
		return new InputControl(input, field, field) {

			@Override
			String problem() {
				return field.problem();
			}

			@Override
			Object value() {
				return field.value();
			}

			@Override
			void set(final Object value) {
				field.show((Number) value);
			}
		};
	}

	private static void listen(final JTextField field, final Runnable changed) {
		field.getDocument().addDocumentListener(new DocumentListener() {

			@Override
			public void insertUpdate(final DocumentEvent e) {
				changed.run();
			}

			@Override
			public void removeUpdate(final DocumentEvent e) {
				changed.run();
			}

			@Override
			public void changedUpdate(final DocumentEvent e) {
				// Plain text has no attributes.
			}
		});
	}
}
