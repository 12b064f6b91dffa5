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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.detect.ScaleSpace;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.workflow.Analysis;
import sc.fiji.rewardanalysis.core.workflow.Range;

/**
 * Finds atoms as blobs of the Laplacian of Gaussian: the analysis behind LoG*.
 * <p>
 * Its axes are {@code min_sigma}, {@code threshold} (both logarithmic),
 * {@code overlap}, and {@value #MAX_SIGMA_POSITION}: where max_sigma lies,
 * logarithmically, between the smallest value that it may have above min_sigma and
 * the largest. So max_sigma can't fall below min_sigma, and every point of the
 * search space is a valid detection.
 * <p>
 * Choices of {@link PreparedImages} follow. If every preparation has thresholds of its
 * own, the axis is {@value #THRESHOLD_POSITION}, logarithmic between their ends: so it
 * means the same whatever the preparation.
 * <p>
 * Scale spaces are kept, so that points which differ in threshold and overlap alone
 * share one. Thread-safe.
 */
public final class LogAtomFinding implements Analysis<AtomSet> {

	/** Name of the axis from which max_sigma follows. */
	public static final String MAX_SIGMA_POSITION = "max_sigma_position";

	/** Name of the axis from which the threshold follows if it depends on the preparation. */
	public static final String THRESHOLD_POSITION = "threshold_position";

	/**
	 * Maxima are kept from this fraction of the lowest threshold, so that rewards may ask
	 * what a somewhat lower one would find.
	 */
	private static final double FLOOR = 0.5;

	/** max_sigma is a multiple of 1 / 2^32 px, so that it can be asked for exactly. */
	private static final double GRAIN = 1L << 32;

	private record Key(Preparation preparation, List<Double> sigmas, double floor) {}

	private final PreparedImages images;
	private final Area area;
	private final AtomPhysics physics;
	private final LogRanges ranges;
	private final Map<Preparation, Range> thresholds;
	private final SearchSpace space;
	private final SharedMaxima shared;
	private final Map<Key, ScaleSpace> scaleSpaces = new LinkedHashMap<>(8, 0.75f, true);

	/** Whoever shows what was just evaluated needn't analyse it again. */
	private volatile Latest latest;

	private record Latest(Configuration configuration, AtomSet atoms) {}

	/**
	 * Without a choice of preparations.
	 *
	 * @param detector of the normalised image, atoms bright
	 * @param area atoms outside it are dropped
	 * @param physics what to expect of it
	 * @param ranges where to search
	 */
	public LogAtomFinding(final LogDetector detector, final Area area, final AtomPhysics physics,
		final LogRanges ranges)
	{
		this(PreparedImages.of(detector), area, physics, ranges, Map.of(Preparation.of(
			Contrast.BRIGHT), ranges.threshold()));
	}

	/**
	 * @param images the preparations to choose from
	 * @param area atoms outside it are dropped
	 * @param physics what to expect of it
	 * @param ranges where to search, but for the threshold
	 * @param thresholds where to search the threshold, for each preparation
	 */
	public LogAtomFinding(final PreparedImages images, final Area area, final AtomPhysics physics,
		final LogRanges ranges, final Map<Preparation, Range> thresholds)
	{
		this(images, area, physics, ranges, thresholds, null);
	}

	/** @param shared maxima that were found before, of the first preparation; null for none */
	LogAtomFinding(final PreparedImages images, final Area area, final AtomPhysics physics,
		final LogRanges ranges, final Map<Preparation, Range> thresholds, final SharedMaxima shared)
	{
		this.shared = shared;
		this.thresholds = Map.copyOf(thresholds);
		this.images = Checks.given("image", images);
		this.area = Checks.given("area", area);
		this.physics = Checks.given("physics", physics);
		this.ranges = Checks.given("ranges", ranges);
		this.space = axes();
		images.detector(images.all().get(0), Progress.NONE).checkKernelFits(ranges.maxSigma().high());
	}

