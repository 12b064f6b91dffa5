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

package sc.fiji.rewardanalysis.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Normalizer;
import sc.fiji.rewardanalysis.core.detect.ScaleSpace;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.Range;
import sc.fiji.rewardanalysis.core.workflow.atoms.LogRanges;
import sc.fiji.rewardanalysis.core.workflow.atoms.ThresholdCurve;

/**
 * The whole search space of one image, on a grid: of every parameter set with a feasible
 * result all rewards and the true F1.
 */
final class RewardSample {

	private static final double[] OVERLAPS = { 0.1, 0.4, 0.7, 0.95 };

	private final RewardScene scene;
	private final SampledRewards rewards;
	private final List<LogParameters> parameters = new ArrayList<>();
	private final List<double[]> values = new ArrayList<>();
	private final List<Double> f1 = new ArrayList<>();
	private final Map<List<Blob>, Judged> known = new HashMap<>();

	private record Judged(double[] rewards, double f1) {}

	/**
	 * @param scales how many smallest sigmas
	 * @param thresholds how many of them
	 */
	RewardSample(final RewardScene scene, final int scales, final int thresholds) {
		this.scene = scene;
		rewards = new SampledRewards(scene);
		final LogDetector detector = detector(scene);
		final LogRanges ranges = LogRanges.derived(detector, rewards.physics(), Progress.NONE);
		for (int i = 0; i < scales; i++)
			for (final double position : new double[] { 0, 0.5, 1 }) {
				final double min = between(ranges.minSigma(), (double) i / (scales - 1));
				final double max = between(new Range(Math.max(min, ranges.maxSigma().low()), ranges.maxSigma()
					.high()), position);
				sample(detector, new LogParameters(min, max, ranges.numSigma(), ranges.threshold().low(), 0.5),
					ranges.threshold(), thresholds);
			}
		known.clear();
		finish();
	}

	/** Of the normalised image. */
	static LogDetector detector(final RewardScene scene) {
		return new LogDetector(Normalizer.normalize(scene.image(), scene.area(), Normalization.MIN_MAX,
			Contrast.BRIGHT));
	}

	private void sample(final LogDetector detector, final LogParameters scales, final Range range,
		final int thresholds)
	{
		final double floor = 0.5 * range.low();
		final ScaleSpace space = detector.scaleSpace(scales.sigmas(), floor, Progress.NONE);
		final List<Blob> peaks = space.peaks(scales.withThreshold(floor));
		for (final double overlap : OVERLAPS) {
			final ThresholdCurve curve = new ThresholdCurve(peaks, floor, overlap, scene.area(), rewards
				.physics().counted(), Progress.NONE);
			for (int t = 0; t < thresholds; t++) {
				final double threshold = between(range, (t + 0.5) / thresholds);
				if (curve.count(threshold) < AtomPhysics.FEWEST_ATOMS) continue;
				final List<Blob> atoms = curve.atoms(threshold);
				final Judged judged = known.computeIfAbsent(atoms, a -> new Judged(rewards.of(a), f1(a)));
				final double[] row = judged.rewards.clone();
				row[SampledRewards.INSTABILITY] = 0.5 * Math.abs(curve.count(0.9 * threshold) - curve.count(1.1 *
					threshold)) / rewards.physics().expected();
				parameters.add(new LogParameters(scales.minSigma(), scales.maxSigma(), scales.numSigma(),
					threshold, overlap));
				values.add(row);
				f1.add(judged.f1);
			}
		}
	}

	/** Responses relative to the largest of the space: as an error, from 0 to 1. */
	private void finish() {
		final double largest = values.stream().mapToDouble(v -> -v[SampledRewards.RESPONSE]).max()
			.orElse(1);
		for (final double[] v : values)
			v[SampledRewards.RESPONSE] = 1 + v[SampledRewards.RESPONSE] / largest;
	}

	/** By the truth, whatever is believed. */
	double f1(final List<Blob> atoms) {
		return Matching.match(atoms, scene.truth(), 0.25 * scene.spacing(), scene.counted()).f1();
	}

	private static double between(final Range range, final double position) {
		return range.low() * Math.pow(range.high() / range.low(), position);
	}

	RewardScene scene() {
		return scene;
	}

	/** How many parameter sets have a feasible result. */
	int size() {
		return values.size();
	}

	LogParameters parameters(final int i) {
		return parameters.get(i);
	}

	/** By {@link SampledRewards#NAMES}. */
	double[] rewards(final int i) {
		return values.get(i);
	}

	double f1(final int i) {
		return f1.get(i);
	}

	/** The best that any parameter set reaches. */
	double best() {
		return f1.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
	}
}
