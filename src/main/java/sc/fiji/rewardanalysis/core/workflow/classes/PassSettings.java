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

package sc.fiji.rewardanalysis.core.workflow.classes;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.clustering.Criterion;

/**
 * How atoms are told apart in one pass.
 *
 * @param twoFold whether each patch is averaged with itself turned by 180 degrees, so that
 *          orientations of a species fall together
 * @param dimensions principal components that are kept; fewer if there are fewer
 * @param covariance shapes of the mixture's components
 * @param components how many; {@value #SUGGESTED} for what the criterion suggests of 2 to
 *          {@value #MOST_COMPONENTS}
 * @param criterion what suggests
 * @param seed of the mixture's random starts
 */
public record PassSettings(boolean twoFold, int dimensions, CovarianceType covariance,
	int components, Criterion criterion, long seed)
{

	/** In place of a number of components. */
	public static final int SUGGESTED = 0;

	/** Most components. */
	public static final int MOST_COMPONENTS = 8;

	/** Most principal components. */
	public static final int MOST_DIMENSIONS = 50;

	/** Principal components if nothing else is asked for. */
	public static final int DIMENSIONS = 5;

	public PassSettings {
		Checks.within("dimensions", dimensions, 1, MOST_DIMENSIONS);
		Checks.given("covariance", covariance);
		Checks.given("criterion", criterion);
		if (components != SUGGESTED) Checks.within("components", components, 2, MOST_COMPONENTS);
	}

	/** Turned patches, full covariance, as many components as ICL suggests. */
	public static PassSettings species(final long seed) {
		return new PassSettings(true, DIMENSIONS, CovarianceType.FULL, SUGGESTED, Criterion.ICL, seed);
	}

	/** The same model for the orientations of one class: patches as they are. */
	public PassSettings orientations(final int number) {
		return new PassSettings(false, dimensions, covariance, number, criterion, seed);
	}
}