	@Override
	public SearchSpace searchSpace() {
		return space;
	}

	@Override
	public AtomSet analyse(final Configuration configuration, final Progress progress) {
		final Latest known = latest;
		if (known != null && known.configuration.equals(configuration)) return known.atoms;
		final AtomSet atoms = analyse(preparation(configuration), parameters(configuration), progress);
		latest = new Latest(configuration, atoms);
		return atoms;
	}

	/** The same for parameters that needn't be in the search space, in the first preparation. */
	public AtomSet analyse(final LogParameters parameters, final Progress progress) {
		return analyse(images.all().get(0), parameters, progress);
	}

	private AtomSet analyse(final Preparation preparation, final LogParameters parameters,
		final Progress progress)
	{
		final ScaleSpace scaleSpace = scaleSpace(preparation, parameters, progress);
		return new AtomSet(inside(scaleSpace.blobs(parameters, progress)), physics, factor -> new AtomSet(inside(
			scaleSpace.blobs(parameters.withThreshold(parameters.threshold() * factor))), physics));
	}

	private List<Blob> inside(final List<Blob> blobs) {
		return blobs.stream().filter(area::contains).toList();
	}

	/** The detection's parameters at a point of the search space. */
	public LogParameters parameters(final Configuration c) {
		final double minSigma = c.get("min_sigma");
		final double maxSigma = maxSigma(ranges.maxSigma(), minSigma, c.get(MAX_SIGMA_POSITION));
		return shared != null ? shared.parameters(minSigma, maxSigma, threshold(c), c.get("overlap"))
			: new LogParameters(minSigma, maxSigma, ranges.numSigma(), threshold(c), c.get("overlap"));
	}

	/** The largest scale at a position between the smallest value that it may have and the largest. */
	static double maxSigma(final Range range, final double minSigma, final double position) {
		final double lowest = Math.max(minSigma, range.low()), highest = range.high();
		final double rounded = Math.rint(lowest * Math.pow(highest / lowest, position) * GRAIN) / GRAIN;
		return Math.max(lowest, Math.min(highest, rounded));
	}

	/** Shared ladders of scales are told apart by the smallest one, if they differ in it. */
	private boolean isMaxSigmaFixed() {
		return ranges.maxSigma().low() == ranges.maxSigma().high() || shared != null && ranges.minSigma()
			.low() < ranges.minSigma().high();
	}

	private double threshold(final Configuration c) {
		if (sharesThresholds()) return c.get("threshold");
		final Range range = thresholds.get(preparation(c));
		return Math.min(range.high(), range.low() * Math.pow(range.high() / range.low(), c.get(
			THRESHOLD_POSITION)));
	}

	private boolean sharesThresholds() {
		return Set.copyOf(thresholds.values()).size() == 1;
	}

	/**
	 * A point of the search space with these scales, the lowest threshold, the lowest
	 * overlap and the first preparation.
	 *
	 * @param minSigma in its range
	 * @param maxSigma in its range, not below minSigma; a multiple of 1 / 2^32 px if
	 *          {@link #parameters} shall have it to the last bit
	 */
	Configuration configuration(final double minSigma, final double maxSigma) {
		final double lowest = Math.max(minSigma, ranges.maxSigma().low());
		final double span = Math.log(ranges.maxSigma().high() / lowest);
		final boolean free = !isMaxSigmaFixed() && span > 0;
		return space.at(new double[space.dimension()]).with("min_sigma", minSigma).with(
			MAX_SIGMA_POSITION, free ? Math.max(0, Math.min(1, Math.log(maxSigma / lowest) / span)) : 0);
	}

	/** The same configuration with another threshold and overlap, both in their ranges. */
	Configuration at(final Configuration c, final double threshold, final double overlap) {
		final Configuration other = c.with("overlap", overlap);
		if (sharesThresholds()) return other.with("threshold", threshold);
		final Range range = thresholds(c);
		return other.with(THRESHOLD_POSITION, Math.max(0, Math.min(1, Math.log(threshold / range.low()) /
			Math.log(range.high() / range.low()))));
	}

