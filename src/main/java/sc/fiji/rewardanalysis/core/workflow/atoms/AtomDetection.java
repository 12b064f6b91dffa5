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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.detect.ValidArea;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.refine.Refiner;

/**
 * All that is done to find atoms with parameters that are known: prepare, detect,
 * refine. Memory beside the image: 8 bytes a pixel up to 4096² px, none above, and some
 * 20 MB a thread; more if the image is filtered or has invalid pixels.
 *
 * @param preparation of the image; refinement looks at the image as recorded
 * @param normalization the unit of the thresholds
 * @param parameters of the detection
 * @param refinement how positions are refined
 * @param fit options of Gaussian fits
 */
public record AtomDetection(Preparation preparation, Normalization normalization,
	LogParameters parameters, Refinement refinement, FitOptions fit)
{

	/**
	 * What was found.
	 *
	 * @param atoms by falling response, px, in the image's coordinates
	 * @param valid where they were looked for
	 */
	public record Found(RefinedAtoms atoms, ValidArea valid) {}

	public AtomDetection {
		Checks.given("preparation", preparation);
		Checks.given("normalization", normalization);
		Checks.given("parameters", parameters);
		Checks.given("refine", refinement);
		Checks.given("fit options", fit);
	}

	/**
	 * @param image two-dimensional, origin (0, 0), as recorded; must not change meanwhile
	 * @param area where atoms are looked for and the normalisation's statistics are taken
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException if the image can't be
	 *           analysed with these parameters
	 * @throws java.util.concurrent.CancellationException if cancelled, within 200 ms
	 */
	public <T extends RealType<T>> Found find(final RandomAccessibleInterval<T> image,
		final Area area, final Progress progress)
	{
		// As far as the disc of the largest blob reaches.
		final ValidArea valid = ValidArea.of(image, area, parameters.maxSigma() * Math.sqrt(2),
			progress);
		final LogDetector detector = LogDetector.once(preparation.normalized(image, valid.area(),
			normalization, progress.part(0, 0.1)), image);
		detector.checkKernelFits(parameters.maxSigma());
		final List<Blob> blobs = detector.blobs(parameters, progress.part(0.1, 0.9)).stream().filter(
			valid.area()::contains).toList();
		return new Found(Refiner.refine(image, preparation.contrast(), blobs, refinement, fit, progress
			.part(0.9, 1)), valid);
	}
}
