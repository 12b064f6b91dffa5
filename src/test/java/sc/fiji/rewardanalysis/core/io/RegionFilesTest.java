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

package sc.fiji.rewardanalysis.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import sc.fiji.rewardanalysis.AmorphousYbco;
import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.MaskAgreement;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.region.Connectivity;
import sc.fiji.rewardanalysis.core.region.Labels;
import sc.fiji.rewardanalysis.core.region.Mask;
import sc.fiji.rewardanalysis.core.region.PerimeterMethod;
import sc.fiji.rewardanalysis.core.simulate.AmorphousShape;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRegions;
import sc.fiji.rewardanalysis.core.workflow.amorphous.Clustering;
import sc.fiji.rewardanalysis.core.workflow.amorphous.FeatureSet;
import sc.fiji.rewardanalysis.core.workflow.amorphous.MaskRule;
import sc.fiji.rewardanalysis.core.workflow.amorphous.ModelType;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionFinder;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionRule;

class RegionFilesTest {

	private static final int X = 7, Y = 5;

	private static final SimulatedImage BAND = AmorphousYbco.image(AmorphousShape.BAND);
	private static final RegionFinder FINDER = AmorphousYbco.finder(BAND);

	private static AmorphousRegions found(final RegionFinder finder, final RegionRule rule) {
		return finder.find(AmorphousYbco.CLUSTERING, rule, Progress.NONE);
	}

	private static RegionReport report(final RegionRule rule) {
		return new RegionReport(FINDER, found(FINDER, rule), X, Y);
	}

	/** What was dropped is so for a reason that is told. */
	@Test
	void reasonsAreTold() {
		final RegionRule everything = new RegionRule(MaskRule.NEAREST, 0.5, 0.25, 6, 20, 3);
		assertTrue(report(everything).verdict().contains("holds all atoms"), report(everything).verdict());
		// A cluster of a perfect crystal, however little contrast is asked for.
		final RegionFinder perfect = AmorphousYbco.finder(AmorphousYbco.image(null));
		final String verdict = new RegionReport(perfect, found(perfect, new RegionRule(MaskRule.NEAREST,
			0.5, 0, 0, 1, 1e-9)), X, Y).verdict();
		assertTrue(verdict.contains("by less than 0.1 of the distance of atoms"), verdict);
	}

	/** Many regions of all sizes. */
	private static RegionReport specks() {
		final Clustering species = new Clustering(FeatureSet.PIXELS, 0.3, PatchNormalization.OFFSET, 2,
			ModelType.KMEANS, null, 3);
		return new RegionReport(FINDER, FINDER.find(species, new RegionRule(MaskRule.NEAREST, 0.5, 0, 0, 1,
			0), Progress.NONE), X, Y);
	}

	@Test
	void regionsAreThoseOfTheMask() {
		final RegionReport report = specks();
		final CsvTable table = report.regions();
		final int[] labels = report.found().labels();
		assertTrue(table.size() > 3);
		assertEquals(table.size(), report.found().regions().size());
		assertEquals(table.size(), Arrays.stream(labels).max().orElse(0));
		final int width = report.found().mask().width();
		long before = Long.MAX_VALUE;
		for (int i = 0; i < table.size(); i++) {
			final boolean[] own = new boolean[labels.length];
			double sumX = 0;
			for (int p = 0; p < own.length; p++)
				if (labels[p] == i + 1) {
					own[p] = true;
					sumX += p % width;
				}
			final Mask mask = new Mask(width, labels.length / width, own);
			assertEquals(mask.area(), table.number(i, "area_px2"));
			assertTrue(mask.area() <= before);
			before = mask.area();
			assertEquals(1, Labels.of(mask, Connectivity.EIGHT).count());
			assertEquals(mask.area() * 4e-4, table.number(i, "area_nm2"), 1e-9);
			assertEquals(X + sumX / mask.area(), table.number(i, "x_px"), 1e-9);
			assertEquals(table.number(i, "x_px") * AmorphousYbco.PIXEL, table.number(i, "x_nm"), 1e-9);
			assertEquals(PerimeterMethod.CROFTON.of(mask, FINDER.scene().analysed()), table.number(i,
				"perimeter_px"), 1e-9);
			assertEquals(PerimeterMethod.CROFTON.of(mask), table.number(i, "skimage_crofton_px"), 1e-9);
			assertEquals(PerimeterMethod.PIXELS.of(mask), table.number(i, "skimage_perimeter_px"), 1e-9);
		}
	}

