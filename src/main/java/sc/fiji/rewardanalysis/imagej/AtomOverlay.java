package sc.fiji.rewardanalysis.imagej;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;

/**
 * Atoms as circles in an image's overlay, each on its slice; as points if there are too
 * many for ImageJ to draw circles. What was left out of the analysis is an area. All are
 * plain ROIs in named groups of ours; whatever else is in the overlay stays.
 * <p>
 * Pixel centres are integers here and in the core, but half-integers for ImageJ's
 * ROIs: {@link PixelCentre}, and no other class, adds the 0.5.
 */
public final class AtomOverlay {

	/** Okabe &amp; Ito's sky blue, vermillion and reddish purple: apart for every colour vision. */
	public static final Color ATOM = new Color(0x56B4E9), ERROR = new Color(0xD55E00), LEFT_OUT =
		new Color(0xCC79A7);

	static final String PROPERTY = "reward-analysis";

	/** How much of the image the colour of what was left out hides, of 255. */
	private static final int VEIL = 56;

	/** More circles on one slice take ImageJ seconds to draw. */
	static final int MOST_CIRCLES = 50_000;

	/** What a ROI of ours shows. */
	private enum Kind {

			ATOM("atom", AtomOverlay.ATOM, "Reward Analysis: atoms"), //
			ERROR("error", AtomOverlay.ERROR, "Reward Analysis: errors"), //
			LEFT_OUT("left out", AtomOverlay.LEFT_OUT, "Reward Analysis: left out");

		private final String word, group;
		private final Color colour;

		Kind(final String word, final Color colour, final String group) {
			this.word = word;
			this.colour = colour;
			this.group = group;
		}

		/** A ROI whose colour and group others may copy. */
		Roi model(final Overlay overlay) {
			final Roi model = new Roi(0, 0, 1, 1);
			model.setGroup(RoiGroups.number(group, colour, overlay));
			model.setStrokeColor(colour);
			return model;
		}

