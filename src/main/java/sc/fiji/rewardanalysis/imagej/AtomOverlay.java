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

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.gui.OvalRoi;
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
 * ROIs other than points: {@link PixelCentre}, and no other class, adds the 0.5.
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
			PREVIEW("preview", AtomOverlay.ATOM, "Reward Analysis: atoms"), //
			LEFT_OUT("left out", AtomOverlay.LEFT_OUT, "Reward Analysis: left out");

		private final String word, group;
		private final Color colour;

		Kind(final String word, final Color colour, final String group) {
			this.word = word;
			this.colour = colour;
			this.group = group;
		}

		/** A ROI whose colour and group others may copy. */
		Roi model(final List<Roi> others) {
			final Roi model = new Roi(0, 0, 1, 1);
			model.setGroup(RoiGroups.number(group, colour, others));
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
		final Predicate<Roi> former = roi -> isReplaceable(roi, analysed);
		final List<Roi> rois = rois(analysed, atoms, errors, Kind.ATOM);
		Overlays.change(image, now -> {
			Previews.forget(image, former);
			return Stream.concat(without(now, former).stream(), rois.stream()).toList();
		});
	}

	/** Atoms that aren't in the overlay yet, of a kind of their own. */
	static List<Roi> preview(final AnalysedImage analysed, final List<Blob> atoms) {
		return rois(analysed, atoms, new int[0], Kind.PREVIEW);
	}

	/** Whether a ROI goes when atoms of that slice are shown. */
	static boolean isReplaceable(final Roi roi, final AnalysedImage analysed) {
		return isReplaceable(roi, analysed.source(), analysed.slice());
	}

	/** The same of a slice, from 1. */
	static boolean isReplaceable(final Roi roi, final ImagePlus image, final int slice) {
		return (isAtom(roi) || SolutionOverlay.isOurs(roi) || OracleOverlay.isOurs(roi) || LatticeOverlay
			.isOurs(roi) || WindowOverlay.isOurs(roi)) && isOn(roi, image, slice);
	}

	private static List<Roi> rois(final AnalysedImage analysed, final List<Blob> atoms,
		final int[] errors, final Kind sound)
	{
		final List<Roi> others = without(Overlays.rois(analysed.source().getOverlay()), roi -> isReplaceable(
			roi, analysed)), rois = new ArrayList<>();
		final boolean[] isError = new boolean[atoms.size()];
		Arrays.stream(errors).forEach(i -> isError[i] = true);
		final Roi atom = sound.model(others), error = Kind.ERROR.model(others);
		if (atoms.size() > MOST_CIRCLES) for (final Kind kind : List.of(sound, Kind.ERROR)) {
			final List<Blob> alike = IntStream.range(0, isError.length).filter(i -> isError[i] == (kind ==
				Kind.ERROR)).mapToObj(atoms::get).toList();
			if (!alike.isEmpty()) rois.add(made(analysed, points(alike, analysed.x(), analysed.y()), kind,
				kind.word + "s",
				kind == Kind.ERROR ? error : atom));
		}
		else for (int i = 0; i < isError.length; i++) {
			final Kind kind = isError[i] ? Kind.ERROR : sound;
			rois.add(made(analysed, circle(atoms.get(i), analysed.x(), analysed.y()), kind, kind.word + " " +
				(i + 1), isError[i] ? error : atom));
		}
		return rois;
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
		final List<Roi> rois = roi.map(r -> {
			made(analysed, r, Kind.LEFT_OUT, Kind.LEFT_OUT.word, Kind.LEFT_OUT.model(without(Overlays.rois(
				image.getOverlay()), former)));
			r.setFillColor(new Color(LEFT_OUT.getRed(), LEFT_OUT.getGreen(), LEFT_OUT.getBlue(), VEIL));
			return List.of(r);
		}).orElse(List.of());
		Overlays.change(image, now -> Stream.concat(without(now, former).stream(), rois.stream()).toList());
	}

	private static Roi made(final AnalysedImage analysed, final Roi roi, final Kind kind,
		final String name, final Roi model)
	{
		// Setting its group would look up the group's own colour for each ROI.
		roi.copyAttributes(model);
		roi.setName(name);
		roi.setProperty(PROPERTY, kind.word);
		place(roi, analysed.source(), analysed.slice());
		return roi;
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
	static boolean isOn(final Roi roi, final ImagePlus image, final int slice) {
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
		Overlays.change(image, now -> {
			Previews.forget(image, roi -> true);
			return without(now, AtomOverlay::isOurs);
		});
	}

	/** How many atoms {@link #show} left in an image. */
	public static int count(final ImagePlus image) {
		return rois(image).stream().mapToInt(roi -> roi instanceof PointRoi ? roi.size() : 1).sum();
	}

	/** The ROIs that {@link #show} left in an image. */
	public static List<Roi> rois(final ImagePlus image) {
		return Overlays.rois(image.getOverlay()).stream().filter(AtomOverlay::isAtom).toList();
	}

	/** Remembers an image's overlay but for previews, to undo what will be shown. */
	public static Saved save(final ImagePlus image) {
		return Overlays.read(() -> new Saved(image));
	}

	/** What an image's overlay was like at a time. */
	public static final class Saved {

		private final ImagePlus image;
		private final List<Roi> rois, ours;

		private Saved(final ImagePlus image) {
			this.image = image;
			rois = Overlays.rois(image.getOverlay());
			ours = Stream.concat(rois.stream().filter(AtomOverlay::isLasting), Previews.covered(image)
				.stream()).toList();
		}

		/**
		 * Shows what was ours then in place of what is now; what others did meanwhile stays, and
		 * so do previews.
		 */
		public void restore() {
			Overlays.change(image, now -> {
				Previews.forget(image, AtomOverlay::isOurs);
				return Overlays.merged(rois, Previews.cover(image, ours), without(now,
					AtomOverlay::isLasting));
			});
		}
	}

	static List<Roi> without(final List<Roi> rois, final Predicate<Roi> unwanted) {
		return rois.stream().filter(unwanted.negate()).toList();
	}

	/** Whether a ROI is ours, and no preview's. */
	static boolean isLasting(final Roi roi) {
		return isOurs(roi) && !isPreview(roi);
	}

	private static boolean isOurs(final Roi roi) {
		return roi.getProperty(PROPERTY) != null;
	}

	static boolean isAtom(final Roi roi) {
		return Kind.ATOM.is(roi) || Kind.ERROR.is(roi) || ClassOverlay.isOurs(roi) || isPreview(roi);
	}

	/** Makes a ROI one of a {@link PreviewOverlay}. */
	static Roi asPreview(final Roi roi) {
		roi.setProperty(PROPERTY, Kind.PREVIEW.word);
		return roi;
	}

	/** Whether a ROI is one of a {@link PreviewOverlay}. */
	static boolean isPreview(final Roi roi) {
		return Kind.PREVIEW.is(roi);
	}

	/** Points, for atoms that are too many for circles. */
	static Roi points(final List<Blob> atoms, final int left, final int top) {
		final List<Blob> inImage = atoms.stream().map(atom -> shifted(atom, left, top)).toList();
		final float[] x = new float[inImage.size()], y = new float[x.length];
		// Unlike all other ROIs, points count from the pixel's centre.
		for (int i = 0; i < x.length; i++) {
			x[i] = (float) inImage.get(i).x();
			y[i] = (float) inImage.get(i).y();
		}
		final PointRoi roi = new PointRoi(x, y);
		roi.setPointType(PointRoi.DOT);
		roi.setSize(1);
		ExactAtoms.remember(roi, inImage);
		return roi;
	}

	static Roi circle(final Blob atom, final int left, final int top) {
		// The radius at which the LoG of a Gaussian blob crosses zero.
		final double radius = atom.sigma() * Math.sqrt(2);
		final Roi roi = new OvalRoi(left + PixelCentre.toImageJ(atom.x()) - radius, top + PixelCentre
			.toImageJ(atom.y()) - radius, 2 * radius, 2 * radius);
		ExactAtoms.remember(roi, List.of(shifted(atom, left, top)));
		return roi;
	}

	private static Blob shifted(final Blob atom, final int left, final int top) {
		return new Blob(left + atom.x(), top + atom.y(), atom.sigma(), atom.response());
	}
}
