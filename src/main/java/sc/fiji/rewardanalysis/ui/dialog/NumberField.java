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

import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;

import javax.swing.AbstractAction;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/**
 * A text field for a number, with a point or a comma; the up and down keys change it by a
 * step.
 */
final class NumberField extends JTextField {

	private static final long serialVersionUID = 1L;

	private static final MathContext DIGITS = new MathContext(10);

	private final transient Input input;
	private final transient Map<String, String> words;

	/** @param words what is shown in place of some values, which are texts of them */
	NumberField(final Input input, final Map<String, String> words) {
		super(7);
		this.input = input;
		this.words = words;
		bind(KeyEvent.VK_UP, 1);
		bind(KeyEvent.VK_DOWN, -1);
	}

	private void bind(final int key, final int direction) {
		getInputMap().put(KeyStroke.getKeyStroke(key, 0), direction);
		getActionMap().put(direction, new AbstractAction() {

			private static final long serialVersionUID = 1L;

			@Override
			public void actionPerformed(final ActionEvent e) {
				if (!isNumber()) return;
				final double from = words.containsValue(getText()) ? 0 : number();
				setText(text(isWhole() ? (Number) Math.round(clipped(from + direction * input.step()))
					: (Number) clipped(from + direction * input.step())));
			}
		});
	}

	private double clipped(final double value) {
		// Comparisons with NaN, no bound, are false.
		return value < input.min() ? input.min() : value > input.max() ? input.max() : value;
	}

	private String written() {
		final String text = getText().strip();
		return words.entrySet().stream().filter(e -> e.getValue().equalsIgnoreCase(text)).map(
			Map.Entry::getKey).findFirst().orElse(text.replace(',', '.'));
	}

	private boolean isNumber() {
		try {
			return Double.isFinite(Double.parseDouble(written()));
		}
		catch (final NumberFormatException exc) {
			return false;
		}
	}

	private double number() {
		return Double.parseDouble(written());
	}

	private boolean isWhole() {
		return input.type() != Double.class && input.type() != Float.class;
	}

	/** What is wrong with what is written; empty if nothing is. */
	String problem() {
		if (!isNumber()) return "\"" + getText() + "\" is no number";
		final double value = number();
		if (isWhole() && (value != Math.rint(value) || Math.abs(value) > largest())) return "\"" +
			getText() + "\" is no whole number in range";
		if (value < input.min()) return "it must be at least " + plain(input.min());
		if (value > input.max()) return "it must be at most " + plain(input.max());
		return "";
	}

	private double largest() {
		return input.type() == Integer.class ? Integer.MAX_VALUE : 1L << 53;
	}

	/** The number, as the input's type has it. */
	Object value() {
		if (input.type() == Integer.class) return (int) number();
		if (input.type() == Long.class) return isLong() ? Long.parseLong(written()) : (long) number();
		if (input.type() == Float.class) return (float) number();
		return number();
	}

	private boolean isLong() {
		return written().matches("[+-]?\\d{1,18}");
	}

	/** Writes a number, unless it is there already, spelled otherwise. */
	void show(final Number value) {
		if (problem().isEmpty() && value.equals(value())) return;
		final String text = text(value);
		if (!text.equals(getText())) setText(text);
	}

	private String text(final Number value) {
		final String word = words.get(value.toString());
		if (word != null) return word;
		return value instanceof Double || value instanceof Float ? plain(value.doubleValue()) : value
			.toString();
	}

	private static String plain(final double value) {
		return value == 0 ? "0" : new BigDecimal(Double.toString(value)).round(DIGITS)
			.stripTrailingZeros().toPlainString();
	}
}
