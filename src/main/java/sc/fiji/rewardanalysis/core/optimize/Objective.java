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

package sc.fiji.rewardanalysis.core.optimize;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * One quantity that a study minimises.
 *
 * @param name what tables and axes call it
 * @param unit its unit, empty if it has none
 * @param link how it follows from the signal that a reward reports
 * @param reference its natural upper bound: values beyond it are worth nothing.
 *          Hypervolumes are measured from here
 */
public record Objective(String name, String unit, Link link, double reference) {

	/** @throws RewardAnalysisException if it has no name, unit or link, or its reference isn't finite */
	public Objective {
		Checks.given("The name of an objective", name);
		if (name.isBlank()) throw new RewardAnalysisException("An objective needs a name.");
		Checks.given("The unit of " + name, unit);
		Checks.given("The link of " + name, link);
		Checks.finite("The reference of " + name, reference);
	}

	/**
	 * One without a unit that a model sees as it is.
	 *
	 * @param name in tables and journals, unlike that of any other objective
	 * @param reference a value that is worth nothing
	 */
	public static Objective of(final String name, final double reference) {
		return new Objective(name, "", Link.identity(), reference);
	}
}
