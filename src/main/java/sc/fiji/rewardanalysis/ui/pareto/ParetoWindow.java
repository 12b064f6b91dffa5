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

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.WindowConstants;

import ij.IJ;
import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.plot.StudyPlots;
import sc.fiji.rewardanalysis.ui.Clipboards;
import sc.fiji.rewardanalysis.ui.Icons;
import sc.fiji.rewardanalysis.ui.Tables;
import sc.fiji.rewardanalysis.ui.WindowPlaces;

/**
 * The Pareto front of a study. A click chooses the nearest solution, the arrow keys the
 * neighbours on the front; the image shows it at once. Further tabs, Alt+1 and so on,
 * list evaluations and what was found and explain how the search went.
 */
public final class ParetoWindow implements Session.Listener<Found> {

	private static final Color SAID = new Color(0x333333), WRONG = new Color(0xB03A00);

	private final Session<?> session;
	private final Front front;
	private final Ties ties;
	private final JFrame frame;
	private final ParetoPanel plot;
	private final List<ChartTab> charts;
	private final ItemsTab items;
	private final EvaluationsTab evaluations;
	private final ImageLink link;
	private final Tools tools;
	private final Buttons buttons;
	private final JTextArea text = new JTextArea(7, 60);
	private final JTextArea status = new JTextArea(2, 60);
	private BooleanSupplier discards = this::asksToDiscard;
	private boolean ended, isUsual;

	private <F extends Found> ParetoWindow(final String title, final Solutions<F> solutions,
		final F first)
	{
		final Session<F> own = new Session<>(solutions, first, SwingUtilities::invokeLater);
		session = own;
		front = new Front(solutions.study().front());
		ties = new Ties(solutions.study().evaluations());
		final EvaluationData data = new EvaluationData(solutions);
		plot = new ParetoPanel(session, data);
		final StudyPlots plots = StudyPlots.of(solutions.study(), solutions.report());
		charts = Arrays.stream(StudyPlots.Kind.values()).map(kind -> new ChartTab(plots, kind, session
			.selection())).toList();
		items = new ItemsTab(session);
		frame = new JFrame(title);
		link = new ImageLink(session, items::slice, this::imageGone);
		tools = solutions.tools(own, link);
		evaluations = new EvaluationsTab(session, data, front, tools.canEdit());
		buttons = new Buttons(session, tools, this);
		session.addListener(this);
		text.setText(first.summary());
		text.setCaretPosition(0);
		build();
		said("", false);
	}

	/**
	 * Opens the window, from any thread.
	 *
	 * @param first the solution that the image shows
	 */
	public static <F extends Found> void open(final String title, final Solutions<F> solutions,
		final F first)
	{
		open(title, solutions, first, Optional::empty);
	}

	/**
	 * The same at a place, if there is one, and otherwise beside the image.
	 *
	 * @param place asked for on the event thread
	 */
	public static <F extends Found> void open(final String title, final Solutions<F> solutions, final F first,
		final Supplier<Optional<Point>> place)
	{
		SwingUtilities.invokeLater(() -> show(title, solutions, first, place));
	}

	/** On the event thread. */
	static <F extends Found> ParetoWindow show(final String title, final Solutions<F> solutions,
		final F first, final Supplier<Optional<Point>> place)
	{
		final ParetoWindow window = new ParetoWindow(numbered(title), solutions, first);
		WindowPlaces.put(window.frame, place, solutions.image().getWindow());
		window.frame.setVisible(true);
		return window;
	}

	/** Two windows have two titles. */
	private static String numbered(final String title) {
		final List<String> taken = others().map(JFrame::getTitle).toList();
		return IntStream.iterate(1, i -> i + 1).mapToObj(i -> i == 1 ? title : title + " (" + i + ")")
			.filter(t -> !taken.contains(t)).findFirst().orElseThrow();
	}

