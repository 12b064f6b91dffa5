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

package sc.fiji.rewardanalysis.ui.live;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.Locale;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import javax.swing.table.DefaultTableCellRenderer;

import ij.IJ;
import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.workflow.many.FigureWords;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;
import sc.fiji.rewardanalysis.imagej.ImageFiles;
import sc.fiji.rewardanalysis.plot.Thumbnail;
import sc.fiji.rewardanalysis.ui.Background;
import sc.fiji.rewardanalysis.ui.Icons;
import sc.fiji.rewardanalysis.ui.PicturePanel;
import sc.fiji.rewardanalysis.ui.WindowPlaces;

/**
 * What arrives in a folder and what comes out, while it is watched: the last result's picture, the
 * latest results, how many wait, and a Stop button. Closing it stops, too. Its methods may be
 * called on any thread.
 */
public final class WatchWindow {

	/** Longer side of a picture, px; milliseconds between two. */
	private static final int SIZE = 1024;
	private static final long PICTURES = 200;

	private static final Color BAD = new Color(0xA33C00);

	/** Widths of the table's columns. */
	private static final int[] WIDTHS = { 190, 290, 70 };

	/**
	 * What became of an image.
	 *
	 * @param lag from when its file was whole to its result, s; NaN if that is not known
	 * @param file of the image
	 * @param picture of the result; null for none
	 */
	public record Row(ImageOutcome outcome, double lag, Path file, Path picture) {

		String words() {
			return outcome.isDone() ? FigureWords.brief(outcome) : outcome.failure();
		}

		String lagWords() {
			return Double.isNaN(lag) ? "" : String.format(Locale.ROOT, "%.1f", lag);
		}
	}

	/**
	 * How many images there are.
	 *
	 * @param done with a result
	 * @param failed without
	 * @param waiting for their turn
	 * @param writing still being written
	 */
	public record Counts(int done, int failed, int waiting, int writing) {

		@Override
		public String toString() {
			return done + " done, " + failed + " failed, " + waiting + " waiting" + (writing == 0 ? ""
				: ", " + writing + " arriving");
		}
	}

	private final Throttled pictures = new Throttled("Last result", PICTURES, this::say);
	private final Background opening = new Background("Result of an image");
	private volatile boolean stopped;

	// The following belong to the event thread.
	private final JFrame frame;
	private final PicturePanel picture = new PicturePanel();
	private final JLabel name = new JLabel("No image yet"), figures = new JLabel(" ");
	private final JLabel counts = new JLabel(" "), pace = new JLabel(" "), status = new JLabel(" ");
	private final WatchedImages images = new WatchedImages();
	private final JTable table = new JTable(images);
	private final JButton stop = new JButton("Stop");
	private boolean ended;

	private WatchWindow(final String title, final String first) {
		frame = new JFrame(title);
		status.setText(first);
		build();
	}

	/**
	 * Opens a window.
	 *
	 * @param first what it says until there is something else to say
	 */
	public static WatchWindow open(final String title, final String first) {
		final WatchWindow[] window = new WatchWindow[1];
		try {
			final Runnable show = () -> {
				window[0] = new WatchWindow(title, first);
				window[0].frame.setVisible(true);
			};
			if (SwingUtilities.isEventDispatchThread()) show.run();
			else SwingUtilities.invokeAndWait(show);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new RewardAnalysisException(exc, "Interrupted while a window was opened.");
		}
		catch (final java.lang.reflect.InvocationTargetException exc) {
			throw new IllegalStateException(exc.getCause());
		}
		return window[0];
	}

