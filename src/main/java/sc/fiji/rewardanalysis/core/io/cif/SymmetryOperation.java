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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A symmetry operation of a crystal, such as {@code -y, x+1/2, z}: a matrix of whole numbers or
 * fractions and a translation.
 */
final class SymmetryOperation {

	/** Translations of space groups are multiples of this part of a cell; rounded decimals are near them. */
	private static final int PARTS = 24;

	private static final double ROUNDED = 0.0035;

	/** Translations that differ by less than one of so many parts are the same; every 2ⁿ, 3 and 5 divides it. */
	private static final long FINE = 691_200;

	private static final Pattern TERM = Pattern.compile(
		"([+-]?)(?:(\\d{1,4}(?:\\.\\d{0,12})?|\\.\\d{1,12})(?:/(\\d{1,4}))?)?(?:\\*?([xyz]))?");

	private static final int LONGEST = 200;

	/** Of squares of lengths: refined ones may differ a little that should be the same. */
	private static final double UNLIKE = 0.02;

	/** {@code x,y,z}. */
	static final SymmetryOperation IDENTITY = of("x,y,z");

	/** Rows of the matrix, the translation last. */
	private final double[][] rows;

	private SymmetryOperation(final double[][] rows) {
		this.rows = rows;
	}

	/** @return null if the text is none */
	static SymmetryOperation of(final String text) {
		if (text.length() > LONGEST) return null;
		final String[] parts = text.toLowerCase(Locale.ROOT).replaceAll("\\s", "").split(",", -1);
		if (parts.length != 3) return null;
		final double[][] rows = new double[3][];
		for (int i = 0; i < 3; i++) {
			rows[i] = row(parts[i]);
			if (rows[i] == null) return null;
		}
		final SymmetryOperation operation = new SymmetryOperation(rows);
		// All symmetries keep volumes; others are misprints.
		return Math.abs(Math.abs(operation.determinant()) - 1) < 1e-6 ? operation : null;
	}

	/** Shares of x, y, z and 1; null if it is no sum of those. */
	private static double[] row(final String text) {
		final double[] row = new double[4];
		final Matcher term = TERM.matcher(text);
		int at = 0;
		while (at < text.length()) {
			if (!term.find(at) || term.start() != at || term.end() == at || term.group(2) == null && term.group(
				4) == null || at > 0 && term.group(1).isEmpty()) return null;
			final double divisor = term.group(3) == null ? 1 : Integer.parseInt(term.group(3));
			if (divisor == 0) return null;
			final double number = term.group(2) == null ? 1 : Double.parseDouble(term.group(2));
			final double size = term.group(4) == null && term.group(3) == null ? exact(number) : number / divisor;
			row[term.group(4) == null ? 3 : term.group(4).charAt(0) - 'x'] += term.group(1).equals("-") ? -size : size;
			at = term.end();
		}
		return at == 0 ? null : row;
	}

	/** A third, written as 0.33 or 0.3333. */
	private static double exact(final double decimal) {
		final double part = Math.rint(decimal * PARTS) / PARTS;
		return Math.abs(part - decimal) < ROUNDED ? part : decimal;
	}

	private double determinant() {
		final double[] p = rows[0], q = rows[1], r = rows[2];
		return p[0] * (q[1] * r[2] - q[2] * r[1]) - p[1] * (q[0] * r[2] - q[2] * r[0]) + p[2] * (q[0] * r[1] - q[1] *
			r[0]);
	}

	/** This operation after another one. */
	SymmetryOperation after(final SymmetryOperation first) {
		final double[][] product = new double[3][4];
		for (int i = 0; i < 3; i++) {
			for (int j = 0; j < 4; j++)
				for (int k = 0; k < 3; k++)
					product[i][j] += rows[i][k] * first.rows[k][j];
			product[i][3] += rows[i][3];
		}
		return new SymmetryOperation(product);
	}

	/** Equal for operations that are the same up to whole cells. */
	List<Long> key() {
		final List<Long> key = new ArrayList<>();
		for (final double[] row : rows) {
			for (int j = 0; j < 3; j++)
				key.add(Math.round(1000 * row[j]));
			key.add(Math.floorMod(Math.round(FINE * row[3]), FINE));
		}
		return key;
	}

	/**
	 * Whether it keeps all lengths and angles of a cell, to a hundredth.
	 *
	 * @param metric of the cell, scalar products of its vectors
	 */
	boolean fits(final double[][] metric) {
		for (int i = 0; i < 3; i++)
			for (int j = 0; j < 3; j++) {
				double product = 0;
				for (int k = 0; k < 3; k++)
					for (int l = 0; l < 3; l++)
						product += rows[k][i] * metric[k][l] * rows[l][j];
				// A cell that can't be, of infinite length, is refused by itself.
				if (Math.abs(product - metric[i][j]) > UNLIKE * Math.sqrt(metric[i][i] * metric[j][j])) return false;
			}
		return true;
	}

	/** Where it takes a position, fractions of the cell. */
	double[] apply(final double x, final double y, final double z) {
		final double[] to = new double[3];
		for (int i = 0; i < 3; i++)
			to[i] = rows[i][0] * x + rows[i][1] * y + rows[i][2] * z + rows[i][3];
		return to;
	}
}
