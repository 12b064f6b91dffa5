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

import java.util.SplittableRandom;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Points that fill the unit cube evenly: Sobol's sequence with the directions of
 * Joe &amp; Kuo 2008 (SIAM J. Sci. Comput. 30:2635, doi:10.1137/070709359), shifted
 * digit by digit by a random binary number an axis. The shift keeps every property
 * of the sequence and takes its points off the corners.
 */
final class ShiftedSobol {

	private static final int BITS = 52;
	private static final double CELLS = 1L << BITS;

	private final SobolSequenceGenerator generator;
	private final long[] shift;

	/** From the first point on. */
	ShiftedSobol(final int dimension, final SplittableRandom random) {
		generator = new SobolSequenceGenerator(dimension);
		shift = random.longs(dimension).map(bits -> bits >>> Long.SIZE - BITS).toArray();
	}

	/** The point of that index, from 0. */
	double[] at(final int index) {
		return shifted(generator.skipTo(index));
	}

	/** The point after the last one given. */
	double[] next() {
		return shifted(generator.nextVector());
	}

	private double[] shifted(final double[] point) {
		for (int i = 0; i < point.length; i++)
			point[i] = (((long) (point[i] * CELLS) ^ shift[i]) + 0.5) / CELLS;
		return point;
	}
}
