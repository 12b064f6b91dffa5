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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.cif.CifTokens.Token;
import sc.fiji.rewardanalysis.core.io.file.WholeFile;
import sc.fiji.rewardanalysis.core.lattice.Crystal;
import sc.fiji.rewardanalysis.core.lattice.CrystalAtom;
import sc.fiji.rewardanalysis.core.lattice.Elements;

/**
 * A crystal as a Crystallographic Information File, CIF 1.1 (Hall, Allen and Brown 1991, Acta
 * Cryst. A 47, 655): cell, atoms and symmetry operations, of the first data block that has atoms.
 * The operations and their products are applied and atoms that come out at the same place are one.
 * Lengths stand there in Å. Nothing else is opened, whatever the file names.
 *
 * @param crystal with all atoms of the cell
 * @param name of the file
 * @param hash SHA-256 of its bytes
 * @param note what in the file doesn't agree with itself; empty if nothing
 */
public record CifFile(Crystal crystal, String name, String hash, String note) {

	private static final long LARGEST = 16L << 20;

	private static final int MOST_IMAGES = 200_000;

	private static final String[] OPERATIONS = { "_space_group_symop_operation_xyz",
		"_symmetry_equiv_pos_as_xyz" };

	private static final String SYMBOL = "_atom_site_type_symbol", LABEL = "_atom_site_label";

	/** Reads a file; what is wrong with it is in the exception's message. */
	public static CifFile read(final Path file) {
		Checks.given("CIF file", file);
		final long size = size(file);
		if (size > LARGEST) throw new RewardAnalysisException(
			"%s has %d MB; a CIF of a crystal has less than %d MB, so choose another file.", file.toString(), size >> 20,
			LARGEST >> 20);
		final byte[] bytes = WholeFile.bytes(file);
		final String where = file.toString();
		// Journals' names may be Latin-1; all that is read here is ASCII.
		final String text = new String(bytes, StandardCharsets.UTF_8);
		if (text.indexOf('\0') >= 0) throw new RewardAnalysisException(
			"%s is no text, so it is no CIF; choose another file.", where);
		final List<CifBlock> blocks = CifBlock.of(where, text);
		final CifBlock block = blocks.stream().filter(b -> b.column("_atom_site_fract_x") != null && !b.column(
			"_atom_site_fract_x").isEmpty()).findFirst().orElseThrow(() -> none(where, blocks));
		final String name = file.getFileName().toString();
		final String hash = sha256(bytes);
		final Crystal crystal = crystal(where, block, name, hash);
		return new CifFile(crystal, name, hash, FormulaCheck.note(block.text("_chemical_formula_sum"), block.text(
			"_cell_formula_units_z"), crystal.atoms()));
	}

	private static RewardAnalysisException none(final String where, final List<CifBlock> blocks) {
		return blocks.stream().anyMatch(b -> b.column("_atom_site_cartn_x") != null) ? new RewardAnalysisException(
			"%s has its atoms in Å (_atom_site_Cartn_x); export them as fractions of the cell (_atom_site_fract_x).",
			where) : new RewardAnalysisException(
				"%s has no atoms (_atom_site_fract_x); choose a CIF with a cell, atoms and symmetry operations.",
				where);
	}

	private static long size(final Path file) {
		try {
			return Files.size(file);
		}
		catch (final IOException e) {
			// Reading it says why.
			return 0;
		}
	}

