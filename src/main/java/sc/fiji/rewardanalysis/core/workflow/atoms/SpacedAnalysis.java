package sc.fiji.rewardanalysis.core.workflow.atoms;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.workflow.Analysis;

/** Atom finding in one of several images, by the parameters that they share. */
record SpacedAnalysis(LogAtomFinding own, SharedRanges shared, double spacing) implements
	Analysis<AtomSet>
{

	@Override
	public SearchSpace searchSpace() {
		return shared.axes(own.searchSpace());
	}

	@Override
	public AtomSet analyse(final Configuration parameters, final Progress progress) {
		return own.analyse(shared.inPixels(parameters, own.ranges(), spacing), progress);
	}
}
