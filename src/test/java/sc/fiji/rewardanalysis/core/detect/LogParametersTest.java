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

package sc.fiji.rewardanalysis.core.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogParametersTest {

	/** One bad value among good ones. */
	@ParameterizedTest
	@CsvSource({ //
		"min_sigma, 0, 8, 10, 0.1, 0.5, 0.5, 0, 0", //
		"min_sigma, -1, 8, 10, 0.1, 0.5, 0.5, 0, 0", //
		"min_sigma, NaN, 8, 10, 0.1, 0.5, 0.5, 0, 0", //
		"max_sigma, 3, NaN, 10, 0.1, 0.5, 0.5, 0, 0", //
		"max_sigma, 3, Infinity, 10, 0.1, 0.5, 0.5, 0, 0", //
		"max_sigma, 3, 2, 10, 0.1, 0.5, 0.5, 0, 0", //
		"min_sigma, 3, 2, 10, 0.1, 0.5, 0.5, 0, 0", //
		"num_sigma, 3, 8, 0, 0.1, 0.5, 0.5, 0, 0", //
		"threshold, 3, 8, 10, -0.1, 0.5, 0.5, 0, 0", //
		"threshold, 3, 8, 10, Infinity, 0.5, 0.5, 0, 0", //
		"threshold, 3, 8, 10, NaN, NaN, 0.5, 0, 0", //
		"threshold_rel, 3, 8, 10, NaN, NaN, 0.5, 0, 0", //
		"threshold_rel, 3, 8, 10, 0.1, -0.1, 0.5, 0, 0", //
		"threshold_rel, 3, 8, 10, 0.1, 1.1, 0.5, 0, 0", //
		"overlap, 3, 8, 10, 0.1, 0.5, -0.1, 0, 0", //
		"overlap, 3, 8, 10, 0.1, 0.5, 1.1, 0, 0", //
		"overlap, 3, 8, 10, 0.1, 0.5, NaN, 0, 0", //
		"exclude_border, 3, 8, 10, 0.1, 0.5, 0.5, -1, 0", //
		"exclude_border, 3, 8, 10, 0.1, 0.5, 0.5, 0, -1" })
	void badValuesAreNamed(final String name, final double min, final double max, final int n,
		final double threshold, final double relative, final double overlap, final int borderX,
		final int borderY)
	{
		assertRefused(() -> new LogParameters(min, max, n, threshold, relative, overlap, false,
			borderX, borderY), name);
	}

	/** numpy.linspace(1, 3, 5) and numpy.logspace(0, 2, 3), as blob_log takes them. */
	@Test
	void scalesAreEvenlySpaced() {
		assertArrayEquals(new double[] { 1, 1.5, 2, 2.5, 3 }, new LogParameters(1, 3, 5, 0, 0.5)
			.sigmas(), 1e-15);
		assertArrayEquals(new double[] { 1, 10, 100 }, new LogParameters(1, 100, 3, 0, Double.NaN, 0.5,
			true, 0, 0).sigmas(), 1e-12);
		assertArrayEquals(new double[] { 2 }, new LogParameters(2, 5, 1, 0, 0.5).sigmas(), 1e-15);
		assertEquals(7.3, new LogParameters(1.1, 7.3, 7, 0, 0.5).sigmas()[6], 0,
			"the last scale is max_sigma exactly");
	}

	@Test
	void anotherThresholdChangesNothingElse() {
		final LogParameters p = new LogParameters(1, 2, 3, 0.1, 0.2, 0.3, true, 4, 5);
		assertEquals(new LogParameters(1, 2, 3, 0.4, 0.2, 0.3, true, 4, 5), p.withThreshold(0.4));
	}
}