	private static String sha256(final byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java platform has SHA-256.", e);
		}
	}

	private static Crystal crystal(final String where, final CifBlock block, final String file, final String hash) {
		final double[] cell = { nanometres(block, "_cell_length_a"), nanometres(block, "_cell_length_b"), nanometres(block,
			"_cell_length_c") };
		final double alpha = block.number("_cell_angle_alpha"), beta = block.number("_cell_angle_beta"), gamma = block
			.number("_cell_angle_gamma");
		final CellAtoms atoms = new CellAtoms(where, cell);
		final List<SymmetryOperation> operations = operations(where, block, Crystal.metric(cell[0], cell[1], cell[2], alpha,
			beta, gamma));
		final int rows = block.column("_atom_site_fract_x").size();
		if ((long) rows * operations.size() > MOST_IMAGES) throw new RewardAnalysisException(
			"%s has %d atoms and %d symmetry operations, which is too much for a projection; take a smaller cell.", where,
			rows, operations.size());
		for (int row = 0; row < rows; row++)
			add(where, block, row, operations, atoms);
		final String doi = block.text("_journal_paper_doi", "_citation_doi");
		try {
			return new Crystal(name(block), file + (doi.isEmpty() || doi.length() > 100 ? "" : ", doi:" + doi) +
				", SHA-256 " + hash, cell[0], cell[1], cell[2], alpha, beta, gamma, atoms.all());
		}
		catch (final RewardAnalysisException e) {
			throw new RewardAnalysisException(e, "%s: %s", where, e.getMessage());
		}
	}

	/** From Å, as decimal as that was: 0.3905, not 0.39049999999999996. */
	private static double nanometres(final CifBlock block, final String tag) {
		return Math.rint(block.number(tag) * 1e10) / 1e11;
	}

	/** The formula, or what the block or the file is called, as a macro can carry it. */
	private static String name(final CifBlock block) {
		for (final String text : new String[] { block.text("_chemical_formula_structural"), block.text(
			"_chemical_formula_sum"), block.name() }) {
			final String plain = text.replaceAll("[^A-Za-z0-9.]", "");
			if (!plain.isEmpty() && plain.length() <= 40) return plain;
		}
		return "crystal";
	}

	private static void add(final String where, final CifBlock block, final int row,
		final List<SymmetryOperation> operations, final CellAtoms atoms)
	{
		final Token place = block.column("_atom_site_fract_x").get(row);
		final String occupancy = value(block, "_atom_site_occupancy", row);
		final double share = occupancy.isEmpty() ? 1 : block.number("_atom_site_occupancy", block.column(
			"_atom_site_occupancy").get(row));
		if (!(share >= 0 && share <= 1.001)) throw new RewardAnalysisException(
			"%s, line %d: _atom_site_occupancy is %s; it must lie between 0 and 1.", where, place.line(), occupancy);
		// Dummies and sites without coordinates are listed in some files.
		final boolean dummy = value(block, "_atom_site_calc_flag", row).equalsIgnoreCase("dum");
		if (share == 0 || dummy || value(block, "_atom_site_fract_x", row).isEmpty()) return;
		final String symbol = value(block, SYMBOL, row), label = value(block, LABEL, row);
		final String species = symbol.isEmpty() ? label : symbol;
		final int z = Elements.numberOf(species);
		if (z == 0) throw new RewardAnalysisException(
			"%s, line %d: the atom \"%s\" is no element; give _atom_site_type_symbol, such as Ti.", where, place.line(),
			species);
		final double[] xyz = new double[3];
		for (int i = 0; i < 3; i++) {
			final String tag = "_atom_site_fract_" + "xyz".charAt(i);
			final List<Token> column = block.column(tag);
			if (column == null || row >= column.size()) throw new RewardAnalysisException("%s, line %d: the atom %s has no %s.",
				where, place.line(), species, tag);
			xyz[i] = block.number(tag, column.get(row));
			if (Math.abs(xyz[i]) > 1000) throw new RewardAnalysisException(
				"%s, line %d: %s is %s; it must be a fraction of the cell.", where, place.line(), tag, Double.toString(xyz[i]));
		}
		for (final SymmetryOperation operation : operations) {
			final double[] to = operation.apply(xyz[0], xyz[1], xyz[2]);
			atoms.add(new CrystalAtom(z, to[0], to[1], to[2], Math.min(1, share)), symbol.isEmpty() ? Elements
				.symbol(z) : symbol.toLowerCase(Locale.ROOT));
		}
	}

	private static String value(final CifBlock block, final String tag, final int row) {
		final List<Token> column = block.column(tag);
		return column == null || row >= column.size() ? "" : column.get(row).value().strip();
	}

	/** All of the group, or of a file that has none the only one. */
	private static List<SymmetryOperation> operations(final String where, final CifBlock block, final double[][] metric) {
		final List<Token> column = block.column(OPERATIONS);
		final List<SymmetryOperation> operations = new ArrayList<>();
		if (column != null) for (final Token token : column) {
			if (token.value().isBlank()) continue;
			final SymmetryOperation operation = SymmetryOperation.of(token.text());
			if (operation == null) throw new RewardAnalysisException(
				"%s, line %d: \"%s\" is no symmetry operation; it must be like -y,x+1/2,z.", where, token.line(), token
					.text());
			if (!operation.fits(metric)) throw new RewardAnalysisException(
				"%s, line %d: the symmetry operation %s doesn't fit the cell, whose lengths or angles it changes; check both.",
				where, token.line(), token.text());
			operations.add(operation);
		}
		if (!operations.isEmpty()) return SymmetryGroup.of(where, operations);
		if (!isP1(block)) throw new RewardAnalysisException(
			"%s has the space group %s but no symmetry operations (%s); export it with symmetry operations, or with all atoms of the cell as P 1.",
			where, group(block), OPERATIONS[0]);
		return List.of(SymmetryOperation.IDENTITY);
	}

	private static String group(final CifBlock block) {
		final String group = block.text("_space_group_name_h-m_alt", "_symmetry_space_group_name_h-m",
			"_space_group_name_hall", "_symmetry_space_group_name_hall", "_space_group_it_number",
			"_symmetry_int_tables_number");
		return group.isEmpty() ? "not named" : group;
	}

	private static boolean isP1(final CifBlock block) {
		return group(block).replaceAll("[\\s()]", "").matches("(?i)p1|1");
	}
}
