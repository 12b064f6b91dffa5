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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.workflow.Range;

/**
 * Where the parameters that several images share are searched.
 * <p>
 * Scales must be possible in every image: their ranges are the intersection of those of
 * the images, as is that of the overlap. A threshold is possible in every image, and the one that
 * suits all may lie beyond what one of them suggests: its range is the union.
 * <p>
 * Scales are in px if the distance of neighbouring columns is the same number of pixels in
 * all images, otherwise in units of that distance: a σ of so many px would mean something
 * else in each.
 *
 * @param ranges of the scales and the overlap; its threshold holds those of all preparations
 * @param thresholds for each preparation, in the order of {@link PreparedImages#all}
 * @param inPixels whether scales are in px
 */
record SharedRanges(LogRanges ranges, List<Range> thresholds, boolean inPixels) {

	/** Name of the axis of min_sigma in units of the columns' distance. */
	static final String PER_SPACING = "min_sigma_per_spacing";

	private static final String MIN_SIGMA = "min_sigma";

	/** Distances that differ by less are equal: a calibration has no more digits. */
	private static final double ALIKE = 1e-9;

	/**
	 * What one image would take.
	 *
	 * @param name of the image
	 * @param ranges px
	 * @param thresholds for each preparation
	 * @param spacing distance of neighbouring columns, px
	 */
	record Own(String name, LogRanges ranges, List<Range> thresholds, double spacing) {}

	/**
	 * @param images at least one
	 * @throws RewardAnalysisException if nothing suits all of them
	 */
	static SharedRanges of(final List<Own> images) {
		final Own first = images.get(0);
		for (final Own own : images)
			if (own.thresholds.size() != first.thresholds.size() || own.ranges.numSigma() != first.ranges
				.numSigma()) throw new RewardAnalysisException(
					"%s and %s differ in num_sigma or in what is done to them before; give all images the same.",
					first.name, own.name);
		final boolean inPixels = images.stream().allMatch(own -> Math.abs(own.spacing - first.spacing) <=
			ALIKE * first.spacing);
		final List<Range> thresholds = IntStream.range(0, first.thresholds.size()).mapToObj(p -> images
			.stream().map(own -> own.thresholds.get(p)).reduce(Range::union).orElseThrow()).toList();
		return new SharedRanges(new LogRanges(common("min_sigma", images, inPixels, LogRanges::minSigma),
			common("max_sigma", images, inPixels, LogRanges::maxSigma), first.ranges.numSigma(), thresholds
				.stream().reduce(Range::union).orElseThrow(), common("overlap", images, true,
					LogRanges::overlap)), thresholds, inPixels);
	}

	private static Range common(final String name, final List<Own> images, final boolean asTheyAre,
		final Function<LogRanges, Range> part)
	{
		final List<Range> all = new ArrayList<>();
		for (final Own own : images) {
			final double unit = asTheyAre ? 1 : own.spacing;
			final Range range = part.apply(own.ranges);
			all.add(new Range(range.low() / unit, range.high() / unit));
		}
		final double low = all.stream().mapToDouble(Range::low).max().orElseThrow();
		final double high = all.stream().mapToDouble(Range::high).min().orElseThrow();
		if (low > high) throw new RewardAnalysisException(
			"No %s suits all images: it must be at least %.4g in one and at most %.4g in another%s; " +
				"search them apart.", name, low, high, asTheyAre ? "" : " column distances");
		return new Range(low, high);
	}

	/** The ranges in px for an image with that distance of neighbouring columns. */
	LogRanges in(final double spacing) {
		return inPixels ? ranges : ranges.withSigmas(times(ranges.minSigma(), spacing), times(ranges
			.maxSigma(), spacing));
	}

	private static Range times(final Range range, final double factor) {
		return new Range(range.low() * factor, range.high() * factor);
	}

	/**
	 * The axes of a search, from those of one of the images.
	 *
	 * @param own in px
	 */
	SearchSpace axes(final SearchSpace own) {
		if (inPixels) return own;
		final List<Parameter> axes = new ArrayList<>(own.parameters());
		axes.replaceAll(p -> p.name().equals(MIN_SIGMA) ? Parameter.of(PER_SPACING, "1", ranges.minSigma()
			.low(), ranges.minSigma().high(), true) : p);
		return new SearchSpace(axes);
	}

	/**
	 * A point of such a search space as one of an image's own.
	 *
	 * @param own the image's ranges
	 * @param spacing its distance of neighbouring columns, px
	 */
	Configuration inPixels(final Configuration c, final LogRanges own, final double spacing) {
		if (inPixels) return c;
		final Map<String, Double> values = new LinkedHashMap<>();
		c.asMap().forEach((name, value) -> {
			// Rounding must not leave the range.
			if (name.equals(PER_SPACING)) values.put(MIN_SIGMA, Math.max(own.minSigma().low(), Math.min(own
				.minSigma().high(), value * spacing)));
			else values.put(name, value);
		});
		return Configuration.of(values);
	}
}
