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

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.optimize.Engine;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.workflow.PooledAnalysis;
import sc.fiji.rewardanalysis.core.workflow.PooledOptimization;
import sc.fiji.rewardanalysis.core.workflow.Pooling;
import sc.fiji.rewardanalysis.core.workflow.SampledRun;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.StudyImage;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;

/**
 * LoG* of several images with one set of parameters, each image judged by its own crystal
 * and pixel size. Some images may be held out: nothing of them is read before they are
 * asked for, so they tell how the parameters do on images that the search has not seen.
 * <p>
 * Memory: detectors, which hold an image normalised and its planes, are kept of as many
 * images as fit into a quarter of what Java may use, their planes into another quarter;
 * those of the others, and of images held out, are made anew whenever they are needed.
 */
public final class PooledAtomFinding {

	/** More than any residual, nm. */
	private static final double BEHIND = 1e6;

	/** Below so many pixels a detector has a single tile, which one thread works on. */
	private static final long SINGLE_TILE = 512 * 512;

	/** What an image is there for. */
	public enum Role {
			/** Its rewards are pursued. */
			SEARCHED,
			/** Looked at after the search only. */
			HELD_OUT,
			/** It can't be analysed. */
			LEFT_OUT
	}

	/**
	 * An image.
	 *
	 * @param name short and unique, without a comma
	 * @param heldOut whether the search mustn't see it
	 * @param pixels gives the same pixels whenever it is asked; two-dimensional, as recorded
	 * @param area the part to analyse, in the image's coordinates
	 * @param settings what the user says of it; ranges hold for all images
	 */
	public record Image(String name, boolean heldOut,
		Supplier<RandomAccessibleInterval<FloatType>> pixels, Area area, AtomFindingSettings settings)
	{

		public Image {
			Checks.given("name of an image", name);
			Checks.given("pixels", pixels);
			Checks.given("area", area);
			Checks.given("settings", settings);
		}

		/** Its name in sentences: without underscores. */
		public String title() {
			return name.replace('_', ' ');
		}
	}

	private final List<Image> images;
	private final SharedRanges shared;
	private final Map<Integer, AtomFindingTask> searched = new LinkedHashMap<>();

	/** Made when they are asked for. */
	private final Map<Integer, AtomFindingTask> heldOut = new LinkedHashMap<>();

	/** Why images are left out. */
	private final Map<Integer, String> failures = new LinkedHashMap<>();
	private final PooledOptimization<AtomSet> optimization;

	/**
	 * Normalises the images that are searched and derives what to expect and where to search.
	 * Those with which that is impossible are left out.
	 *
	 * @throws RewardAnalysisException if none is left
	 */
	public PooledAtomFinding(final List<Image> images, final Pooling pooling,
		final Progress progress)
	{
		this.images = List.copyOf(images);
		final List<Integer> toSearch = IntStream.range(0, images.size()).filter(i -> !images.get(i)
			.heldOut()).boxed().toList();
		if (toSearch.isEmpty()) throw new RewardAnalysisException(
			"There is no image to search; hold out fewer.");
		final long pixels = toSearch.stream().mapToLong(i -> box(images.get(i).area())).max().orElse(0);
		final List<PreparedImages.Keep> keep = PreparedImages.keep(toSearch.size(), images.get(toSearch.get(
			0)).settings().preparation(), pixels);
		RewardAnalysisException last = null;
		for (int k = 0; k < toSearch.size(); k++) {
			progress.update((double) k / toSearch.size(), "Preparing " + images.get(toSearch.get(k)).title());
			progress.checkCanceled();
			try {
				searched.put(toSearch.get(k), task(toSearch.get(k), keep.get(k), null, progress.silent()));
			}
			catch (final RewardAnalysisException exc) {
				last = exc;
				failures.put(toSearch.get(k), exc.getMessage());
			}
		}
		if (searched.isEmpty()) throw last;
		shared = SharedRanges.of(searched.entrySet().stream().map(e -> e.getValue().own(images.get(e
			.getKey()).name())).toList());
		searched.replaceAll((i, task) -> task.within(shared));
		final boolean allKept = !keep.contains(PreparedImages.Keep.NOTHING);
		optimization = new PooledOptimization<>(new PooledAnalysis<>(searched.entrySet().stream().map(
			e -> study(images.get(e.getKey()).name(), e.getValue())).toList(), allKept && pixels <=
				SINGLE_TILE), pooling);
	}

