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

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import ij.ImagePlus;
import ij.io.Opener;
import ij.process.ImageProcessor;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.compare.OraclePoint;
import sc.fiji.rewardanalysis.core.compare.ProbabilityMap;
import sc.fiji.rewardanalysis.core.io.points.OracleFrame;

/** Places in an image that says how probable atoms are. */
final class OracleMap {

	/** Relative difference of the scales along x and y that rounding to whole px makes. */
	private static final double SQUARE = 0.02;

	private static final double BYTE = 255, SHORT = 65_535;

	/** What ImageJ itself reads; it asks all kinds of plugins, and the user, about anything else. */
	private static final Set<Integer> TYPES = Set.of(Opener.TIFF, Opener.JPEG, Opener.GIF, Opener.PNG,
		Opener.BMP, Opener.PGM);

	private OracleMap() {}

	/**
	 * The image of a file.
	 *
	 * @throws RewardAnalysisException if it is none, without a dialog of ImageJ's
	 */
	static ImagePlus open(final Path file) {
		if (!TYPES.contains(new Opener().getFileType(file.toString()))) throw new RewardAnalysisException(
			"%s can't be opened as an image; save the probability map as a TIFF.", file.getFileName());
		try {
			return ImageFiles.open(file, Progress.NONE);
		}
		catch (final RewardAnalysisException exc) {
			throw new RewardAnalysisException(exc,
				"%s can't be opened as an image; save the probability map as a TIFF. %s", file.getFileName(), exc
					.getMessage());
		}
	}

	/** px of the image. */
	static List<OraclePoint> points(final ImagePlus map, final OracleRequest request,
		final OracleFrame frame)
	{
		check(map, frame);
		final int width = map.getWidth(), height = map.getHeight();
		final double fx = (double) frame.width() / width, fy = (double) frame.height() / height;
		if (!request.scaled() && (fx != 1 || fy != 1)) throw new RewardAnalysisException(
			"The probability map \"%s\" is %d x %d px, \"%s\" %d x %d px; give one of the same size, or choose oracle_scaled if it shows the same field.",
			map.getTitle(), width, height, frame.title(), frame.width(), frame.height());
		if (Math.abs(fx / fy - 1) > SQUARE) throw new RewardAnalysisException(
			"The probability map \"%s\" (%d x %d px) has another shape than \"%s\" (%d x %d px), so it can't show the same field; give another.",
			map.getTitle(), width, height, frame.title(), frame.width(), frame.height());
		final ImageProcessor processor = map.getProcessor();
		final float[] values = new float[width * height];
		for (int i = 0; i < values.length; i++)
			values[i] = processor.getf(i);
		final double threshold = request.threshold() * full(map.getBitDepth());
		final ProbabilityMap found = new ProbabilityMap(values, width, height);
		final List<OraclePoint> points = request.distance() > 0 ? found.maxima(threshold, request
			.distance()) : found.centroids(threshold);
		return fx == 1 && fy == 1 ? points : points.stream().map(p -> new OraclePoint(scaled(p.x(), fx),
			scaled(p.y(), fy))).toList();
	}

	/** Corners stay where they are. */
	private static double scaled(final double place, final double factor) {
		return PixelCentre.fromImageJ(factor * PixelCentre.toImageJ(place));
	}

	private static void check(final ImagePlus map, final OracleFrame frame) {
		if (map.getBitDepth() == 24 || map.getType() == ImagePlus.COLOR_256)
			throw new RewardAnalysisException(
				"The probability map \"%s\" is in colours; convert it with Image > Type > 8-bit or 32-bit.", map
					.getTitle());
		if (map.getStackSize() > 1 && frame.slices() == 1) throw new RewardAnalysisException(
			"The probability map \"%s\" has %d slices; save that of one class, or their maximum, as an image.",
			map.getTitle(), map.getStackSize());
	}

	/** What stands for 1. */
	private static double full(final int bits) {
		return bits == 8 ? BYTE : bits == 16 ? SHORT : 1;
	}
}
