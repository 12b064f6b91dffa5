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

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.compare.OracleComparison;

/**
 * Shows atoms or regions on an image for a while. Afterwards the overlay is as it was before, but for
 * what the user has added or removed meanwhile. Of several previews on one image the
 * latest is seen.
 */
public final class PreviewOverlay {

	private final ImagePlus image;
	private boolean active, hidden;

	/** Regions of interest that are the preview's. */
	private Set<Roi> own = Set.of();

	public PreviewOverlay(final ImagePlus image) {
		this.image = image;
	}

	/** Shows these atoms, and no longer those shown before. */
	public void show(final AnalysedImage analysed, final List<Blob> atoms) {
		show(AtomOverlay.preview(analysed, atoms), roi -> AtomOverlay.isReplaceable(roi, analysed));
	}

	/** Shows amorphous regions with their atoms, and no longer what was shown before. */
	public void show(final RegionView view) {
		show(view.preview(), view::isReplaceable);
	}

	/**
	 * Shows atoms in the colours of their classes, and no longer what was shown before.
	 *
	 * @param atoms px of the image
	 * @param labels the class of each atom, from 0; below 0 for none
	 * @param names of the classes
	 */
	public void show(final AnalysedImage analysed, final List<Blob> atoms, final int[] labels,
		final List<String> names)
	{
		show(ClassOverlay.preview(analysed, atoms, labels, names), roi -> AtomOverlay.isReplaceable(roi,
			analysed));
	}

	/**
	 * Shows what an oracle says of atoms, over them, and no longer what was shown before.
	 *
	 * @param comparison in coordinates of the analysed box
	 */
	public void show(final AnalysedImage analysed, final OracleComparison comparison) {
		show(OracleOverlay.preview(analysed, comparison), roi -> OracleOverlay.isOurs(roi) && AtomOverlay
			.isOn(roi, analysed.source(), analysed.slice()));
	}

	private void show(final List<Roi> fresh, final Predicate<Roi> replaced) {
		final Set<Roi> former = own;
		Overlays.change(image, now -> Stream.concat(Previews.begin(image, this, Previews.end(image, this,
			now, former), replaced).stream(), fresh.stream()).toList());
		own = Overlays.identity(fresh);
		if (active) return;
		active = true;
		hidden = image.getHideOverlay();
		if (hidden) image.setHideOverlay(false);
	}

	/** Takes the preview away; nothing happens if there is none. */
	public void restore() {
		if (!active) return;
		active = false;
		Overlays.change(image, now -> Previews.end(image, this, now, own));
		own = Set.of();
		if (hidden) image.setHideOverlay(true);
	}
}
