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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.classes.AtomClassification;
import sc.fiji.rewardanalysis.core.workflow.classes.ClassificationSettings;

class ClassFilesTest {

	private static final int SIZE = 192;

	@TempDir
	Path folder;

	private static AtomClassification found() {
		final SimulatedImage image = ImageSimulator.simulate(SimulationParameters.builder(Lattices.get(
			"SrTiO3-001")).size(SIZE, SIZE).pixelSize(0.02).noise(0.05).seed(1).build(), Progress.NONE);
		return AtomClassification.of(image.image(), Area.image(SIZE, SIZE), image.columns().stream().map(
			c -> new Blob(c.x(), c.y(), 3, 1)).toList(), ClassificationSettings.of(Lattices.get("SrTiO3-001"),
				1), Progress.NONE);
	}

	private static ClassFiles files(final AtomClassification found) {
		return new ClassFiles(found, new ClassRun("srtio3", 300, 200, 1, 100, 8, 0.02,
			"the overlay of \"srtio3\"", 1.5, "run(\"Classify Atoms...\", \"seed=1\");"));
	}

	@Test
	void atomsAreReadBackWithTheirClasses() {
		final AtomClassification found = found();
		files(found).write(folder);
		final AtomsFile read = AtomsFile.read(folder.resolve("atoms.csv"), 1);
		assertEquals(found.atoms().size(), read.atoms().size());
		for (int i = 0; i < read.atoms().size(); i++) {
			final Blob atom = found.atoms().get(i);
			assertEquals(new Blob(atom.x() + 100, atom.y() + 8, 3, 1), read.atoms().get(i));
			final int label = found.labels()[i];
			assertEquals(label < 0 ? "" : found.names().get(label), read.classes().get(i));
		}
		assertEquals(List.of("Sr", "Ti"), found.names());
	}

	@Test
	void namesAreReadBack() throws IOException {
		final AtomClassification named = found().named(List.of("A, \"big\"", "B"));
		files(named).write(folder);
		assertEquals(named.names(), ClassFiles.names(folder.resolve("classes.csv"), List.of("class 1",
			"class 2")));
		final Path own = Files.writeString(folder.resolve("own.csv"), "class,name\n2,Ti\n");
		assertEquals(List.of("class 1", "Ti"), ClassFiles.names(own, List.of("class 1", "class 2")));
		Files.writeString(own, "class,name\n3,Ti\n");
		refuse(own, "Row 1", "class 3", "2 classes");
		Files.writeString(own, "number,name\n3,Ti\n");
		refuse(own, "no columns", "classes.csv");
	}

	private static void refuse(final Path file, final String... words) {
		Complaints.assertSays(assertThrows(RewardAnalysisException.class, () -> ClassFiles.names(file, List
			.of("a", "b"))).getMessage(), words);
	}

	@Test
	void theSummarySaysWhatWasDone() {
		final AtomClassification found = found();
		final String summary = files(found).summary();
		for (final String part : List.of("0.02 nm per pixel", "normalization standard", "2 components by ICL",
			"1 Sr (", "Seed:       1;", "Macro:      run(\"Classify", found.leftOut() + " of "))
			assertTrue(summary.contains(part), part + " in " + summary);
		final CsvTable criteria = files(found).criteria();
		assertEquals(7, criteria.size());
		for (int row = 0; row < 7; row++)
			assertEquals(criteria.number(row, "components") == 2 ? 1 : 0, criteria.number(row, "suggested"));
	}
}
