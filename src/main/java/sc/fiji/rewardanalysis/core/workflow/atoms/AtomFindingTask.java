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
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import net.imglib2.Dimensions;
import net.imglib2.FinalDimensions;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.detect.ValidArea;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Engine;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.workflow.Optimization;
import sc.fiji.rewardanalysis.core.workflow.Range;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;

/**
 * LoG*: the Laplacian-of-Gaussian detection of one image, driven by the physics that
 * is expected of it (Barakati et al. 2024).
 */
public final class AtomFindingTask implements AtomTask {

	/**
	 * A pixel that is no number spoils atoms up to this far away, in units of the distance
	 * of neighbouring columns: the radius of the largest blob that is searched.
	 */
	private static final double INVALID_REACH = 0.5 * Math.sqrt(2);

	/** A fit to the crystal that is better by less than this part may be chance. */
	private static final double BETTER = 0.05;

	/** More than any residual, nm. */
	private static final double BEHIND = 1e6;

	/** What was asked for, with invalid pixels. */
	private final Area whole;
	private final Dimensions size;
	private final ValidArea valid;
	private final AtomJudge judge;
	private final TaskRanges ranges;
	private final PreparedImages images;
	private final LogAtomFinding analysis;
	private final Optimization<AtomSet> optimization;

	/** Parameters that come first among equals; null for none. */
	private final Configuration kept;

	/**
	 * Normalises the image and derives what to expect and where to search.
	 *
	 * @param image two-dimensional, as recorded
	 * @param whole the part to analyse, in the image's coordinates
	 * @param settings what the user said
	 */
	public <T extends RealType<T>> AtomFindingTask(final RandomAccessibleInterval<T> image,
		final Area whole, final AtomFindingSettings settings, final Progress progress)
	{
		this(() -> image, whole, settings, keep(settings, image), null, progress);
	}

	/** What a single image keeps. */
	private static PreparedImages.Keep keep(final AtomFindingSettings settings,
		final Dimensions size)
	{
		return PreparedImages.keep(1, settings.preparation(), Intervals.numElements(size)).get(0);
	}

	/**
	 * One of several images.
	 *
	 * @param source gives the same image whenever it is asked
	 * @param keep how many of its detectors
	 * @param shared where to search; null to derive it
	 */
	<T extends RealType<T>> AtomFindingTask(final Supplier<RandomAccessibleInterval<T>> source,
		final Area whole, final AtomFindingSettings settings, final PreparedImages.Keep keep,
		final SharedRanges shared, final Progress progress)
	{
		kept = null;
		final RandomAccessibleInterval<T> image = source.get();
		this.whole = whole;
		size = new FinalDimensions(image);
		valid = validArea(image, whole, settings, progress);
		judge = AtomJudge.of(settings, valid.area());
		images = prepared(source, keep);
		ranges = shared == null ? TaskRanges.derived(images, physics(), settings, progress) : TaskRanges
			.shared(images, shared, spacing(), Set.of());
		analysis = newAnalysis();
		optimization = newOptimization();
	}

	/** The same task of another image. */
	private <T extends RealType<T>> AtomFindingTask(final AtomFindingTask former,
		final RandomAccessibleInterval<T> image, final Progress progress)
	{
		whole = former.whole;
		size = former.size;
		kept = null;
		final AtomFindingSettings settings = former.settings();
		valid = validArea(image, whole, settings, progress);
		// What to expect follows from the area alone.
		judge = valid.invalid() + former.valid.invalid() == 0 ? former.judge : AtomJudge.of(settings, valid
			.area());
		images = prepared(() -> image, keep(settings, size));
		ranges = former.ranges.elsewhere().withNumSigma(settings.numSigma());
		analysis = newAnalysis();
		optimization = newOptimization();
	}

	/** The same task with another place to search, or with parameters that are preferred. */
	private AtomFindingTask(final AtomFindingTask other, final TaskRanges ranges,
		final Configuration kept)
	{
		whole = other.whole;
		size = other.size;
		valid = other.valid;
		judge = other.judge;
		images = other.images;
		this.ranges = ranges;
		this.kept = kept;
		analysis = ranges == other.ranges ? other.analysis : newAnalysis();
		optimization = newOptimization();
	}

