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

package sc.fiji.rewardanalysis.core.workflow.network;

import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.ProbabilityMap;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.workflow.Analysis;
import sc.fiji.rewardanalysis.core.workflow.Range;

/**
 * Atoms from the maxima of a network's answer: those that reach a threshold, without those
 * that are too close to a more probable one. The network itself has run before. Immutable.
 */
public final class NetworkFinding implements Analysis<AtomSet> {

	/** Probability that a maximum must reach. */
	public static final String THRESHOLD = "threshold";

	/** Distance at which two atoms may be, px. */
	public static final String DISTANCE = "min_distance";

	private final List<Blob> candidates;
	private final AtomPhysics physics;
	private final SearchSpace space;

	/**
	 * @param candidates maxima, the most probable first, px
	 * @param physics what is expected
	 * @param thresholds where to search, above 0 and up to 1
	 * @param distances where to search, px
	 */
	NetworkFinding(final List<Blob> candidates, final AtomPhysics physics, final Range thresholds,
		final Range distances)
	{
		this.candidates = List.copyOf(candidates);
		this.physics = physics;
		space = new SearchSpace(List.of(Parameter.of(THRESHOLD, "1", thresholds.low(), thresholds
			.high(), true), Parameter.of(DISTANCE, "px", distances.low(), distances.high(), false)));
	}

	@Override
	public SearchSpace searchSpace() {
		return space;
	}

	/** A point of the search space. */
	Configuration at(final double threshold, final double distance) {
		return space.at(new double[space.dimension()]).with(THRESHOLD, threshold).with(DISTANCE,
			distance);
	}

	@Override
	public AtomSet analyse(final Configuration parameters, final Progress progress) {
		progress.checkCanceled();
		return atoms(parameters.get(THRESHOLD), parameters.get(DISTANCE));
	}

	private AtomSet atoms(final double threshold, final double distance) {
		return new AtomSet(atoms(candidates, threshold, distance), physics, factor -> atoms(threshold *
			factor, distance));
	}

	/**
	 * Those that remain.
	 *
	 * @param candidates the most probable first
	 */
	public static List<Blob> atoms(final List<Blob> candidates, final double threshold,
		final double distance)
	{
		final List<Blob> above = candidates.stream().filter(b -> b.response() >= threshold).toList();
		final boolean[] kept = ProbabilityMap.apart(above, distance);
		return IntStream.range(0, kept.length).filter(i -> kept[i]).mapToObj(above::get).toList();
	}

	List<Blob> candidates() {
		return candidates;
	}
}
