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
