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

package sc.fiji.rewardanalysis.core.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Area;

class OracleDoubtsTest {

	/** Of the analysed box in the image. */
	private static final int X = 30, Y = 10, SIDE = 200;

	/** What is said if somebody read the atoms' places so. */
	private static String said(final UnaryOperator<OraclePoint> mistake) {
		final Random random = new Random(3);
		final List<OraclePoint> atoms = new ArrayList<>(), oracle = new ArrayList<>();
		for (int i = 0; i < 120; i++) {
			final OraclePoint atom = new OraclePoint(X + SIDE * random.nextDouble(), Y + SIDE * random
				.nextDouble());
			atoms.add(new OraclePoint(atom.x() - X, atom.y() - Y));
			final OraclePoint read = mistake.apply(atom);
			oracle.add(new OraclePoint(read.x() - X + 1e-3, read.y() - Y));
		}
		return OracleDoubts.of(OracleComparison.of(atoms, List.of(), new Oracle(oracle, "test").merged(1), 1.5, Area
			.image(SIDE, SIDE)), X, Y);
	}

	@Test
	void mistakesOfReadingAreRecognised() {
		assertTrue(said(p -> new OraclePoint(p.y(), p.x())).startsWith("With x and y exchanged F1 would be 0.9"));
		assertTrue(said(p -> new OraclePoint((p.x() + 0.5) / 2 - 0.5, (p.y() + 0.5) / 2 - 0.5)).startsWith(
			"With all places 2 times as large"));
		assertTrue(said(p -> new OraclePoint((p.x() + 0.5) * 2 - 0.5, (p.y() + 0.5) * 2 - 0.5)).startsWith(
			"With all places 0.5 times as large"));
	}

	@Test
	void whatAgreesOrIsJustDifferentIsNot() {
		assertEquals("", said(p -> p));
		assertEquals("", said(p -> new OraclePoint(p.x() + 40 * Math.sin(p.y()), p.y() + 30 * Math.cos(p
			.x()))));
	}
}
