package sc.fiji.rewardanalysis.core.workflow.amorphous;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.workflow.Analysis;

/**
 * GMM*: parameters to amorphous regions. What doesn't change from one evaluation to the next
 * isn't computed again. Thread-safe.
 */
public final class RegionFinding implements Analysis<AmorphousRegions> {

	private final RegionFinder finder;
	private final RegionRanges ranges;
	private final SearchSpace space;

	/**
	 * @param finder looks at the image
	 * @param ranges where to search
	 */
	public RegionFinding(final RegionFinder finder, final RegionRanges ranges) {
		this.finder = Checks.given("finder", finder);
		this.ranges = Checks.given("ranges", ranges);
		space = ranges.space();
	}

	@Override
	public SearchSpace searchSpace() {
		return space;
	}

	@Override
	public AmorphousRegions analyse(final Configuration parameters, final Progress progress) {
		return finder.find(clustering(parameters), rule(parameters), progress);
	}

	/** How a point of the search space clusters. */
	public Clustering clustering(final Configuration parameters) {
		return ranges.clustering(parameters, space);
	}

	/** How its regions follow from the clusters. */
	public RegionRule rule(final Configuration parameters) {
		return ranges.rule(parameters);
	}
}
