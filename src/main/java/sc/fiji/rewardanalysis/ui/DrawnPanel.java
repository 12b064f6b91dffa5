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

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.image.BufferedImage;

import javax.swing.JPanel;
import javax.swing.Timer;

/**
 * A picture of its own size that is drawn off the event thread, and only while somebody looks at
 * it. Until the new picture is there the old one stays.
 */
public abstract class DrawnPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	/** Milliseconds of rest after which a window's new size is worth a new picture. */
	private static final int REST = 120;

	private final Timer resized = new Timer(REST, e -> refresh());
	private transient BufferedImage picture;
	private String message = "";

	/** With nothing on it yet. */
	protected DrawnPanel() {
		resized.setRepeats(false);
		setBackground(Color.WHITE);
		addComponentListener(new ComponentAdapter() {

			@Override
			public void componentShown(final ComponentEvent e) {
				refresh();
			}

			@Override
			public void componentResized(final ComponentEvent e) {
				if (picture == null) refresh();
				else resized.restart();
			}
		});
	}

	/** Begins to draw anew if what is shown is not what is wanted. */
	protected abstract void refresh();

	/** How large the picture is, in the middle; all there is, unless a panel keeps a shape. */
	protected Dimension inside() {
		return getSize();
	}

	/** Whether anybody can see it. */
	protected final boolean isSeen() {
		return isShowing() && getWidth() > 0 && getHeight() > 0;
	}

	/** Pixels of the screen per unit of its size. */
	protected final double scale() {
		return getGraphicsConfiguration().getDefaultTransform().getScaleX();
	}

	/** Whether there is no picture, not even an old one. */
	protected final boolean isBare() {
		return picture == null;
	}

	/** @param image null to show the text */
	protected final void show(final BufferedImage image, final String text) {
		picture = image;
		message = text;
		repaint();
	}

	/** Draws nothing any more. */
	public void close() {
		resized.stop();
	}

	@Override
	protected final void paintComponent(final Graphics graphics) {
		super.paintComponent(graphics);
		final Graphics2D g = (Graphics2D) graphics;
		if (picture != null) {
			g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
				RenderingHints.VALUE_INTERPOLATION_BILINEAR);
			final Dimension size = inside();
			g.drawImage(picture, (getWidth() - size.width) / 2, (getHeight() - size.height) / 2, size.width,
				size.height, null);
			return;
		}
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
		g.setColor(Color.DARK_GRAY);
		g.drawString(message, Math.max(8, (getWidth() - g.getFontMetrics().stringWidth(message)) / 2),
			getHeight() / 2);
	}
}
