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

package sc.fiji.rewardanalysis.core.io.cif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.rewardanalysis.core.lattice.Crystal;
import sc.fiji.rewardanalysis.core.lattice.CrystalAtom;
import sc.fiji.rewardanalysis.core.lattice.Elements;

class CifFileTest {

	private static final Path FILES = Path.of("src/test/resources/cif");

	private static final String CELL = "_cell_length_a 4\n_cell_length_b 5\n_cell_length_c 6\n" +
		"_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\n", OPERATIONS =
			"loop_\n_space_group_symop_operation_xyz\nx,y,z\n-x,-y,-z\n", ATOM =
				"loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n", GOOD = "data_x\n" + CELL +
					OPERATIONS + ATOM + "Fe1 0.1 0.2 0.3\n";

	@TempDir
	Path folder;

	private Crystal read(final String text) throws IOException {
		return CifFile.read(file(text)).crystal();
	}

	private Path file(final String text) throws IOException {
		return Files.writeString(folder.resolve("a.cif"), text);
	}

	private void refused(final String text, final String... words) throws IOException {
		final Path file = file(text);
		assertRefused(() -> CifFile.read(file), words);
		assertRefused(() -> CifFile.read(file), "a.cif");
	}

	@ParameterizedTest
	@CsvSource({ "SrTiO3,Sr 1 Ti 1 O 3,0.3905,SrTiO3", "Si,Si 8,0.5431020511,Si", "Au,Au 4,0.40786,Au",
		"Fe,Fe 2,0.28665,Fe", "YBa2Cu3O7,Ba 2 Y 1 Cu 3 O 7,0.38227,YBa2Cu3O7", "DyScO3,Dy 4 Sc 4 O 12,0.5442,DyScO3",
		"triclinic,Bi 2 Ge 4,0.71,Bi2Ge4" })
	void symmetryGivesAllAtomsOnce(final String name, final String contents, final double a, final String called) {
		final Crystal crystal = CifFile.read(FILES.resolve(name + ".cif")).crystal();
		final Map<Integer, Long> counts = crystal.atoms().stream().collect(Collectors.groupingBy(
			CrystalAtom::atomicNumber, Collectors.counting()));
		assertEquals(contents, counts.entrySet().stream().sorted((p, q) -> q.getKey() - p.getKey()).map(
			e -> Elements.symbol(e.getKey()) + " " + e.getValue()).collect(Collectors
				.joining(" ")));
		assertEquals(a, crystal.a());
		assertEquals(called, crystal.name());
	}

	@Test
	void whatCrystallographersWriteIsRead() throws IOException {
		final CifFile ybco = CifFile.read(FILES.resolve("YBa2Cu3O7.cif"));
		assertTrue(ybco.crystal().source().startsWith("YBa2Cu3O7.cif, SHA-256 "), ybco.crystal().source());
		assertEquals(64, ybco.hash().length());
		assertTrue(ybco.crystal().atoms().stream().anyMatch(a -> a.occupancy() == 0.93), "0.93(2)");
		// Quotes within values, comments, CRLF, a byte-order mark, text fields, capitals, a value that looks like a name.
		final Crystal odd = read("\uFEFF# comment\r\nDATA_odd # another\r\n" + CELL.replace("\n", "\r\n").replace(
			"_cell_length_a 4", "_CELL_LENGTH_A\r\n  4.00(12) # of a") + "_title 'It's a cell'\r\n_more \"_cell_length_a\"\r\n" +
			"_text\r\n;loop_ data_ _x '\r\n ; no end\r\n;\r\n" + "LOOP_\r\n_Symmetry_Equiv_Pos_As_XYZ\r\n'X, Y, Z'\r\n" +
			"'1/2-x, 0.5+Y, -z+2/4'\r\n" + ATOM.replace("\n", "\r\n") + "'Fe 1' +.1 2.e-1(3) -0.3\r\n");
		assertEquals(0.4, odd.a());
		assertEquals(2, odd.atoms().size());
		final CrystalAtom image = odd.atoms().get(1);
		assertEquals(0.4, image.x(), 1e-12);
		assertEquals(0.7, image.y(), 1e-12);
		assertEquals(0.8, image.z(), 1e-12);
		assertEquals("odd", odd.name());
		assertEquals(1, read(GOOD.replace("Fe1 0.1 0.2 0.3", "Fe1 0 0 0")).atoms().size());
		// A third in three digits, of an axis of 2 nm.
		assertEquals(1, read(GOOD.replace("length_a 4", "length_a 20").replace("-x,-y,-z", "1-2*x,y,z".replace("2*x",
			"x")).replace("Fe1 0.1", "Fe1 0.4999")).atoms().size());
	}

