package sc.fiji.rewardanalysis.plot;

import java.util.Arrays;

import org.jfree.chart.axis.NumberAxis;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Study;

/**
 * What the axes of a {@link ParetoPlot} show: the first two objectives; of a single one its
 * values over the number of the evaluation.
 */
public final class ParetoPlane {

	private final Study study;
	private final boolean single;

	/** @param study of one objective or more */
	public ParetoPlane(final Study study) {
		this.study = study;
		single = study.objectives().size() == 1;
	}

	/** Whether there is one objective only. */
	boolean isSingle() {
		return single;
	}

	/** Where an evaluation is, from left to right. */
	public double x(final Evaluation e) {
		return single ? e.id() : e.objectives()[0];
	}

	/** From bottom to top. */
	public double y(final Evaluation e) {
		return e.objectives()[single ? 0 : 1];
	}

	/** Whether an evaluation has a place at all. */
	public static boolean has(final Evaluation e) {
		return Arrays.stream(e.objectives()).allMatch(Double::isFinite);
	}

	/** Whether both are at one place. */
	public boolean areAlike(final Evaluation a, final Evaluation b) {
		return x(a) == x(b) && y(a) == y(b);
	}

	NumberAxis domain() {
		final NumberAxis axis = axis(single ? "Evaluation" : Labels.of(study.objectives().get(0)));
		if (single) axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
		return axis;
	}

	NumberAxis range() {
		return axis(Labels.of(study.objectives().get(single ? 0 : 1)));
	}

	private static NumberAxis axis(final String label) {
		final NumberAxis axis = new NumberAxis(label);
		Style.font(axis, Style.FONT);
		axis.setStandardTickUnits(Style.plain(axis.getStandardTickUnits()));
		return axis;
	}

	/** From just below 0 to where most evaluations lie: a few wild ones shall not rule the scale. */
	void fit(final NumberAxis domain, final NumberAxis range) {
		if (single) domain.setRange(-1, right());
		else domain.setRange(ObjectiveRange.of(study, 0).from(), right());
		range.setRange(ObjectiveRange.of(study, single ? 0 : 1).from(), top());
	}

	private double right() {
		return single ? study.evaluations().size() : ObjectiveRange.of(study, 0).to();
	}

	private double top() {
		return ObjectiveRange.of(study, single ? 0 : 1).to();
	}

	/** Whether the axes reach so far. */
	boolean isSeen(final Evaluation e) {
		return !(x(e) > right() || y(e) > top());
	}

	/** Whether the axes reach as far as the reference. */
	boolean isReferenceSeen() {
		final double[] r = study.reference();
		return single ? r[0] <= top() : r[0] <= right() && r[1] <= top();
	}
}
