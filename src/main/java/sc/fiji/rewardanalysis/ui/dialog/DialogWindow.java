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
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import javax.swing.WindowConstants;

import ij.IJ;
import ij.Prefs;

import sc.fiji.rewardanalysis.ui.WindowPlaces;

/** The window of a {@link CommandDialog}: what is where. */
final class DialogWindow {

	/** No window is taller: it fits a screen of 1366 × 768 px. */
	private static final int TALLEST = 700;

	private static final Color ERROR = new Color(0xC03000), WARNING = new Color(0x8A5A00);

	private final JDialog dialog;
	private final JButton ok = new JButton("OK"), cancel = new JButton("Cancel"), reset = new JButton(
		"Reset"), help = new JButton("Help"), suggest = new JButton();
	private final JTextArea message = new JTextArea(2, 40);
	private final OutlookPanel outlook = new OutlookPanel();
	private final Window beside;
	private String area = "";
	private List<Outlook.Fact> facts = List.of();

	/**
	 * @param preview null for none
	 * @param beside where the image is; null if there is none or it has no window
	 */
	DialogWindow(final Form form, final FormPanel panel, final PreviewPanel preview,
		final Window beside, final boolean modal)
	{
		this.beside = beside;
		dialog = new JDialog(IJ.getInstance(), form.title(), modal
			? Dialog.ModalityType.APPLICATION_MODAL : Dialog.ModalityType.MODELESS);
		dialog.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
		suggest.setText(form.suggestion());
		final JPanel content = new JPanel();
		final int pad = content.getFont().getSize();
		content.setLayout(new BorderLayout(pad, pad / 2));
		content.setBorder(BorderFactory.createEmptyBorder(pad, pad, pad, pad));
		content.add(panel.component(), BorderLayout.CENTER);
		content.add(right(form, panel, preview, pad), BorderLayout.LINE_END);
		content.add(bottom(pad), BorderLayout.SOUTH);
		dialog.setContentPane(content);
		dialog.getRootPane().setDefaultButton(ok);
		dialog.getRootPane().registerKeyboardAction(e -> cancel.doClick(), KeyStroke.getKeyStroke(
			KeyEvent.VK_ESCAPE, 0), JComponent.WHEN_IN_FOCUSED_WINDOW);
		ok.setName("ok");
		cancel.setName("cancel");
		reset.setName("reset");
		suggest.setName("suggest");
		help.setMnemonic('H');
		reset.setMnemonic('R');
		suggest.setMnemonic('S');
		help.setToolTipText("Opens the user guide in the web browser.");
		reset.setToolTipText("Gives every input its first value.");
		scale(content, Prefs.getGuiScale());
	}

	private JComponent right(final Form form, final FormPanel panel, final PreviewPanel preview,
		final int pad)
	{
		final JPanel top = new JPanel();
		top.setLayout(new BoxLayout(top, BoxLayout.PAGE_AXIS));
		final JLabel heading = new JLabel("What to expect");
		heading.setFont(heading.getFont().deriveFont(Font.BOLD));
		top.add(left(heading));
		top.add(Box.createVerticalStrut(pad / 2));
		for (final InputControl control : panel.aside())
			top.add(left(aside(control, form, pad)));
		if (panel.aside().isEmpty() && !form.suggestion().isEmpty()) {
			top.add(left(suggest));
			top.add(Box.createVerticalStrut(pad / 2));
		}
		outlook.setAlignmentX(0);
		top.add(outlook);
		// Room for the lines to come, so that the window needn't grow.
		outlook.setPreferredSize(new Dimension(preview == null ? 28 * pad : 10, form.aside().isEmpty() ? 9 * pad + pad * 2 : 9 * pad));
		final JPanel right = new JPanel(new BorderLayout(0, pad));
		right.setBorder(BorderFactory.createEmptyBorder(pad / 2, pad / 2, 0, 0));
		right.add(top, BorderLayout.NORTH);
		if (preview != null) right.add(preview, BorderLayout.CENTER);
		return right;
	}

