package sc.fiji.rewardanalysis.imagej;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.core.Blob;

/**
 * Shows atoms on an image for a while. Afterwards the overlay is the very one that was
 * there before, and what the user has added or removed meanwhile is added and removed.
 */
public final class PreviewOverlay {

	private final ImagePlus image;
	private boolean active, hidden;
	private Overlay before;

	/** Regions of interest that are the preview's, and earlier ones that it covers. */
	private final Set<Roi> own = identity(), covered = identity();

	public PreviewOverlay(final ImagePlus image) {
		this.image = image;
	}

	private static Set<Roi> identity() {
		return Collections.newSetFromMap(new IdentityHashMap<>());
	}

	private static Set<Roi> rois(final Overlay overlay) {
		final Set<Roi> rois = identity();
		if (overlay != null) rois.addAll(Arrays.asList(overlay.toArray()));
		return rois;
	}

	/** Shows these atoms, and no longer those shown before. */
	public void show(final AnalysedImage analysed, final List<Blob> atoms) {
		restore();
		before = image.getOverlay();
		hidden = image.getHideOverlay();
		active = true;
		AtomOverlay.show(analysed, atoms, new int[0]);
		final Set<Roi> old = rois(before), now = rois(image.getOverlay());
		now.stream().filter(r -> !old.contains(r)).forEach(own::add);
		old.stream().filter(r -> !now.contains(r)).forEach(covered::add);
	}

	/** Takes the preview away; nothing happens if there is none. */
	public void restore() {
		if (!active) return;
		active = false;
		final Set<Roi> old = rois(before), now = rois(image.getOverlay());
		final List<Roi> added = image.getOverlay() == null ? List.of() : Arrays.stream(image.getOverlay()
			.toArray()).filter(r -> !old.contains(r) && !own.contains(r)).toList();
		final List<Roi> removed = old.stream().filter(r -> !now.contains(r) && !covered.contains(r))
			.toList();
		if (before == null && !added.isEmpty()) before = new Overlay();
		removed.forEach(r -> before.remove(r));
		added.forEach(r -> before.add(r));
		own.clear();
		covered.clear();
		image.setOverlay(before);
		if (hidden) image.setHideOverlay(true);
	}
}
