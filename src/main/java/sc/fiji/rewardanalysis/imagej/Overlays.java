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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.Roi;

/**
 * Changes of an image's overlay, one after the other, each in one short step on the very
 * overlay that is there: what users and scripts add to it meanwhile stays, and so does
 * whether it is hidden.
 */
final class Overlays {

	private Overlays() {}

	/**
	 * Changes which ROIs an overlay has. An image gets an overlay if it had none, and none if
	 * nothing is left.
	 *
	 * @param change from the ROIs that are there to those that shall be; short
	 * @return whether anything changed
	 */
	static synchronized boolean change(final ImagePlus image, final UnaryOperator<List<Roi>> change) {
		final Overlay overlay = image.getOverlay();
		final List<Roi> now = rois(overlay), wanted = change.apply(now);
		if (isSame(now, wanted)) return false;
		if (overlay == null) begin(image, wanted);
		else {
			rewrite(overlay, now, wanted);
			if (overlay.size() == 0) put(image, null);
			// Somebody had it in hand.
			if (overlay.size() > 0 && image.getOverlay() == null) put(image, overlay);
		}
		final ImageCanvas canvas = image.getCanvas();
		if (canvas != null) canvas.repaintOverlay();
		return true;
	}

	/** Reads while nothing is changed. */
	static synchronized <T> T read(final Supplier<T> reader) {
		return reader.get();
	}

	private static void begin(final ImagePlus image, final List<Roi> wanted) {
		final Overlay overlay = new Overlay();
		wanted.forEach(overlay::add);
		final Overlay since = image.getOverlay();
		if (since == null) put(image, overlay);
		else wanted.forEach(since::add);
	}

	/** ImageJ shows an overlay that is set. */
	private static void put(final ImagePlus image, final Overlay overlay) {
		final boolean hidden = image.getHideOverlay();
		image.setOverlay(overlay);
		if (hidden) image.setHideOverlay(true);
	}

	/**
	 * Each ROI is put into its place, so time is linear in their number. Whoever reads meanwhile
	 * finds each of those that stay in their order; what is added meanwhile comes last.
	 */
	private static void rewrite(final Overlay overlay, final List<Roi> now, final List<Roi> wanted) {
		for (int i = 0; i < wanted.size(); i++)
			if (i >= Math.min(now.size(), overlay.size())) overlay.add(wanted.get(i));
			else if (wanted.get(i) != now.get(i)) overlay.set(wanted.get(i), i);
		final Set<Roi> former = identity(now);
		for (int i = Math.min(now.size(), overlay.size()) - 1; i >= wanted.size(); i--)
			if (former.contains(overlay.get(i))) overlay.remove(i);
	}

	private static boolean isSame(final List<Roi> a, final List<Roi> b) {
		if (a.size() != b.size()) return false;
		for (int i = 0; i < a.size(); i++)
			if (a.get(i) != b.get(i)) return false;
		return true;
	}

	/** The ROIs of an overlay, which may be null. */
	static List<Roi> rois(final Overlay overlay) {
		return overlay == null ? List.of() : Arrays.stream(overlay.toArray()).filter(Objects::nonNull)
			.toList();
	}

	/** ROIs as a set; ImageJ calls those of one shape equal. */
	static Set<Roi> identity(final Collection<Roi> rois) {
		final Set<Roi> set = Collections.newSetFromMap(new IdentityHashMap<>());
		set.addAll(rois);
		return set;
	}

	/**
	 * ROIs that are there and ROIs that come back.
	 *
	 * @param order as some of them were, and others that are gone
	 */
	static List<Roi> merged(final List<Roi> order, final List<Roi> back, final List<Roi> there) {
		final Set<Roi> all = identity(back);
		all.addAll(there);
		final List<Roi> merged = new ArrayList<>(order.stream().filter(all::contains).toList());
		final Set<Roi> ordered = identity(merged);
		for (final List<Roi> rois : List.of(back, there))
			rois.stream().filter(roi -> !ordered.contains(roi)).forEach(merged::add);
		return merged;
	}
}
