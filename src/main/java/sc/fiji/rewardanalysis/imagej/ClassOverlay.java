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
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.ClassColours;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Atoms in the colours of their classes, in place of the circles that {@link AtomOverlay}
 * left on the same slice and as these are replaced and removed; whatever else is in the
 * overlay stays. Each class is a named group; {@link ImageAtoms} reads atoms with their
 * classes back.
 */
public final class ClassOverlay {

	/** What belongs to no class. */
	public static final String NONE = "no class";

	private static final List<String> AMORPHOUS = List.of("crystalline", "amorphous");

	/** More circles in a stack take ImageJ seconds to go through, whatever slice is shown. */
	static final int MOST_IN_ALL = 20_000;

	private static final String WORD = "class", LABEL = "reward-analysis-class";

	private ClassOverlay() {}

	/**
	 * Replaces the atoms that are shown on the slice.
	 *
	 * @param slice from 1
	 * @param atoms px of the image
	 * @param labels the class of each atom, from 0; below 0 for none
	 * @param names of the classes
	 */
	public static void show(final ImagePlus image, final int slice, final List<Blob> atoms,
		final int[] labels, final List<String> names)
	{
		show(image, slice, atoms, labels, names, IntStream.range(0, names.size()).mapToObj(i -> model(
			WORD + " " + (i % ClassColours.DISTINCT + 1), ClassColours.rgb(i))).toList());
	}

	/**
	 * The same for two classes: the first is crystalline, the second amorphous, in the colours
	 * that these have everywhere.
	 *
	 * @param amorphous whether each atom is
	 */
	public static void showAmorphous(final ImagePlus image, final int slice, final List<Blob> atoms,
		final boolean[] amorphous)
	{
		show(image, slice, atoms, labels(amorphous), AMORPHOUS, List.of(model(AMORPHOUS.get(0),
			ClassColours.CRYSTALLINE), model(AMORPHOUS.get(1), ClassColours.AMORPHOUS)));
	}

	/**
	 * Atoms of a slice by class.
	 *
	 * @param slice from 1
	 * @param atoms px of the image
	 * @param labels the class of each atom, from 0; below 0 for none
	 */
	public record OnSlice(int slice, List<Blob> atoms, int[] labels) {}

	/**
	 * The same for many slices at once, in colours of their own. If there are many atoms in all, each
	 * class of a slice is one ROI of points.
	 *
	 * @param names of the classes
	 * @param rgb their colours
	 */
	public static void show(final ImagePlus image, final List<OnSlice> slices,
		final List<String> names, final List<Integer> rgb)
	{
		slices.forEach(s -> check(s.atoms, s.labels, names));
		final boolean[] isShown = new boolean[image.getStackSize() + 1];
		slices.forEach(s -> isShown[s.slice] = true);
		final Predicate<Roi> former = roi -> IntStream.range(1, isShown.length).anyMatch(i -> isShown[i] &&
			AtomOverlay.isReplaceable(roi, image, i));
		final List<Roi> others = AtomOverlay.without(Overlays.rois(image.getOverlay()), former);
		final List<Roi> models = Stream.concat(IntStream.range(0, names.size()).mapToObj(i -> model(names
			.get(i), rgb.get(i))), Stream.of(model(NONE, ClassColours.NONE))).toList();
		models.forEach(model -> group(model, others));
		final boolean asPoints = slices.stream().mapToInt(s -> s.atoms.size()).sum() > MOST_IN_ALL;
		final List<Roi> rois = new ArrayList<>();
		for (final OnSlice s : slices) {
			final List<Roi> own = asPoints ? points(s.atoms, s.labels, names, models) : circles(s.atoms,
				s.labels, names, models);
			own.forEach(roi -> AtomOverlay.place(roi, image, s.slice));
			rois.addAll(own);
		}
		Overlays.change(image, now -> {
			Previews.forget(image, former);
			return Stream.concat(AtomOverlay.without(now, former).stream(), rois.stream()).toList();
		});
	}

	/** Crystalline and amorphous atoms that aren't in the overlay yet. */
	static List<Roi> preview(final List<Blob> atoms, final boolean[] amorphous) {
		final int[] labels = labels(amorphous);
		final List<Roi> models = List.of(model("", ClassColours.CRYSTALLINE), model("",
			ClassColours.AMORPHOUS), model("", ClassColours.NONE));
		return atoms.size() > AtomOverlay.MOST_CIRCLES ? points(atoms, labels, AMORPHOUS, models) : circles(
			atoms, labels, AMORPHOUS, models);
	}