	@Test
	void atomsAreCountedInTheirRegions() {
		final RegionReport report = specks();
		final CsvTable atoms = report.atoms(), regions = report.regions();
		assertEquals(FINDER.scene().atoms().size(), atoms.size());
		final int[] counted = new int[regions.size()];
		for (int i = 0; i < atoms.size(); i++) {
			assertEquals(FINDER.scene().atoms().get(i).x() + X, atoms.number(i, "x_px"), 1e-12);
			final boolean inside = !atoms.get(i, "region").isEmpty();
			assertEquals(inside ? "amorphous" : "crystalline", atoms.get(i, "class"));
			if (inside) counted[(int) atoms.number(i, "region") - 1]++;
			assertTrue(atoms.number(i, "displacement_nm") >= 0);
		}
		for (int i = 0; i < counted.length; i++)
			assertEquals(counted[i], regions.number(i, "atoms"));
	}

	@Test
	void filesTellAll(@TempDir final Path folder) throws Exception {
		final RegionReport report = report(AmorphousYbco.RULE);
		assertTrue(MaskAgreement.of(report.found().mask(), new Mask(AmorphousYbco.SIZE,
			AmorphousYbco.SIZE, BAND.amorphous())).iou() > 0.7);
		new RegionFiles(report, new RegionRun("band \"1\"", 300, 290, X, Y, 256, 256, "abc",
			"the overlay of \"band\"", Ybco.LATTICE, 4, 1.5, "run(\"x\");")).write(folder);
		assertEquals(report.regions().toText(), Files.readString(folder.resolve("regions.csv")));
		final CsvTable atoms = CsvTable.read(folder.resolve("atoms.csv"));
		// What is written is read where atoms are asked for.
		final AtomsFile read = AtomsFile.read(folder.resolve("atoms.csv"), 1);
		assertEquals(atoms.size(), read.atoms().size());
		assertArrayEquals(new String[] { "amorphous", "crystalline" }, read.classes().stream().distinct()
			.sorted().toArray());
		final JsonObject json = JsonParser.parseString(Files.readString(folder.resolve("regions.json")))
			.getAsJsonObject();
		assertEquals(4, json.get("seed").getAsLong());
		assertEquals(AmorphousYbco.PIXEL, json.get("pixel_size_nm").getAsDouble());
		assertEquals("band \"1\"", json.getAsJsonObject("image").get("name").getAsString());
		assertEquals(0.5, json.getAsJsonObject("parameters").get("window_nm").getAsDouble());
		assertEquals(report.found().measures().areaFraction(), json.getAsJsonObject("result").get(
			"area_fraction").getAsDouble());
		final String summary = Files.readString(folder.resolve("summary.txt"));
		assertTrue(summary.contains("amorphous region") && summary.contains("run(\"x\");") && summary.contains(
			"from (7, 5)"), summary);
	}

	/** Nothing found is a result too, and the numbers that decided are told. */
	@Test
	void nothingIsExplained(@TempDir final Path folder) {
		final RegionFinder perfect = AmorphousYbco.finder(AmorphousYbco.image(null));
		final RegionReport report = new RegionReport(perfect, found(perfect, AmorphousYbco.RULE), 0, 0);
		assertTrue(report.found().regions().isEmpty());
		assertTrue(report.verdict().startsWith("No amorphous region: "), report.verdict());
		new RegionFiles(report, new RegionRun("perfect", 256, 256, 0, 0, 256, 256, "abc", "a.csv", null, 1,
			1, "run();")).write(folder);
		assertEquals(0, CsvTable.read(folder.resolve("regions.csv")).size());
		assertTrue(report.lines().stream().anyMatch(line -> line.contains(" would be amorphous: ")));
		final RegionRule strict = new RegionRule(MaskRule.NEAREST, 0.5, 0, 0, 1000, 0);
		assertTrue(report(strict).verdict().contains("a region has at least 1000"), report(strict).verdict());
		final RegionRule ordered = new RegionRule(MaskRule.NEAREST, 0.5, 0, 0, 1, 1e6);
		assertTrue(report(ordered).verdict().contains("times as disordered"), report(ordered).verdict());
		final RegionRule certain = new RegionRule(MaskRule.NEAREST, 1, 0, 0, 1, 0);
		assertTrue(report(certain).verdict().contains("threshold of 1."), report(certain).verdict());
		final RegionRule lenient = new RegionRule(MaskRule.NEAREST, 0.5, 0, 0, 1, 0.01);
		final String alike = new RegionReport(perfect, found(perfect, lenient), 0, 0).verdict();
		assertTrue(alike.contains("by less than 0.1 of the distance of atoms"), alike);
		assertFalse(report(AmorphousYbco.RULE).verdict().startsWith("No"));
	}
}
