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
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import ij.ImagePlus;
import ij.gui.Roi;

/**
 * The previews on an image, and what they cover: it comes back with the end of the last
 * one. All of this is done within a change of the image's overlay.
 */
final class Previews {

	/** The property of an image that has previews. */
	private static final String KEY = "reward-analysis previews";

	private final Set<PreviewOverlay> shown = Collections.newSetFromMap(new IdentityHashMap<>());
	private final List<Roi> before, covered = new ArrayList<>();

	private Previews(final List<Roi> before) {
		this.before = before;
	}

	private static Previews of(final ImagePlus image) {
		return (Previews) image.getProperty(KEY);
	}

	/**
	 * Begins a preview.
	 *
	 * @param hides what it covers, or replaces if it is a preview's
	 * @return what is seen then but for the new preview
	 */
	static List<Roi> begin(final ImagePlus image, final PreviewOverlay preview, final List<Roi> now,
		final Predicate<Roi> hides)
	{
		final Previews previews = of(image) == null ? new Previews(now) : of(image);
		image.setProperty(KEY, previews);
		previews.shown.add(preview);
		now.stream().filter(roi -> hides.test(roi) && !AtomOverlay.isPreview(roi)).forEach(
			previews.covered::add);
		return now.stream().filter(roi -> !hides.test(roi)).toList();
	}

	/**
	 * Ends a preview.
	 *
	 * @param own what it shows
	 * @return what is seen then
	 */
	static List<Roi> end(final ImagePlus image, final PreviewOverlay preview, final List<Roi> now,
		final Set<Roi> own)
	{
		final List<Roi> others = now.stream().filter(roi -> !own.contains(roi)).toList();
		final Previews previews = of(image);
		if (previews == null || !previews.shown.remove(preview) || !previews.shown.isEmpty()) return others;
		image.setProperty(KEY, null);
		return Overlays.merged(previews.before, previews.covered, others);
	}

	/** What comes back with the end of the last preview. */
	static List<Roi> covered(final ImagePlus image) {
		return of(image) == null ? List.of() : List.copyOf(of(image).covered);
	}

	/** Forgets what is covered. */
	static void forget(final ImagePlus image, final Predicate<Roi> unwanted) {
		if (of(image) != null) of(image).covered.removeIf(unwanted);
	}

	/**
	 * Has ROIs come back with the end of the last preview.
	 *
	 * @return those that are to be seen at once: all if there is no preview
	 */
	static List<Roi> cover(final ImagePlus image, final List<Roi> rois) {
		if (of(image) == null) return rois;
		of(image).covered.addAll(rois);
		return List.of();
	}
}
