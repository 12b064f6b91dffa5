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

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

import javax.swing.JPanel;

/** A picture in the middle, as large as fits. */
public final class PicturePanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private transient BufferedImage picture;

	/** With no picture yet. */
	public PicturePanel() {
		setOpaque(false);
	}

	/** Shows another one. */
	public void show(final BufferedImage now) {
		picture = now;
		repaint();
	}

	/** Whether it has no picture yet. */
	boolean isEmpty() {
		return picture == null;
	}

	@Override
	protected void paintComponent(final Graphics g) {
		super.paintComponent(g);
		if (picture == null) return;
		final double scale = Math.min((double) getWidth() / picture.getWidth(), (double) getHeight() /
			picture.getHeight());
		final int width = (int) (scale * picture.getWidth()), height = (int) (scale * picture.getHeight());
		final Graphics2D smooth = (Graphics2D) g.create();
		smooth.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
			RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		smooth.drawImage(halved(width, height), (getWidth() - width) / 2, (getHeight() - height) / 2, width, height, null);
		smooth.dispose();
	}

	/** Halved until it is less than twice as large, for smoothing sees only the nearest pixels. */
	private BufferedImage halved(final int width, final int height) {
		BufferedImage smaller = picture;
		while (smaller.getWidth() >= 2 * Math.max(1, width) && smaller.getHeight() >= 2 * Math.max(1,
			height))
		{
			final BufferedImage half = new BufferedImage(smaller.getWidth() / 2, smaller.getHeight() / 2,
				BufferedImage.TYPE_INT_RGB);
			final Graphics2D g = half.createGraphics();
			g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
				RenderingHints.VALUE_INTERPOLATION_BILINEAR);
			g.drawImage(smaller, 0, 0, half.getWidth(), half.getHeight(), null);
			g.dispose();
			smaller = half;
		}
		return smaller;
	}
}