	/** Some leave out x,y,z (COD 8103382), some list generators; two symmetries imply their product. */
	@Test
	void operationsAreCompletedToTheirGroup() throws IOException {
		for (final String two : new String[] { "-x,-y,-z", "x,y,z\n-x,-y,-z", "-x,-y,-z\nx-1,y+3,z", "1-x,2-y,-z\n-x,-y,-z" })
			assertEquals(2, read(GOOD.replace("x,y,z\n-x,-y,-z", two)).atoms().size(), two);
		// Generators of P 41 21 2 give 8 places, of F m -3 m 192.
		final String cubic = GOOD.replace("length_b 5", "length_b 4").replace("length_c 6", "length_c 4");
		assertEquals(8, read(cubic.replace("x,y,z\n-x,-y,-z", "-y+1/2,x+1/2,z+1/4\ny,x,-z")).atoms().size());
		assertEquals(192, read(cubic.replace("x,y,z\n-x,-y,-z", "z,x,y\n-y,x,z\n-x,-y,-z\nx,y+1/2,z+1/2\nx+1/2,y,z+1/2")
			.replace("0.3\n", "0.37\n")).atoms().size());
		// Thirds in two digits.
		assertEquals(3, read(GOOD.replace("x,y,z\n-x,-y,-z", "x+.33,y+.67,z+0.67")).atoms().size());
		assertEquals(0.1 + 1.0 / 3, read(GOOD.replace("x,y,z\n-x,-y,-z", "x+.33,y,z")).atoms().get(1).x(), 1e-12);
		// A cell made fifty times longer.
		assertEquals(50, read(GOOD.replace("length_a 4", "length_a 200").replace("-x,-y,-z", "x+0.02,y,z")).atoms().size());
		refused(GOOD.replace("-x,-y,-z", "x+0.1371,y,z"), "symmetry operations", "more than 1000", "misprints");
	}

	/** An operation or an atom too few shows there. */
	@Test
	void theFormulaIsComparedWithTheCell() throws IOException {
		final String formula = GOOD.replace("data_x\n", "data_x\n_chemical_formula_sum 'Fe'\n_cell_formula_units_Z 2\n");
		assertEquals("", CifFile.read(file(formula)).note());
		assertEquals("By the file's formula a cell has 2 Fe and not 1: check its atoms, occupancies and symmetry operations.",
			CifFile.read(file(formula.replace("-x,-y,-z\n", ""))).note());
		assertEquals("By the file's formula a cell has 1 Co and not 0, 1.86 Fe and not 2: check its atoms, occupancies and " +
			"symmetry operations.", CifFile.read(file(formula.replace("'Fe'", "'Co0.5 H12 Fe0.93'"))).note());
		for (final String other : new String[] { "'Fe'\n_cell_formula_units_Z ?", "?\n_cell_formula_units_Z 2",
			"'Fe(OH)2'\n_cell_formula_units_Z 2", "'2 Fe'\n_cell_formula_units_Z 2", "'Fe D2'\n_cell_formula_units_Z 2",
			"'Fe'\n_cell_formula_units_Z 1e9" })
			assertEquals("", CifFile.read(file(formula.replace("'Fe'\n_cell_formula_units_Z 2", other))).note(), other);
		try (Stream<Path> files = Files.list(FILES)) {
			for (final Path file : files.filter(f -> f.toString().endsWith(".cif")).toList())
				assertEquals("", CifFile.read(file).note(), file.toString());
		}
	}

	/** A list of all atoms with the operations besides. */
	@Test
	void anAtomThatIsListedTwiceIsOne() throws IOException {
		assertEquals(2, read(GOOD + "Fe2 0.9 0.8 0.7\n").atoms().size());
		assertEquals(4, read(GOOD + "Co1 0.9 0.8 0.7\n").atoms().size(), "another element beside it");
	}

	@Test
	void withoutOperationsOnlyP1() throws IOException {
		final String none = GOOD.replace(OPERATIONS, "");
		refused(none, "not named", "_space_group_symop_operation_xyz", "export");
		refused(none.replace("data_x\n", "data_x\n_symmetry_space_group_name_H-M 'F m -3 m'\n"), "F m -3 m", "export");
		for (final String group : new String[] { "_space_group_name_H-M_alt 'P 1'", "_symmetry_Int_Tables_number 1",
			"_space_group.name_H-M_alt P1", "_space_group_name_Hall 'P 1'" })
			assertEquals(1, read(none.replace("data_x\n", "data_x\n" + group + "\n")).atoms().size());
	}

