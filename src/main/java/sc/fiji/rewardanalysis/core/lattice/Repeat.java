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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * The cell by which columns repeat, and the columns in it.
 *
 * @param plane its translations
 * @param columns as fractions of them
 */
record Repeat(ProjectedPlane plane, List<AtomColumn> columns) {

	/** Of more columns no smaller cell is sought. */
	private static final int MOST = 1000;

	/**
	 * @param own a cell by which they repeat, reduced
	 * @param columns as fractions of that
	 * @param exact how well copies agree, nm
	 */
	static Repeat of(final ProjectedPlane own, final List<AtomColumn> columns, final double exact,
		final Progress progress)
	{
		final List<double[]> more = columns.size() > MOST ? List.of() : translations(own, columns, exact, progress);
		final boolean centred = more.size() == 1 && more.get(0)[0] == 0.5 && more.get(0)[1] == 0.5;
		final ProjectedPlane cell = centred && own.isRectangular() ? own : own.with(more.stream().map(own::outside)
			.toList()).conventional();
		final Repeat found = in(cell, own, columns, exact, progress);
		return found != null ? found : new Repeat(own, columns);
	}

	/** All columns of another cell of the same lattice, or of one that holds it; null if they aren't as many. */
	private static Repeat in(final ProjectedPlane cell, final ProjectedPlane own, final List<AtomColumn> columns,
		final double exact, final Progress progress)
	{
		final List<AtomColumn> found = new ArrayList<>();
		final int times = (int) Math.round(cell.area() / own.area());
		for (final AtomColumn column : columns) {
			progress.checkCanceled();
			for (int i = 0; i <= Math.max(0, times - 1); i++)
				for (int j = 0; j <= Math.max(0, times - 1); j++) {
					final double[] outside = own.outside(new double[] { column.u() + i, column.v() + j });
					final double[] place = cell.inCell(outside[0], outside[1]);
					if (found.stream().noneMatch(c -> cell.isWithin(c.u() - place[0], c.v() - place[1], 2 * exact))) found.add(
						column.at(place[0], place[1]));
				}
		}
		return found.size() == Math.round(columns.size() * cell.area() / own.area()) ? new Repeat(cell, found) : null;
	}

	/** Translations within a cell that take every column onto one that looks alike, as fractions of it. */
	private static List<double[]> translations(final ProjectedPlane own, final List<AtomColumn> columns,
		final double exact, final Progress progress)
	{
		final List<List<AtomColumn>> kinds = new ArrayList<>();
		for (final AtomColumn column : columns) {
			final List<AtomColumn> kind = kinds.stream().filter(k -> k.get(0).isLike(column)).findFirst().orElse(null);
			if (kind == null) kinds.add(new ArrayList<>(List.of(column)));
			else kind.add(column);
		}
		kinds.sort(Comparator.comparingInt(List::size));
		final List<double[]> found = new ArrayList<>();
		final AtomColumn from = kinds.get(0).get(0);
		for (final AtomColumn to : kinds.get(0)) {
			progress.checkCanceled();
			final double u = to.u() - from.u(), v = to.v() - from.v();
			if (to != from && kinds.stream().allMatch(kind -> isOnto(own, kind, u, v, exact))) found.add(
				new double[] { u, v });
		}
		// They are a group, so each of them, as often as there are, is a lattice vector.
		final double n = found.size() + 1.0;
		return found.stream().map(m -> new double[] { wrapped(Math.rint(m[0] * n) / n), wrapped(Math.rint(m[1] * n) /
			n) }).toList();
	}

	private static double wrapped(final double x) {
		return x - Math.floor(x);
	}

	private static boolean isOnto(final ProjectedPlane own, final List<AtomColumn> kind, final double u,
		final double v, final double exact)
	{
		return kind.stream().allMatch(c -> kind.stream().anyMatch(other -> own.isWithin(c.u() + u - other.u(), c.v() + v -
			other.v(), exact)));
	}
}
