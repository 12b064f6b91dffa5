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
