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

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.ScaleSpace;
import sc.fiji.rewardanalysis.core.detect.ValidArea;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.workflow.Range;

/**
 * What parameters find, at every threshold, before they are used.
 *
 * @param parameters with the threshold to begin with
 * @param curve what is found at others
 * @param least thresholds below it have no effect: that of a relative threshold
 */
public record AtomPreview(LogParameters parameters, ThresholdCurve curve, double least) {

	/** Of larger images faint maxima are left out: noise has one per 15 px² and scale. */
	private static final long ALL_MAXIMA = 1L << 22;

	/** Then thresholds can be lowered by so much without looking again. */
	private static final double FLOOR = 0.2;

	/**
	 * Of a detection with known parameters, without refinement.
	 *
	 * @param image as for {@link AtomDetection#find}
	 * @param area where atoms are looked for
	 * @param counted where they are counted; null for all of the area
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException as the detection itself
	 * @throws java.util.concurrent.CancellationException if cancelled, within 200 ms
	 */
	public static <T extends RealType<T>> AtomPreview of(final AtomDetection detection,
		final RandomAccessibleInterval<T> image, final Area area, final Area counted,
		final Progress progress)
	{
		final LogParameters p = detection.parameters();
		final ValidArea valid = ValidArea.of(image, area, p.maxSigma() * Math.sqrt(2), progress);
		final LogDetector detector = LogDetector.once(detection.preparation().normalized(image, valid
			.area(), detection.normalization(), progress), image);
		detector.checkKernelFits(p.maxSigma());
		final double floor = image.dimension(0) * image.dimension(1) <= ALL_MAXIMA ? 0 : FLOOR * p
			.absoluteThreshold();
		final ScaleSpace space = detector.scaleSpace(p.sigmas(), floor, progress);
		final double[] responses = space.responses();
		final double least = responses.length == 0 || Double.isNaN(p.thresholdRel()) ? 0 : p
			.thresholdRel() * responses[0];
		final ThresholdCurve curve = new ThresholdCurve(space.peaks(new LogParameters(p.minSigma(), p
			.maxSigma(), p.numSigma(), floor, Double.NaN, p.overlap(), p.logScale(), p.borderX(), p
				.borderY())), floor, p.overlap(), valid.area(), counted == null ? valid.area() : counted,
			progress);
		return new AtomPreview(p, curve, least);
	}

	/**
	 * Of the parameters in the middle of what a search looks at: scales by their ratios,
	 * the overlap half way, the threshold that suits the crystal best. If the search
	 * chooses among preparations, of the first one.
	 *
	 * @throws java.util.concurrent.CancellationException if cancelled, within 200 ms
	 */
	public static AtomPreview of(final AtomFindingTask task, final Progress progress) {
		final LogAtomFinding analysis = task.analysis();
		final LogRanges ranges = analysis.ranges();
		final double minSigma = middle(ranges.minSigma());
		final double maxSigma = middle(new Range(Math.max(minSigma, ranges.maxSigma().low()), ranges
			.maxSigma().high()));
		final Configuration setting = analysis.configuration(minSigma, maxSigma);
		final LogParameters scales = analysis.parameters(setting);
		final double floor = analysis.thresholds(setting).low();
		final double overlap = (ranges.overlap().low() + ranges.overlap().high()) / 2;
		final ThresholdCurve curve = new ThresholdCurve(analysis.candidates(setting, progress), floor,
			overlap, analysis.area(), task.physics().counted(), progress);
		final double threshold = curve.suggested(task.physics().expected(), task.physics().low(), task
			.physics().high());
		return new AtomPreview(new LogParameters(scales.minSigma(), scales.maxSigma(), scales.numSigma(),
			threshold, overlap), curve, 0);
	}

	private static double middle(final Range range) {
		return Math.min(range.high(), Math.sqrt(range.low() * range.high()));
	}

	/** The threshold that counts: no lower than the relative one and what was kept. */
	public double effective(final double threshold) {
		return Math.max(curve.floor(), Math.max(least, threshold));
	}
}
