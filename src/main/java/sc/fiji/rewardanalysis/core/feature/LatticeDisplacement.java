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

package sc.fiji.rewardanalysis.core.feature;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.crystal.LatticeFrame;
import sc.fiji.rewardanalysis.core.crystal.LocalLattice;
import sc.fiji.rewardanalysis.core.crystal.Surroundings;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/**
 * How far each atom is from the nearest site of the lattice that the atoms around it have.
 * <p>
 * The crystal's translations T = (t₁ t₂) are known ({@link NeighbourhoodGeometry#grains}).
 * The atoms within R, πR² = {@value #CELLS} cells, vote for the origin p of the lattice
 * there ({@code PhaseVotes}); then p and a linear distortion G are fitted robustly to those that agree. The
 * displacement of the atom at x is
 *
 * <pre>d = min over sites s, cells n of |x − p − G x − T (s + n)|,</pre>
 *
 * at most half the distance of the lattice's nearest columns: beyond that the atom belongs to
 * no site. It is of the single atom: that its neighbours are displaced doesn't matter, as
 * long as some of the atoms within R are in their places. Drift and strain are fitted along,
 * and at the border the atoms on the one side do. The
 * few atoms of a square of four cells share the fit.
 * <p>
 * With several grains, each is fitted; of those with at least {@value #SHARE} of the support of
 * the best one, the smallest displacement counts. So at a boundary between two grains an atom
 * may belong to either.
 * Immutable. The result doesn't depend on the number of threads.
 */
public final class LatticeDisplacement {

	static final int CELLS = Surroundings.CELLS;
	static final double SHARE = 0.6;

	/** Of the distance of nearest columns: farther atoms don't count for the fit; the cap. */
	private static final double TOLERANCE = 0.25, CAP = 0.5;

	private final List<? extends Position> atoms;
	private final Surroundings around;
	private final double tolerance;
	private final double[] displacement, support;

	private LatticeDisplacement(final List<? extends Position> atoms, final double radius,
		final double tolerance)
	{
		this.atoms = atoms;
		this.tolerance = tolerance;
		around = new Surroundings(atoms, radius);
		displacement = new double[atoms.size()];
		support = new double[atoms.size()];
	}

	/**
	 * @param atoms px
	 * @param lattice the crystal
	 * @param pixelSize nm
	 * @param grains its translations in the image, px; at least one
	 * @throws RewardAnalysisException if there is no grain
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static LatticeDisplacement of(final List<? extends Position> atoms,
		final Lattice lattice, final double pixelSize, final List<LatticeVectors> grains,
		final Progress progress)
	{
		Checks.given("atoms", atoms);
		Checks.given("lattice", lattice);
		Checks.positive("pixel size (nm)", pixelSize);
		if (Checks.given("grains", grains).isEmpty()) throw new RewardAnalysisException(
			"The translations of the crystal weren't found in the image; check the lattice and the pixel size.");
		final double nearest = lattice.nearestDistance() / pixelSize;
		final LatticeDisplacement d = new LatticeDisplacement(atoms, Surroundings.radius(lattice) /
			pixelSize, TOLERANCE * nearest);
		final List<LatticeFrame> frames = grains.stream().map(g -> d.frame(g, lattice, progress)).toList();
		d.measure(frames, CAP * nearest, progress);
		return d;
	}

	/** How the lattice lies on the translations: as most atoms fit. */
	private LatticeFrame frame(final LatticeVectors vectors, final Lattice lattice,
		final Progress progress)
	{
		// A mirror image that fits as well, up to rounding, is the same.
		return around.best(LatticeFrame.all(vectors, lattice), tolerance, 1e-6, progress);
	}

	private void measure(final List<LatticeFrame> frames, final double cap,
		final Progress progress)
	{
		final List<int[]> squares = around.squares(frames.get(0).cellArea());
		Parallelization.getTaskExecutor().forEach(squares, members -> {
			progress.checkCanceled();
			measure(members, frames, cap);
		});
	}

	private void measure(final int[] members, final List<LatticeFrame> frames, final double cap) {
		double x = 0, y = 0;
		for (final int i : members) {
			x += atoms.get(i).x() / members.length;
			y += atoms.get(i).y() / members.length;
		}
		final Surroundings.Around here = around.around();
		here.gather(x, y);
		final List<LocalLattice> fits = new ArrayList<>();
		double best = 0;
		for (final LatticeFrame frame : frames) {
			final LocalLattice fit = new LocalLattice(frame, tolerance);
			here.fit(fit);
			fits.add(fit);
			best = Math.max(best, fit.support());
		}
		for (final int i : members) {
			double least = cap;
			for (final LocalLattice fit : fits)
				if (fit.support() >= SHARE * best) least = Math.min(least, fit.displacement(atoms.get(i).x() - x,
					atoms.get(i).y() - y));
			displacement[i] = least;
			support[i] = best;
		}
	}

	/** Of each atom, px. */
	public double[] values() {
		return displacement.clone();
	}

	/** Share of the atoms around each one that fit its lattice, 0 to 1. */
	public double[] support() {
		return support.clone();
	}
}
