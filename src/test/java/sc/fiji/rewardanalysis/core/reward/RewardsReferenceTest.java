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

package sc.fiji.rewardanalysis.core.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import sc.fiji.rewardanalysis.Reference;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;

/**
 * QC, ER and sums of four neighbours of simulated sets of atoms as NumPy computed
 * them by brute force, in Angstrom ({@code reference/README.md}). All of them count,
 * wherever they lie.
 */
class RewardsReferenceTest {

	private static final String FOLDER = "rewards/";
	private static final double NM_PER_ANGSTROM = 0.1;

	/** Some atoms lie beyond their 256 px image: all are moved into the middle of this. */
	private static final Area EVERYWHERE = Area.image(512, 512);
	private static final double MOVED = 128;

	static List<JsonObject> cases() throws IOException {
		final JsonArray all = JsonParser.parseString(Files.readString(Reference.path(FOLDER +
			"rewards.json"))).getAsJsonArray();
		return StreamSupport.stream(all.spliterator(), false).map(JsonElement::getAsJsonObject).toList();
	}

	@Test
	void thereAreAllSevenCases() throws IOException {
		assertEquals(7, cases().size());
	}

	@ParameterizedTest
	@MethodSource("cases")
	void sumsOfFourNeighboursAreThose(final JsonObject c) {
		final double[][] rows = rows(c);
		final AtomSet set = set(c, 9);
		for (int i = 0; i < rows.length; i++)
			assertEquals(rows[i][2] * NM_PER_ANGSTROM, set.neighbourSum(i), 1e-9, "atom " + i);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void countErrorIsThatOfThePaper(final JsonObject c) {
		final Score score = CountError.paper().score(set(c, 9));
		assertEquals(c.get("QC_abs").getAsDouble(), score.value(), 1e-12);
		assertEquals(c.get("n").getAsInt(), score.signal());
	}

	@ParameterizedTest
	@MethodSource("cases")
	void spacingErrorIsThatOfThePaper(final JsonObject c) {
		for (final String ds : List.of("7.0", "8.0", "9.0", "9.5", "10.0", "11.0")) {
			final Score score = new SpacingError().score(set(c, Double.parseDouble(ds)));
			assertEquals(c.get("ER_DS" + ds).getAsDouble(), score.value(), 1e-12, "DS " + ds);
			assertEquals(score.value() * c.get("physics_blobs").getAsDouble(), score.blamed().length,
				1e-9);
		}
	}

	/** Of other cell parameters (a few 0.01 Angstrom apart), hence the tolerance. */
	@Test
	void idealSumsAreThoseOfTheCrystal() {
		final JsonObject ideal = Reference.json(FOLDER + "ideal_dsum_angstrom.json").getAsJsonObject(
			"zone100");
		final Lattice ybco = Lattices.get("YBa2Cu3O7-100");
		for (int s = 0; s < ybco.sites().size(); s++)
			assertEquals(ideal.get(ybco.sites().get(s).species()).getAsDouble() * NM_PER_ANGSTROM, ybco
				.neighbourSum(s, 4), 0.02);
	}

	private static AtomSet set(final JsonObject c, final double dsAngstrom) {
		final List<Blob> atoms = new ArrayList<>();
		for (final double[] row : rows(c))
			atoms.add(new Blob(row[0] + MOVED, row[1] + MOVED, 3, 1));
		final double expected = c.get("physics_blobs").getAsDouble();
		final double pixel = c.get("pixel").getAsDouble() * NM_PER_ANGSTROM;
		return new AtomSet(atoms, new AtomPhysics(pixel, EVERYWHERE, expected, 181, 197, EVERYWHERE,
			expected, dsAngstrom * NM_PER_ANGSTROM, 0.3, new double[][] { { 0.3, 0.3, 0.3, 0.3 } }));
	}

	private static double[][] rows(final JsonObject c) {
		return Reference.csv(FOLDER + c.get("name").getAsString() + ".csv");
	}
}
