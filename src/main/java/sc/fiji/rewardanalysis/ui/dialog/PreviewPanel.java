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
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.DoubleConsumer;

import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;

import org.jfree.chart.ChartPanel;

import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomPreview;
import sc.fiji.rewardanalysis.plot.CountCurve;
import sc.fiji.rewardanalysis.ui.PicturePanel;

/** The curve of counts with the threshold, which can be dragged, clicked and slid. */
final class PreviewPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int STEPS = 1000, WIDTH = 430, HEIGHT = 190;

	private final JCheckBox box = new JCheckBox("Preview");
	private final JLabel count = new JLabel(" "), empty = new JLabel("", SwingConstants.CENTER),
			means = new JLabel(" ");
	private final JSlider slider = new JSlider(0, STEPS, STEPS / 2);
	private final ChartPanel panel = new ChartPanel(null);
	private final JPanel middle = new JPanel(new BorderLayout());
	private final transient DoubleConsumer chosen;
	private transient CountCurve curve;
	private final PicturePanel picture = new PicturePanel();
	private boolean quiet;

	/**
	 * @param on whether atoms are shown at first
	 * @param toggled called when the user wants a preview, or none any more
	 * @param chosen hears the threshold that the user chooses
	 */
	PreviewPanel(final boolean on, final Runnable toggled, final DoubleConsumer chosen) {
		super(new BorderLayout(0, 2));
		this.chosen = chosen;
		box.setSelected(on);
		box.setMnemonic('P');
		box.setFont(box.getFont().deriveFont(Font.BOLD));
		box.setToolTipText(Tips.of(
			"Shows on the image what would be found. The image's own overlay comes back when the dialog closes."));
		box.addActionListener(e -> toggled.run());
		// Only a curve has a threshold to slide.
		slider.setVisible(false);
		slider.setToolTipText("Threshold: fainter blobs are dropped.");
		slider.getAccessibleContext().setAccessibleName("Threshold of the preview");
		slider.addChangeListener(e -> {
			if (!quiet && curve != null) chosen.accept(curve.threshold((double) slider.getValue() / STEPS));
		});
		means.setFont(means.getFont().deriveFont(means.getFont().getSize2D() - 1));
		// A long text shall not widen the window.
		means.setPreferredSize(new Dimension(10, means.getPreferredSize().height));
		chart();
		final JPanel top = new JPanel(new BorderLayout(12, 0));
		top.add(box, BorderLayout.LINE_START);
		top.add(count, BorderLayout.LINE_END);
		final JPanel bottom = new JPanel(new BorderLayout());
		bottom.add(slider, BorderLayout.NORTH);
		bottom.add(means, BorderLayout.SOUTH);
		add(top, BorderLayout.NORTH);
		add(middle, BorderLayout.CENTER);
		add(bottom, BorderLayout.SOUTH);
		clear("");
	}

	private void chart() {
		middle.setPreferredSize(new Dimension(WIDTH, HEIGHT));
		middle.setBorder(BorderFactory.createLineBorder(new Color(0xC8C8C8)));
		middle.setBackground(Color.WHITE);
		empty.setForeground(Color.DARK_GRAY);
		panel.setPopupMenu(null);
		panel.setMinimumDrawWidth(0);
		panel.setMinimumDrawHeight(0);
		panel.setMaximumDrawWidth(4000);
		panel.setMaximumDrawHeight(3000);
		panel.setCursor(Cursor.getPredefinedCursor(Cursor.CROSSHAIR_CURSOR));
		panel.setToolTipText("Click or drag: the threshold. Green: counts that are possible for the crystal.");
		final MouseAdapter drag = new MouseAdapter() {

			@Override
			public void mousePressed(final MouseEvent e) {
				choose(e);
			}

			@Override
			public void mouseDragged(final MouseEvent e) {
				choose(e);
			}
		};
		panel.addMouseListener(drag);
		panel.addMouseMotionListener(drag);
	}

	private void choose(final MouseEvent e) {
		final Rectangle2D area = panel.getScreenDataArea();
		if (curve == null || area.isEmpty() || !SwingUtilities.isLeftMouseButton(e)) return;
		chosen.accept(curve.threshold(Math.max(0, Math.min(1, (e.getX() - area.getX()) / area
			.getWidth()))));
	}

	boolean isOn() {
		return box.isSelected();
	}

	/** Nothing to show, and why. */
	void clear(final String why) {
		curve = null;
		count.setText(" ");
		means.setText(" ");
		slider.setEnabled(false);
		empty.setText("<html><div style='text-align:center;width:" + WIDTH * 2 / 3 + "px'>" + why +
			"</div></html>");
		swap(empty);
	}

	private void swap(final Component shown) {
		if (middle.getComponentCount() > 0 && middle.getComponent(0) == shown) return;
		middle.removeAll();
		middle.add(shown, BorderLayout.CENTER);
		middle.revalidate();
		middle.repaint();
	}

	/** What is found, or what is being done. */
	void say(final String text) {
		count.setText(text);
	}

	/**
	 * Shows a picture.
	 *
	 * @param now as large as there is room, or larger
	 */
	void show(final BufferedImage now, final String found) {
		curve = null;
		means.setText(" ");
		slider.setVisible(false);
		picture.show(now);
		swap(picture);
		say(found);
	}

	/** Draws another curve. */
	void show(final AtomPreview preview, final double threshold, final AtomPhysics physics,
		final String note)
	{
		curve = new CountCurve(preview, threshold, physics);
		panel.setChart(curve.chart());
		// Another chart can be zoomed again.
		panel.setMouseZoomable(false);
		means.setText(note.isEmpty() ? " " : note);
		means.setToolTipText(note.isEmpty() ? null : note);
		slider.setEnabled(true);
		slider.setVisible(true);
		swap(panel);
	}

	/** Moves the line of the curve that is shown. */
	void mark(final double threshold, final String found) {
		if (curve == null) return;
		curve.mark(threshold);
		quiet = true;
		slider.setValue((int) Math.round(STEPS * curve.unit(threshold)));
		quiet = false;
		say(found);
	}
}
