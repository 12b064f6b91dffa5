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

package sc.fiji.rewardanalysis.core.workflow.noise;

import java.util.List;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * A way to find atoms whose robustness is studied. One class each; a method that isn't here yet
 * needs to implement this and to be given to {@link NoiseSettings}.
 */
public interface NoiseMethod {

	/** What it is called in tables and legends; unlike that of any other method. */
	String name();

	/** What it does and with which parameters, a sentence. */
	String description();

	/** About how many times longer than a single detection a run takes, for the progress bar. */
	default double effort() {
		return 1;
	}

	/**
	 * Finds atoms.
	 *
	 * @param image with noise, in the unit in which the image without spans 0 to 1; pixels that
	 *          are no number are NaN. Not to be changed
	 * @param scene what else is known
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException if nothing can be found; it
	 *           counts as no atoms
	 * @throws java.util.concurrent.CancellationException if cancelled, within 200 ms
	 */
	Detected detect(RandomAccessibleInterval<DoubleType> image, NoiseScene scene,
		Progress progress);

	/**
	 * What a method found.
	 *
	 * @param atoms px, in the image's coordinates
	 * @param parameters with which, by name with the unit; in the order of the tables' columns
	 */
	record Detected(List<Blob> atoms, Map<String, Double> parameters) {

		public Detected {
			atoms = List.copyOf(atoms);
		}
	}
}
