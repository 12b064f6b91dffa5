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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.refine.RefinedAtom;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.atoms.EditedAtoms;

/**
 * Atoms as rows: {@code id, x_px, y_px, x_nm, y_nm, sigma_px, response,
 * neighbour_sum_nm, is_error, is_counted}. Pixel centres are integers, (0, 0) is
 * the top-left pixel of the image. Refined atoms have their standard errors and the
 * status of their refinement as well, Gaussian fits what they found.
 */
public final class AtomsTable {

	private static final List<String> HEADER = List.of("id", "x_px", "y_px", "x_nm", "y_nm",
		"sigma_px", "response", "neighbour_sum_nm", "is_error", "is_counted");

	/** Of refined atoms. */
	private static final List<String> REFINED = List.of("x_error_px", "y_error_px", "x_error_nm",
		"y_error_nm", "refined");

	/** Of Gaussian fits; heights in units of the image. */
	private static final List<String> FITTED = List.of("fit_sigma_major_px", "fit_sigma_minor_px",
		"fit_angle_deg", "fit_height", "fit_background");

	/** Of atoms that a person has edited. */
	private static final String ORIGIN = "origin";

	private AtomsTable() {}

	/**
	 * Atoms that a person has edited, with their {@code origin}: {@code detected}, {@code edited:
	 * added}, {@code edited: moved}.
	 *
	 * @param x left edge of the analysed box in the image, px
	 * @param y its upper edge, px
	 */
	public static CsvTable of(final EditedAtoms edited, final int x, final int y) {
		final AtomSolution solution = edited.solution();
		final CsvTable table = of(solution.atoms(), edited.refined(), solution.errors(), x, y);
		return edited.isEdited() ? table.with(ORIGIN, i -> edited.origin(i).word()) : table;
	}

	/**
	 * Atoms that were judged against a crystal. The judgement is that of the detected
	 * positions, as the rewards gave it.
	 *
	 * @param refined the same atoms where they shall be listed
	 * @param errors indices of the atoms that the spacing error blames
	 * @param x left edge of the analysed box in the image, px
	 * @param y its upper edge, px
	 */
	public static CsvTable of(final AtomSet set, final RefinedAtoms refined, final int[] errors,
		final int x, final int y)
	{
		final CsvTable table = new CsvTable(header(refined));
		final double pixelSize = set.physics().pixelSize();
		final boolean[] isError = new boolean[set.atoms().size()];
		Arrays.stream(errors).forEach(i -> isError[i] = true);
		for (int i = 0; i < set.atoms().size(); i++) {
			final Blob atom = set.atoms().get(i);
			final List<Object> row = row(i, refined.atoms().get(i).blob(), x, y, pixelSize);
			row.add(set.neighbourSum(i));
			row.add(isError[i]);
			row.add(set.physics().counted().contains(atom));
			addRefinement(row, refined, i, pixelSize);
			table.add(row);
		}
		return table;
	}

	/**
	 * Atoms of which no crystal is known.
	 *
	 * @param pixelSize nm per px; NaN if unknown, which leaves the lengths empty
	 */
	public static CsvTable of(final RefinedAtoms refined, final double pixelSize, final int x,
		final int y)
	{
		final CsvTable table = new CsvTable(header(refined));
		for (int i = 0; i < refined.atoms().size(); i++) {
			final List<Object> row = row(i, refined.atoms().get(i).blob(), x, y, pixelSize);
			row.addAll(Arrays.asList(null, null, null));
			addRefinement(row, refined, i, pixelSize);
			table.add(row);
		}
		return table;
	}

	private static List<String> header(final RefinedAtoms refined) {
		final List<String> header = new ArrayList<>(HEADER);
		if (refined.isRefined()) header.addAll(REFINED);
		if (refined.method() == Refinement.GAUSSIAN) header.addAll(FITTED);
		return header;
	}

	private static void addRefinement(final List<Object> row, final RefinedAtoms refined, final int i,
		final double pixelSize)
	{
		final RefinedAtom atom = refined.atoms().get(i);
		if (refined.isRefined()) row.addAll(List.of(atom.errorX(), atom.errorY(), atom.errorX() *
			pixelSize, atom.errorY() * pixelSize, atom.status().word()));
		if (refined.method() == Refinement.GAUSSIAN) row.addAll(List.of(atom.sigmaMajor(), atom
			.sigmaMinor(), atom.angle(), atom.amplitude(), atom.background()));
	}

	private static List<Object> row(final int i, final Blob atom, final int left, final int top,
		final double pixelSize)
	{
		final double x = left + atom.x(), y = top + atom.y();
		return new ArrayList<>(List.of(i + 1, x, y, x * pixelSize, y * pixelSize, atom.sigma(), atom
			.response()));
	}
}