	private void build() {
		Icons.put(frame);
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		frame.setAutoRequestFocus(false);
		final JPanel result = new JPanel(new BorderLayout(4, 4)), head = new JPanel();
		head.setLayout(new BoxLayout(head, BoxLayout.PAGE_AXIS));
		name.setFont(name.getFont().deriveFont(Font.BOLD, name.getFont().getSize2D() + 2));
		head.add(name);
		head.add(figures);
		result.add(head, BorderLayout.NORTH);
		result.add(picture, BorderLayout.CENTER);
		result.setPreferredSize(new Dimension(420, 460));
		result.setMinimumSize(new Dimension(160, 160));
		final JSplitPane both = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, result, list());
		both.setResizeWeight(0.6);
		both.setBorder(null);
		final JPanel words = new JPanel();
		words.setLayout(new BoxLayout(words, BoxLayout.PAGE_AXIS));
		for (final JLabel label : new JLabel[] { counts, pace, status })
			words.add(label);
		stop.setToolTipText("Ends the watch. What is done stays; the same command goes on from there.");
		stop.addActionListener(e -> stop());
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 0, 0));
		buttons.add(Box.createHorizontalStrut(8));
		buttons.add(stop);
		final JPanel south = new JPanel(new BorderLayout(8, 8));
		south.add(words, BorderLayout.CENTER);
		south.add(buttons, BorderLayout.EAST);
		final JPanel all = new JPanel(new BorderLayout(8, 8));
		all.setBorder(BorderFactory.createEmptyBorder(10, 10, 10, 10));
		all.add(both, BorderLayout.CENTER);
		all.add(south, BorderLayout.SOUTH);
		frame.setContentPane(all);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent e) {
				stopped = true;
				pictures.close();
				opening.close();
			}
		});
		frame.pack();
		frame.setMinimumSize(new Dimension(520, 320));
		WindowPlaces.putBeside(frame, IJ.getInstance());
	}

	private JScrollPane list() {
		table.setAutoResizeMode(JTable.AUTO_RESIZE_LAST_COLUMN);
		table.setFillsViewportHeight(true);
		table.setToolTipText("Double-click opens the picture of a result.");
		table.setDefaultRenderer(Object.class, new DefaultTableCellRenderer() {

			private static final long serialVersionUID = 1L;

			@Override
			public Component getTableCellRendererComponent(final JTable owner, final Object value,
				final boolean selected, final boolean focus, final int row, final int column)
			{
				super.getTableCellRendererComponent(owner, value, selected, focus, row, column);
				if (!selected) setForeground(images.row(row).outcome().isDone() ? owner.getForeground() : BAD);
				setToolTipText(String.valueOf(value));
				return this;
			}
		});
		for (int i = 0; i < WIDTHS.length; i++)
			table.getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
		table.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseClicked(final MouseEvent e) {
				final int row = table.rowAtPoint(e.getPoint());
				if (e.getClickCount() == 2 && row >= 0) open(images.row(row));
			}
		});
		final JScrollPane scroll = new JScrollPane(table);
		scroll.setPreferredSize(new Dimension(560, 460));
		return scroll;
	}

	/** The picture of a result, or else the image. */
	private void open(final Row row) {
		opening.run(progress -> {
			final ImagePlus opened = ImageFiles.open(row.picture() == null ? row.file() : row.picture(),
				progress);
			SwingUtilities.invokeLater(opened::show);
		}, this::say);
	}

	private void stop() {
		if (ended) {
			frame.dispose();
			return;
		}
		stopped = true;
		stop.setEnabled(false);
		status.setText("Stopping …");
	}

	/** Whether Stop was pressed, or the window closed. */
	public boolean isStopped() {
		return stopped;
	}

	/** An image is being analysed. */
	public void working(final String image) {
		say("Analysing " + image + " …");
	}

	/** A sentence on what happens now. */
	public void say(final String text) {
		SwingUtilities.invokeLater(() -> status.setText(text));
	}

	/** An image has its result, or none. */
	public void show(final Row row) {
		SwingUtilities.invokeLater(() -> {
			images.add(row);
			name.setText(row.outcome().image());
			figures.setText(row.words());
			figures.setForeground(row.outcome().isDone() ? name.getForeground() : BAD);
			figures.setToolTipText(row.words());
			status.setText(" ");
		});
		pictures.submit(wanted -> {
			final var read = row.picture() == null ? null : Thumbnail.read(row.picture(), SIZE);
			SwingUtilities.invokeLater(() -> picture.show(read));
		});
	}

	/**
	 * How it goes.
	 *
	 * @param words on the pace, a sentence
	 */
	public void tell(final Counts now, final String words) {
		SwingUtilities.invokeLater(() -> {
			counts.setText(now.toString());
			pace.setText(words);
		});
	}

	/** It has ended; the window stays as it is until the user closes it. */
	public void end(final String why) {
		SwingUtilities.invokeLater(() -> {
			ended = true;
			status.setText(why);
			stop.setText("Close");
			stop.setToolTipText(null);
			stop.setEnabled(true);
		});
	}

	/** Hears of Stop as of a cancel. */
	public Progress over(final Progress progress) {
		return new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return stopped || progress.isCanceled();
			}
		};
	}

	/** Is told here instead. */
	public Progress told(final Progress progress) {
		return new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				say(message);
			}

			@Override
			public boolean isCanceled() {
				return progress.isCanceled();
			}
		};
	}

	JFrame frame() {
		return frame;
	}

	JTable table() {
		return table;
	}

	JButton stopButton() {
		return stop;
	}
}