	private static Stream<JFrame> others() {
		return Arrays.stream(Window.getWindows()).filter(w -> w.isDisplayable() &&
			w instanceof final JFrame f && f.getRootPane().getClientProperty(ParetoWindow.class) != null).map(
				JFrame.class::cast);
	}

	/** What another window of this image has drawn there gives way to what this one shows. */
	private void drawAgain() {
		final ImagePlus image = session.solutions().image();
		if (others().anyMatch(f -> f != frame && f.getRootPane().getClientProperty(
			ParetoWindow.class) == image)) session.redraw();
	}

	private void build() {
		frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
		frame.getRootPane().putClientProperty(ParetoWindow.class, session.solutions().image());
		Icons.put(frame);
		// With the focus it would take keys; what is selected with the mouse shall be seen.
		text.setFocusable(false);
		text.getCaret().setSelectionVisible(true);
		text.setEditable(false);
		text.setLineWrap(true);
		text.setWrapStyleWord(true);
		text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 12));
		text.setBorder(BorderFactory.createEmptyBorder(0, 8, 0, 8));
		final JPanel south = new JPanel(new BorderLayout());
		final JScrollPane summary = new JScrollPane(text);
		// Outside of what is scrolled, so that whole lines are seen.
		summary.setViewportBorder(BorderFactory.createMatteBorder(4, 0, 4, 0, text.getBackground()));
		Tables.release(summary);
		summary.setBorder(BorderFactory.createMatteBorder(1, 0, 1, 0, new Color(0xD0D0D0)));
		south.add(summary, BorderLayout.NORTH);
		south.add(buttons, BorderLayout.CENTER);
		south.add(strip(), BorderLayout.SOUTH);
		frame.add(tabs(), BorderLayout.CENTER);
		frame.add(south, BorderLayout.SOUTH);
		bindKeys();
		frame.getRootPane().setDefaultButton(buttons.use());
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowOpened(final WindowEvent e) {
				plot.requestFocusInWindow();
			}

			@Override
			public void windowActivated(final WindowEvent e) {
				drawAgain();
			}

			@Override
			public void windowClosing(final WindowEvent e) {
				if (!tools.hasUnsavedEdits() || discards.getAsBoolean()) frame.dispose();
			}

			@Override
			public void windowClosed(final WindowEvent e) {
				ended = true;
				link.close();
				tools.close();
				session.close();
				charts.forEach(ChartTab::close);
			}
		});
		frame.pack();
		// A narrower row would hide its last buttons.
		frame.setMinimumSize(new Dimension(Math.max(760, buttons.getPreferredSize().width + frame
			.getInsets().left + frame.getInsets().right), 540));
	}

	/** What there is to say, in two lines, beside the button for help. */
	private JPanel strip() {
		status.setEditable(false);
		status.setFocusable(false);
		status.setOpaque(false);
		status.setLineWrap(true);
		status.setWrapStyleWord(true);
		status.setFont(UIManager.getFont("Label.font").deriveFont(Font.PLAIN, 12));
		// A long sentence mustn't move the chart; the tool tip has all of it.
		status.setPreferredSize(status.getPreferredSize());
		final JPanel strip = new JPanel(new BorderLayout(10, 0));
		strip.setBorder(BorderFactory.createEmptyBorder(0, 10, 6, 10));
		strip.add(status, BorderLayout.CENTER);
		strip.add(buttons.help(), BorderLayout.EAST);
		return strip;
	}

	private JTabbedPane tabs() {
		final JTabbedPane pane = new JTabbedPane();
		pane.addTab("Pareto", plot);
		for (int i = 0; i < charts.size(); i++)
			pane.addTab(StudyPlots.Kind.values()[i].title(), charts.get(i));
		pane.addTab("Evaluations", evaluations);
		pane.addTab(session.solutions().items().title(), items);
		for (int i = 0; i < pane.getTabCount(); i++)
			pane.setMnemonicAt(i, KeyEvent.VK_1 + i);
		// With the focus it would take the arrow keys.
		pane.setFocusable(false);
		pane.addChangeListener(e -> focus(pane.getSelectedComponent()));
		return pane;
	}

	private void focus(final Component tab) {
		final Component content = tab instanceof final JScrollPane table ? table.getViewport().getView()
			: tab;
		content.requestFocusInWindow();
	}

	private boolean asksToDiscard() {
		return JOptionPane.showConfirmDialog(frame, "Discard edits? They are in no file; Save… writes them.",
			frame.getTitle(), JOptionPane.OK_CANCEL_OPTION) == JOptionPane.OK_OPTION;
	}

	/** Asks somebody else than the user whether edits are to be discarded. */
	void setDiscards(final BooleanSupplier other) {
		discards = other;
	}

	/** The image was closed, or opened again. */
	private void imageGone() {
		buttons.refresh();
		session.say("", false);
	}

	/** What to say if nothing happens. */
	private String usual() {
		final Evaluation chosen = session.selection().evaluation();
		return ("Evaluation " + chosen.id() + ", " + front.inWords(chosen) + ". " + ties.inWords(chosen))
			.strip() + (buttons.hint().isEmpty() ? "" : "\n" + buttons.hint());
	}

	private void bindKeys() {
		final Selection selection = session.selection();
		bind(KeyEvent.VK_LEFT, 0, () -> selection.choose(front.next(selection.evaluation(), -1)));
		bind(KeyEvent.VK_RIGHT, 0, () -> selection.choose(front.next(selection.evaluation(), 1)));
		bind(KeyEvent.VK_HOME, 0, () -> selection.choose(front.first(selection.evaluation())));
		bind(KeyEvent.VK_END, 0, () -> selection.choose(front.last(selection.evaluation())));
		bind(KeyEvent.VK_DELETE, 0, tools::deleteChosen);
		final int menu = Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
		for (final int mask : new int[] { menu, InputEvent.CTRL_DOWN_MASK }) {
			bind(KeyEvent.VK_Z, mask, tools::undo);
			bind(KeyEvent.VK_C, mask, text::copy);
		}
	}

	private void bind(final int key, final int modifiers, final Runnable what) {
		final KeyStroke stroke = KeyStroke.getKeyStroke(key, modifiers);
		final JComponent root = frame.getRootPane();
		root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(stroke, stroke);
		root.getActionMap().put(stroke, new AbstractAction() {

			private static final long serialVersionUID = 1L;

			@Override
			public void actionPerformed(final ActionEvent e) {
				what.run();
			}
		});
	}

	@Override
	public void found(final Found found) {
		text.setText(found.summary());
		text.setCaretPosition(0);
		if (isUsual) said("", false);
	}

	@Override
	public void said(final String sentence, final boolean isError) {
		// What was being saved when the window was closed has ended.
		if (ended && isError) JOptionPane.showMessageDialog(null, sentence, frame.getTitle(),
			JOptionPane.ERROR_MESSAGE);
		else if (ended) IJ.showStatus(sentence);
		status.setForeground(isError ? WRONG : SAID);
		isUsual = sentence.isEmpty();
		final String all = isUsual ? usual() : sentence;
		status.setText(all);
		status.setToolTipText(all);
	}

	/** Copies the macro line of what is shown, and says so. */
	void copyMacro() {
		session.whenFound("Copy macro line", found -> {
			try {
				Clipboards.copy(found.macro());
				session.say(("Copied the macro line, which stands in the text above. " + tools
					.lackedByMacro()).strip(), false);
			}
			catch (final RewardAnalysisException exc) {
				session.say(exc.getMessage(), true);
			}
		});
	}

	/** Makes the chosen solution the run's and closes. */
	void use() {
		session.accept(frame::dispose);
	}

	Session<?> session() {
		return session;
	}

	Tools tools() {
		return tools;
	}

	/** The line below the buttons. */
	String status() {
		return status.getText();
	}

	JFrame frame() {
		return frame;
	}
}