	private static JComponent left(final JComponent component) {
		component.setAlignmentX(0);
		return component;
	}

	private JComponent aside(final InputControl control, final Form form, final int pad) {
		final JPanel row = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
		final JLabel label = new JLabel(control.input().label());
		label.setLabelFor(control.field());
		label.setToolTipText(Tips.of(control.input().description()));
		row.add(label);
		row.add(Box.createHorizontalStrut(pad));
		row.add(control.component());
		row.add(Box.createHorizontalStrut(pad));
		if (!form.suggestion().isEmpty()) row.add(suggest);
		row.setBorder(BorderFactory.createEmptyBorder(0, 0, pad / 2, 0));
		return row;
	}

	private JComponent bottom(final int pad) {
		message.setName("message");
		message.setEditable(false);
		message.setFocusable(false);
		message.setOpaque(false);
		message.setLineWrap(true);
		message.setWrapStyleWord(true);
		message.setFont(UIManager.getFont("Label.font"));
		message.setBorder(BorderFactory.createEmptyBorder());
		final JPanel buttons = new JPanel();
		buttons.setLayout(new BoxLayout(buttons, BoxLayout.LINE_AXIS));
		buttons.add(help);
		buttons.add(Box.createHorizontalStrut(pad / 2));
		buttons.add(reset);
		buttons.add(Box.createHorizontalGlue());
		buttons.add(cancel);
		buttons.add(Box.createHorizontalStrut(pad / 2));
		buttons.add(ok);
		final Dimension wide = new Dimension(Math.max(ok.getPreferredSize().width, cancel
			.getPreferredSize().width), ok.getPreferredSize().height);
		ok.setPreferredSize(wide);
		cancel.setPreferredSize(wide);
		final JPanel bottom = new JPanel(new BorderLayout(0, pad / 2));
		bottom.add(message, BorderLayout.CENTER);
		bottom.add(buttons, BorderLayout.SOUTH);
		return bottom;
	}

	/** ImageJ's own scale of windows, for screens of many dots. */
	private static void scale(final Container container, final double scale) {
		if (scale == 1) return;
		for (final Component c : container.getComponents()) {
			final Font font = c.getFont();
			if (font != null && c.isFontSet()) c.setFont(font.deriveFont((float) (font.getSize2D() * scale)));
			if (c instanceof final Container inner) scale(inner, scale);
		}
	}

	JDialog dialog() {
		return dialog;
	}

	JButton ok() {
		return ok;
	}

	JButton cancel() {
		return cancel;
	}

	JButton reset() {
		return reset;
	}

	JButton help() {
		return help;
	}

	JButton suggest() {
		return suggest;
	}

	/** Says something below the inputs, in the colour of an error or of a warning. */
	void say(final String text, final boolean error) {
		message.setForeground(error ? ERROR : WARNING);
		message.setText(text.isEmpty() ? "" : (error ? "⚠ " : "") + text);
	}

	/** What of the image is analysed; empty without one. */
	void area(final String text) {
		area = text;
		show();
	}

	/** What follows; null if what was there before no longer holds. */
	void facts(final List<Outlook.Fact> now) {
		facts = now == null ? List.of() : now;
		show();
	}

	private void show() {
		final List<Outlook.Fact> all = new ArrayList<>();
		if (!area.isEmpty()) all.add(new Outlook.Fact("Analysed", area,
			"Draw a selection on the image to analyse a part of it, or remove it: this dialog follows."));
		all.addAll(facts);
		outlook.show(all);
	}

	/** Opens it next to the image. */
	void open() {
		dialog.pack();
		final Rectangle screen = beside == null ? dialog.getGraphicsConfiguration().getBounds() : beside
			.getGraphicsConfiguration().getBounds();
		dialog.setSize(Math.min(dialog.getWidth(), screen.width), Math.min(dialog.getHeight(), Math.min(
			TALLEST, screen.height)));
		WindowPlaces.putBeside(dialog, beside);
		dialog.setVisible(true);
	}
}
