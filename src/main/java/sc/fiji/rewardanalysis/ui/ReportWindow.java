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

package sc.fiji.rewardanalysis.ui;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/**
 * A result as charts, pictures and tables, and below them in words, with its files and its macro
 * line.
 */
public final class ReportWindow {

	private final JFrame frame;
	private final JTabbedPane tabs = new JTabbedPane();
	private final Background drawing = new Background("Reward Analysis charts");
	private final RunPanel south;

	/**
	 * What is shown.
	 *
	 * @param title of the window
	 * @param summary lines for a person
	 * @param said what the window says at first, a sentence; may be empty
	 * @param tabs at least one
	 * @param run its files and its macro line
	 * @param anchor of the guide's section
	 * @param actions what the window offers besides; may be empty
	 */
	public record Report(String title, String summary, String said, List<ReportTab> tabs,
		RunPanel.Run run, String anchor, List<RunPanel.Action> actions)
	{}

	private ReportWindow(final Report report) {
		frame = new JFrame(report.title);
		south = new RunPanel(frame, report.anchor, report.run, report.actions);
		build(report);
	}

	/**
	 * Opens the window, from any thread.
	 *
	 * @param beside the window beside which it goes unless there is a place; may be null
	 * @param place asked for on the event thread
	 */
	public static void open(final Report report, final Window beside,
		final Supplier<Optional<Point>> place)
	{
		SwingUtilities.invokeLater(() -> show(report, beside, place));
	}

	/** On the event thread. */
	static ReportWindow show(final Report report, final Window beside,
		final Supplier<Optional<Point>> place)
	{
		final ReportWindow window = new ReportWindow(report);
		WindowPlaces.put(window.frame, place, beside);
		window.frame.setVisible(true);
		return window;
	}

	private void build(final Report report) {
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		Icons.put(frame);
		final List<ChartTab> charts = new ArrayList<>();
		for (final ReportTab tab : report.tabs) {
			final JComponent content = tab.content(drawing);
			if (content instanceof final ChartTab chart) charts.add(chart);
			tabs.addTab(tab.title(), content);
			tabs.setMnemonicAt(tabs.getTabCount() - 1, KeyEvent.VK_1 + tabs.getTabCount() - 1);
		}
		tabs.setPreferredSize(new Dimension(800, 480));
		south.tell(report.summary);
		if (!report.said.isEmpty()) south.say(report.said, false);
		frame.add(tabs, BorderLayout.CENTER);
		frame.add(south, BorderLayout.SOUTH);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent e) {
				charts.forEach(ChartTab::close);
				drawing.close();
			}
		});
		frame.pack();
		frame.setMinimumSize(new Dimension(560, 480));
	}

	JFrame frame() {
		return frame;
	}

	JTabbedPane tabs() {
		return tabs;
	}

	RunPanel south() {
		return south;
	}
}
