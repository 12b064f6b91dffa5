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

import java.io.Serializable;
import java.util.Arrays;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Normalizer;
import sc.fiji.rewardanalysis.core.detect.Normalizer.Levels;
import sc.fiji.rewardanalysis.core.detect.PartMaxima;
import sc.fiji.rewardanalysis.core.detect.PartMaxima.Part;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomDetection;

/**
 * Measures and searches parts of an image where it is sent to, each on the one thread that it is
 * given.
 */
record TileTask(StoredImage image, Broadcast<SerializableConfiguration> configuration)
	implements Serializable
{

	/**
	 * What grey values there are.
	 *
	 * @param invalid pixels that are NaN or infinite
	 */
	record Extent(double min, double max, long invalid) implements Serializable {

		Extent and(final Extent other) {
			return new Extent(Math.min(min, other.min), Math.max(max, other.max), invalid + other.invalid);
		}
	}

	/**
	 * What is searched for.
	 *
	 * @param sigmas the scales, px; not to be changed
	 * @param floor maxima up to this response aren't wanted
	 * @param levels of the whole image
	 * @param unit whose levels they are
	 * @param contrast whether atoms are bright or dark
	 */
	record Search(double[] sigmas, double floor, Levels levels, Normalization unit,
		Contrast contrast) implements Serializable
	{

		Search(final AtomDetection detection, final Levels levels) {
			this(detection.parameters().sigmas(), detection.parameters().absoluteThreshold(), levels,
				detection.normalization(), detection.preparation().contrast());
		}

		/** What a tile needs around it, px. */
		private int rim() {
			return Arrays.stream(sigmas).mapToInt(PartMaxima::rim).max().getAsInt();
		}
	}

	/** Those of a part. */
	Extent extent(final Part part) {
		double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY;
		long invalid = 0;
		for (final FloatType pixel : image.read(part, hadoop())) {
			final double value = pixel.get();
			if (!Double.isFinite(value)) invalid++;
			else {
				min = Math.min(min, value);
				max = Math.max(max, value);
			}
		}
		return new Extent(min, max, invalid);
	}

	/** The maxima of a part, which are those of the whole image. */
	PartMaxima maxima(final Part part, final Search search) {
		final Part seen = part.withRim(search.rim(), image.width(), image.height());
		final RandomAccessibleInterval<FloatType> pixels = image.read(seen, hadoop());
		final TaskProgress progress = new TaskProgress();
		return Parallelization.runSingleThreaded(() -> PartMaxima.find(Normalizer.apply(pixels,
			search.levels, search.unit, search.contrast, progress), seen, part, search.sigmas, search.floor,
			progress));
	}

	private Configuration hadoop() {
		return configuration.value().value();
	}
}
