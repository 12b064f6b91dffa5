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

package sc.fiji.rewardanalysis.bridge;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.text.JTextComponent;

/** A dialog of the suite, filled in as a user does. Its fields are named like the inputs. */
final class OwnDialog {

	private OwnDialog() {}

	static boolean isOne(final Window window) {
		return window instanceof JDialog && parts(window).anyMatch(c -> c instanceof JButton && "ok".equals(
			c.getName()));
	}

	/** Fills in fields and presses OK as soon as that is allowed. */
	static void fillIn(final Window dialog, final Map<String, Object> typed) throws Exception {
		EventQueue.invokeAndWait(() -> typed.forEach((name, value) -> type(part(dialog, name), value)));
		final JButton ok = (JButton) part(dialog, "ok");
		for (int i = 0; i < 400 && dialog.isShowing(); i++) {
			EventQueue.invokeAndWait(() -> {
				if (dialog.isShowing()) ok.doClick();
			});
			Thread.sleep(50);
		}
		if (dialog.isShowing()) throw new AssertionError("OK stays disabled: " + ((JTextComponent) part(
			dialog, "message")).getText());
	}

	private static void type(final Component field, final Object value) {
		if (field instanceof final JComboBox<?> box) box.setSelectedItem(value);
		else if (field instanceof final JCheckBox box) box.setSelected((Boolean) value);
		else ((JTextComponent) field).setText(value.toString());
	}

	private static Component part(final Container container, final String name) {
		return parts(container).filter(c -> name.equals(c.getName())).findFirst().orElseThrow(
			() -> new AssertionError(name));
	}

	private static Stream<Component> parts(final Container container) {
		return Arrays.stream(container.getComponents()).flatMap(c -> Stream.concat(Stream.of(c),
			c instanceof final Container inner ? parts(inner) : Stream.empty()));
	}
}
