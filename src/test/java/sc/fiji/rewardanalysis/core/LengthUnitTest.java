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

package sc.fiji.rewardanalysis.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LengthUnitTest {

	/** The two micro signs, U+00B5 and U+03BC; Å as a letter, U+00C5, and as a sign, U+212B. */
	@ParameterizedTest
	@CsvSource({ "nm, 1", "NM, 1", "' nm ', 1", "nanometer, 1", "nanometres, 1", "A, 0.1",
		"\u00C5, 0.1", "\u212B, 0.1", "\u00E5, 0.1", "Angstrom, 0.1", "\u00C5ngstr\u00F6m, 0.1",
		"pm, 0.001", "picometers, 0.001", "um, 1000", "\u00B5m, 1000", "\u03BCm, 1000", "micron, 1000",
		"microns, 1000", "micrometre, 1000", "[n_m], 1", "[nm], 1", "'(\u00C5)', 0.1", "[u_m], 1000",
		"mm, 1e6", "cm, 1e7", "inch, 2.54e7", "m, 1e9", "meters, 1e9" })
	void spellingsAreKnown(final String spelling, final double nanometres) {
		assertEquals(nanometres, LengthUnit.parse(spelling).orElseThrow().nanometres());
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { "pixel", "1/nm", "nm^2", "nm^-1", "s", "eV", "[]" })
	void whatIsNoLengthIsNot(final String spelling) {
		assertEquals(Optional.empty(), LengthUnit.parse(spelling));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1/nm", "1 / nm", "nm^-1", "nm-1", "nm\u207B\u00B9", "1/\u00C5", "\u00C5^-1",
		"[n_m^-1]", "1/A", "/nm", "1/\u00B5m" })
	void reciprocalsAreTold(final String spelling) {
		assertTrue(LengthUnit.isReciprocal(spelling));
		assertEquals(Optional.empty(), LengthUnit.parse(spelling));
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { "nm", "pixel", "\u00C5", "mm", "nm^2", "micron" })
	void lengthsAreNoReciprocals(final String spelling) {
		assertFalse(LengthUnit.isReciprocal(spelling));
	}

	/** A user chooses among the first four. */
	@Test
	void labelsAreParsedBack() {
		assertEquals(List.of("nm", "Angstrom", "pm", "um"), LengthUnit.labels());
		for (final LengthUnit unit : LengthUnit.values())
			assertEquals(Optional.of(unit), LengthUnit.parse(unit.label()));
	}
}
