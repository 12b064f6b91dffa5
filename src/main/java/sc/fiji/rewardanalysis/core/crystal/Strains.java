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

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.PointGrid;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * The strain at each atom, from the displacements around it.
 * <p>
 * With X the places in the reference lattice, u(X) ≈ c<sub>s</sub> + D (X − X₀) is fitted to the atoms of the
 * same grain within R by least squares with weights (1 − |X − X₀|² / R²)². Each site of the
 * cell has a constant c<sub>s</sub> of its own, so that sublattices shifted against each other are no
 * strain. Strain as {@link StrainKind} says; rotation = atan2(F<sub>yx</sub> − F<sub>xy</sub>, F<sub>xx</sub> + F<sub>yy</sub>),
 * F = 1 + D. Axes are those of the image: x to the right, y downwards, so rotation is
 * clockwise on the screen. Standard errors follow from the scatter of the residuals around
 * each atom; neighbouring values share their atoms and so their errors.
 * <p>
 * Border: the atoms on the one side do, as long as there are {@value #SPARE} more than
 * constants to fit. NaN elsewhere. Immutable.
 */
public final class Strains {

	/** Radius that serves well, in cells' sides √(cell area). */
	public static final double RADIUS = 2.5;

	/** What is known at each atom. */
	public enum Component {
			XX, YY, XY, ROTATION
	}

	private static final int BLOCK = 256, SPARE = 5;

	/** By component and atom. */
	private final double[][] values = new double[4][], errors = new double[4][];

	private Strains(final int n) {
		for (int c = 0; c < 4; c++) {
			values[c] = new double[n];
			errors[c] = new double[n];
			Arrays.fill(values[c], Double.NaN);
			Arrays.fill(errors[c], Double.NaN);
		}
	}

	private record Place(double x, double y) implements Position {}

	/**
	 * Measures.
	 *
	 * @param radius in sides of the cell, 1 to 50, see {@link #RADIUS}
	 */
	public static Strains of(final Displacements u, final StrainKind kind, final double radius,
		final Progress progress)
	{
		Checks.within("radius of the strain (cells)", radius, 1, 50);
		final LatticeFit fit = u.fit();
		final Strains strains = new Strains(fit.atoms().size());
		final double[] x = u.x(), y = u.y();
		for (int g = 0; g < fit.grains().size(); g++) {
			if (!u.has(g)) continue;
			final int[] members = fit.members(g);
			final List<Place> places = Arrays.stream(members).mapToObj(i -> new Place(x[i], y[i])).toList();
			final double reach = radius * Math.sqrt(Math.abs(fit.grains().get(g).fit().vectors()
				.determinant()));
			final Grid grid = new Grid(u, members, places, new PointGrid(places, reach), reach, fit.grains().get(
				g).motif().size(), kind);
			Parallelization.getTaskExecutor().forEach(IntStream.range(0, (members.length + BLOCK - 1) / BLOCK)
				.boxed().toList(), block -> {
				progress.checkCanceled();
				for (int m = block * BLOCK; m < Math.min(members.length, (block + 1) * BLOCK); m++)
					grid.measure(m, strains);
			});
		}
		return strains;
	}

	/** One grain's atoms, by their places. */
	private record Grid(Displacements u, int[] members, List<Place> places, PointGrid grid,
		double reach, int sites, StrainKind kind)
	{

		private interface Neighbour {

			void take(int atom, double x, double y, double weight);
		}

		private void forEach(final int m, final Neighbour neighbour) {
			final Place at = places.get(m);
			grid.forEachNear(at, reach, j -> {
				final double dx = places.get(j).x - at.x, dy = places.get(j).y - at.y;
				final double part = 1 - (dx * dx + dy * dy) / (reach * reach);
				if (part > 0) neighbour.take(members[j], dx, dy, part * part);
			});
		}

		private int site(final int atom) {
			return u.fit().indices().get(atom).site();
		}

		void measure(final int m, final Strains into) {
			final LocalLinear linear = new LocalLinear(sites);
			forEach(m, (i, x, y, w) -> linear.add(site(i), x, y, w, u.at(i, true), u.at(i, false)));
			final int free = linear.count() - linear.groups() - 2;
			final double[] d = free < SPARE ? null : linear.gradient();
			if (d == null) return;
			final int atom = members[m];
			into.put(atom, kind, d);
			// Sums of squared residuals, and of the scores' squares.
			final double[] r = new double[7];
			forEach(m, (i, x, y, w) -> {
				final double[] mean = linear.means(site(i));
				final double dx = x - mean[0], dy = y - mean[1];
				final double fx = u.at(i, true) - mean[2] - d[0] * dx - d[1] * dy, fy = u.at(i, false) - mean[3] -
					d[2] * dx - d[3] * dy;
				r[0] += w * fx * fx;
				r[1] += w * fy * fy;
				r[2] += w;
				r[3] += w * w * dx * dx;
				r[4] += w * w * dx * dy;
				r[5] += w * w * dy * dy;
			});
			final double scale = (double) linear.count() / free;
			into.putErrors(atom, d, r, scale * r[0] / r[2], scale * r[1] / r[2]);
		}
	}

	private void put(final int atom, final StrainKind kind, final double[] d) {
		values[0][atom] = d[0];
		values[1][atom] = d[3];
		values[2][atom] = 0.5 * (d[1] + d[2]);
		if (kind == StrainKind.GREEN_LAGRANGE) {
			values[0][atom] += 0.5 * (d[0] * d[0] + d[2] * d[2]);
			values[1][atom] += 0.5 * (d[1] * d[1] + d[3] * d[3]);
			values[2][atom] += 0.5 * (d[0] * d[1] + d[2] * d[3]);
		}
		values[3][atom] = Math.atan2(d[2] - d[1], 2 + d[0] + d[3]);
	}

	/** C⁻¹ S C⁻¹ times the variance of u along each axis. */
	private void putErrors(final int atom, final double[] d, final double[] r, final double varX,
		final double varY)
	{
		final double ixx = d[4], ixy = d[5], iyy = d[6];
		final double vx = ixx * ixx * r[3] + 2 * ixx * ixy * r[4] + ixy * ixy * r[5];
		final double vy = ixy * ixy * r[3] + 2 * ixy * iyy * r[4] + iyy * iyy * r[5];
		errors[0][atom] = Math.sqrt(varX * vx);
		errors[1][atom] = Math.sqrt(varY * vy);
		errors[2][atom] = 0.5 * Math.sqrt(varX * vy + varY * vx);
		errors[3][atom] = errors[2][atom];
	}

	/** Of each atom, a ratio; rotation in radians. */
	public double[] values(final Component component) {
		return values[component.ordinal()].clone();
	}

	/** Their standard errors. */
	public double[] errors(final Component component) {
		return errors[component.ordinal()].clone();
	}
}
