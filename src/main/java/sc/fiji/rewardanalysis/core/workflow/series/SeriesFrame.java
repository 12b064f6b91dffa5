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

package sc.fiji.rewardanalysis.core.workflow.series;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.track.FrameDrift;
import sc.fiji.rewardanalysis.core.workflow.atoms.Earlier;

/**
 * What became of a frame of a series. Immutable.
 *
 * @param index from 0
 * @param hash SHA-256 of its pixels as big-endian floats; empty if it couldn't be read
 * @param failure why there are no atoms, a sentence; empty if there are
 * @param search how it was searched: {@code cold}, or as {@code Course} says
 * @param figures parameters, expectation and rewards by their names in files, in order
 * @param atoms its atoms
 * @param drift since the last frame that showed the same crystal; null if there are no atoms
 * @param earlier what it leaves to the search of the next frame; null if it leaves nothing
 * @param seconds what it took
 */
public record SeriesFrame(int index, String hash, String failure, String search,
	Map<String, Double> figures, List<SeriesAtom> atoms, FrameDrift drift, Earlier earlier,
	double seconds)
{

	/** Of the first frame, and of all where nothing can be followed. */
	public static final String COLD = "cold";

	public SeriesFrame {
		Checks.atLeast("index of a frame", index, 0);
		Checks.given("hash", hash);
		Checks.given("failure", failure);
		Checks.given("search", search);
		figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
		atoms = List.copyOf(atoms);
	}

	/** A frame without a result. */
	static SeriesFrame failed(final int index, final String hash, final String why,
		final double seconds)
	{
		return new SeriesFrame(index, hash, why, "", Map.of(), List.of(), null, null, seconds);
	}

	/** Whether there are atoms. */
	public boolean isDone() {
		return failure.isEmpty();
	}

	/** Whether it shows the crystal of the frames before. */
	public boolean isLinked() {
		return isDone() && drift.drift().isFound();
	}
}
