package sc.fiji.rewardanalysis.imagej;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.core.Blob;

/**
 * Atoms as circles in an image's overlay. Whatever else is in the overlay stays.
 * <p>
 * Pixel centres are integers here and in the core, but half-integers for ImageJ's
 * ROIs: this class, and no other, adds the 0.5.
 */
public final class AtomOverlay {

	/** Okabe &amp; Ito's sky blue and vermillion: apart for every colour vision. */
	public static final Color ATOM = new Color(0x56B4E9), ERROR = new Color(0xD55E00);

	private static final String PROPERTY = "reward-analysis";

	private AtomOverlay() {}

	/**
	 * Replaces the atoms that an earlier call left.
	 *
	 * @param atoms px, relative to the analysed box
	 * @param errors indices of the atoms to mark
	 */
	public static void show(final AnalysedImage analysed, final List<Blob> atoms,
		final int[] errors)
	{
		final ImagePlus image = analysed.source();
		final Overlay overlay = without(image.getOverlay());
		final boolean[] isError = new boolean[atoms.size()];
		Arrays.stream(errors).forEach(i -> isError[i] = true);
		for (int i = 0; i < atoms.size(); i++)
			overlay.add(circle(atoms.get(i), analysed.x(), analysed.y(), i + 1, isError[i]));
		image.setOverlay(overlay);
	}

	/** Removes the atoms that {@link #show} left, and nothing else. */
	public static void clear(final ImagePlus image) {
		if (image.getOverlay() == null) return;
		final Overlay others = without(image.getOverlay());
		image.setOverlay(others.size() == 0 ? null : others);
	}

	/** How many atoms {@link #show} left in an image. */
	public static int count(final ImagePlus image) {
		if (image.getOverlay() == null) return 0;
		return (int) Arrays.stream(image.getOverlay().toArray()).filter(AtomOverlay::isOurs).count();
	}

	private static Overlay without(final Overlay overlay) {
		if (overlay == null) return new Overlay();
		final Overlay others = overlay.create();
		for (final Roi roi : overlay.toArray())
			if (!isOurs(roi)) others.add(roi);
		return others;
	}

	private static boolean isOurs(final Roi roi) {
		return roi.getProperty(PROPERTY) != null;
	}

	private static Roi circle(final Blob atom, final int left, final int top, final int id,
		final boolean error)
	{
		// The radius at which the LoG of a Gaussian blob crosses zero.
		final double radius = atom.sigma() * Math.sqrt(2);
		final Roi roi = new OvalRoi(left + atom.x() + 0.5 - radius, top + atom.y() + 0.5 - radius, 2 *
			radius, 2 * radius);
		roi.setName((error ? "error " : "atom ") + id);
		roi.setStrokeColor(error ? ERROR : ATOM);
		roi.setProperty(PROPERTY, error ? "error" : "atom");
		return roi;
	}
}
