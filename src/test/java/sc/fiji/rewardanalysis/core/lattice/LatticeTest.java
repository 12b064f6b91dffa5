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

package sc.fiji.rewardanalysis.core.lattice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class LatticeTest {

	private static final double EXACT = 1e-12;

	static List<String> names() {
		return Lattices.names();
	}

	@Test
	void offersTheSevenPresets() {
		assertEquals(List.of("YBa2Cu3O7-100", "SrTiO3-001", "SrTiO3-110", "DyScO3-110", "Si-110", "Fe-100",
			"graphene", "Au-110"), Lattices.names());
	}

	/** Densities from the closed forms n / (a b sin γ). */
	@ParameterizedTest
	@CsvSource({ "YBa2Cu3O7-100, 6, 13.22, 0.05", "SrTiO3-001, 2, 13.116, 0.005",
		"DyScO3-110, 4, 12.837, 0.01", "Si-110, 4, 19.178, 0.005", "Fe-100, 2, 24.340, 0.005",
		"graphene, 2, 38.16, 0.02", "Au-110, 2, 17.003, 0.005" })
	void densityMatchesTheClosedForm(final String name, final int columns, final double density,
		final double tolerance)
	{
		final Lattice lattice = Lattices.get(name);
		assertEquals(columns, lattice.columnsPerCell());
		assertEquals(density, lattice.columnDensity(), tolerance);
		assertEquals(columns / lattice.cellArea(), lattice.columnDensity(), EXACT);
	}

	@Test
	void nearestDistancesMatchTheClosedForm() {
		assertEquals(0.5431020511 / 4, Lattices.get("Si-110").nearestDistance(), 1e-6);
		assertEquals(0.246 / Math.sqrt(3), Lattices.get("graphene").nearestDistance(), 1e-9);
		assertEquals(0.3905 / Math.sqrt(2), Lattices.get("SrTiO3-001").nearestDistance(), 1e-9);
		final double a = 0.40786;
		assertEquals(a * Math.sqrt(3.0 / 8), Lattices.get("Au-110").nearestDistance(), 1e-9);
	}

	@Test
	void grapheneHasThreeNearestAndSixNextNeighbours() {
		final double bond = 0.246 / Math.sqrt(3);
		final double[] d = Lattices.get("graphene").neighbourDistances(0, 9);
		assertArrayEquals(new double[] { bond, bond, bond, 0.246, 0.246, 0.246, 0.246, 0.246,
			0.246 }, d, 1e-9);
	}

	/** Reference: shared/peer-scripts/ybco_sim.py ideal_dsum("100"), Angstrom. */
	@Test
	void neighbourSumsMatchTheReference() throws Exception {
		final JsonObject reference;
		try (Reader in = new InputStreamReader(getClass().getResourceAsStream(
			"/reference/rewards/ideal_dsum_angstrom.json"), StandardCharsets.UTF_8))
		{
			reference = JsonParser.parseReader(in).getAsJsonObject();
		}
		final Lattice preset = Lattices.get("YBa2Cu3O7-100");
		for (final String zone : List.of("zone100", "zone010")) {
			final double repeat = "zone100".equals(zone) ? 0.389 : 0.382;
			final Lattice lattice = new Lattice("test", "", "", repeat, 1.168, 90, preset.sites());
			for (int s = 0; s < lattice.sites().size(); s++) {
				final double sum = reference.getAsJsonObject(zone).get(lattice.sites().get(s)
					.species()).getAsDouble();
				assertEquals(sum, 10 * lattice.neighbourSum(s, 4), 1e-9, zone + " site " + s);
			}
			assertEquals(reference.getAsJsonObject(zone).get("Y").getAsDouble(), 10 * lattice
				.smallestNeighbourSum(4), 1e-9);
		}
	}

	/** A flat, skewed cell makes the search for neighbours look further. */
	@Test
	void findsNeighboursInASkewedCell() {
		final double a = 0.3;
		// b = 5a + a perpendicular step: the same square lattice in an awkward basis.
		final double b = Math.hypot(2 * a, a), angle = Math.toDegrees(Math.atan2(a, 2 * a));
		final Lattice skewed = new Lattice("skewed", "", "", a, b, angle, List.of(new Site("X", 20,
			0, 0)));
		final double r = Math.sqrt(2) * a;
		assertArrayEquals(new double[] { a, a, a, a, r, r, r, r, 2 * a, 2 * a, 2 * a, 2 * a },
			skewed.neighbourDistances(0, 12), 1e-9);
	}

	@ParameterizedTest
	@MethodSource("names")
	void countAgreesWithWalkAndWithBruteForce(final String name) {
		final Lattice lattice = Lattices.get(name);
		for (final double rotation : new double[] { 0, 17.3, 90, 133, 180, 270 }) {
			final PlacedLattice placed = lattice.placed(rotation, 0.123, -0.457);
			final Set<String> seen = new HashSet<>();
			placed.forEachColumn(-1.01, 0.52, 2.03, 2.71, (site, i, j, x, y) -> {
				assertTrue(x >= -1.01 && x < 2.03 && y >= 0.52 && y < 2.71);
				assertTrue(seen.add(site + " " + i + " " + j), "visited once");
			});
			assertEquals(seen.size(), placed.count(-1.01, 0.52, 2.03, 2.71));
			assertEquals(bruteForce(lattice, rotation), seen.size(), name + " at " + rotation);
		}
	}

	private static int bruteForce(final Lattice lattice, final double rotation) {
		final double c = Math.cos(Math.toRadians(rotation)), s = Math.sin(Math.toRadians(
			rotation));
		final double[] a = lattice.vectorA(), b = lattice.vectorB();
		int n = 0;
		for (int i = -40; i <= 40; i++)
			for (int j = -40; j <= 40; j++)
				for (final Site site : lattice.sites()) {
					final double x = (i + site.u()) * a[0] + (j + site.v()) * b[0];
					final double y = (i + site.u()) * a[1] + (j + site.v()) * b[1];
					final double px = 0.123 + c * x - s * y, py = -0.457 + s * x + c * y;
					if (px >= -1.01 && px < 2.03 && py >= 0.52 && py < 2.71) n++;
				}
		return n;
	}

	@Test
	void unknownNameListsTheKnownOnes() {
		final var e = assertThrows(RewardAnalysisException.class, () -> Lattices.get("NaCl-001"));
		assertTrue(e.getMessage().contains("NaCl-001") && e.getMessage().contains("SrTiO3-001"));
		assertEquals("SrTiO3-001", Lattices.get("srtio3-001").name());
	}

	@Test
	void refusesWhatIsNoLattice() {
		final List<Site> one = List.of(new Site("X", 20, 0, 0));
		refused("Angstrom", () -> new Lattice("x", "", "", 389, 1.168, 90, one));
		refused("angle", () -> new Lattice("x", "", "", 0.4, 0.4, 5, one));
		refused("no sites", () -> new Lattice("x", "", "", 0.4, 0.4, 90, List.of()));
		refused("once", () -> new Lattice("x", "", "", 0.4, 0.4, 90, List.of(new Site("A", 20, 0,
			0), new Site("B", 21, 0.999, 0))));
		refused("fraction", () -> new Site("X", 20, 1, 0));
		refused("atomic number", () -> new Site("X", 0, 0, 0));
		refused("character", () -> new Site("a,b", 20, 0, 0));
	}

	private static void refused(final String word, final Runnable action) {
		final var e = assertThrows(RewardAnalysisException.class, action::run);
		assertTrue(e.getMessage().contains(word), e.getMessage());
	}
}