	/** The same task in a part of its area, with one of its preparations and maxima that are known. */
	AtomFindingTask(final AtomFindingTask whole, final PreparedImages images, final Area part,
		final AtomPhysics physics, final Range threshold, final SharedMaxima shared)
	{
		this.whole = part;
		size = whole.size;
		valid = new ValidArea(part, 0, whole.valid.distance(), 0);
		judge = new AtomJudge(whole.settings(), physics);
		this.images = images;
		kept = null;
		ranges = whole.ranges.only(images.all().get(0), threshold);
		analysis = new LogAtomFinding(images, part, physics, ranges.all(), ranges.thresholds(), shared);
		optimization = newOptimization();
	}

	private LogAtomFinding newAnalysis() {
		return new LogAtomFinding(images, valid.area(), physics(), ranges.all(), ranges.thresholds());
	}

	private Optimization<AtomSet> newOptimization() {
		return new Optimization<>(analysis, goals(), heldOut(), AtomSet::isFeasible);
	}

	private static <T extends RealType<T>> ValidArea validArea(final RandomAccessibleInterval<T> image,
		final Area whole, final AtomFindingSettings settings, final Progress progress)
	{
		return ValidArea.of(image, whole, INVALID_REACH * settings.lattice().nearestDistance() / settings
			.pixelSize(), progress);
	}

	private <T extends RealType<T>> PreparedImages prepared(
		final Supplier<RandomAccessibleInterval<T>> source, final PreparedImages.Keep keep)
	{
		final AtomFindingSettings settings = settings();
		return new PreparedImages(source, valid.area(), settings.normalization(), settings.preparation(),
			PreparationOptions.backgroundSigma(settings.lattice(), settings.pixelSize(), Math.max(size
				.dimension(0), size.dimension(1))), PreparationOptions.denoiseSigma(settings.lattice(),
					settings.pixelSize()), keep);
	}

	/** The image in the preparations to choose from. */
	PreparedImages images() {
		return images;
	}

	/** The same task with parameters that it shares with other images. */
	AtomFindingTask within(final SharedRanges shared) {
		return new AtomFindingTask(this, TaskRanges.shared(images, shared, spacing(), ranges.weaker()),
			null);
	}

	/**
	 * The same task of another image of a series. It searches the same ranges, thresholds
	 * included, so next to nothing has to be worked out; {@link FollowedSearch} derives the image's
	 * own if they don't do. Of this task's image nothing is kept.
	 *
	 * @param image of the same size
	 * @throws RewardAnalysisException if it has another size, or nothing of it is valid
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public <T extends RealType<T>> AtomFindingTask next(final RandomAccessibleInterval<T> image,
		final Progress progress)
	{
		if (!Intervals.equalDimensions(size, image)) throw new RewardAnalysisException(
			"An image of %d x %d px can't follow one of %d x %d px; give images of one size.", image
				.dimension(0), image.dimension(1), size.dimension(0), size.dimension(1));
		return new AtomFindingTask(this, image, progress);
	}

	/** The same task where this image alone would be searched. */
	AtomFindingTask withOwnRanges(final Progress progress) {
		return ranges.own() ? this : new AtomFindingTask(this, TaskRanges.derived(images,
			physics(), settings(), progress), null);
	}

	/** The same task, whose {@link #pick} prefers one configuration among equals. */
	AtomFindingTask preferring(final Configuration configuration) {
		return new AtomFindingTask(this, ranges, configuration);
	}

	/** The same task with another number of scales between the same ends. */
	AtomFindingTask withNumSigma(final int number) {
		return new AtomFindingTask(this, ranges.withNumSigma(number), kept);
	}

	/** Whether a preparation's opposite contrast is searched too and has the stronger blobs. */
	boolean isWeaker(final Preparation preparation, final Progress progress) {
		return ranges.own() ? ranges.weaker().contains(preparation) : TaskRanges.isWeaker(images,
			preparation, physics(), progress);
	}

