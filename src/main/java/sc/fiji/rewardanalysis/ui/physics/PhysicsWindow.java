package sc.fiji.rewardanalysis.ui.physics;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import javax.swing.table.DefaultTableModel;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.ui.Guide;
import sc.fiji.rewardanalysis.ui.Icons;
import sc.fiji.rewardanalysis.ui.PicturePanel;
import sc.fiji.rewardanalysis.ui.Places;

/**
 * What an image says of its crystal, with the errors and with what it rests on. Nothing of it
 * is used anywhere unless one of the window's buttons is pressed.
 */
public final class PhysicsWindow {

	private static final Color SAID = new Color(0x333333), LINE = new Color(0xD0D0D0);

	private final Physics physics;
	private final JFrame frame;
	private final JTabbedPane tabs = new JTabbedPane();
	private final JLabel status = new JLabel(" ");
	private final JButton size = button("Set pixel size…",
		"Asks, and makes the pixel size that suits the crystal the image's.", this::setPixelSize);
	private final JButton select = button("Select sample",
		"Makes the sample the image's selection, so that columns are expected there only.",
		this::selectSample);
	private Predicate<String> question = this::ask;

	private PhysicsWindow(final String title, final Physics physics) {
		this.physics = physics;
		frame = new JFrame(title);
		build();
	}

	/**
	 * Opens the window, from any thread.
	 *
	 * @param place asked for on the event thread; without one it goes beside the image
	 */
	public static void open(final String title, final Physics physics,
		final Supplier<Optional<Point>> place)
	{
		SwingUtilities.invokeLater(() -> show(title, physics, place));
	}

	/** On the event thread. */
	static PhysicsWindow show(final String title, final Physics physics,
		final Supplier<Optional<Point>> place)
	{
		final PhysicsWindow window = new PhysicsWindow(title, physics);
		final Window image = physics.image().getWindow();
		place.get().ifPresentOrElse(p -> Places.put(window.frame, p), () -> Places.putBeside(window.frame,
			image != null && image.isShowing() ? image : null));
		window.frame.setVisible(true);
		return window;
	}

	private void build() {
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		Icons.put(frame);
		if (!physics.quantities().isEmpty()) {
			tabs.addTab("Estimates", table(List.of("quantity", "value", "what it is"), physics
				.quantities(), 130, 215, 315));
			tabs.addTab("Crystals", table(physics.crystalHeadings(), physics.crystals(), 130, 85, 85, 85, 75, 190));
		}
		tabs.addTab("Spectrum", picture(physics.spectrum()));
		if (physics.motif() != null) tabs.addTab("Mean cell", picture(physics.motif()));
		if (physics.sample() != null) tabs.addTab("Sample", picture(physics.sample()));
		for (int i = 0; i < tabs.getTabCount(); i++)
			tabs.setMnemonicAt(i, KeyEvent.VK_1 + i);
		tabs.setPreferredSize(new Dimension(720, 460));
		frame.add(tabs, BorderLayout.CENTER);
		frame.add(south(), BorderLayout.SOUTH);
		frame.pack();
		frame.setMinimumSize(new Dimension(520, 460));
		size.setEnabled(physics.pixelSize() != null);
		select.setEnabled(physics.sample() != null);
		say(physics.quantities().isEmpty() ? "No lattice is seen; nothing is estimated."
			: "Nothing of this is used unless you press a button.");
	}

	private static JComponent table(final List<String> headings, final List<List<String>> rows,
		final int... widths)
	{
		final DefaultTableModel model = new DefaultTableModel(headings.toArray(), 0) {

			private static final long serialVersionUID = 1L;

			@Override
			public boolean isCellEditable(final int row, final int column) {
				return false;
			}
		};
		rows.forEach(row -> model.addRow(row.toArray()));
		final JTable table = new JTable(model);
		table.setRowHeight(table.getFont().getSize() + 9);
		table.setGridColor(LINE);
		for (int c = 0; c < widths.length; c++)
			table.getColumnModel().getColumn(c).setPreferredWidth(widths[c]);
		final JScrollPane pane = new JScrollPane(table);
		pane.setBorder(null);
		pane.getViewport().setBackground(Color.WHITE);
		return pane;
	}

	private static JComponent picture(final BufferedImage picture) {
		final PicturePanel panel = new PicturePanel();
		panel.show(picture);
		return panel;
	}

	private JPanel south() {
		final JTextArea text = new JTextArea(physics.summary(), 8, 60);
		text.setCaretPosition(0);
		text.setEditable(false);
		text.setLineWrap(true);
		text.setWrapStyleWord(true);
		text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 12));
		text.setBorder(BorderFactory.createEmptyBorder(4, 8, 4, 8));
		final JScrollPane summary = new JScrollPane(text);
		summary.setBorder(BorderFactory.createMatteBorder(1, 0, 1, 0, LINE));
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 6));
		buttons.add(size);
		buttons.add(select);
		buttons.add(button("Help", "Opens the guide in the browser.", this::help));
		status.setBorder(BorderFactory.createEmptyBorder(0, 10, 6, 10));
		status.setForeground(SAID);
		status.setFont(status.getFont().deriveFont(Font.PLAIN, 12));
		final JPanel south = new JPanel(new BorderLayout());
		south.add(summary, BorderLayout.NORTH);
		south.add(buttons, BorderLayout.CENTER);
		south.add(status, BorderLayout.SOUTH);
		return south;
	}

	private static JButton button(final String label, final String tip, final Runnable action) {
		final JButton button = new JButton(label);
		button.setToolTipText(tip);
		button.setMnemonic(label.charAt(1));
		button.addActionListener(e -> action.run());
		return button;
	}

	private void setPixelSize() {
		if (Display.isGone(physics.image())) say("The image was closed.");
		else if (question.test(physics.reason())) {
			physics.setPixelSize(physics.pixelSize().value());
			say("The image's pixel size is set; save the image to keep it.");
		}
	}

	private boolean ask(final String reason) {
		return JOptionPane.showConfirmDialog(frame, reason, "Set pixel size",
			JOptionPane.OK_CANCEL_OPTION, JOptionPane.QUESTION_MESSAGE) == JOptionPane.OK_OPTION;
	}

	private void selectSample() {
		if (Display.isGone(physics.image())) {
			say("The image was closed.");
			return;
		}
		physics.selectSample();
		say("The sample is the image's selection.");
	}

	private void help() {
		try {
			Guide.open("estimate-physics");
		}
		catch (final RewardAnalysisException exc) {
			say(exc.getMessage());
		}
	}

	private void say(final String sentence) {
		status.setText(sentence);
		status.setToolTipText(sentence);
	}

	/** Asks somebody else than the user. */
	void setQuestion(final Predicate<String> other) {
		question = other;
	}

	JFrame frame() {
		return frame;
	}

	JTabbedPane tabs() {
		return tabs;
	}

	JButton sizeButton() {
		return size;
	}

	JButton selectButton() {
		return select;
	}

	String status() {
		return status.getText();
	}
}