	/** The point of the search space, in the first preparation, that is nearest to a detection. */
	Configuration nearest(final LogParameters p) {
		return nearest(p, images.all().get(0));
	}

	/** The point of the search space that is nearest to a detection in one of its preparations. */
	Configuration nearest(final LogParameters p, final Preparation preparation) {
		final Configuration c = images.at(configuration(ranges.minSigma().clip(p.minSigma()), ranges
			.maxSigma().clip(p.maxSigma())), preparation);
		return at(c, thresholds(c).clip(p.threshold()), ranges.overlap().clip(p.overlap()));
	}

	/** What a configuration says of scales and preparation: with the lowest threshold and overlap. */
	Configuration setting(final Configuration c) {
		return at(c, thresholds(c).low(), ranges.overlap().low());
	}

	/** The settings whose scales are the next smaller and the next larger ones that a search looks at. */
	List<Configuration> neighbours(final Configuration c) {
		return SigmaLadders.around(ranges, c.get("min_sigma")).stream().map(l -> setting(images.at(
			configuration(l.low(), l.high()), preparation(c)))).toList();
	}

	/** The thresholds to search with a configuration's preparation. */
	Range thresholds(final Configuration c) {
		return thresholds.get(preparation(c));
	}

	/**
	 * What the lowest threshold of the range finds with a configuration's preparation and
	 * scales before pruning, by falling response.
	 */
	List<Blob> candidates(final Configuration c, final Progress progress) {
		final LogParameters all = parameters(c).withThreshold(thresholds(c).low());
		return scaleSpace(preparation(c), all, progress).peaks(all);
	}

	Area area() {
		return area;
	}

	AtomPhysics physics() {
		return physics;
	}

	LogRanges ranges() {
		return ranges;
	}

	/** How the image is prepared at a point of the search space. */
	public Preparation preparation(final Configuration c) {
		return images.preparation(c);
	}

	private ScaleSpace scaleSpace(final Preparation preparation, final LogParameters parameters,
		final Progress progress)
	{
		final double[] sigmas = parameters.sigmas();
		if (shared != null) return shared.of(parameters, area, progress);
		final double floor = FLOOR * Math.min(thresholds.get(preparation).low(), parameters
			.absoluteThreshold());
		final Key key = new Key(preparation, Arrays.stream(sigmas).boxed().toList(), floor);
		synchronized (scaleSpaces) {
			final ScaleSpace known = scaleSpaces.get(key);
			if (known != null) return known;
		}
		final ScaleSpace fresh = images.detector(preparation, progress).scaleSpace(sigmas, floor,
			progress);
		synchronized (scaleSpaces) {
			scaleSpaces.put(key, fresh);
			if (scaleSpaces.size() > images.keptScaleSpaces()) scaleSpaces.remove(scaleSpaces.keySet().iterator()
				.next());
		}
		return fresh;
	}

	private SearchSpace axes() {
		final List<Parameter> axes = new ArrayList<>();
		axes.add(axis("min_sigma", "px", ranges.minSigma(), true));
		axes.add(axis(MAX_SIGMA_POSITION, "1", new Range(0, isMaxSigmaFixed() ? 0 : 1), false));
		if (!sharesThresholds()) axes.add(axis(THRESHOLD_POSITION, "1", new Range(0, 1), false));
		else {
			final Range threshold = thresholds.values().iterator().next();
			axes.add(axis("threshold", "1", threshold, threshold.low() > 0));
		}
		axes.add(axis("overlap", "1", ranges.overlap(), false));
		axes.addAll(images.axes());
		return new SearchSpace(axes);
	}

	private static Parameter axis(final String name, final String unit, final Range range,
		final boolean log)
	{
		return Parameter.of(name, unit, range.low(), range.high(), log);
	}
}
