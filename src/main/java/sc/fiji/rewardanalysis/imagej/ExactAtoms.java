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

import java.awt.geom.Rectangle2D;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.FloatPolygon;

import sc.fiji.rewardanalysis.core.Blob;

/**
 * Atoms as ROIs remember them, to the last bit. Files keep coordinates of ROIs in single
 * precision, so a ROI of ours has the atoms themselves in a property. That counts as long as
 * the ROI was not changed since, or shifted by whole pixels, as in a crop.
 */
public final class ExactAtoms {

	private static final String PROPERTY = "reward-analysis-atoms";

	/** Of a coordinate in single precision in an image of 65 536 px. */
	private static final double ROUNDING = 0.01;

	private static final int VALUES = 4;

	private ExactAtoms() {}

	/** Has a ROI remember what it shows, px of the image. */
	static void remember(final Roi roi, final List<Blob> atoms) {
		final ByteBuffer bytes = ByteBuffer.allocate(VALUES * Double.BYTES * atoms.size());
		atoms.forEach(atom -> bytes.putDouble(atom.x()).putDouble(atom.y()).putDouble(atom.sigma())
			.putDouble(atom.response()));
		roi.setProperty(PROPERTY, Base64.getEncoder().encodeToString(bytes.array()));
	}

	/**
	 * The atoms of a circle or of points, ours or not, px of the image. What nobody knows is NaN:
	 * sigma of points, response.
	 */
	public static List<Blob> of(final Roi roi) {
		final List<Blob> seen = roi instanceof final PointRoi points ? points(points)
			: roi instanceof OvalRoi ? List.of(circle(roi)) : List.of();
		final List<Blob> known = known(roi);
		if (known.size() != seen.size()) return seen;
		final List<Blob> atoms = new ArrayList<>();
		for (int i = 0; i < seen.size(); i++)
			atoms.add(merged(seen.get(i), known.get(i)));
		return atoms;
	}

	private static Blob merged(final Blob seen, final Blob known) {
		final double dx = Math.rint(seen.x() - known.x()), dy = Math.rint(seen.y() - known.y());
		final boolean same = Math.abs(seen.x() - known.x() - dx) < ROUNDING && Math.abs(seen.y() - known
			.y() - dy) < ROUNDING && !(Math.abs(seen.sigma() - known.sigma()) >= ROUNDING);
		return same ? new Blob(known.x() + dx, known.y() + dy, known.sigma(), known.response()) : seen;
	}

	private static Blob circle(final Roi roi) {
		final Rectangle2D bounds = roi.getFloatBounds();
		return new Blob(PixelCentre.fromImageJ(bounds.getCenterX()), PixelCentre.fromImageJ(bounds
			.getCenterY()), 0.25 * (bounds.getWidth() + bounds.getHeight()) / Math.sqrt(2), Double.NaN);
	}

	private static List<Blob> points(final PointRoi roi) {
		final FloatPolygon points = roi.getFloatPolygon();
		final List<Blob> atoms = new ArrayList<>();
		// Of all ROIs only points and lines count from the pixel's centre.
		for (int i = 0; i < points.npoints; i++)
			atoms.add(new Blob(points.xpoints[i], points.ypoints[i], Double.NaN, Double.NaN));
		return atoms;
	}

	private static List<Blob> known(final Roi roi) {
		final String property = roi.getProperty(PROPERTY);
		final List<Blob> atoms = new ArrayList<>();
		if (property == null) return atoms;
		final ByteBuffer bytes;
		try {
			bytes = ByteBuffer.wrap(Base64.getDecoder().decode(property));
		}
		catch (final IllegalArgumentException exc) {
			// Somebody has edited it; the ROI's own coordinates are as good.
			return atoms;
		}
		while (bytes.remaining() >= VALUES * Double.BYTES)
			atoms.add(new Blob(bytes.getDouble(), bytes.getDouble(), bytes.getDouble(), bytes.getDouble()));
		return atoms;
	}
}