		boolean is(final Roi roi) {
			return word.equals(roi.getProperty(PROPERTY));
		}
	}

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
		final Overlay overlay = without(image.getOverlay(), roi -> (isAtom(roi) || SolutionOverlay
			.isOurs(roi)) && isOn(roi, image, analysed.slice()));
		final boolean[] isError = new boolean[atoms.size()];
		Arrays.stream(errors).forEach(i -> isError[i] = true);
		final Roi atom = Kind.ATOM.model(overlay), error = Kind.ERROR.model(overlay);
		if (atoms.size() > MOST_CIRCLES) for (final Kind kind : List.of(Kind.ATOM, Kind.ERROR)) {
			final List<Blob> alike = IntStream.range(0, isError.length).filter(i -> isError[i] == (kind ==
				Kind.ERROR)).mapToObj(atoms::get).toList();
			if (!alike.isEmpty()) add(overlay, analysed, points(alike, analysed), kind, kind.word + "s",
				kind == Kind.ERROR ? error : atom);
		}
		else for (int i = 0; i < isError.length; i++) {
			final Kind kind = isError[i] ? Kind.ERROR : Kind.ATOM;
			add(overlay, analysed, circle(atoms.get(i), analysed.x(), analysed.y()), kind, kind.word + " " +
				(i + 1), isError[i] ? error : atom);
		}
		image.setOverlay(overlay);
	}

	/**
	 * Shows which part of the analysed area was left out, in place of what an earlier call left
	 * on the same slice.
	 *
	 * @param remaining what was analysed, in coordinates of the analysed box
	 */
	public static void showLeftOut(final AnalysedImage analysed, final Area remaining) {
		final ImagePlus image = analysed.source();
		final int width = analysed.width();
		final Predicate<Roi> former = roi -> Kind.LEFT_OUT.is(roi) && isOn(roi, image, analysed.slice());
		final Optional<Roi> roi = remaining.isRectangle() ? Optional.empty() : MaskRoi.of(i -> analysed
			.area().contains(i % width, i / width) && !remaining.contains(i % width, i / width), width, analysed
				.height(), analysed.x(), analysed.y());
		if (roi.isEmpty() && !has(image, former)) return;
		final Overlay overlay = without(image.getOverlay(), former);
		roi.ifPresent(r -> {
			add(overlay, analysed, r, Kind.LEFT_OUT, Kind.LEFT_OUT.word, Kind.LEFT_OUT.model(overlay));
			r.setFillColor(new Color(LEFT_OUT.getRed(), LEFT_OUT.getGreen(), LEFT_OUT.getBlue(), VEIL));
		});
		image.setOverlay(overlay.size() == 0 ? null : overlay);
	}

	private static void add(final Overlay overlay, final AnalysedImage analysed, final Roi roi,
		final Kind kind, final String name, final Roi model)
	{
		// Setting its group would look up the group's own colour for each ROI.
		roi.copyAttributes(model);
		roi.setName(name);
		roi.setProperty(PROPERTY, kind.word);
		place(roi, analysed.source(), analysed.slice());
		overlay.add(roi);
	}

	/** Puts a ROI of ours on a slice. */
	static void place(final Roi roi, final ImagePlus image, final int slice) {
		if (image.isHyperStack()) {
			final int[] position = image.convertIndexToPosition(slice);
			roi.setPosition(position[0], position[1], position[2]);
		}
		else if (image.getStackSize() > 1) roi.setPosition(slice);
	}

	/** By its position, which ImageJ keeps right in duplicates and substacks. */
	private static boolean isOn(final Roi roi, final ImagePlus image, final int slice) {
		if (image.getStackSize() == 1) return true;
		if (!roi.hasHyperStackPosition()) return roi.getPosition() == 0 || roi.getPosition() == slice;
		final int[] position = image.convertIndexToPosition(slice);
		return isAt(roi.getCPosition(), position[0]) && isAt(roi.getZPosition(), position[1]) && isAt(roi
			.getTPosition(), position[2]);
	}

	private static boolean isAt(final int position, final int wanted) {
		return position == 0 || position == wanted;
	}

	/** Removes what {@link #show} and {@link #showLeftOut} left, and nothing else. */
	public static void clear(final ImagePlus image) {
		if (image.getOverlay() == null) return;
		final Overlay others = without(image.getOverlay(), AtomOverlay::isOurs);
		image.setOverlay(others.size() == 0 ? null : others);
	}

	/** How many atoms {@link #show} left in an image. */
	public static int count(final ImagePlus image) {
		return rois(image).stream().mapToInt(roi -> roi instanceof PointRoi ? roi.size() : 1).sum();
	}

	/** The ROIs that {@link #show} left in an image. */
	public static List<Roi> rois(final ImagePlus image) {
		if (image.getOverlay() == null) return List.of();
		return Arrays.stream(image.getOverlay().toArray()).filter(AtomOverlay::isAtom).toList();
	}

	/** Remembers an image's overlay, to undo what will be shown. */
	public static Saved save(final ImagePlus image) {
		return new Saved(image);
	}

	/** What an image's overlay was like at a time. */
	public static final class Saved {

		private final ImagePlus image;
		private final Overlay overlay;
		private final List<Roi> rois;

		private Saved(final ImagePlus image) {
			this.image = image;
			overlay = image.getOverlay();
			rois = overlay == null ? List.of() : List.of(overlay.toArray());
		}

		/** Shows what was ours then in place of what is now; what others did meanwhile stays. */
		public void restore() {
			final Overlay now = without(image.getOverlay(), AtomOverlay::isOurs);
			final List<Roi> others = rois.stream().filter(roi -> !isOurs(roi)).toList();
			final boolean untouched = others.equals(List.of(now.toArray()));
			if (untouched && overlay != null) now.clear();
			(untouched ? rois : rois.stream().filter(AtomOverlay::isOurs).toList()).forEach(now::add);
			image.setOverlay(overlay == null && now.size() == 0 ? null : now);
		}
	}

	private static Overlay without(final Overlay overlay, final Predicate<Roi> unwanted) {
		if (overlay == null) return new Overlay();
		final Overlay others = overlay.create();
		for (final Roi roi : overlay.toArray())
			if (!unwanted.test(roi)) others.add(roi);
		return others;
	}

	private static boolean has(final ImagePlus image, final Predicate<Roi> wanted) {
		return image.getOverlay() != null && Arrays.stream(image.getOverlay().toArray()).anyMatch(wanted);
	}

	private static boolean isOurs(final Roi roi) {
		return roi.getProperty(PROPERTY) != null;
	}

	private static boolean isAtom(final Roi roi) {
		return Kind.ATOM.is(roi) || Kind.ERROR.is(roi);
	}

	private static Roi points(final List<Blob> atoms, final AnalysedImage analysed) {
		final float[] x = new float[atoms.size()], y = new float[x.length];
		for (int i = 0; i < x.length; i++) {
			x[i] = (float) (analysed.x() + PixelCentre.toImageJ(atoms.get(i).x()));
			y[i] = (float) (analysed.y() + PixelCentre.toImageJ(atoms.get(i).y()));
		}
		final PointRoi roi = new PointRoi(x, y);
		roi.setPointType(PointRoi.DOT);
		roi.setSize(1);
		return roi;
	}

	static Roi circle(final Blob atom, final int left, final int top) {
		// The radius at which the LoG of a Gaussian blob crosses zero.
		final double radius = atom.sigma() * Math.sqrt(2);
		return new OvalRoi(left + PixelCentre.toImageJ(atom.x()) - radius, top + PixelCentre.toImageJ(atom
			.y()) - radius, 2 * radius, 2 * radius);
	}
}
