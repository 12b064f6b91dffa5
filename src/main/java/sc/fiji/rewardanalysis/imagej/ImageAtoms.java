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

import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.PointGrid;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.AtomsFile;

/**
 * Atoms that an image already has, with their classes if these are known: those of a slice,
 * within the selected area. Where their size isn't known, sigma is such that circles as wide
 * as half the typical distance of neighbours go around them.
 *
 * @param atoms px of the image; what isn't known of their response is NaN
 * @param labels the class of each atom, from 0; below 0 for none; shared, not to be changed
 * @param names of the classes; empty if no atom has one
 * @param origin where they come from, to follow "Atoms from "
 */
public record ImageAtoms(List<Blob> atoms, int[] labels, List<String> names, String origin) {

	private static final String FIND =
		"Find atoms first: Plugins > Reward Analysis > Optimize Atom Finding... or Find Atoms...";

	/** The sigma of a single atom of unknown size, px. */
	private static final double ALONE = 3;

	public ImageAtoms {
		atoms = List.copyOf(atoms);
		names = List.copyOf(names);
	}

	/** An atom with the name of its class; empty for none. */
	private record Named(Blob atom, int label, String name) {}

	/**
	 * The atoms of a slice.
	 *
	 * @param slice from 1
	 * @param selection of the image; null for none. An area restricts the atoms to those in it,
	 *          points may be the atoms
	 * @param file a table, see {@link AtomsFile}; null for none
	 * @throws RewardAnalysisException if there are no atoms; it says how to get some
	 */
	public static ImageAtoms of(final ImagePlus image, final int slice, final Roi selection,
		final AtomSource source, final Path file)
	{
		AnalysedImage.given(image);
		return switch (source) {
			case FILE -> file(image, slice, selection, file);
			case OVERLAY -> overlay(image, slice, selection);
			case SELECTION -> points(image, slice, selection);
			case MANAGER -> manager(image, slice, selection);
			case AUTOMATIC -> automatic(image, slice, selection, file);
		};
	}

	private static ImageAtoms automatic(final ImagePlus image, final int slice,
		final Roi selection, final Path file)
	{
		if (file != null) return file(image, slice, selection, file);
		if (!inOverlay(image, slice).isEmpty()) return overlay(image, slice, selection);
		if (selection instanceof PointRoi) return points(image, slice, selection);
		throw new RewardAnalysisException(
			"\"%s\" has no atoms in its overlay%s, no point selection, and no file of atoms is given. " +
				FIND, image.getTitle(), ofSlice(image, slice));
	}

	private static ImageAtoms overlay(final ImagePlus image, final int slice, final Roi selection) {
		final List<Named> all = inOverlay(image, slice);
		if (all.isEmpty()) throw new RewardAnalysisException(
			"The overlay of \"%s\" has no atoms of ours%s. " + FIND, image.getTitle(), ofSlice(image,
				slice));
		return made(image, selection, all, String.format(Locale.ROOT, "the overlay of \"%s\"", image.getTitle()));
	}

	private static List<Named> inOverlay(final ImagePlus image, final int slice) {
		return Overlays.read(() -> Stream.concat(AtomOverlay.rois(image).stream(), Previews.covered(image)
			.stream())).filter(roi -> AtomOverlay.isAtom(roi) && AtomOverlay.isLasting(roi) && AtomOverlay
				.isOn(roi, image, slice)).flatMap(roi -> ExactAtoms.of(roi).stream().map(atom -> named(roi,
					atom))).toList();
	}

	private static Named named(final Roi roi, final Blob atom) {
		final int label = ClassOverlay.isOurs(roi) ? ClassOverlay.label(roi) : -1;
		return new Named(atom, label, label < 0 ? "" : ClassOverlay.className(roi));
	}

	private static ImageAtoms points(final ImagePlus image, final int slice, final Roi selection) {
		if (!(selection instanceof final PointRoi points)) throw new RewardAnalysisException(
			"\"%s\" has no points selected; click on the atoms with the multi-point tool, or choose where the atoms come from.",
			image.getTitle());
		final List<Named> all = named(points, image, slice);
		if (all.isEmpty()) throw new RewardAnalysisException(
			"None of the selected points of \"%s\" lies on slice %d; show the slice that has them.", image
				.getTitle(), slice);
		return made(image, null, all, String.format(Locale.ROOT, "the point selection of \"%s\"", image.getTitle()));
	}

	/** Points may each be on a slice of their own. */
	private static List<Named> named(final PointRoi points, final ImagePlus image, final int slice) {
		final List<Blob> atoms = ExactAtoms.of(points);
		if (points.hasHyperStackPosition() && !AtomOverlay.isOn(points, image, slice)) return List.of();
		final boolean single = image.getStackSize() == 1 || points.hasHyperStackPosition();
		return IntStream.range(0, atoms.size()).filter(i -> single || points.getPointPosition(i) == 0 ||
			points.getPointPosition(i) == slice).mapToObj(i -> named(points, atoms.get(i))).toList();
	}

	private static ImageAtoms manager(final ImagePlus image, final int slice, final Roi selection) {
		final RoiManager manager = RoiManager.getInstance2();
		return of(manager == null ? List.of() : List.of(manager.getRoisAsArray()), image, slice,
			selection);
	}

