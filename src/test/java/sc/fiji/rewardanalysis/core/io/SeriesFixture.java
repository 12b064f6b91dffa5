package sc.fiji.rewardanalysis.core.io;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesSettings;

/** Settings of a series. */
final class SeriesFixture {

	static final SeriesSettings SETTINGS = settings();

	private SeriesFixture() {}

	private static SeriesSettings settings() {
		final AtomFindingSettings finding = AtomFindingSettings.of(Ybco.LATTICE, Ybco.PIXEL);
		return new SeriesSettings(finding, SearchEngine.AUTO, new StopRule(20, false), Pick.EUCLIDEAN, 1,
			Refinement.GAUSSIAN, FitOptions.ROUND, SeriesSettings.track(finding, 0, 1));
	}
}
