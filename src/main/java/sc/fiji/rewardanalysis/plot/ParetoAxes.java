package sc.fiji.rewardanalysis.plot;

import org.jfree.chart.axis.NumberAxis;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Study;

/**
 * Where evaluations lie in a plot of objectives: the first one across, the second one up. Of a
 * single objective the number of the evaluation, from 1, is across and the objective up.
 */
public final class ParetoAxes {

	private ParetoAxes() {}

	/** Whether there is nothing to weigh against the objective. */
	static boolean isSingle(final Study study) {
		return study.objectives().size() == 1;
	}

	/** Across. */
	public static double x(final Evaluation evaluation) {
		final double[] o = evaluation.objectives();
		return o.length == 1 ? evaluation.id() + 1 : o[0];
	}

	/** Up. */
	public static double y(final Evaluation evaluation) {
		final double[] o = evaluation.objectives();
		return o[Math.min(1, o.length - 1)];
	}

	/** The axis across, if {@code i} is 0, or the one up. */
	static NumberAxis of(final Study study, final int i) {
		final boolean counts = isSingle(study) && i == 0;
		final NumberAxis axis = new NumberAxis(counts ? "Evaluation" : Labels.of(study.objectives().get(
			objective(study, i))));
		Style.font(axis, Style.FONT);
		axis.setStandardTickUnits(Style.plain(counts ? NumberAxis.createIntegerTickUnits() : axis
			.getStandardTickUnits()));
		range(axis, study, i);
		return axis;
	}

	/** From just below 0 to where most evaluations lie: a few wild ones shall not rule the scale. */
	static void range(final NumberAxis axis, final Study study, final int i) {
		if (isSingle(study) && i == 0) axis.setRange(0, study.evaluations().size() + 1.0);
		else {
			final ObjectiveRange range = ObjectiveRange.of(study, objective(study, i));
			axis.setRange(range.from(), range.to());
		}
	}

	/** The upper end of an axis. */
	static double to(final Study study, final int i) {
		return isSingle(study) && i == 0 ? study.evaluations().size() + 1.0 : ObjectiveRange.of(study,
			objective(study, i)).to();
	}

	private static int objective(final Study study, final int i) {
		return Math.min(i, study.objectives().size() - 1);
	}
}