	/** What a ROI Manager has. */
	static ImageAtoms of(final List<Roi> rois, final ImagePlus image, final int slice,
		final Roi selection)
	{
		final List<Named> all = new ArrayList<>();
		for (final Roi roi : rois)
			if (roi instanceof final PointRoi points) all.addAll(named(points, image, slice));
			else if (roi instanceof OvalRoi && AtomOverlay.isOn(roi, image, slice)) ExactAtoms.of(roi)
				.forEach(atom -> all.add(named(roi, atom)));
		if (all.isEmpty()) throw new RewardAnalysisException(
			"The ROI Manager has no points or ovals%s; add them with Plugins > Reward Analysis > Atoms to ROI Manager, or choose where the atoms come from.",
			ofSlice(image, slice));
		return made(image, selection, all, "the ROI Manager");
	}

	private static ImageAtoms file(final ImagePlus image, final int slice, final Roi selection,
		final Path file)
	{
		if (file == null) throw new RewardAnalysisException(
			"No file of atoms is given; choose an atoms.csv, or where else the atoms come from.");
		final AtomsFile read = AtomsFile.read(file, slice);
		final List<Blob> atoms = read.atoms();
		if (atoms.isEmpty()) throw new RewardAnalysisException("%s has no atoms%s; give another file.",
			file, ofSlice(image, slice));
		final List<String> names = read.classes().stream().distinct().filter(name -> !name.isBlank() &&
			!name.equals(ClassOverlay.NONE)).toList();
		final List<Named> all = IntStream.range(0, atoms.size()).mapToObj(i -> {
			final String name = read.classes().isEmpty() ? "" : read.classes().get(i);
			return new Named(atoms.get(i), names.indexOf(name), name);
		}).toList();
		return made(image, selection, all, file.getFileName().toString());
	}

	private static String ofSlice(final ImagePlus image, final int slice) {
		return image.getStackSize() > 1 ? " on slice " + slice : "";
	}

	/** @param selection an area restricts, all else doesn't */
	private static ImageAtoms made(final ImagePlus image, final Roi selection,
		final List<Named> all, final String origin)
	{
		final int width = image.getWidth(), height = image.getHeight();
		final Area whole = Area.image(width, height);
		final List<Named> there = all.stream().filter(n -> whole.contains(n.atom)).toList();
		if (2 * there.size() < all.size()) throw new RewardAnalysisException(
			"%d of %d atoms from %s lie outside \"%s\" (%d x %d px); they must be its own, in px.", all
				.size() - there.size(), all.size(), origin, image.getTitle(), width, height);
		final String words = there.size() == all.size() ? origin : String.format(Locale.ROOT,
			"%s (%d outside the image left out)", origin, all.size() - there.size());
		if (selection == null || !selection.isArea()) return made(there, words);
		final Rectangle box = selection.getBounds().intersection(new Rectangle(width, height));
		final Area area = box.isEmpty() ? null : AnalysedImage.area(selection, box);
		final List<Named> inside = there.stream().filter(n -> area != null && area.contains(n.atom.x() -
			box.x, n.atom.y() - box.y)).toList();
		if (inside.isEmpty()) throw new RewardAnalysisException(
			"None of the %d atoms from %s lies in the selection on \"%s\"; select another area, or none.",
			there.size(), words, image.getTitle());
		return made(inside, words + ", within the selection");
	}

	private static ImageAtoms made(final List<Named> all, final String origin) {
		final List<Blob> atoms = sized(all.stream().map(Named::atom).toList());
		final int classes = 1 + all.stream().mapToInt(Named::label).max().orElse(-1);
		final List<String> names = IntStream.range(0, classes).mapToObj(c -> all.stream().filter(
			n -> n.label == c).map(Named::name).findFirst().orElse("class " + (c + 1))).toList();
		return new ImageAtoms(atoms, all.stream().mapToInt(Named::label).toArray(), names, origin);
	}

	/** Gives atoms of unknown size one that their distances suggest. */
	public static List<Blob> sized(final List<Blob> atoms) {
		if (atoms.stream().noneMatch(atom -> Double.isNaN(atom.sigma()))) return atoms;
		final double sigma = atoms.size() < 2 ? ALONE : Math.max(1, 0.25 * spacing(atoms) / Math.sqrt(2));
		return atoms.stream().map(atom -> Double.isNaN(atom.sigma()) ? new Blob(atom.x(), atom.y(), sigma,
			atom.response()) : atom).toList();
	}

	/** Median distance to the nearest neighbour, px. */
	private static double spacing(final List<Blob> atoms) {
		final double width = extent(atoms.stream().mapToDouble(Blob::x).toArray()), height = extent(atoms
			.stream().mapToDouble(Blob::y).toArray());
		final double cell = Math.max(1, Math.max(Math.sqrt(width * height / atoms.size()), Math.max(width,
			height) / atoms.size()));
		final PointGrid grid = new PointGrid(atoms, cell);
		return IntStream.range(0, atoms.size()).mapToDouble(i -> nearest(grid, atoms, i, cell)).sorted()
			.skip(atoms.size() / 2).findFirst().orElseThrow();
	}

	private static double extent(final double[] values) {
		return Arrays.stream(values).max().orElse(0) - Arrays.stream(values).min().orElse(0);
	}

	private static double nearest(final PointGrid grid, final List<Blob> atoms, final int i,
		final double cell)
	{
		final Blob atom = atoms.get(i);
		final double[] least = { Double.POSITIVE_INFINITY };
		// There is another atom, so it ends.
		for (double reach = cell; !(least[0] <= reach); reach *= 2)
			grid.forEachNear(atom, reach, j -> {
				if (j != i) least[0] = Math.min(least[0], Math.hypot(atoms.get(j).x() - atom.x(), atoms.get(j)
					.y() - atom.y()));
			});
		return least[0];
	}
}
