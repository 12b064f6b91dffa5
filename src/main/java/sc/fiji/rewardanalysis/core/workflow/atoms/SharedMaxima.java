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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.ScaleSpace;
import sc.fiji.rewardanalysis.core.workflow.Range;

/**
 * The maxima of an image at a few ladders of scales, found once for all its parts. Each part
 * takes those in its area and around it. Thread-safe.
 */
final class SharedMaxima {

	/**
	 * Blobs overlap within the sum of their radii, σ√2 each. Of a chain in which one drops
	 * the other so many links count.
	 */
	private static final double LINKS = 2;

	private final LogDetector detector;
	private final List<Range> ladders;
	private final int numSigma;
	private final double floor, rim;
	private final Map<Range, ScaleSpace> scaleSpaces = new LinkedHashMap<>();

	/**
	 * @param ranges of the scales
	 * @param floor weaker maxima are left out
	 */
	SharedMaxima(final LogDetector detector, final LogRanges ranges, final double floor) {
		this.detector = detector;
		this.floor = floor;
		ladders = SigmaLadders.of(ranges);
		numSigma = ranges.numSigma();
		rim = LINKS * 2 * Math.sqrt(2) * ladders.stream().mapToDouble(Range::high).max().orElseThrow();
	}

	/** How many scale spaces there may be. */
	int ladders() {
		return ladders.size();
	}

	/** The detection at the nearest ladder: by its smallest scale, then by its largest. */
	LogParameters parameters(final double minSigma, final double maxSigma, final double threshold,
		final double overlap)
	{
		final Range ladder = ladders.stream().min(Comparator.<Range> comparingDouble(l -> Math.abs(Math
			.log(l.low() / minSigma))).thenComparingDouble(l -> Math.abs(Math.log(l.high() / maxSigma))))
			.orElseThrow();
		return new LogParameters(ladder.low(), ladder.high(), numSigma, threshold, overlap);
	}

	/**
	 * The maxima for a detection in a part of the image, those of its surroundings included
	 * that may drop them.
	 *
	 * @param parameters of {@link #parameters}
	 */
	ScaleSpace of(final LogParameters parameters, final Area part, final Progress progress) {
		return scaleSpace(new Range(parameters.minSigma(), parameters.maxSigma()), parameters, progress)
			.within(part.minX() - rim, part.minY() - rim, part.maxX() + rim, part.maxY() + rim);
	}

	private synchronized ScaleSpace scaleSpace(final Range ladder, final LogParameters parameters,
		final Progress progress)
	{
		final ScaleSpace known = scaleSpaces.get(ladder);
		if (known != null) return known;
		final ScaleSpace fresh = detector.scaleSpace(parameters.sigmas(), floor, progress);
		scaleSpaces.put(ladder, fresh);
		return fresh;
	}
}
