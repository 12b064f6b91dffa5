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

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.ShapeRoi;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.crystal.Defect;
import sc.fiji.rewardanalysis.core.crystal.LatticeAnalysis;
import sc.fiji.rewardanalysis.core.crystal.LatticeMarks;

/**
 * Atoms in the colours of their species, arrows of their displacements, and marks of
 * defects: a square around a vacancy, a diamond around an interstitial, a triangle around a
 * double. They are replaced and removed as atoms are.
 */
public final class LatticeOverlay {

	private static final String WORD = "lattice";

	private LatticeOverlay() {}

	/**
	 * Shows them.
	 *
	 * @param scale by which displacements are drawn longer than they are
	 */
	public static void show(final AnalysedImage analysed, final LatticeAnalysis found,
		final double scale)
	{
		final ImagePlus image = analysed.source();
		ClassOverlay.show(image, analysed.slice(), atoms(analysed, found), labels(found), names(found));
		final Predicate<Roi> former = roi -> isOurs(roi) && AtomOverlay.isOn(roi, image, analysed.slice());
		final List<Roi> rois = new ArrayList<>();
		final List<double[]> arrows = LatticeMarks.arrows(found, scale);
		if (!arrows.isEmpty()) rois.add(made(arrows, LatticeMarks.ARROW, "displacements, times " + LatticeMarks
			.words(scale), analysed));
		for (final Defect d : found.defects())
			rois.add(made(List.of(LatticeMarks.mark(d, found)), LatticeMarks.rgb(d.kind()), d.kind().name()
				.toLowerCase(Locale.ROOT) + " " + (rois.size() + 1), analysed));
		Overlays.change(image, now -> Stream.concat(AtomOverlay.without(now, former).stream(), rois.stream())
			.toList());
	}

	/** The atoms, px of the image. */
	public static List<Blob> atoms(final AnalysedImage analysed, final LatticeAnalysis found) {
		return found.atoms().stream().map(a -> new Blob(analysed.x() + a.x(), analysed.y() + a.y(), a.sigma(), a
			.response())).toList();
	}

	/** Of each atom the place of its species among the names; −1 without a site. */
	public static int[] labels(final LatticeAnalysis found) {
		final List<String> names = names(found);
		return IntStream.range(0, found.atoms().size()).map(i -> names.indexOf(found.species(i))).toArray();
	}

	/** Species, in the order of the cell's sites. */
	public static List<String> names(final LatticeAnalysis found) {
		return found.fit().grains().stream().flatMap(g -> IntStream.range(0, g.motif().size()).mapToObj(g
			.motif()::species)).distinct().toList();
	}

	private static Roi made(final List<double[]> lines, final int rgb, final String name,
		final AnalysedImage analysed)
	{
		final Path2D shape = new Path2D.Double();
		for (final double[] line : lines)
			for (int i = 0; i < line.length; i += 2) {
				final double x = analysed.x() + PixelCentre.toImageJ(line[i]), y = analysed.y() + PixelCentre
					.toImageJ(line[i + 1]);
				if (i == 0) shape.moveTo(x, y);
				else shape.lineTo(x, y);
			}
		final Roi roi = new ShapeRoi(shape);
		roi.setStrokeColor(new Color(rgb));
		roi.setStroke(new BasicStroke(1));
		roi.setName(name);
		roi.setProperty(AtomOverlay.PROPERTY, WORD);
		AtomOverlay.place(roi, analysed.source(), analysed.slice());
		return roi;
	}

	/** Whether a ROI is one of these but for the atoms. */
	static boolean isOurs(final Roi roi) {
		return WORD.equals(roi.getProperty(AtomOverlay.PROPERTY));
	}
}
