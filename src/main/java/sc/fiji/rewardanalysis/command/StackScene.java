package sc.fiji.rewardanalysis.command;

import java.util.Optional;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.atoms.PooledAtomFinding;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.ui.live.LiveSearch;

/**
 * What is seen of a stack's search while it runs: the slice that is looked at, if it is one
 * that is searched.
 *
 * @param shown one of its slices
 * @param rule which solution is shown
 */
record StackScene(PooledAtomFinding pooled, AnalysedImage shown, Pick rule) implements
	LiveSearch.Scene
{

	@Override
	public Optional<Evaluation> pick(final Study study) {
		return pooled.pick(study, rule);
	}

	@Override
	public LiveSearch.Sketch sketch(final Evaluation evaluation, final Progress progress) {
		final int current = shown.source().getCurrentSlice() - 1;
		final int i = StackOptimization.isSearched(pooled, current) ? current : StackOptimization
			.firstSearched(pooled);
		final AtomSolution solution = pooled.solution(i, evaluation, progress).orElseThrow();
		return new LiveSearch.Sketch(() -> AtomOverlay.show(shown.at(i + 1), solution.atoms().atoms(),
			solution.errors()), pooled.expectation());
	}

	@Override
	public String expectation() {
		return pooled.expectation();
	}
}
