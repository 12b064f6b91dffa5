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

package sc.fiji.rewardanalysis.distributed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.hadoop.conf.Configuration;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.command.run.UnseenAnalysis;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.PartMaxima.Part;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;

/**
 * Parameters for an image by {@code Optimize Atom Finding...} on a part of it, on the driver.
 *
 * @param where {@code x,y,width,height} in px, or {@code centre} for 1024 px in the middle
 * @param search options of the search, as a macro has them
 * @param pixelSize nm; NaN if unknown
 */
record PartSearch(StoredImage image, String where, String search, double pixelSize) {

	private static final int CENTRE = 1024;
	private static final Pattern DETECTION = Pattern.compile(
		"(?m)^Detection: +run\\(\"Find Atoms\\.\\.\\.\", \"(.*)\"\\);$"), THRESHOLD = Pattern.compile(
			"\\bthreshold=(\\S+)"), REFINEMENT = Pattern.compile(" refine=\\S+ elliptic=\\S+");

	/**
	 * The options of {@code Find Atoms...} that find the picked solution's atoms. Its threshold is of
	 * the part's grey values; what is returned is the same grey value in the whole image's unit.
	 *
	 * @param extent of the whole image
	 */
	String options(final TileTask.Extent extent, final Configuration hadoop) {
		final Part part = part();
		final RandomAccessibleInterval<FloatType> pixels = image.read(part, hadoop);
		final float[] values = new float[part.width() * part.height()];
		int i = 0;
		for (final FloatType pixel : pixels)
			values[i++] = pixel.get();
		final String options = detection(new FloatProcessor(part.width(), part.height(), values));
		if (!options.contains("normalization=min-max")) return options;
		float min = Float.POSITIVE_INFINITY, max = Float.NEGATIVE_INFINITY;
		for (final float value : values) {
			min = Math.min(min, value);
			max = Math.max(max, value);
		}
		final double range = (double) max - min;
		final Matcher threshold = THRESHOLD.matcher(options);
		return threshold.replaceFirst(m -> "threshold=" + Double.parseDouble(m.group(1)) * range / (extent
			.max() - extent.min()));
	}

	private Part part() {
		if (where.equals("centre")) {
			final int width = Math.min(CENTRE, image.width()), height = Math.min(CENTRE, image.height());
			final int x = (image.width() - width) / 2, y = (image.height() - height) / 2;
			return new Part(x, y, x + width, y + height);
		}
		final int[] box;
		try {
			box = Arrays.stream(where.split(",")).mapToInt(Integer::parseInt).toArray();
		}
		catch (final NumberFormatException exc) {
			throw new RewardAnalysisException(exc, "--search-on is \"%s\"; give x,y,width,height or centre.",
				where);
		}
		if (box.length != 4 || box[0] < 0 || box[1] < 0 || box[2] < 1 || box[3] < 1 || box[2] > image
			.width() - box[0] || box[3] > image.height() - box[1]) throw new RewardAnalysisException(
				"--search-on is \"%s\"; give x,y,width,height within %d x %d px, or centre.", where, image
					.width(), image.height());
		return new Part(box[0], box[1], box[0] + box[2], box[1] + box[3]);
	}

	private String detection(final FloatProcessor pixels) {
		final ImagePlus part = new ImagePlus("part", pixels);
		if (!Double.isNaN(pixelSize)) {
			final Calibration calibration = new Calibration();
			calibration.setUnit("nm");
			calibration.pixelWidth = calibration.pixelHeight = pixelSize;
			part.setCalibration(calibration);
		}
		try {
			final Path folder = Files.createTempDirectory("reward-analysis");
			try {
				new UnseenAnalysis(ExecutorContext.get(), "Optimize Atom Finding...", search).run(part, folder,
					Map.of(), note -> {}, Progress.NONE);
				final Path summary = folder.resolve("summary.txt");
				final Matcher line = DETECTION.matcher(Files.exists(summary) ? Files.readString(summary) : "");
				if (!line.find()) throw new RewardAnalysisException(
					"Nothing was found in the part %s; choose another --search-on.", where);
				return REFINEMENT.matcher(line.group(1)).replaceAll("");
			}
			finally {
				AtomicFile.deleteAll(folder);
			}
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "Java's temporary folder can't be used (%s).", AtomicFile
				.reason(exc));
		}
	}
}