	/** Where this image alone would be searched. */
	SharedRanges.Own own(final String name) {
		return new SharedRanges.Own(name, ranges.all(), List.copyOf(ranges.thresholds().values()), spacing());
	}

	/** The distance of neighbouring columns, px. */
	public double spacing() {
		return physics().nearestDistance() / physics().pixelSize();
	}

	/** Whether the opposite contrast has the stronger blobs with one of the study's evaluations. */
	boolean isWeaker(final Configuration configuration) {
		return ranges.weaker().contains(analysis.preparation(configuration));
	}

	/** An empty study of this task. */
	public Study newStudy(final Engine engine, final long seed) {
		return optimization.newStudy(engine, seed);
	}

	/**
	 * Continues a study until the rule says stop or the user cancels.
	 *
	 * @param listener called after each evaluation, on this thread
	 * @return why it ended, in words
	 */
	public String run(final Study study, final StopRule rule, final Progress progress,
		final Consumer<Evaluation> listener)
	{
		return optimization.run(study, rule, progress, listener);
	}

	/** The same, with a log that keeps what happens. */
	public String run(final Study study, final StopRule rule, final StudyLog log, final Progress progress,
		final SearchListener listener)
	{
		listener.begun(study);
		return optimization.run(study, rule, 1, log, progress, e -> listener.evaluated(study, e));
	}

	/** From parameters to atoms. */
	public LogAtomFinding analysis() {
		return analysis;
	}

	/** A search of this task's parameters. */
	public AtomFindingSearch search() {
		return new AtomFindingSearch(this, analysis);
	}

	/**
	 * The solution that a rule picks from the front. QC and ER are blind within the
	 * band of possible counts and often several solutions have neither error; of those
	 * the one whose atoms' surroundings fit the crystal best is taken. If the contrast was
	 * searched, those of the contrast with the stronger blobs come first.
	 *
	 * @return empty if nothing was feasible
	 */
	public Optional<Evaluation> pick(final Study study, final Pick rule) {
		final List<Evaluation> front = study.front();
		return front.isEmpty() ? Optional.empty() : Optional.of(rule.choose(front, study.reference(),
			this::tie));
	}

	private double tie(final Evaluation e) {
		final double residual = e.metrics().getOrDefault(tieBreaker().name(), Double.NaN);
		final double fit = e.configuration().equals(kept) ? (1 - BETTER) * residual : residual;
		return isWeaker(e.configuration()) ? fit + BEHIND : fit;
	}

	/** The atoms of one of the study's evaluations. */
	public AtomSolution solution(final Evaluation evaluation, final Progress progress) {
		return solution(evaluation, evaluation.configuration(), progress);
	}

	/** @param own what the evaluation's configuration means for this image */
	AtomSolution solution(final Evaluation evaluation, final Configuration own,
		final Progress progress)
	{
		final AtomSet atoms = analysis.analyse(own, progress);
		return new AtomSolution(evaluation, analysis.preparation(own), analysis.parameters(own), atoms,
			AtomJudge.errors(atoms));
	}

	/**
	 * In a line each what was expected and, of a solution, what was found: the count
	 * against the band and against the plain number.
	 *
	 * @param solution null before there is one
	 */
	public String expectation(final AtomSolution solution) {
		return solution == null ? judge.expectation(null, 0) : judge.expectation(solution.atoms(), solution
			.errors().length);
	}

	/** The detection's parameters of one of the study's evaluations. */
	public LogParameters parameters(final Evaluation evaluation) {
		return analysis.parameters(evaluation.configuration());
	}

	/** The point of the search space, with the first preparation, that is nearest to a detection. */
	public Configuration configuration(final LogParameters p) {
		return analysis.nearest(p);
	}

	/** What one of the study's evaluations did to the image before. */
	public Preparation preparation(final Evaluation evaluation) {
		return analysis.preparation(evaluation.configuration());
	}

	@Override
	public AtomJudge judge() {
		return judge;
	}

	@Override
	public ValidArea validArea() {
		return valid;
	}

	/**
	 * Where parameters are searched. If several preparations have thresholds of their own,
	 * theirs holds all of them.
	 */
	public LogRanges ranges() {
		return ranges.all();
	}
}
