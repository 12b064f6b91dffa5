package sc.fiji.rewardanalysis.core.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.detect.ValidArea;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Engine;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.CountError;
import sc.fiji.rewardanalysis.core.reward.CountInstability;
import sc.fiji.rewardanalysis.core.reward.CoverageGap;
import sc.fiji.rewardanalysis.core.reward.LatticeResidual;
import sc.fiji.rewardanalysis.core.reward.MeanResponse;
import sc.fiji.rewardanalysis.core.reward.NeighbourDistance;
import sc.fiji.rewardanalysis.core.reward.Reward;
import sc.fiji.rewardanalysis.core.reward.SpacingError;

/**
 * LoG*: the Laplacian-of-Gaussian detection of one image, driven by the physics that
 * is expected of it (Barakati et al. 2024).
 */
public final class AtomFindingTask {

	private static final SpacingError SPACING = new SpacingError();
	private static final LatticeResidual TIE_BREAKER = new LatticeResidual();

	/**
	 * A pixel that is no number spoils atoms up to this far away, in units of the distance
	 * of neighbouring columns: the radius of the largest blob that is searched.
	 */
	private static final double INVALID_REACH = 0.5 * Math.sqrt(2);

	/** More than any residual, nm. */
	private static final double BEHIND = 1e6;

	private final AtomFindingSettings settings;
	private final ValidArea valid;
	private final AtomPhysics physics;
	private final LogRanges ranges;
	private final PreparedImages images;

	/** By preparation, in the order of {@link PreparedImages#all}. */
	private final Map<Preparation, Range> thresholds;