	private static long box(final Area area) {
		return (long) Math.ceil((area.maxX() - area.minX()) * (area.maxY() - area.minY()));
	}

	private AtomFindingTask task(final int i, final PreparedImages.Keep keep,
		final SharedRanges ranges, final Progress progress)
	{
		final Image image = images.get(i);
		return new AtomFindingTask(image.pixels(), image.area(), image.settings(), keep, ranges,
			progress);
	}

	/** An image as the search of several judges it. */
	StudyImage<AtomSet> study(final String name, final AtomFindingTask task) {
		return new StudyImage<>(name, new SpacedAnalysis(task.analysis(), shared, task.spacing()), task
			.goals(), task.heldOut(), AtomSet::isFeasible);
	}

	/** An empty study of these images. */
	public Study newStudy(final Engine engine, final long seed) {
		return optimization.newStudy(engine, seed);
	}

	/**
	 * Searches one parameter set after the other.
	 *
	 * @param opener begins the log of the study, or resumes one
	 * @param listener is told what there is until now
	 * @return what there is, even if cancelled
	 * @throws RewardAnalysisException if there is no such search of several images, or nothing
	 *           works from the start
	 */
	public SearchResult search(final SearchEngine engine, final StopRule rule,
		final long seed, final StudyLog.Opener opener, final Progress progress,
		final SearchListener listener)
	{
		checkEngine(engine);
		final SearchEngine taken = engine == SearchEngine.AUTO ? SearchEngine.BAYESIAN : engine;
		final Study study = newStudy(taken.newEngine(rule.budget()), seed);
		final SampledRun run = SampledRun.of(study, taken, engine == taken ? SearchReport.AS_ASKED
			: "Several images have no exact search.", rule, opener, log -> {
				listener.begun(study);
				return optimization.run(study, rule, log, progress, e -> listener.evaluated(study, e));
			});
		return new SearchResult(study, new SearchReport(taken, run.reason(), run.stop(), null,
			Double.NaN));
	}

