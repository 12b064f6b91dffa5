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