	/** Preparations whose strongest blobs are weaker than those of the opposite contrast. */
	private final Set<Preparation> weaker;
	private final LogAtomFinding analysis;
	private final List<Goal<AtomSet>> goals;
	private final List<Reward<AtomSet>> heldOut;
	private final Optimization<AtomSet> optimization;

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
		this(() -> image, whole, settings, PreparedImages.keep(1, settings.preparation(), image.dimension(
			0) * image.dimension(1)).get(0), null, progress);
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
		this.settings = settings;
		final RandomAccessibleInterval<T> image = source.get();
		valid = ValidArea.of(image, whole, INVALID_REACH * settings.lattice().nearestDistance() / settings
			.pixelSize(), progress);
		final Area area = valid.area();
		physics = settings.physics(area);
		images = new PreparedImages(source, area, settings.normalization(), settings.preparation(),
			PreparationOptions.backgroundSigma(settings.lattice(), settings.pixelSize(), Math.max(image
				.dimension(0), image.dimension(1))), PreparationOptions.denoiseSigma(settings.lattice(),
					settings.pixelSize()), keep);
		goals = goals(settings.countRule(), physics);
		heldOut = heldOut(settings.countRule() == AtomFindingSettings.CountRule.BAND);
		if (shared == null) {
			final Map<Preparation, LogRanges> derived = derived(images, physics, progress);
			weaker = weaker(derived);
			thresholds = new LinkedHashMap<>();
			images.all().forEach(p -> thresholds.put(p, settings.threshold() != null ? settings.threshold()
				: derived.get(p).threshold()));
			// All but the thresholds are the same for every preparation.
			ranges = derived.get(images.all().get(0)).given(settings).withThreshold(thresholds.values()
				.stream().reduce(Range::union).orElseThrow());
		}
		else {
			weaker = Set.of();
			thresholds = thresholds(shared);
			ranges = shared.in(spacing());
		}
		analysis = new LogAtomFinding(images, area, physics, ranges, thresholds);
		optimization = new Optimization<>(analysis, goals, heldOut, AtomSet::isFeasible);
	}

	/** The same task with another place to search. */
	private AtomFindingTask(final AtomFindingTask other, final SharedRanges shared) {
		settings = other.settings;
		valid = other.valid;
		physics = other.physics;
		images = other.images;
		weaker = other.weaker;
		goals = other.goals;
		heldOut = other.heldOut;
		thresholds = thresholds(shared);
		ranges = shared.in(spacing());
		analysis = new LogAtomFinding(images, valid.area(), physics, ranges, thresholds);
		optimization = new Optimization<>(analysis, goals, heldOut, AtomSet::isFeasible);
	}

	/** The same task in a part of its area, with one of its preparations and maxima that are known. */
	AtomFindingTask(final AtomFindingTask whole, final PreparedImages images, final Area part,
		final AtomPhysics physics, final Range threshold, final SharedMaxima shared)
	{
		settings = whole.settings;
		valid = new ValidArea(part, 0, whole.valid.distance(), 0);
		this.physics = physics;
		this.images = images;
		weaker = Set.of();
		goals = goals(settings.countRule(), physics);
		heldOut = whole.heldOut;
		thresholds = Map.of(images.all().get(0), threshold);
		ranges = whole.ranges.withThreshold(threshold);
		analysis = new LogAtomFinding(images, part, physics, ranges, thresholds, shared);
		optimization = new Optimization<>(analysis, goals, heldOut, AtomSet::isFeasible);
	}

	static List<Goal<AtomSet>> goals(final AtomFindingSettings.CountRule rule,
		final AtomPhysics physics)
	{
		final boolean band = rule == AtomFindingSettings.CountRule.BAND;
		final CountError count = band ? CountError.band() : CountError.paper();
		final Link link = band ? Link.countBand(physics.expected(), physics.low(), physics.high()) : Link
			.countBand(physics.expected(), physics.expected(), physics.expected());
		return List.of(new Goal<>(count, link, 1), new Goal<>(SPACING, Link.squareRoot(), 1));
	}

	/** The image in the preparations to choose from. */
	PreparedImages images() {
		return images;
	}

	/** The same task with parameters that it shares with other images. */
	AtomFindingTask within(final SharedRanges shared) {
		return new AtomFindingTask(this, shared);
	}

	private Map<Preparation, Range> thresholds(final SharedRanges shared) {
		final Map<Preparation, Range> all = new LinkedHashMap<>();
		for (int i = 0; i < images.all().size(); i++)
			all.put(images.all().get(i), shared.thresholds().get(i));
		return all;
	}

	/** Where this image alone would be searched. */
	SharedRanges.Own own(final String name) {
		return new SharedRanges.Own(name, ranges, List.copyOf(thresholds.values()), spacing());
	}

	/** The distance of neighbouring columns, px. */
	public double spacing() {
		return physics.nearestDistance() / physics.pixelSize();
	}

	/** Whether the opposite contrast has the stronger blobs with one of the study's evaluations. */
	boolean isWeaker(final Configuration configuration) {
		return weaker.contains(analysis.preparation(configuration));
	}

	/**
	 * The rewards that are reported next to the front and never searched for. All but
	 * the tie breaker don't take part in the pick either.
	 */
	static List<Reward<AtomSet>> heldOut(final boolean band) {
		return List.of(band ? CountError.paper() : CountError.band(), new CoverageGap(),
			TIE_BREAKER, new NeighbourDistance(), new MeanResponse(), new CountInstability());
	}

	/** The ranges that follow from each preparation. */
	private static Map<Preparation, LogRanges> derived(final PreparedImages images,
		final AtomPhysics physics, final Progress progress)
	{
		final Map<Preparation, LogRanges> derived = new LinkedHashMap<>();
		// The first one last, so that the search finds it in memory.
		final List<Preparation> preparations = new ArrayList<>(images.all());
		Collections.reverse(preparations);
		final double n = preparations.size();
		for (int i = 0; i < n; i++) {
			final Progress part = progress.part(i / n, (i + 1) / n);
			derived.put(preparations.get(i), LogRanges.derived(images.detector(preparations.get(i), part
				.part(0, 0.5)), physics, part.part(0.5, 1)));
		}
		return derived;
	}

	/**
	 * Gaps between columns lie as regularly as columns, so where the contrast is searched
	 * no reward tells the two apart. But columns are narrower than what is between them:
	 * their blobs are the stronger ones. The upper end of the thresholds is twice the
	 * response that a quarter of the expected columns exceed.
	 */
	private static Set<Preparation> weaker(final Map<Preparation, LogRanges> derived) {
		return derived.keySet().stream().filter(p -> derived.containsKey(p.inverse()) && derived.get(p)
			.threshold().high() < derived.get(p.inverse()).threshold().high()).collect(Collectors
				.toUnmodifiableSet());
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
	String run(final Study study, final StopRule rule, final StudyLog log, final Progress progress,
		final SearchListener listener)
	{
		listener.begun(study);
		return optimization.run(study, rule, 1, log, progress, e -> listener.evaluated(study, e));
	}

	LogAtomFinding analysis() {
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
		final double residual = e.metrics().getOrDefault(TIE_BREAKER.name(), Double.NaN);
		return weaker.contains(preparation(e)) ? residual + BEHIND : residual;
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
			SPACING.score(atoms).blamed());
	}

	/**
	 * In a line each what was expected and, of a solution, what was found: the count
	 * against the band and against the plain number.
	 *
	 * @param solution null before there is one
	 */
	public String expectation(final AtomSolution solution) {
		return expectation(settings, physics, solution == null ? null : solution.atoms(), solution == null
			? 0 : solution.errors().length);
	}

	/** The same of any atoms; null before there are any. */
	static String expectation(final AtomFindingSettings settings, final AtomPhysics physics,
		final AtomSet atoms, final int errors)
	{
		final String expected = String.format(Locale.ROOT, "%s: %.1f columns expected, %d to %d possible",
			settings.lattice().name(), physics.expected(), physics.low(), physics.high());
		if (atoms == null) return expected;
		return String.format(Locale.ROOT, "%s\n%d found: QC %.3f against the band, %.3f against the expected number; %d errors",
			expected, atoms.counted().length, CountError.band().score(atoms).value(), CountError.paper().score(
				atoms).value(), errors);
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

	/** What of the image is analysed. */
	public ValidArea validArea() {
		return valid;
	}

	/** What the user said. */
	public AtomFindingSettings settings() {
		return settings;
	}

	/** What is expected of the image. */
	public AtomPhysics physics() {
		return physics;
	}

	/** The rewards that the search pursues, in the order of a study's objectives. */
	public List<Goal<AtomSet>> goals() {
		return goals;
	}

	/** The rewards that are only reported. */
	public List<Reward<AtomSet>> heldOut() {
		return heldOut;
	}

	/** The reported reward that decides among solutions which the goals can't tell apart. */
	public Reward<AtomSet> tieBreaker() {
		return TIE_BREAKER;
	}

	/**
	 * Where parameters are searched. If several preparations have thresholds of their own,
	 * theirs holds all of them.
	 */
	public LogRanges ranges() {
		return ranges;
	}
}