	/**
	 * Atoms by class for a preview.
	 *
	 * @param atoms px of the image
	 */
	static List<Roi> preview(final AnalysedImage analysed, final List<Blob> atoms,
		final int[] labels, final List<String> names)
	{
		check(atoms, labels, names);
		final List<Roi> models = Stream.concat(IntStream.range(0, names.size()).mapToObj(i -> model("",
			ClassColours.rgb(i))), Stream.of(model("", ClassColours.NONE))).toList();
		final List<Roi> rois = atoms.size() > AtomOverlay.MOST_CIRCLES ? points(atoms, labels, names,
			models) : circles(atoms, labels, names, models);
		rois.forEach(roi -> AtomOverlay.place(AtomOverlay.asPreview(roi), analysed.source(), analysed
			.slice()));
		return rois;
	}

	private static int[] labels(final boolean[] amorphous) {
		return IntStream.range(0, amorphous.length).map(i -> amorphous[i] ? 1 : 0).toArray();
	}

	private static void show(final ImagePlus image, final int slice, final List<Blob> atoms,
		final int[] labels, final List<String> names, final List<Roi> classes)
	{
		check(atoms, labels, names);
		final Predicate<Roi> former = roi -> AtomOverlay.isReplaceable(roi, image, slice);
		final List<Roi> others = AtomOverlay.without(Overlays.rois(image.getOverlay()), former);
		final List<Roi> models = Stream.concat(classes.stream(), Stream.of(model(NONE,
			ClassColours.NONE))).toList();
		models.forEach(model -> group(model, others));
		final List<Roi> rois = atoms.size() > AtomOverlay.MOST_CIRCLES ? points(atoms, labels, names,
			models) : circles(atoms, labels, names, models);
		rois.forEach(roi -> AtomOverlay.place(roi, image, slice));
		Overlays.change(image, now -> {
			Previews.forget(image, former);
			return Stream.concat(AtomOverlay.without(now, former).stream(), rois.stream()).toList();
		});
	}

	private static void check(final List<Blob> atoms, final int[] labels, final List<String> names) {
		if (labels.length != atoms.size()) throw new RewardAnalysisException(
			"%d atoms need a class each, not %d.", atoms.size(), labels.length);
		for (final int label : labels)
			if (label >= names.size()) throw new RewardAnalysisException(
				"Class %d has no name; there are %d names.", label + 1, names.size());
		names.forEach(name -> Checks.given("name of a class", name));
	}

	/** A ROI whose colour and group others may copy; its name says which group. */
	private static Roi model(final String name, final int rgb) {
		final Roi model = new Roi(0, 0, 1, 1);
		model.setName(name);
		model.setStrokeColor(new Color(rgb));
		return model;
	}

	private static void group(final Roi model, final List<Roi> others) {
		final Color colour = model.getStrokeColor();
		model.setGroup(RoiGroups.number("Reward Analysis: " + model.getName(), colour, others));
		model.setStrokeColor(colour);
	}

	private static List<Roi> circles(final List<Blob> atoms, final int[] labels,
		final List<String> names, final List<Roi> models)
	{
		final List<Roi> rois = new ArrayList<>(labels.length);
		for (int i = 0; i < labels.length; i++)
			rois.add(made(AtomOverlay.circle(atoms.get(i), 0, 0), labels[i], name(labels[i], names) + " " +
				(i + 1), models));
		return rois;
	}

	private static List<Roi> points(final List<Blob> atoms, final int[] labels,
		final List<String> names, final List<Roi> models)
	{
		final List<Roi> rois = new ArrayList<>();
		for (int c = -1; c < names.size(); c++) {
			final int label = c;
			final List<Blob> alike = IntStream.range(0, labels.length).filter(i -> Math.max(-1,
				labels[i]) == label).mapToObj(atoms::get).toList();
			if (!alike.isEmpty()) rois.add(made(AtomOverlay.points(alike, 0, 0), label, name(label, names) +
				" " + alike.size(), models));
		}
		return rois;
	}

	private static Roi made(final Roi roi, final int label, final String name,
		final List<Roi> models)
	{
		// Setting its group would look up the group's own colour for each ROI.
		roi.copyAttributes(models.get(label < 0 ? models.size() - 1 : label));
		roi.setName(name);
		roi.setProperty(AtomOverlay.PROPERTY, WORD);
		roi.setProperty(LABEL, Integer.toString(Math.max(-1, label)));
		return roi;
	}

	private static String name(final int label, final List<String> names) {
		return label < 0 ? NONE : names.get(label);
	}

	/** Whether a ROI shows atoms of a class. */
	static boolean isOurs(final Roi roi) {
		return WORD.equals(roi.getProperty(AtomOverlay.PROPERTY));
	}

	/** The class of a ROI, from 0; below 0 for none. */
	static int label(final Roi roi) {
		final String label = roi.getProperty(LABEL);
		return label != null && label.matches("\\d{1,4}") ? Integer.parseInt(label) : -1;
	}

	/** The name of a ROI's class: the ROI's without the number at its end. */
	static String className(final Roi roi) {
		return roi.getName() == null ? "" : roi.getName().replaceFirst(" \\d+$", "");
	}
}
