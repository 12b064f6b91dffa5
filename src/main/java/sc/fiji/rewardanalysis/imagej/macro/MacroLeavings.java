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

package sc.fiji.rewardanalysis.imagej.macro;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.process.ImageStatistics;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroOutcome;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.ExactAtoms;
import sc.fiji.rewardanalysis.imagej.ImageAtoms;
import sc.fiji.rewardanalysis.imagej.PixelCentre;

/**
 * Reads what a macro has left: points and centres of areas from its selection, its ROI Manager,
 * its overlay or its Results, and its Results as columns.
 */
final class MacroLeavings {

	private final AnalysedImage analysed;
	private final MacroItems items;
	private final Roi given;

	/**
	 * @param given the selection that the macro began with; null for none
	 */
	MacroLeavings(final AnalysedImage analysed, final MacroItems items, final Roi given) {
		this.analysed = analysed;
		this.items = items;
		this.given = given;
	}

	/**
	 * @param images the copy of the image, and the one that is current at the end, if it is of the
	 *          same size
	 * @param manager the ROIs of the ROI Manager
	 * @param tables the Results, then others
	 */
	MacroOutcome read(final List<ImagePlus> images, final List<Roi> manager,
		final List<ResultsTable> tables)
	{
		final Map<MacroItems, List<Blob>> all = new LinkedHashMap<>();
		all.put(MacroItems.SELECTION, first(images, this::selected));
		all.put(MacroItems.MANAGER, atoms(manager));
		all.put(MacroItems.OVERLAY, first(images, image -> overlay(image.getOverlay())));
		all.put(MacroItems.RESULTS, tables.isEmpty() ? List.of() : listed(tables.get(0)));
		if (items != MacroItems.AUTOMATIC) all.keySet().retainAll(List.of(items));
		for (final Map.Entry<MacroItems, List<Blob>> e : all.entrySet())
			if (!e.getValue().isEmpty()) return outcome(e.getValue(), words(e.getKey()), tables);
		return outcome(List.of(), "", tables);
	}

	private static String words(final MacroItems from) {
		return switch (from) {
			case MANAGER -> "the ROI Manager";
			case RESULTS -> "X and Y of the Results";
			default -> "the " + from.name().toLowerCase(Locale.ROOT);
		};
	}

	private interface Reader {

		List<Blob> of(ImagePlus image);
	}

	private static List<Blob> first(final List<ImagePlus> images, final Reader reader) {
		return images.stream().map(reader::of).filter(l -> !l.isEmpty()).findFirst().orElse(List.of());
	}

	private List<Blob> selected(final ImagePlus image) {
		return MacroSandbox.isNew(image.getRoi(), given) ? atoms(List.of(image.getRoi())) : List.of();
	}

	private static List<Blob> overlay(final Overlay overlay) {
		return overlay == null ? List.of() : atoms(List.of(overlay.toArray()));
	}

	/** Lines and texts are no atoms. */
	private static List<Blob> atoms(final List<Roi> rois) {
		return rois.stream().flatMap(MacroLeavings::parts).flatMap(MacroLeavings::atoms).toList();
	}

	private static Stream<Roi> parts(final Roi roi) {
		return roi instanceof final ShapeRoi shape && shape.getRois().length > 0 ? Arrays.stream(shape
			.getRois()) : Stream.of(roi);
	}

	private static Stream<Blob> atoms(final Roi roi) {
		if (roi instanceof PointRoi) return ExactAtoms.of(roi).stream();
		if (!roi.isArea() || roi.getBounds().isEmpty()) return Stream.empty();
		final Roi alone = (Roi) roi.clone();
		alone.setImage(null);
		final ImageStatistics s = alone.getStatistics();
		return Stream.of(new Blob(PixelCentre.fromImageJ(s.xCentroid), PixelCentre.fromImageJ(s.yCentroid),
			sigma(s.area), Double.NaN));
	}

	/** Of a circle of that area, px; as wide as {@link AtomOverlay} draws it. */
	private static double sigma(final double area) {
		return area > 0 ? Math.sqrt(area / (2 * Math.PI)) : Double.NaN;
	}

	/**
	 * Rows with X and Y. These are lengths if the image has a scale and all would lie within it,
	 * else px; they count from a pixel's corner if there are areas, else they are points.
	 */
	private List<Blob> listed(final ResultsTable table) {
		if (!table.columnExists("X") || !table.columnExists("Y")) return List.of();
		final double[] x = column(table, "X"), y = column(table, "Y");
		final double[] area = table.columnExists("Area") ? column(table, "Area") : new double[0];
		final Calibration scale = analysed.source().getCalibration();
		final double width = analysed.source().getWidth() * scale.pixelWidth, height = analysed.source()
			.getHeight() * scale.pixelHeight;
		final boolean lengths = scale.scaled() && DoubleStream.of(x).allMatch(v -> !(v > width)) &&
			DoubleStream.of(y).allMatch(v -> !(v > height));
		final List<Blob> atoms = new ArrayList<>();
		for (int i = 0; i < x.length; i++) {
			if (Double.isNaN(x[i]) || Double.isNaN(y[i])) continue;
			final double px = lengths ? scale.getRawX(x[i]) : x[i], py = lengths ? scale.getRawY(y[i])
				: y[i], a = area.length == 0 ? Double.NaN : lengths ? area[i] / (scale.pixelWidth *
					scale.pixelHeight) : area[i];
			final boolean corner = a > 0;
			atoms.add(new Blob(corner ? PixelCentre.fromImageJ(px) : px, corner ? PixelCentre.fromImageJ(py)
				: py, sigma(a), Double.NaN));
		}
		return atoms;
	}

	private static double[] column(final ResultsTable table, final String name) {
		final double[] values = table.getColumnAsDoubles(table.getColumnIndex(name));
		return values == null ? new double[0] : values;
	}

	private MacroOutcome outcome(final List<Blob> atoms, final String origin,
		final List<ResultsTable> tables)
	{
		final List<Blob> inside = ImageAtoms.sized(atoms).stream().map(a -> new Blob(a.x() - analysed.x(), a
			.y() - analysed.y(), a.sigma(), a.response())).filter(a -> analysed.area().contains(a.x(), a
				.y())).toList();
		final Map<String, List<Double>> columns = new LinkedHashMap<>();
		for (final ResultsTable table : tables)
			for (final String name : table.getHeadings())
				if (table.columnExists(name)) columns.putIfAbsent(name, DoubleStream.of(column(table, name))
					.boxed().toList());
		return new MacroOutcome(inside, inside.isEmpty() ? "" : origin, columns, tables.isEmpty() ? 0 : tables
			.get(0).size());
	}
}