	@Test
	void theFirstBlockWithAtomsCounts() throws IOException {
		assertEquals("x", read("data_first\n_a 1\n" + GOOD + GOOD.replace("data_x", "data_y").replace("Fe1", "Au1"))
			.name());
	}

	@Test
	void whatIsWrongIsSaid() throws IOException {
		refused("", "no atoms");
		refused("hello world", "line 1", "\"hello\"");
		refused(GOOD.replace(ATOM, "loop_\n_atom_site_Cartn_x\n1 2\nloop_\n_a_a\n_a_b\n_a_c\n_a_d\n"), "_atom_site_fract_x");
		refused(GOOD + "Fe2 0.1\n", "4 names and 6 values", "whole");
		refused(GOOD.replace("_cell_length_a 4\n", ""), "_cell_length_a");
		refused(GOOD.replace("_cell_length_a 4\n", "_cell_length_a ?\n"), "_cell_length_a");
		refused(GOOD.replace("_cell_length_a 4\n", "_cell_length_a four\n"), "line 2", "\"four\"", "number");
		refused(GOOD.replace("_cell_length_a 4\n", "_cell_length_a 1e999\n"), "Cell length a");
		refused(GOOD.replace("_cell_length_a 4\n", "_cell_length_a\n"), "line 2", "no value");
		refused(GOOD.replace("0.1", "0,1"), "line 17", "_atom_site_fract_x", "\"0,1\"");
		refused(GOOD.replace("0.1", "5000"), "fraction");
		refused(GOOD.replace("Fe1", "Qq1"), "line 17", "\"Qq1\" is no element");
		refused(GOOD.replace("-x,-y,-z", "-x,-y"), "line 11", "no symmetry operation");
		refused(GOOD.replace("-x,-y,-z", "-x,-x,-z"), "no symmetry operation");
		refused(GOOD.replace("-x,-y,-z", "-x,-y,-z/0"), "no symmetry operation");
		// Volumes stay, but neither lengths nor angles.
		refused(GOOD.replace("-x,-y,-z", "x+y,y,z"), "line 11", "x+y,y,z doesn't fit the cell");
		refused(GOOD.replace("-x,-y,-z", "100x,0.01y,z"), "doesn't fit the cell");
		refused(GOOD.replace("-x,-y,-z", "y,x,z"), "doesn't fit the cell");
		refused(GOOD.replace("_atom_site_fract_z", "_atom_site_occupancy").replace("0.3\n", "1.3\n"), "occupancy", "1.3");
		refused(GOOD.replace("_atom_site_fract_z", "_atom_site_fract_w"), "no _atom_site_fract_z");
		refused("data_x\n_a\n;\nno end\n", "line 3", "semicolon");
		refused("data_x\n_a 'no end\n", "line 2", "quote");
		refused("data_x\nloop_\n", "line 2", "no names");
		refused("\0\0\0\0", "no text");
		refused(GOOD.replace("angle_alpha 90", "angle_alpha 5"), "alpha");
		assertRefused(() -> CifFile.read(folder.resolve("none.cif")), "none.cif");
		assertRefused(() -> CifFile.read(folder), folder.toString());
	}

	@Test
	void whatIsTooMuchIsRefusedSoon() throws IOException {
		refused("data_x\n" + "a ".repeat(9_000_000), "MB");
		refused("data_x\n" + "_a 1\n".repeat(600_000), "1000000 values");
		final StringBuilder operations = new StringBuilder();
		for (int i = 0; i < 1100; i++)
			operations.append("x+").append(i).append("/1100,y,z\n");
		refused(GOOD.replace("-x,-y,-z\n", operations.toString()), "symmetry operations", "more than 1000", "misprints");
		final StringBuilder atoms = new StringBuilder();
		for (int i = 0; i < 6000; i++)
			atoms.append(String.format(Locale.ROOT, "Fe %.5f %.5f %.5f%n", i * 0.754877666 % 1, i * 0.569840291 % 1, i *
				0.17 % 1));
		refused(GOOD + atoms, "5000 atoms");
		// Many blocks, and one bracket after the other.
		refused("data_ ".repeat(300_000), "no atoms");
		refused("data_x\n_cell_length_a " + "(".repeat(1_000_000), "no atoms");
	}

	@Test
	void namesOfOtherAlphabetsDoNoHarm() throws IOException {
		Files.write(folder.resolve("a.cif"), (GOOD + "_publ_author_name 'M\u00FCller'\n").getBytes(StandardCharsets.ISO_8859_1));
		assertEquals(2, CifFile.read(folder.resolve("a.cif")).crystal().atoms().size());
	}
}
