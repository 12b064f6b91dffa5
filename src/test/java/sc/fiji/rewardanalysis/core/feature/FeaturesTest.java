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

package sc.fiji.rewardanalysis.core.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.clustering.Points;

class FeaturesTest {

	private static final Points THREE = new Points(3, 2, new double[] { 1, 2, 3, 4, 5, 6 });

	@Test
	void allScoresAreScaledAlike() {
		final double sd = Math.sqrt(8 / 3.0);
		assertArrayEquals(new double[] { 1 / sd, 2 / sd, 3 / sd, 4 / sd, 5 / sd, 6 / sd }, Features
			.scaled(THREE).values(), 1e-12);
		final Points constant = new Points(2, 2, new double[] { 7, 1, 7, 2 });
		assertArrayEquals(constant.values(), Features.scaled(constant).values());
	}

	@Test
	void rowsAreTakenAndPutSideBySide() {
		final Points some = Features.rows(THREE, new int[] { 2, 0 });
		assertArrayEquals(new double[] { 5, 6, 1, 2 }, some.values());
		assertArrayEquals(new double[] { 5, 6, 9, 1, 2, 8 }, Features.beside(some, new Points(2, 1,
			new double[] { 9, 8 })).values());
		assertRefused(() -> Features.beside(THREE, some), "3", "2", "same atoms");
		assertRefused(() -> Features.rows(THREE, new int[] { 3 }), "index");
	}
}
