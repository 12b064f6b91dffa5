package sc.fiji.rewardanalysis.core.workflow.amorphous;

import java.util.List;
import java.util.Optional;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.optimize.Engine;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.AtomFindingSearch;
import sc.fiji.rewardanalysis.core.workflow.Optimization;
import sc.fiji.rewardanalysis.core.workflow.SampledRun;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;

/** The search for the amorphous regions of one image, with all that belongs to it. */
public final class RegionTask {

	private final RegionFinder finder;
	private final RegionRanges ranges;
	private final RegionObjectives objectives;
	private final RegionFinding analysis;
	private final Optimization<AmorphousRegions> optimization;

	/**
	 * @param finder looks at the image
	 * @param ranges where to search
	 * @param objectives what is pursued
	 */
	public RegionTask(final RegionFinder finder, final RegionRanges ranges,
		final RegionObjectives objectives)
	{
		this.finder = Checks.given("finder", finder);
		this.ranges = Checks.given("ranges", ranges);
		this.objectives = Checks.given("objectives", objectives);
		analysis = new RegionFinding(finder, ranges);
		optimization = new Optimization<>(analysis, objectives.goals(), objectives.heldOut(),
			AmorphousRegions::isFeasible);
	}

	/**
	 * What came out.
	 *
	 * @param study its evaluations
	 * @param report how it went
	 */
	public record Result(Study study, SearchReport report) {}

	/** Looks at the image. */
	public RegionFinder finder() {
		return finder;
	}

	/** Where is searched. */
	public RegionRanges ranges() {
		return ranges;
	}

	/** What is pursued. */
	public RegionObjectives objectives() {
		return objectives;
	}

	/** Parameters to regions. */
	public RegionFinding analysis() {
		return analysis;
	}

	/** A study of this task, without evaluations yet. */
	public Study newStudy(final Engine engine, final long seed) {
		return optimization.newStudy(engine, seed);
	}

	/**
	 * Searches; cancelled, what there is is kept.
	 *
	 * @param engine how; there is no exact search
	 * @param rule when it ends
	 * @param seed of the search
	 * @param opener begins the log of the search, or resumes one
	 * @param listener is told what there is until now
	 */
	public Result run(final SearchEngine engine, final StopRule rule, final long seed,
		final StudyLog.Opener opener, final Progress progress, final SearchListener listener)
	{
		if (engine == SearchEngine.EXACT) throw new RewardAnalysisException(
			"There is no exact search for amorphous regions; choose another one, such as bayesian.");
		final SearchEngine used = engine == SearchEngine.AUTO ? SearchEngine.BAYESIAN : engine;
		final Study study = newStudy(AtomFindingSearch.sampling(used, rule.budget()), seed);
		final SampledRun run = SampledRun.of(study, used, engine == used ? SearchReport.AS_ASKED
			: "It needs the fewest evaluations.", rule, opener, log -> {
				listener.begun(study);
				return optimization.run(study, rule, 1, log, progress, e -> listener.evaluated(study, e));
			});
		return new Result(study, new SearchReport(used, run.reason(), run.stop(), null, Double.NaN));
	}

	/**
	 * The solution that a rule picks from the front.
	 *
	 * @return empty if nothing was feasible: no region, or no crystal
	 */
	public Optional<Evaluation> pick(final Study study, final Pick rule) {
		final List<Evaluation> front = study.front();
		return front.isEmpty() ? Optional.empty() : Optional.of(rule.choose(front, study.reference()));
	}

	/** The regions of one of the study's evaluations. */
	public AmorphousRegions solution(final Evaluation evaluation, final Progress progress) {
		return analysis.analyse(evaluation.configuration(), progress);
	}
}
