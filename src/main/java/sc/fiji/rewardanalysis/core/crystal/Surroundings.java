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

package sc.fiji.rewardanalysis.core.crystal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import sc.fiji.rewardanalysis.core.PointGrid;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.Lattice;

/**
 * The atoms around places of the image, to which a lattice is fitted. The few atoms of a
 * square share what is fitted. Immutable.
 */
public final class Surroundings {

	/** Cells around a place; of cells with few columns, more. */
	public static final int CELLS = 30;

	/** With fewer cells around than these columns, more are taken. */
	private static final int FEWEST_COLUMNS = 60;

	/** Cells of a square whose atoms share a fit. */
	private static final double SQUARE = 4;

	/** Atoms that tell how the lattice lies on its translations. */
	private static final int SAMPLE = 64;

	private final List<? extends Position> atoms;
	private final PointGrid grid;
	private final double radius;

	/**
	 * @param atoms px
	 * @param radius how far they count, px
	 */
	public Surroundings(final List<? extends Position> atoms, final double radius) {
		this.atoms = atoms;
		this.radius = radius;
		grid = new PointGrid(atoms, radius / 2);
	}

	/** The radius for a crystal, nm. */
	public static double radius(final Lattice lattice) {
		return radius(lattice.cellArea(), lattice.columnsPerCell());
	}

	/**
	 * The radius for a cell.
	 *
	 * @param area of the cell, in the square of the unit that is wanted
	 * @param sites of the cell
	 */
	static double radius(final double area, final int sites) {
		return Math.sqrt(Math.max(CELLS, (double) FEWEST_COLUMNS / sites) * area / Math.PI);
	}

	private record Place(double x, double y) implements Position {}

	/** The atoms around one place after the other, px from it. Not thread-safe. */
	public final class Around {

		private double[] x = new double[256], y = new double[256];
		private int n;

		/** Finds those around a place, px. */
		public void gather(final double centreX, final double centreY) {
			n = 0;
			grid.forEachNear(new Place(centreX, centreY), radius, j -> {
				final double dx = atoms.get(j).x() - centreX, dy = atoms.get(j).y() - centreY;
				if (dx * dx + dy * dy > radius * radius) return;
				if (n == x.length) {
					x = Arrays.copyOf(x, 2 * n);
					y = Arrays.copyOf(y, 2 * n);
				}
				x[n] = dx;
				y[n++] = dy;
			});
		}

		/** Fits a lattice to them. */
		public void fit(final LocalLattice lattice) {
			lattice.fit(x, y, n);
		}

		int size() {
			return n;
		}

		double x(final int i) {
			return x[i];
		}

		double y(final int i) {
			return y[i];
		}
	}

	/** A buffer for one thread. */
	public Around around() {
		return new Around();
	}

	/** Atoms by squares of four cells each. */
	public List<int[]> squares(final double cellArea) {
		final double side = side(cellArea);
		final Map<Long, List<Integer>> squares = new TreeMap<>();
		for (int i = 0; i < atoms.size(); i++)
			squares.computeIfAbsent((long) Math.floor(atoms.get(i).y() / side) << 32 | (long) Math.floor(atoms
				.get(i).x() / side) & 0xffffffffL, k -> new ArrayList<>()).add(i);
		return squares.values().stream().map(m -> m.stream().mapToInt(i -> i).toArray()).toList();
	}

	/** Of a square, px. */
	static double side(final double cellArea) {
		return Math.sqrt(SQUARE * cellArea);
	}

	/**
	 * Of several ways in which a lattice may lie, the one that most atoms fit.
	 *
	 * @param tolerance of {@link LocalLattice}, px
	 * @param gain by which share a later one must be better than an earlier one
	 */
	public LatticeFrame best(final List<LatticeFrame> frames, final double tolerance,
		final double gain, final Progress progress)
	{
		final Around around = around();
		final int stride = 1 + (atoms.size() - 1) / SAMPLE;
		LatticeFrame best = null;
		double most = -1;
		for (final LatticeFrame frame : frames) {
			progress.checkCanceled();
			final LocalLattice local = new LocalLattice(frame, tolerance);
			double sum = 0;
			for (int i = stride / 2; i < atoms.size(); i += stride) {
				around.gather(atoms.get(i).x(), atoms.get(i).y());
				around.fit(local);
				sum += local.support();
			}
			if (sum <= most * (1 + gain)) continue;
			most = sum;
			best = frame;
		}
		return best;
	}
}
