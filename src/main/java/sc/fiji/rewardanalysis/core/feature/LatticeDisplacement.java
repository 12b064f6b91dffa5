package sc.fiji.rewardanalysis.core.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.PointGrid;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.Lattice;

/**
 * How far each atom is from the nearest site of the lattice that the atoms around it have.
 * <p>
 * The crystal's translations T = (t₁ t₂) are known ({@link NeighbourhoodGeometry#grains}).
 * The other atoms within R, πR² = {@value #CELLS} cells, vote for the origin p of the lattice
 * there; then p and a linear distortion G are fitted robustly to those that agree. The
 * displacement of the atom at x is
 *
 * <pre>d = min over sites s, cells n of |x − p − T (s + n)|,</pre>
 *
 * at most half the distance of the lattice's nearest columns: beyond that the atom belongs to
 * no site. It is of the single atom: that its neighbours are displaced doesn't matter, as
 * long as some of the atoms within R are in their places. Drift and strain are fitted along,
 * and at the border the atoms on the one side do.
 * <p>
 * With several grains, each is fitted; of those that at least {@value #SUPPORT} of the atoms
 * around support, or else of the best supported one, the smallest displacement counts.
 * Immutable. The result doesn't depend on the number of threads.
 */
public final class LatticeDisplacement {

	static final int CELLS = 30;
	static final double SUPPORT = 0.3;

	/** Of the distance of nearest columns: farther atoms don't count for the fit; the cap. */
	private static final double TOLERANCE = 0.25, CAP = 0.5;

	/** With fewer cells around than these columns, more are taken. */
	private static final int FEWEST_COLUMNS = 60;

	/** Atoms that tell how the lattice lies on its translations. */
	private static final int SAMPLE = 64;
	private static final int BLOCK = 256;

	private final List<? extends Position> atoms;
	private final PointGrid grid;
	private final double radius, tolerance;
	private final double[] displacement, support;

	private LatticeDisplacement(final List<? extends Position> atoms, final double radius,
		final double tolerance)
	{
		this.atoms = atoms;
		this.radius = radius;
		this.tolerance = tolerance;
		grid = new PointGrid(atoms, radius / 2);
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
		final double cells = Math.max(CELLS, (double) FEWEST_COLUMNS / lattice.columnsPerCell());
		final LatticeDisplacement d = new LatticeDisplacement(atoms, Math.sqrt(cells * lattice.cellArea() /
			Math.PI) / pixelSize, TOLERANCE * nearest);
		final List<LatticeFrame> frames = grains.stream().map(g -> d.frame(g, lattice, progress)).toList();
		d.measure(frames, CAP * nearest, progress);
		return d;
	}

	/** The atoms around one, px from it. */
	private final class Around {

		private double[] x = new double[256], y = new double[256];
		private int n;

		void gather(final int atom) {
			n = 0;
			final Position centre = atoms.get(atom);
			grid.forEachNear(centre, radius, j -> {
				final double dx = atoms.get(j).x() - centre.x(), dy = atoms.get(j).y() - centre.y();
				if (j == atom || dx * dx + dy * dy > radius * radius) return;
				if (n == x.length) {
					x = java.util.Arrays.copyOf(x, 2 * n);
					y = java.util.Arrays.copyOf(y, 2 * n);
				}
				x[n] = dx;
				y[n++] = dy;
			});
		}
	}

	/** How the lattice lies on the translations: as most atoms fit. */
	private LatticeFrame frame(final LatticeVectors vectors, final Lattice lattice,
		final Progress progress)
	{
		final Around around = new Around();
		final int stride = 1 + (atoms.size() - 1) / SAMPLE;
		LatticeFrame best = null;
		double most = -1;
		for (final LatticeFrame frame : LatticeFrame.all(vectors, lattice)) {
			progress.checkCanceled();
			final LocalLattice local = new LocalLattice(frame, tolerance);
			double sum = 0;
			for (int i = stride / 2; i < atoms.size(); i += stride) {
				around.gather(i);
				if (around.n == 0) continue;
				local.fit(around.x, around.y, around.n);
				sum += local.support();
			}
			// A mirror image that fits as well, up to rounding, is the same.
			if (sum <= most * (1 + 1e-6)) continue;
			most = sum;
			best = frame;
		}
		return best;
	}

	private void measure(final List<LatticeFrame> frames, final double cap,
		final Progress progress)
	{
		final int blocks = (displacement.length + BLOCK - 1) / BLOCK;
		Parallelization.getTaskExecutor().forEach(IntStream.range(0, blocks).boxed().toList(), block -> {
			progress.checkCanceled();
			final Around around = new Around();
			final List<LocalLattice> fits = new ArrayList<>();
			frames.forEach(f -> fits.add(new LocalLattice(f, tolerance)));
			for (int i = block * BLOCK; i < Math.min(displacement.length, (block + 1) * BLOCK); i++) {
				around.gather(i);
				measure(i, around, fits, cap);
			}
		});
	}

	private void measure(final int atom, final Around around, final List<LocalLattice> fits,
		final double cap)
	{
		displacement[atom] = cap;
		for (final LocalLattice fit : fits) {
			if (around.n == 0) return;
			fit.fit(around.x, around.y, around.n);
			final double[] d = fit.displacement();
			final double length = Math.min(cap, Math.hypot(d[0], d[1]));
			final boolean supported = fit.support() >= SUPPORT, had = support[atom] >= SUPPORT;
			if (supported && had ? length < displacement[atom] : fit.support() > support[atom])
				displacement[atom] = length;
			support[atom] = Math.max(support[atom], fit.support());
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
