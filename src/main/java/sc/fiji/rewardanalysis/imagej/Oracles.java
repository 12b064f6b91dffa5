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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.compare.Oracle;
import sc.fiji.rewardanalysis.core.compare.OraclePoint;
import sc.fiji.rewardanalysis.core.io.points.OracleFrame;
import sc.fiji.rewardanalysis.core.io.points.OracleTable;
import sc.fiji.rewardanalysis.core.io.points.PointTable;
import sc.fiji.rewardanalysis.core.io.points.ReadPoints;
import sc.fiji.rewardanalysis.core.io.points.TrackMateXml;

/**
 * Reads oracles of an image, in its px: selections, overlays, the ROI Manager, open tables and
 * images, files. The kind of a file follows from its name's ending.
 */
public final class Oracles {

	private static final Set<String> TABLES = Set.of("csv", "tsv", "txt", "dat", "tab", "xls"), ROIS =
		Set.of("roi", "zip"), MAPS = Set.of("tif", "tiff", "png", "gif", "bmp", "pgm", "jpg", "jpeg");

	private Oracles() {}

	/**
	 * The frame that an oracle must fit.
	 *
	 * @param pixelSize nm; NaN if it isn't known
	 */
	public static OracleFrame frame(final AnalysedImage analysed, final double pixelSize) {
		final ImagePlus image = analysed.source();
		return new OracleFrame(image.getTitle(), image.getWidth(), image.getHeight(), pixelSize, analysed
			.slice(), AnalysedImage.slices(image));
	}

	/**
	 * Reads an oracle of an image.
	 *
	 * @param pixelSize nm; NaN if it isn't known, which only matters for lengths
	 * @throws RewardAnalysisException if there are no points, they can't be read, are in an unknown
	 *           unit, or can't be those of the image
	 */
	public static Oracle read(final AnalysedImage analysed, final double pixelSize,
		final OracleRequest request)
	{
		final ImagePlus image = analysed.source();
		final OracleFrame frame = frame(analysed, pixelSize);
		final Oracle oracle = switch (request.source()) {
			case AUTOMATIC -> request.file() != null ? file(image, frame, request) : selection(image, frame);
			case FILE -> file(image, frame, request);
			case SELECTION -> selection(image, frame);
			case OVERLAY -> overlay(image, frame, request);
			case MANAGER -> manager(image, frame);
			case TABLE -> table(frame, request);
			case MAP -> new Oracle(OracleMap.points(open(request), request, frame), '"' + request.title() +
				'"');
			case NETWORK -> throw new RewardAnalysisException(
				"A network isn't run here; give its probability map as a file.");
		};
		return oracle.of(frame.title(), frame.width(), frame.height());
	}

	private static Oracle selection(final ImagePlus image, final OracleFrame frame) {
		final Roi roi = image.getRoi();
		if (!(roi instanceof PointRoi)) throw new RewardAnalysisException(
			"\"%s\" has no points selected and no file of an oracle is given; choose oracle_file, or where else the oracle comes from.",
			image.getTitle());
		return made(RoiPoints.of(List.of(roi), image, frame.slice()), "the point selection of \"" + image
			.getTitle() + '"');
	}

	private static Oracle overlay(final ImagePlus image, final OracleFrame frame,
		final OracleRequest request)
	{
		final ImagePlus other = request.title().isEmpty() ? image : open(request);
		if (other.getWidth() != image.getWidth() || other.getHeight() != image.getHeight())
			throw new RewardAnalysisException(
				"\"%s\", whose overlay is the oracle, is %d x %d px, \"%s\" %d x %d px; choose an image of the same size.",
				other.getTitle(), other.getWidth(), other.getHeight(), image.getTitle(), image.getWidth(), image
					.getHeight());
		return made(RoiPoints.of(Overlays.read(() -> Overlays.rois(other.getOverlay()).stream().filter(
			roi -> !AtomOverlay.isPreview(roi)).toList()), other, other == image ? frame.slice() : other
				.getCurrentSlice()), "the overlay of \"" + other.getTitle() + '"');
	}

	private static Oracle manager(final ImagePlus image, final OracleFrame frame) {
		final RoiManager manager = RoiManager.getInstance2();
		return made(RoiPoints.of(manager == null ? List.of() : List.of(manager.getRoisAsArray()), image,
			frame.slice()), "the ROI Manager");
	}

	private static Oracle made(final List<OraclePoint> points, final String origin) {
		return new Oracle(points, origin);
	}

	private static ImagePlus open(final OracleRequest request) {
		final ImagePlus open = request.title().isEmpty() ? null : WindowManager.getImage(request.title());
		if (open == null) throw new RewardAnalysisException(
			"There is no open image \"%s\"; set oracle_title to the title of one.", request.title());
		return open;
	}

	private static Oracle table(final OracleFrame frame, final OracleRequest request) {
		final String title = request.title().isEmpty() ? "Results" : request.title();
		final ResultsTable shown = ResultsTable.getResultsTable(title);
		// Without a display none is shown, but there is still that of measurements.
		final ResultsTable table = shown == null && title.equals("Results") ? ResultsTable
			.getResultsTable() : shown;
		if (table == null || table.size() == 0) throw new RewardAnalysisException(
			"There is no open table \"%s\" with rows; set oracle_title to the title of one.", title);
		final StringBuilder text = new StringBuilder(String.join("\t", table.getHeadings()));
		for (int row = 0; row < table.size(); row++) {
			text.append('\n');
			for (int i = 0; i < table.getHeadings().length; i++)
				text.append(i == 0 ? "" : "\t").append(field(table, table.getHeadings()[i], row));
		}
		return made(OracleTable.points(PointTable.parse(text.toString(), '"' + title + '"'), request
			.columns(), frame), '"' + title + '"');
	}

	/** With all digits, which the table rounds. */
	private static String field(final ResultsTable table, final String heading, final int row) {
		final int column = table.getColumnIndex(heading);
		final double value = column < 0 ? Double.NaN : table.getValueAsDouble(column, row);
		return Double.isNaN(value) ? table.getStringValue(heading, row) : Double.toString(value);
	}

	private static Oracle file(final ImagePlus image, final OracleFrame frame,
		final OracleRequest request)
	{
		final Path file = request.file();
		if (file == null) throw new RewardAnalysisException(
			"No file of an oracle is given; choose oracle_file, or where else the oracle comes from.");
		if (!Files.isRegularFile(file)) throw new RewardAnalysisException(
			"There is no file %s; check its name and folder.", file);
		final String name = file.getFileName().toString();
		final String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		if (TABLES.contains(ending)) return made(OracleTable.points(PointTable.read(file), request
			.columns(), frame), name);
		if (ending.equals("xml")) return made(TrackMateXml.read(file, request.columns(), frame), name);
		if (ROIS.contains(ending)) return made(RoiPoints.of(RoiPoints.read(file), image, frame.slice()),
			name);
		if (!MAPS.contains(ending)) throw new RewardAnalysisException(
			"%s can't be an oracle: give a table (.csv, .tsv, .txt), TrackMate's .xml, ROIs (.roi, .zip) or a probability map (.tif, .png).",
			name);
		return made(OracleMap.points(OracleMap.open(file), request, frame), name);
	}

	private static Oracle made(final ReadPoints read, final String origin) {
		final List<OraclePoint> points = read.fromCorner() ? read.points().stream().map(
			p -> new OraclePoint(PixelCentre.fromImageJ(p.x()), PixelCentre.fromImageJ(p.y()), p.kind()))
			.toList() : read.points();
		return new Oracle(points, origin, read.notes());
	}
}
