package sc.fiji.rewardanalysis.imagej;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.core.Blob;

/**
 * Atoms as circles in an image's overlay, each on its slice; as points if there are too
 * many for ImageJ to draw circles. Whatever else is in the overlay stays.
 * <p>
 * Pixel centres are integers here and in the core, but half-integers for ImageJ's
 * ROIs: {@link PixelCentre}, and no other class, adds the 0.5.
 */
public final class AtomOverlay {

	/** Okabe &amp; Ito's sky blue and vermillion: apart for every colour vision. */
	public static final Color ATOM = new Color(0x56B4E9), ERROR = new Color(0xD55E00);

	static final String PROPERTY = "reward-analysis", SLICE = "reward-analysis-slice";

	/** More circles on one slice take ImageJ seconds to draw. */
	static final int MOST_CIRCLES = 50_000;

	private AtomOverlay() {}

	/**
	 * Replaces the atoms that an earlier call left on the same slice.
	 *
	 * @param atoms px, relative to the analysed box
	 * @param errors indices of the atoms to mark
	 */
	public static void show(final AnalysedImage analysed, final List<Blob> atoms,
		final int[] errors)
	{
		final ImagePlus image = analysed.source();
		final int slice = analysed.slice();
		final Overlay overlay = without(image.getOverlay(), roi -> isOurs(roi) && Integer.toString(slice)
			.equals(roi.getProperty(SLICE)));
		final boolean[] isError = new boolean[atoms.size()];
		Arrays.stream(errors).forEach(i -> isError[i] = true);
		if (atoms.size() > MOST_CIRCLES) for (final boolean error : new boolean[] { false, true }) {
			final List<Blob> alike = IntStream.range(0, isError.length).filter(i -> isError[i] == error)
				.mapToObj(atoms::get).toList();
			if (!alike.isEmpty()) add(overlay, image, slice, points(alike, analysed, error));
		}
		else for (int i = 0; i < isError.length; i++)
			add(overlay, image, slice, circle(atoms.get(i), analysed.x(), analysed.y(), i + 1,
				isError[i]));
		image.setOverlay(overlay);
	}

	private static void add(final Overlay overlay, final ImagePlus image, final int slice,
		final Roi roi)
	{
		place(roi, image, slice);
		overlay.add(roi);
	}

	/** Puts a ROI of ours on a slice. */
	static void place(final Roi roi, final ImagePlus image, final int slice) {
		roi.setProperty(SLICE, Integer.toString(slice));
		if (image.isHyperStack()) {
			final int[] position = image.convertIndexToPosition(slice);
			roi.setPosition(position[0], position[1], position[2]);
		}
		else if (image.getStackSize() > 1) roi.setPosition(slice);
	}

	/** Removes the atoms that {@link #show} left, and nothing else. */
	public static void clear(final ImagePlus image) {
		if (image.getOverlay() == null) return;
		final Overlay others = without(image.getOverlay(), AtomOverlay::isOurs);
		image.setOverlay(others.size() == 0 ? null : others);
	}

	/** How many atoms {@link #show} left in an image. */
	public static int count(final ImagePlus image) {
		if (image.getOverlay() == null) return 0;
		return Arrays.stream(image.getOverlay().toArray()).filter(AtomOverlay::isOurs).filter(
			roi -> !SolutionOverlay.isOurs(roi)).mapToInt(
			roi -> roi instanceof PointRoi ? roi.size() : 1).sum();
	}

	private static Overlay without(final Overlay overlay, final Predicate<Roi> unwanted) {
		if (overlay == null) return new Overlay();
		final Overlay others = overlay.create();
		for (final Roi roi : overlay.toArray())
			if (!unwanted.test(roi)) others.add(roi);
		return others;
	}

	private static boolean isOurs(final Roi roi) {
		return roi.getProperty(PROPERTY) != null;
	}

	private static Roi points(final List<Blob> atoms, final AnalysedImage analysed,
		final boolean error)
	{
		final float[] x = new float[atoms.size()], y = new float[x.length];
		for (int i = 0; i < x.length; i++) {
			x[i] = (float) (analysed.x() + PixelCentre.toImageJ(atoms.get(i).x()));
			y[i] = (float) (analysed.y() + PixelCentre.toImageJ(atoms.get(i).y()));
		}
		final PointRoi roi = new PointRoi(x, y);
		roi.setPointType(PointRoi.DOT);
		roi.setSize(1);
		return labelled(roi, error ? "errors" : "atoms", error);
	}

	static Roi circle(final Blob atom, final int left, final int top, final int id,
		final boolean error)
	{
		// The radius at which the LoG of a Gaussian blob crosses zero.
		final double radius = atom.sigma() * Math.sqrt(2);
		final Roi roi = new OvalRoi(left + PixelCentre.toImageJ(atom.x()) - radius, top + PixelCentre
			.toImageJ(atom.y()) - radius, 2 * radius, 2 * radius);
		return labelled(roi, (error ? "error " : "atom ") + id, error);
	}

	private static Roi labelled(final Roi roi, final String name, final boolean error) {
		roi.setName(name);
		roi.setStrokeColor(error ? ERROR : ATOM);
		roi.setProperty(PROPERTY, error ? "error" : "atom");
		return roi;
	}
}
