package sc.fiji.rewardanalysis.core.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.ParetoFront;

/**
 * Finds the exact front of several scale spaces: at each all thresholds and all
 * overlaps of the ranges count, not a sample of them.
 */
final class ExactSearch {

	/** Cells smaller than this part of the largest with the same objectives are left out. */
	private static final double ROBUST = 0.2;

	private final LogAtomFinding analysis;
	private final List<Configuration> settings;
	private final IntToDoubleFunction countError;
	private final long limit;
	private final List<ExactPlane> planes = new ArrayList<>();

	/**
	 * Finds candidates and pairs, so that the work to come is known; up to a limit.
	 *
	 * @param settings of scales and preparation; their thresholds and overlaps mean
	 *          nothing
	 * @param countError the first objective by the number of atoms
	 * @param limit of the work
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	ExactSearch(final LogAtomFinding analysis, final List<Configuration> settings,
		final IntToDoubleFunction countError, final long limit, final Progress progress)
	{
		this.limit = limit;
		this.analysis = analysis;
		this.settings = List.copyOf(settings);
		this.countError = countError;
		for (int i = 0; i < settings.size() && !isTooMuch(); i++) {
			progress.update((double) i / settings.size(), "Candidates at setting " + (i + 1) + " of " +
				settings.size());
			final Configuration setting = settings.get(i);
			planes.add(new ExactPlane(analysis.candidates(setting, progress.silent()), analysis.area(),
				analysis.physics(), analysis.thresholds(setting), analysis.ranges().overlap(), countError,
				progress.silent()));
		}
	}

	/** An upper bound of the steps that {@link #front} takes, by count, not by the clock. */
	long work() {
		return planes.stream().mapToLong(ExactPlane::work).sum();
	}

	/** Whether the work is above the limit. */
	boolean isTooMuch() {
		return work() > limit;
	}

	/** The front; each plane on one thread. */
	ExactFront front(final Progress progress) {
		progress.update(0, "Thresholds and overlaps");
		final var executor = Parallelization.getTaskExecutor();
		final Progress silent = progress.silent();
		final double bound = executor.forEachApply(planes, p -> p.bound(silent)).stream()
			.mapToDouble(Double::doubleValue).min().orElse(Double.POSITIVE_INFINITY);
		final List<List<PlaneOutcome>> fronts = executor.forEachApply(planes, p -> p.front(bound,
			silent));
		final List<ExactFront.Point> points = new ArrayList<>();
		for (int i = 0; i < fronts.size(); i++)
			for (final PlaneOutcome outcome : fronts.get(i))
				points.add(point(settings.get(i), outcome));
		return new ExactFront(nonDominated(points), planes.size(), sum(ExactPlane::candidates), sum(
			ExactPlane::pairs), sum(ExactPlane::cells), sum(ExactPlane::outcomes));
	}

	private long sum(final ToLongFunction<ExactPlane> what) {
		return planes.stream().mapToLong(what).sum();
	}

	private ExactFront.Point point(final Configuration setting, final PlaneOutcome outcome) {
		return new ExactFront.Point(analysis.at(setting, outcome.threshold(), outcome.overlap()), outcome
			.count(), outcome.errors(), countError.applyAsDouble(outcome.count()), outcome.errors() /
				analysis.physics().expectedJudged(), outcome.size());
	}

	private static List<ExactFront.Point> nonDominated(final List<ExactFront.Point> points) {
		final boolean[] onFront = ParetoFront.nonDominated(points.stream().map(p -> new double[] { p
			.countError(), p.spacingError() }).toArray(double[][]::new));
		return IntStream.range(0, onFront.length).filter(i -> onFront[i]).mapToObj(points::get).sorted(
			Comparator.comparingDouble(ExactFront.Point::countError).thenComparingDouble(
				ExactFront.Point::spacingError).thenComparing(Comparator.comparingDouble(
					ExactFront.Point::size).reversed())).toList();
	}

	/**
	 * The points that stand for the front: of each pair of objectives and each setting the
	 * largest cell, without those that are far smaller than the largest of the same
	 * preparation. A small cell may owe its objectives to chance.
	 */
	List<ExactFront.Point> representatives(final ExactFront front) {
		final List<ExactFront.Point> chosen = new ArrayList<>();
		final Map<Object, Double> largest = new HashMap<>();
		final Set<Object> seen = new HashSet<>();
		for (final ExactFront.Point p : front.points()) {
			final List<?> objectives = List.of(p.countError(), p.errors());
			final double most = largest.computeIfAbsent(List.of(objectives, analysis.preparation(p
				.configuration())), k -> p.size());
			final Configuration setting = analysis.setting(p.configuration());
			if (p.size() >= ROBUST * most && seen.add(List.of(objectives, setting))) chosen.add(p);
		}
		return chosen;
	}
}
