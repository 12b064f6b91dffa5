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

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.PointGrid;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * Values of atoms as images: at each point of a grid a plane is fitted to the values of the
 * same grain's atoms around, with weights exp(−d² / 2s²), s = {@value #WIDTH}√(area per
 * atom); between the grid's points, at most a quarter of that distance apart, the image is
 * bilinear. A field that changes linearly is reproduced. NaN outside the area and farther than
 * √(area per atom) from every atom with a value, so nothing is made up in holes. Immutable.
 */
public final class FieldMaps {

	private static final double WIDTH = 0.6, REACH = 3, STEP = 4;

	private final int width, height;
	private final Area area;
	private final List<? extends Position> atoms;
	private final int[] grains;

	/**
	 * @param width of the image, px
	 * @param height px
	 * @param area where there are values, px of the image
	 * @param fit the atoms and their grains
	 */
	public FieldMaps(final int width, final int height, final Area area, final LatticeFit fit) {
		this.width = width;
		this.height = height;
		this.area = area;
		atoms = fit.atoms();
		grains = fit.indices().stream().mapToInt(IndexedAtom::grain).toArray();
	}

	/**
	 * Maps of several values of the same atoms.
	 *
	 * @param values by map and atom; an atom of which one is NaN has none
	 * @param spacing √(area per atom that has values), px
	 * @return of each map, row by row
	 */
	public float[][] of(final double[][] values, final double spacing, final Progress progress) {
		final int[] members = IntStream.range(0, grains.length).filter(i -> grains[i] >= 0 && Arrays.stream(
			values).noneMatch(v -> Double.isNaN(v[i]))).toArray();
		final float[][] images = new float[values.length][width * height];
		for (final float[] image : images)
			Arrays.fill(image, Float.NaN);
		if (members.length == 0) return images;
		final int step = (int) Math.max(1, Math.floor(spacing / STEP));
		final int columns = (width + step - 2) / step + 1, rows = (height + step - 2) / step + 1;
		final List<? extends Position> own = Arrays.stream(members).mapToObj(atoms::get).toList();
		final Source source = new Source(own, members, new PointGrid(own, REACH * WIDTH * spacing), spacing,
			values);
		final double[][] nodes = new double[values.length][columns * rows];
		Parallelization.getTaskExecutor().forEach(IntStream.range(0, rows).boxed().toList(), row -> {
			progress.checkCanceled();
			final Plane plane = new Plane();
			for (int c = 0; c < columns; c++) {
				final double[] at = value(source, plane, c * step, row * step);
				for (int m = 0; m < nodes.length; m++)
					nodes[m][row * columns + c] = at == null ? Double.NaN : at[m];
			}
		});
		Parallelization.getTaskExecutor().forEach(IntStream.range(0, height).boxed().toList(), y -> {
			progress.checkCanceled();
			for (int x = 0; x < width; x++)
				if (area.contains(x, y)) for (int m = 0; m < nodes.length; m++)
					images[m][y * width + x] = (float) between(nodes[m], columns, rows, x, y, step);
		});
		return images;
	}

	private record Place(double x, double y) implements Position {}

	private record Source(List<? extends Position> atoms, int[] members, PointGrid grid,
		double spacing, double[][] values)
	{}

	/** The atoms around one point after the other. */
	private static final class Plane {

		private int[] atom = new int[64];
		private double[] x = new double[64], y = new double[64], w = new double[64];
		private int n, nearest;
		private double least;

		void clear() {
			n = 0;
			nearest = -1;
			least = Double.POSITIVE_INFINITY;
		}

		void add(final int index, final double dx, final double dy, final double square) {
			if (n == atom.length) {
				atom = Arrays.copyOf(atom, 2 * n);
				x = Arrays.copyOf(x, 2 * n);
				y = Arrays.copyOf(y, 2 * n);
				w = Arrays.copyOf(w, 2 * n);
			}
			atom[n] = index;
			x[n] = dx;
			y[n] = dy;
			w[n++] = square;
			if (square >= least) return;
			least = square;
			nearest = index;
		}

		/** Makes each weight what its atom's value contributes to the plane's at the point. */
		void solve() {
			double s = 0, sx = 0, sy = 0, xx = 0, xy = 0, yy = 0;
			for (int i = 0; i < n; i++) {
				s += w[i];
				sx += w[i] * x[i];
				sy += w[i] * y[i];
				xx += w[i] * x[i] * x[i];
				xy += w[i] * x[i] * y[i];
				yy += w[i] * y[i] * y[i];
			}
			final double mx = sx / s, my = sy / s;
			xx -= mx * sx;
			xy -= mx * sy;
			yy -= my * sy;
			final double det = xx * yy - xy * xy;
			final boolean flat = !(det > 0.01 * xx * yy);
			final double gx = flat ? 0 : (mx * yy - my * xy) / det, gy = flat ? 0 : (my * xx - mx * xy) / det;
			for (int i = 0; i < n; i++)
				w[i] *= 1 / s - gx * (x[i] - mx) - gy * (y[i] - my);
		}
	}

	/** Of each map; null where there is no atom near enough. */
	private double[] value(final Source source, final Plane plane, final double x, final double y) {
		final double s = WIDTH * source.spacing, reach = REACH * s;
		plane.clear();
		source.grid.forEachNear(new Place(x, y), reach, j -> {
			final double dx = source.atoms.get(j).x() - x, dy = source.atoms.get(j).y() - y, square = dx * dx +
				dy * dy;
			if (square <= reach * reach) plane.add(source.members[j], dx, dy, square);
		});
		if (plane.nearest < 0 || plane.least > source.spacing * source.spacing) return null;
		for (int i = 0; i < plane.n; i++)
			plane.w[i] = grains[plane.atom[i]] == grains[plane.nearest] ? Math.exp(-0.5 * plane.w[i] / (s * s))
				: 0;
		plane.solve();
		final double[] values = new double[source.values.length];
		for (int m = 0; m < values.length; m++)
			for (int i = 0; i < plane.n; i++)
				values[m] += plane.w[i] * source.values[m][plane.atom[i]];
		return values;
	}

	private static double between(final double[] nodes, final int columns, final int rows,
		final int x, final int y, final int step)
	{
		final int c = x / step, r = y / step, c1 = Math.min(columns - 1, c + 1), r1 = Math.min(rows - 1, r +
			1);
		final double fx = (double) (x - c * step) / step, fy = (double) (y - r * step) / step;
		final double[] v = { nodes[r * columns + c], nodes[r * columns + c1], nodes[r1 * columns + c], nodes[r1 *
			columns + c1] };
		final double[] w = { (1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy };
		double sum = 0, weight = 0;
		for (int i = 0; i < 4; i++)
			if (!Double.isNaN(v[i])) {
				sum += w[i] * v[i];
				weight += w[i];
			}
		// At the rim of what is covered, half of it at least must be.
		return weight > 0.5 ? sum / weight : Double.NaN;
	}
}
