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
