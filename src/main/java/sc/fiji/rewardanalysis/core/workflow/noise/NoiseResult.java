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

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;

/**
 * What came out of a study.
 *
 * @param settings what was studied
 * @param physics what is expected of the image
 * @param optimum what LoG* picked without added noise
 * @param atoms what that finds, px
 * @param truth what positions are compared with
 * @param runs those that are done, by level, repeat and method
 */
public record NoiseResult(NoiseSettings settings, AtomPhysics physics, LogParameters optimum,
	List<Blob> atoms, NoiseTruth truth, List<NoiseRun> runs)
{

	public NoiseResult {
		Checks.given("settings", settings);
		Checks.given("physics", physics);
		Checks.given("truth", truth);
		atoms = List.copyOf(atoms);
		runs = List.copyOf(runs);
	}

	/** Whether nothing is left to do. */
	public boolean isComplete() {
		return runs.size() == settings.runs();
	}

	/** How far it went, a sentence. */
	public String extent() {
		return isComplete() ? "All " + Words.count(runs.size(), "run") + " are done." : runs.size() +
			" of " + Words.count(settings.runs(), "run") + " are done.";
	}

	/** A value's spread over the repeats at a level. */
	public Quartiles quartiles(final int level, final String method,
		final ToDoubleFunction<NoiseRun> value)
	{
		return Quartiles.of(runs.stream().filter(r -> r.level() == level && r.method().equals(method))
			.mapToDouble(value));
	}

	/** The levels that at least one run of a method is done at, ascending. */
	public int[] levels(final String method) {
		return IntStream.range(0, settings.levels().size()).filter(level -> runs.stream().anyMatch(r -> r
			.level() == level && r.method().equals(method))).toArray();
	}
}