	/** @throws RewardAnalysisException if it doesn't search several images */
	public static void checkEngine(final SearchEngine engine) {
		if (Checks.given("engine", engine) == SearchEngine.EXACT) throw new RewardAnalysisException(
			"engine is \"exact\", which takes a single image; choose auto or bayesian, for instance, or slices=current.");
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

	/**
	 * The solution that a rule picks from the front. Of several that are equally good the one
	 * whose atoms' surroundings fit the crystal best, on average, is taken; if the contrast was
	 * searched, those come first whose blobs are the stronger ones in most of the images.
	 *
	 * @return empty if nothing was feasible
	 */
	public Optional<Evaluation> pick(final Study study, final Pick rule) {
		final List<Evaluation> front = study.front();
		return front.isEmpty() ? Optional.empty() : Optional.of(rule.choose(front, study.reference(),
			this::tie));
	}

	private double tie(final Evaluation e) {
		final double residual = e.metrics().getOrDefault(first().tieBreaker().name(), Double.NaN);
		final long weaker = searched.values().stream().filter(t -> t.isWeaker(e.configuration())).count();
		return 2 * weaker > searched.size() ? residual + BEHIND : residual;
	}

	private AtomFindingTask first() {
		return searched.values().iterator().next();
	}

	/** How images are pooled. */
	public Pooling pooling() {
		return optimization.pooling();
	}

	/** All images, in the order given. */
	public List<Image> images() {
		return images;
	}

	/** What an image is there for, by its index. */
	public synchronized Role role(final int i) {
		if (failures.containsKey(i)) return Role.LEFT_OUT;
		return images.get(i).heldOut() ? Role.HELD_OUT : Role.SEARCHED;
	}

	/** Why an image was left out, a sentence; empty if it wasn't. */
	public synchronized String failure(final int i) {
		return failures.getOrDefault(i, "");
	}

	/** How many images have that role. */
	public int count(final Role role) {
		return (int) IntStream.range(0, images.size()).filter(i -> role(i) == role).count();
	}

	/** The names of the rewards that the search pursues on each image. */
	public List<String> goals() {
		return first().goals().stream().map(g -> g.reward().name()).toList();
	}

	/** A task of one of the searched images; parameters are those of all. */
	public AtomFindingTask anyTask() {
		return first();
	}

	/** What one of the study's evaluations means for the image of {@link #anyTask}. */
	public LogParameters parameters(final Evaluation evaluation) {
		final AtomFindingTask task = first();
		return task.analysis().parameters(shared.inPixels(evaluation.configuration(), task.ranges(), task
			.spacing()));
	}

	/** Whether scales are searched in px; otherwise in units of the columns' distance. */
	public boolean isInPixels() {
		return shared.inPixels();
	}

	/**
	 * One of the images as a task of its own. Those held out are made ready here; if that is
	 * impossible, they are left out from now on.
	 *
	 * @return empty if the image is left out
	 * @throws CancellationException if cancelled
	 */
	public synchronized Optional<AtomFindingTask> task(final int i, final Progress progress) {
		if (failures.containsKey(i)) return Optional.empty();
		if (searched.containsKey(i)) return Optional.of(searched.get(i));
		try {
			if (!heldOut.containsKey(i)) heldOut.put(i, task(i, PreparedImages.Keep.NOTHING, shared, progress
				.silent()));
			return Optional.of(heldOut.get(i));
		}
		catch (final RewardAnalysisException exc) {
			failures.put(i, exc.getMessage());
			return Optional.empty();
		}
	}

	/**
	 * The atoms of one of the study's evaluations in one of the images.
	 *
	 * @return empty if the image is left out
	 * @throws CancellationException if cancelled
	 */
	public Optional<AtomSolution> solution(final int i, final Evaluation evaluation,
		final Progress progress)
	{
		return task(i, progress).map(task -> task.solution(evaluation, shared.inPixels(evaluation
			.configuration(), task.ranges(), task.spacing()), progress.silent()));
	}

	/** The means of the goals over the images that were searched; NaN if it failed. */
	public double[] searchedMeans(final Evaluation evaluation) {
		return Arrays.stream(optimization.values(evaluation)).mapToDouble(v -> Arrays.stream(v).average()
			.orElse(Double.NaN)).toArray();
	}

	/**
	 * The means of the goals over the images held out, for some evaluations. Images on which
	 * the parameters mean nothing count as well.
	 *
	 * @param evaluations the most important ones first
	 * @return by the evaluations' numbers; NaN without such images. If cancelled, those that
	 *         are finished
	 */
	public Map<Integer, double[]> heldOutMeans(final List<Evaluation> evaluations,
		final Progress progress)
	{
		return new HeldOutMeans(this).of(evaluations, progress);
	}

	/** In a line what is pooled. */
	public String expectation() {
		final int out = count(Role.HELD_OUT), left = count(Role.LEFT_OUT);
		return String.format(Locale.ROOT, "%s: %s over %d image%s%s%s", first().settings().lattice().name(),
			pooling().name().toLowerCase(Locale.ROOT), searched.size(), searched.size() == 1 ? "" : "s", out == 0 ? "" : ", " + out +
				" held out", left == 0 ? "" : ", " + left + " left out");
	}
}
