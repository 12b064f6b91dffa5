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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.Crystal;
import sc.fiji.rewardanalysis.core.lattice.CrystalAtom;

/** Atoms of a cell, each once, however often symmetry or a list of all atoms names it. */
final class CellAtoms {

	/** Copies of an atom differ by rounding, such as 0.333 for a third; nm. */
	private static final double SAME = 0.005;

	/** Side of the boxes in which neighbours are sought, nm, and how many there may be along an axis. */
	private static final double BOX = 0.1;

	private static final int MOST = 500;

	private final String where;
	private final double[] lengths;
	private final int[] boxes = new int[3];
	private final List<CrystalAtom> atoms = new ArrayList<>();
	private final Map<String, Map<Long, List<CrystalAtom>>> kinds = new HashMap<>();

	/** @param lengths of the cell vectors, nm; what can't be is refused by the crystal */
	CellAtoms(final String where, final double[] lengths) {
		this.where = where;
		this.lengths = lengths.clone();
		for (int i = 0; i < 3; i++)
			boxes[i] = (int) Math.max(1, Math.min(MOST, lengths[i] / BOX));
	}

	List<CrystalAtom> all() {
		return atoms;
	}

	/** Adds an atom, unless one of its kind, an element and its charge, is there already. */
	void add(final CrystalAtom atom, final String kind) {
		final double x = wrapped(atom.x()), y = wrapped(atom.y()), z = wrapped(atom.z());
		final Map<Long, List<CrystalAtom>> grid = kinds.computeIfAbsent(kind, k -> new HashMap<>());
		final int i = (int) (x * boxes[0]), j = (int) (y * boxes[1]), k = (int) (z * boxes[2]);
		for (int n = 0; n < 27; n++) {
			final long box = box(i + n % 3 - 1, j + n / 3 % 3 - 1, k + n / 9 - 1);
			for (final CrystalAtom other : grid.getOrDefault(box, List.of()))
				if (isSame(other.x() - x, 0) && isSame(other.y() - y, 1) && isSame(other.z() - z, 2)) return;
		}
		if (atoms.size() >= Crystal.MOST_ATOMS) throw new RewardAnalysisException(
			"The cell of %s has more than %d atoms; take a smaller cell.", where, Crystal.MOST_ATOMS);
		final CrystalAtom inside = new CrystalAtom(atom.atomicNumber(), x, y, z, atom.occupancy());
		atoms.add(inside);
		grid.computeIfAbsent(box(i, j, k), b -> new ArrayList<>()).add(inside);
	}

	private static double wrapped(final double x) {
		final double inside = x - Math.floor(x);
		return inside >= 1 ? 0 : inside;
	}

	private long box(final int i, final int j, final int k) {
		return ((long) Math.floorMod(i, boxes[0]) * MOST + Math.floorMod(j, boxes[1])) * MOST + Math.floorMod(k,
			boxes[2]);
	}

	/** Along an axis; a skew cell makes it no larger than the sum of three. */
	private boolean isSame(final double fraction, final int axis) {
		return Math.abs(fraction - Math.rint(fraction)) * lengths[axis] < SAME;
	}
}
