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

package sc.fiji.rewardanalysis.imagej;

import java.awt.Cursor;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseListener;
import java.util.Arrays;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Toolbar;

/**
 * Hears clicks on an image's window and tells where they were, pixel centres at integers.
 * While items are edited it stands in for the canvas' own listeners, so that no tool
 * draws a selection; zooming, panning and the popup menu still reach the canvas. On the
 * event thread.
 */
public final class ImageMouse implements AutoCloseable {

	/** Less than this many px of the screen are a click with an unsteady hand. */
	private static final int STEADY = 3;

	/** So near, in px of the screen, one has hit an item's centre. */
	private static final double HIT = 8;

	/** What there is to do about clicks; coordinates are px of the image. */
	public interface Hand {

		/**
		 * The item at a place.
		 *
		 * @param reach how far from its centre one may be, px; an item's own size counts too
		 * @return -1 for none
		 */
		int itemAt(double x, double y, double reach);

		/** An item was clicked on; -1 for none. */
		void choose(int item);
	}

	/** What there is to do about clicks that edit; coordinates are px of the image. */
	public interface Editor {

		/** An item shall be added. */
		void add(double x, double y);

		/** An item is being dragged; only its mark needs to follow. */
		void drag(int item, double x, double y);

		/** An item was dropped. */
		void move(int item, double x, double y);

		/** An item shall be deleted. */
		void delete(int item);

		/** The chosen item shall be deleted. */
		void deleteChosen();

		/** The latest edit shall be taken back. */
		void undo();

		/** Clicks no longer edit here: another one edits on the same canvas now. */
		void editedElsewhere();
	}

	private final ImageCanvas canvas;
	private final Hand hand;
	private final Listener listener = new Listener();
	private final KeyEventDispatcher keys = this::key;

	/** Null while clicks only choose. */
	private Editor editor;

	/** Whether each of the canvas' own listeners was there to be stood in for. */
	private boolean clicks, motions;

	/**
	 * Begins to listen.
	 *
	 * @param image which is shown in a window
	 */
	public ImageMouse(final ImagePlus image, final Hand hand) {
		canvas = image.getCanvas();
		this.hand = hand;
		canvas.addMouseListener(listener);
		canvas.addMouseMotionListener(listener);
	}

	/** What it listens to. */
	public ImageCanvas canvas() {
		return canvas;
	}

	/**
	 * Has clicks edit. Only one at a time edits on a canvas: the latest.
	 *
	 * @param next null for clicks that only choose
	 */
	public void edit(final Editor next) {
		final boolean on = next != null, before = editor != null;
		if (on == before) {
			editor = next;
			return;
		}
		if (on) for (final MouseListener other : canvas.getMouseListeners())
			if (other instanceof final Listener listener) listener.giveWay();
		editor = next;
		final KeyboardFocusManager manager = KeyboardFocusManager.getCurrentKeyboardFocusManager();
		if (on) {
			clicks = Arrays.asList(canvas.getMouseListeners()).contains(canvas);
			motions = Arrays.asList(canvas.getMouseMotionListeners()).contains(canvas);
			canvas.removeMouseListener(canvas);
			canvas.removeMouseMotionListener(canvas);
			manager.addKeyEventDispatcher(keys);
			canvas.setCursor(Cursor.getPredefinedCursor(Cursor.CROSSHAIR_CURSOR));
		}
		else {
			if (clicks) canvas.addMouseListener(canvas);
			if (motions) canvas.addMouseMotionListener(canvas);
			manager.removeKeyEventDispatcher(keys);
			canvas.setCursor(Cursor.getDefaultCursor());
		}
	}

	@Override
	public void close() {
		edit(null);
		canvas.removeMouseListener(listener);
		canvas.removeMouseMotionListener(listener);
	}

	/** ImageJ would clear the selection's pixels on Delete. */
	private boolean key(final KeyEvent e) {
		final Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
		if (owner != canvas && owner != canvas.getParent()) return false;
		final int code = e.getKeyCode();
		final boolean delete = code == KeyEvent.VK_DELETE || code == KeyEvent.VK_BACK_SPACE;
		final boolean undo = code == KeyEvent.VK_Z && (e.isControlDown() || e.isMetaDown());
		if (!delete && !undo) return false;
		if (e.getID() == KeyEvent.KEY_PRESSED && delete) editor.deleteChosen();
		if (e.getID() == KeyEvent.KEY_PRESSED && undo) editor.undo();
		return true;
	}

	private final class Listener extends MouseAdapter {

		private MouseEvent pressed;
		private int item = -1;
		private boolean moved, passed;

		void giveWay() {
			if (editor == null) return;
			final Editor former = editor;
			edit(null);
			former.editedElsewhere();
		}

		@Override
		public void mousePressed(final MouseEvent e) {
			moved = false;
			pressed = e;
			passed = editor == null || isCanvas(e);
			if (editor != null && passed) canvas.mousePressed(e);
			if (!passed) {
				item = item(e);
				if (e.isAltDown() || e.isControlDown() || e.isMetaDown()) passed = true;
				else {
					if (item >= 0) hand.choose(item);
					return;
				}
				if (item >= 0) editor.delete(item);
			}
		}

		@Override
		public void mouseDragged(final MouseEvent e) {
			moved |= pressed != null && pressed.getPoint().distance(e.getPoint()) >= STEADY;
			if (editor == null) return;
			if (passed) {
				if (isCanvas(pressed)) canvas.mouseDragged(e);
			}
			else if (moved && item >= 0) editor.drag(item, x(e), y(e));
		}

		@Override
		public void mouseReleased(final MouseEvent e) {
			if (pressed == null) return;
			final MouseEvent from = pressed;
			pressed = null;
			if (editor == null) {
				if (!moved && e.getButton() == MouseEvent.BUTTON1 && !e.isPopupTrigger() && !isPanning()) hand
					.choose(item(e));
				return;
			}
			if (passed) {
				if (isCanvas(from)) canvas.mouseReleased(e);
			}
			else if (item >= 0 && moved) editor.move(item, x(e), y(e));
			else if (item < 0 && !moved) editor.add(x(e), y(e));
		}

		@Override
		public void mouseMoved(final MouseEvent e) {
			// The status bar's coordinates and grey value.
			if (editor == null) return;
			canvas.mouseMoved(e);
			canvas.setCursor(Cursor.getPredefinedCursor(Cursor.CROSSHAIR_CURSOR));
		}

		@Override
		public void mouseEntered(final MouseEvent e) {
			if (editor != null) canvas.mouseEntered(e);
		}

		@Override
		public void mouseExited(final MouseEvent e) {
			if (editor != null) canvas.mouseExited(e);
		}
	}

	/** Whether a press while editing is the canvas' business. */
	private static boolean isCanvas(final MouseEvent e) {
		return e.getButton() != MouseEvent.BUTTON1 || e.isPopupTrigger() || isPanning();
	}

	private static boolean isPanning() {
		final int tool = Toolbar.getToolId();
		return IJ.spaceBarDown() || tool == Toolbar.HAND || tool == Toolbar.MAGNIFIER;
	}

	private int item(final MouseEvent e) {
		return hand.itemAt(x(e), y(e), HIT / canvas.getMagnification());
	}

	private double x(final MouseEvent e) {
		return PixelCentre.fromImageJ(canvas.offScreenXD(e.getX()));
	}

	private double y(final MouseEvent e) {
		return PixelCentre.fromImageJ(canvas.offScreenYD(e.getY()));
	}
}
