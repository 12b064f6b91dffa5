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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.RefinedAtom;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.refine.RefinementStatus;

class AtomsTableTest {

	private static final List<Blob> ATOMS = List.of(new Blob(1, 2, 3, 0.5), new Blob(4, 5, 6, 0.25));

	@TempDir
	private Path folder;

	@Test
	void coordinatesAreThoseOfTheImage() {
		assertEquals("id,x_px,y_px,x_nm,y_nm,sigma_px,response,neighbour_sum_nm,is_error,is_counted\n" +
			"1,11.0,22.0,5.5,11.0,3.0,0.5,,,\n2,14.0,25.0,7.0,12.5,6.0,0.25,,,\n", AtomsTable.of(
				RefinedAtoms.asDetected(ATOMS), 0.5, 10, 20).toText());
	}

	@Test
	void withoutAPixelSizeLengthsStayEmpty() {
		assertEquals("1,1.0,2.0,,,3.0,0.5,,,", AtomsTable.of(RefinedAtoms.asDetected(ATOMS), Double.NaN, 0,
			0).toText().lines().skip(1).findFirst().orElseThrow());
	}

	@Test
	void refinedAtomsComeBackFromTheFile() {
		final double nan = Double.NaN;
		final RefinedAtoms refined = new RefinedAtoms(Refinement.GAUSSIAN, FitOptions.ELLIPTIC, List.of(
			new RefinedAtom(new Blob(1.1, 2.2, 3, 0.5), 3.3, 2.9, 30, 100, 7, 1.0 / 3, 0.04,
				RefinementStatus.OK), new RefinedAtom(ATOMS.get(1), nan, nan, nan, nan, nan, nan, nan,
					RefinementStatus.DIVERGED)));
		final Path file = folder.resolve("atoms.csv");
		AtomsTable.of(refined, 0.5, 10, 20).write(file);
		final CsvTable table = CsvTable.read(file);
		assertEquals(11.1, table.number(0, "x_px"));
		assertEquals(1.0 / 3, table.number(0, "x_error_px"));
		assertEquals(0.02, table.number(0, "y_error_nm"));
		assertEquals("ok", table.get(0, "refined"));
		assertEquals(30, table.number(0, "fit_angle_deg"));
		assertEquals(100, table.number(0, "fit_height"));
		assertEquals(14, table.number(1, "x_px"));
		assertEquals("diverged", table.get(1, "refined"));
		assertTrue(Double.isNaN(table.number(1, "x_error_nm")));
	}
}
