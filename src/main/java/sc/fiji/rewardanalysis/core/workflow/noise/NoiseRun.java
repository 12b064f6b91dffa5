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

package sc.fiji.rewardanalysis.core.workflow.noise;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * What one method made of one noisy image.
 *
 * @param level which, from 0
 * @param noise its value in the levels' unit
 * @param repeat from 1
 * @param method its name
 * @param scores what is measured; NaN where there is nothing to measure
 * @param parameters with which, by name
 * @param seconds what it took
 * @param failure why nothing was found, a sentence; else empty
 */
public record NoiseRun(int level, double noise, int repeat, String method, Scores scores,
	Map<String, Double> parameters, double seconds, String failure)
{

	/**
	 * What is measured, all in the counted area.
	 *
	 * @param count atoms
	 * @param qc count error against the band of possible counts
	 * @param qcPaper against the expected number
	 * @param er spacing error
	 * @param f1 agreement with the truth
	 * @param precision found atoms that are true
	 * @param recall true atoms that are found
	 * @param rmsd root of the mean squared distance of the pairs, nm
	 */
	public record Scores(int count, double qc, double qcPaper, double er, double f1,
		double precision, double recall, double rmsd) {}

	public NoiseRun {
		Checks.given("method", method);
		Checks.given("scores", scores);
		Checks.given("failure", failure);
		parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
	}

	/** Whether it is the run of this method on this image. */
	boolean isOf(final double otherNoise, final int otherRepeat, final String otherMethod) {
		return noise == otherNoise && repeat == otherRepeat && method.equals(otherMethod);
	}

	/** The same among other levels. */
	NoiseRun at(final int otherLevel) {
		return new NoiseRun(otherLevel, noise, repeat, method, scores, parameters, seconds, failure);
	}
}
