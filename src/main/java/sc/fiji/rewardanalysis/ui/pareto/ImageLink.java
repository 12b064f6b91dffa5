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

import java.awt.EventQueue;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.imagej.ImageMouse;
import sc.fiji.rewardanalysis.imagej.SolutionOverlay;

/**
 * The image's side of the window: marks the chosen item, hears clicks, and hands them to
 * whoever edits. On the event thread.
 */
public final class ImageLink implements Session.Listener<Found>, Selection.Listener,
	ImageMouse.Hand, AutoCloseable
{

	private final Session<?> session;
	private final ImagePlus image;
	private final List<Runnable> sliceChanged = new ArrayList<>();
	private final Runnable closedOrOpened;
	private final Watch watch = new Watch();
	private ImageMouse mouse;
	private ImageMouse.Editor editor;
	private Supplier<? extends Layer> latest;
	private boolean ended;
	private int slice;

	/**
	 * @param sliceChanged called when another slice is shown
	 * @param closedOrOpened called when the image was closed, and if it is opened again
	 */
	ImageLink(final Session<?> session, final Runnable sliceChanged,
		final Runnable closedOrOpened)
	{
		this.session = session;
		this.closedOrOpened = closedOrOpened;
		this.sliceChanged.add(sliceChanged);
		latest = session::layer;
		image = session.solutions().image();
		slice = image.getCurrentSlice();
		session.addListener(this);
		session.selection().addListener(this);
		ImagePlus.addImageListener(watch);
		attach();
	}

	/** To the image's canvas, which is another one if its window was renewed. */
	private void attach() {
		final ImageCanvas canvas = session.isImageGone() ? null : image.getCanvas();
		if (ended || mouse != null && mouse.canvas() == canvas) return;
		if (mouse != null) mouse.close();
		mouse = canvas == null ? null : new ImageMouse(image, this);
		if (mouse != null) mouse.edit(editor);
	}

	private void gone(final boolean isGone) {
		final boolean before = session.isImageGone();
		session.imageGone(isGone);
		if (isGone) editor = null;
		attach();
		if (isGone != before) closedOrOpened.run();
	}

	/** Has clicks on the image edit; null for no longer. */
	void edit(final ImageMouse.Editor other) {
		editor = other;
		if (mouse != null) mouse.edit(other);
	}

	/** Has clicks and marks follow what is there before the window shows it. */
	void setLatest(final Supplier<? extends Layer> other) {
		latest = other;
	}

	/** Has this called, too, when another slice is shown. */
	void whenSliceChanges(final Runnable task) {
		sliceChanged.add(task);
	}

	@Override
	public void found(final Found found) {
		// To show a solution took the mark away.
		mark();
	}

	@Override
	public void itemChosen(final int item) {
		mark();
	}

	/** Null if nothing is to be drawn: the slice has no items, or the image was closed. */
	private Layer layer() {
		return session.isImageGone() ? null : latest.get();
	}

	/** Marks the chosen item. */
	void mark() {
		final Layer layer = layer();
		if (layer == null) return;
		final int item = session.selection().item();
		final Roi outline = item < 0 || item >= layer.size() ? null : layer.outline(item);
		mark(layer.slice(), outline);
		if (outline != null) scrollTo(outline.getBounds());
	}

	/** Marks a place; null for none. */
	void mark(final int at, final Roi outline) {
		if (outline != null) outline.setName("chosen " + session.solutions().items().word());
		SolutionOverlay.highlight(image, at, outline);
	}

	/** Moves the image if nothing of the place can be seen; the magnification stays. */
	private void scrollTo(final Rectangle place) {
		final ImageCanvas canvas = image.getCanvas();
		final int x = (int) place.getCenterX(), y = (int) place.getCenterY();
		if (canvas == null || canvas.getSrcRect().contains(x, y)) return;
		final Rectangle seen = new Rectangle(canvas.getSrcRect());
		seen.x = Math.max(0, Math.min(image.getWidth() - seen.width, x - seen.width / 2));
		seen.y = Math.max(0, Math.min(image.getHeight() - seen.height, y - seen.height / 2));
		canvas.setSourceRect(seen);
		canvas.repaint();
	}

	@Override
	public int itemAt(final double x, final double y, final double reach) {
		final Layer layer = layer();
		return layer == null ? Selection.NONE : layer.at(x, y, reach);
	}

	@Override
	public void choose(final int item) {
		session.selection().chooseItem(item);
	}

	/** Lets go of the image and takes the mark away. */
	@Override
	public void close() {
		ended = true;
		ImagePlus.removeImageListener(watch);
		if (mouse != null) mouse.close();
		mouse = null;
		if (!session.isImageGone()) SolutionOverlay.highlight(image, 0, null);
	}

	private static void events(final Runnable task) {
		EventQueue.invokeLater(task);
	}

	/** ImageJ calls from any thread. */
	private final class Watch implements ImageListener {

		private void onEvents(final ImagePlus which, final Consumer<ImageLink> task) {
			if (which == image) events(() -> {
				if (!ended) task.accept(ImageLink.this);
			});
		}

		@Override
		public void imageOpened(final ImagePlus opened) {
			onEvents(opened, link -> link.gone(false));
		}

		@Override
		public void imageClosed(final ImagePlus gone) {
			onEvents(gone, link -> link.gone(true));
		}

		@Override
		public void imageUpdated(final ImagePlus updated) {
			onEvents(updated, link -> {
				if (link.session.isImageGone()) return;
				link.attach();
				if (link.slice == image.getCurrentSlice()) return;
				link.slice = image.getCurrentSlice();
				link.session.selection().chooseItem(Selection.NONE);
				link.sliceChanged.forEach(Runnable::run);
			});
		}
	}
}
