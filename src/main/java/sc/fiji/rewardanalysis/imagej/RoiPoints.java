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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.io.RoiDecoder;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.compare.OraclePoint;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;

/**
 * Places of ROIs: points, and the centres of areas. Lines and texts are no places. Classes are
 * those that our overlays have, else counters of the multi-point tool if there are several.
 */
final class RoiPoints {

	/** Bytes of a ROI: a polygon of a million corners has less. */
	private static final int LARGEST = 1 << 24;

	private RoiPoints() {}

	/** The places on a slice, px. */
	static List<OraclePoint> of(final List<Roi> rois, final ImagePlus image, final int slice) {
		final List<OraclePoint> points = new ArrayList<>();
		for (final Roi roi : rois) {
			if (roi.getProperty(AtomOverlay.PROPERTY) != null && !AtomOverlay.isAtom(roi)) continue;
			if (roi instanceof final PointRoi several) points.addAll(points(several, image, slice));
			else if (AtomOverlay.isOn(roi, image, slice)) {
				if (roi instanceof OvalRoi) ExactAtoms.of(roi).forEach(a -> points.add(new OraclePoint(a.x(), a
					.y(), kind(roi))));
				else if (roi.isArea()) points.add(centre(roi));
			}
		}
		return points;
	}

	private static OraclePoint centre(final Roi roi) {
		final double[] centre = roi.getContourCentroid();
		return new OraclePoint(PixelCentre.fromImageJ(centre[0]), PixelCentre.fromImageJ(centre[1]), kind(
			roi));
	}

	private static String kind(final Roi roi) {
		return ClassOverlay.isOurs(roi) && ClassOverlay.label(roi) >= 0 ? ClassOverlay.className(roi) : "";
	}

	/** Points may each be on a slice of their own. */
	private static List<OraclePoint> points(final PointRoi roi, final ImagePlus image,
		final int slice)
	{
		final List<OraclePoint> points = new ArrayList<>();
		final List<Blob> places = ExactAtoms.of(roi);
		if (roi.hasHyperStackPosition() && !AtomOverlay.isOn(roi, image, slice)) return points;
		final boolean single = image.getStackSize() == 1 || roi.hasHyperStackPosition();
		final boolean counters = IntStream.range(0, places.size()).anyMatch(i -> roi.getCounter(i) > 0);
		for (int i = 0; i < places.size(); i++) {
			final int position = roi.getPointPosition(i);
			if (!single && position != 0 && position != slice) continue;
			final String kind = ClassOverlay.isOurs(roi) ? kind(roi) : counters ? "counter " + roi
				.getCounter(i) : "";
			points.add(new OraclePoint(places.get(i).x(), places.get(i).y(), kind));
		}
		return points;
	}

	/** The ROIs of a .roi file or a .zip of them. */
	static List<Roi> read(final Path file) {
		final String name = file.getFileName().toString();
		final List<Roi> rois = new ArrayList<>();
		try {
			if (!name.toLowerCase(Locale.ROOT).endsWith(".zip")) rois.add(decoded(Files.readAllBytes(file),
				name, name));
			else try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
				for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
					if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".roi")) rois.add(decoded(content(
						zip, entry.getName()), entry.getName(), name));
			}
		}
		// The latter of names in a damaged .zip.
		catch (final IOException | IllegalArgumentException exc) {
			throw new RewardAnalysisException(exc, "%s can't be read (%s); save the ROIs again.", file, exc instanceof final IOException io
					? AtomicFile.reason(io) : "it is damaged");
		}
		if (rois.isEmpty()) throw new RewardAnalysisException(
			"%s has no ROIs; give a .zip that the ROI Manager has saved.", name);
		return rois;
	}

	/** What a few bytes of a .zip may become is told by nobody but its end. */
	private static byte[] content(final ZipInputStream zip, final String name) throws IOException {
		final byte[] bytes = zip.readNBytes(LARGEST + 1);
		if (bytes.length > LARGEST) throw new IOException("the ROI " + name + " has more than " + (LARGEST >> 20) + " MB");
		return bytes;
	}

	private static Roi decoded(final byte[] bytes, final String name, final String file)
		throws IOException
	{
		// It reads what length it finds in a damaged file, and beyond its end.
		try {
			final Roi roi = new RoiDecoder(bytes, name).getRoi();
			if (roi != null) return roi;
		}
		catch (final RuntimeException | OutOfMemoryError exc) {
			throw new IOException("the ROI " + name + " is damaged", exc);
		}
		throw new IOException("there is no ROI in " + file);
	}
}
