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
import java.awt.Point;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Optional;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

import sc.fiji.rewardanalysis.imagej.Display;

/**
 * A progress bar with a Cancel button. It shows itself only if the work takes longer
 * than half a second, and never without a display. Thread-safe.
 */
public final class ProgressWindow implements AutoCloseable {

	private static final long DELAY = 500_000_000;

	/** Events are cheap, but not when sent ten thousand times. */
	private static final long INTERVAL = 50_000_000;

	private final String title;
	private final boolean visible;
	private final long start = System.nanoTime();
	private volatile boolean canceled;
	private final Object ending = new Object();
	private boolean ended;
	private volatile long last;

	// The following belong to the event thread.
	private JDialog dialog;
	private JProgressBar bar;
	private JLabel label;
	private JButton cancel;
	private JComponent below;
	private Window beside;
	private boolean closed;

	private ProgressWindow(final String title, final boolean visible) {
		this.title = title;
		this.visible = visible;
	}

	/** A window that appears when the work turns out to be long. */
	public static ProgressWindow open(final String title) {
		return new ProgressWindow(title, Display.isInteractive());
	}

	/** Whether Cancel was pressed. */
	public boolean isCanceled() {
		return canceled;
	}

	/**
	 * Says something, unless the work has ended: a thread that nobody waits for any longer has nothing to
	 * say then. What is said is said before {@link #close()} returns.
	 */
	public void unlessEnded(final Runnable saying) {
		synchronized (ending) {
			if (!ended) saying.run();
		}
	}

	/** Forgets that Cancel was pressed, so that it can be pressed again. */
	public void again() {
		canceled = false;
		if (visible) SwingUtilities.invokeLater(() -> {
			if (cancel != null && !canceled) cancel.setEnabled(true);
		});
	}

	/**
	 * @param fraction 0 to 1
	 * @param message what is being done
	 */
	public void update(final double fraction, final String message) {
		final long now = System.nanoTime();
		if (!visible || now - start < DELAY || now - last < INTERVAL) return;
		last = now;
		SwingUtilities.invokeLater(() -> {
			if (closed) return;
			if (dialog == null) build();
			bar.setValue((int) (1000 * fraction));
			label.setText(canceled ? "Stopping …" : message);
		});
	}

	/**
	 * Shows something below the bar. For the event thread.
	 *
	 * @param neighbour what shall not be hidden if there is room; null for nothing
	 */
	public void attach(final JComponent component, final Window neighbour) {
		below = component;
		beside = neighbour;
		if (dialog != null) fill();
	}

	/** Where the window is, so that another one can take its place; for the event thread. */
	public Optional<Point> place() {
		return dialog == null || below == null || !dialog.isShowing() ? Optional.empty() : Optional.of(
			dialog.getLocation());
	}

	private void fill() {
		dialog.getContentPane().add(below, BorderLayout.CENTER);
		dialog.pack();
		// The window manager may still be busy with the size that the window had.
		WindowPlaces.putBeside(dialog, dialog.getPreferredSize(), beside);
	}

	@Override
	public void close() {
		synchronized (ending) {
			ended = true;
		}
		if (!visible) return;
		SwingUtilities.invokeLater(() -> {
			closed = true;
			if (dialog != null) dialog.dispose();
		});
	}

	private void build() {
		dialog = new JDialog((JFrame) null, title);
		Icons.put(dialog);
		bar = new JProgressBar(0, 1000);
		label = new JLabel(" ");
		cancel = new JButton("Cancel");
		cancel.addActionListener(e -> cancel());
		final JPanel all = new JPanel(new BorderLayout(8, 8)), panel = new JPanel(new BorderLayout(8, 8));
		all.add(panel, BorderLayout.NORTH);
		panel.setBorder(BorderFactory.createEmptyBorder(12, 12, 12, 12));
		panel.add(label, BorderLayout.NORTH);
		panel.add(bar, BorderLayout.CENTER);
		panel.add(cancel, BorderLayout.EAST);
		dialog.setContentPane(all);
		dialog.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
		dialog.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent e) {
				cancel();
			}
		});
		dialog.setSize(440, 110);
		dialog.setLocationRelativeTo(null);
		if (below != null) fill();
		// What the user works in keeps the keyboard.
		dialog.setAutoRequestFocus(false);
		dialog.setVisible(true);
	}

	private void cancel() {
		canceled = true;
		cancel.setEnabled(false);
		label.setText("Stopping …");
	}
}
