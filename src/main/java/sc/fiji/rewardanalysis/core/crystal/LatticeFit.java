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
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Neighbours;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Robust;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/**
 * A crystal through the atoms of an image: each atom gets the number of its site, each of up
 * to three grains its translations.
 * <ol>
 * <li>{@link LatticeSearch} finds the translations among the differences of positions, so
 * any rotation is found; of an unknown crystal {@link MotifSearch} finds the sites.</li>
 * <li>Squares of four cells get a robust lattice of their own, and neighbouring ones number
 * their cells alike ({@link LocalFits}): drift and scan distortion of some percent over
 * the image move no index.</li>
 * <li>An atom gets the nearest site of its square's lattice if that is nearer than the
 * tolerance. Of two atoms on one site the nearer one keeps it.</li>
 * <li>{@link AffineFit} fits one affine lattice to all of a grain.</li>
 * </ol>
 * Several grains: all are of the same crystal, turned against each other by 6 degrees at
 * least; what is less counts as one grain that is distorted. Where two meet, an atom goes to the grain that
 * most of its neighbours fit. Not handled: two parts of one orientation that are shifted
 * by a part of a cell (antiphase boundaries) are one grain, with a displacement of that much;
 * around a dislocation indices depend on the way, which {@link Grain#contradictions} tells;
 * twins whose translations coincide are one grain.
 * Immutable. The result depends neither on threads nor, but for ties, on the atoms' order.
 */
public final class LatticeFit {

	/** Share of the distance of nearest sites up to which an atom is on a site. */
	public static final double TOLERANCE = 0.3;

	/** Atoms farther from their sites, as a share of the same, don't count for local lattices. */
	private static final double LOCAL_TOLERANCE = 0.25;

	/** A way in which the crystal may lie must be better by so much than one that is preferred. */
	private static final double GAIN = 0.005;

	/** As for the search of translations elsewhere: of the spacing, and px. */
	private static final double SEARCH_TOLERANCE = 0.2;
	private static final int FEWEST = 8, FEWEST_OF_GRAIN = 12;

	/** A grain with fewer of all atoms is chance. */
	private static final double FEWEST_SHARE = 0.02;

	/** A grain that fits worse than this share of the best is a chance one, as of long cells turned. */
	private static final double LEAST_QUALITY = 0.75;

	/** Translations of one grain may change by this share of their length over the image. */
	private static final double SAME_GRAIN = 0.1;

	/** Support of a grain in a square, of the best one's, at which it is a candidate. */
	private static final double RIVAL = 0.7;

	private final List<? extends Position> atoms;
	private final List<IndexedAtom> indices;
	private final List<Grain> grains;

	private LatticeFit(final List<? extends Position> atoms, final List<IndexedAtom> indices,
		final List<Grain> grains)
	{
		this.atoms = List.copyOf(atoms);
		this.indices = List.copyOf(indices);
		this.grains = List.copyOf(grains);
	}

	/**
	 * Fits.
	 *
	 * @param atoms px
	 * @param area where atoms were looked for
	 * @param lattice the crystal; null if it isn't known
	 * @param pixelSize nm; not used without a crystal
	 * @param brightness of each atom, which tells species that have the same places apart; null
	 *          if it isn't known
	 * @param tolerance see {@link #TOLERANCE}, 0.05 to 0.5
	 * @throws RewardAnalysisException if there are fewer than eight atoms, a position isn't a
	 *           number, most have the same place, or they are no crystal
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static LatticeFit of(final List<? extends Position> atoms, final Area area,
		final Lattice lattice, final double pixelSize, final double[] brightness,
		final double tolerance, final Progress progress)
	{
		check(atoms);
		Checks.given("area", area);
		Checks.within("tolerance", tolerance, 0.05, 0.5);
		if (lattice != null) Checks.positive("pixel size (nm)", pixelSize);
		progress.update(0, "Looking for the crystal's translations");
		final Neighbours nearest = new Neighbours(atoms);
		final double spacing = Robust.median(IntStream.range(0, atoms.size()).mapToDouble(i -> nearest.of(i, 1)[0]
			.distance()).toArray());
		if (!(spacing > 0)) throw new RewardAnalysisException(
			"Half of the %d atoms lie exactly on another one; remove the duplicates.", atoms.size());
		final double near = Math.max(1, SEARCH_TOLERANCE * spacing);
		// Of atoms within a pixel of each other, hardly any length.
		final List<LatticeVectors> found = distinct(new LatticeSearch(atoms, nearest, area.inset(near), lattice,
			pixelSize, spacing, near, progress).run()).stream().filter(t -> Math.min(t.lengthA(), t.lengthB()) >
				SEARCH_TOLERANCE * spacing).toList();
		if (found.isEmpty()) throw new RewardAnalysisException(lattice == null
			? "The %2$d atoms repeat in no two directions; find more of them, or select a part that is crystalline."
			: "No part of the %2$d atoms has the translations of %1$s at %3$s nm per pixel; check the crystal and the pixel size, or let the crystal be unknown.",
			lattice == null ? "" : lattice.name(), atoms.size(), Double.toString(pixelSize));
		progress.update(0.3, "Fitting the lattice");
		Shapes shapes = Shapes.of(atoms, found, lattice, pixelSize, spacing, progress);
		while (true) {
			final Indexing indexing = new Indexing(atoms, nearest, shapes.motifs, shapes.local(atoms, progress),
				shapes.squares, tolerance * shapes.nearest);
			final Indexing.Numbers numbers = indexing.run(progress);
			final Shapes kept = shapes.kept(numbers.atoms(), indexing);
			if (kept == shapes) return new Result(atoms, shapes, numbers, indexing, brightness).fit(lattice == null);
			// What a chance grain had may be another one's.
			shapes = kept;
		}
	}

	/** Without those that an earlier one becomes by a few percent of distortion. */
	private static List<LatticeVectors> distinct(final List<LatticeVectors> all) {
		final List<LatticeVectors> distinct = new ArrayList<>();
		for (final LatticeVectors t : all)
			if (distinct.stream().noneMatch(o -> o.isTranslation(t.ax(), t.ay(), SAME_GRAIN) && o.isTranslation(t
				.bx(), t.by(), SAME_GRAIN))) distinct.add(t);
		return distinct;
	}

	private static void check(final List<? extends Position> atoms) {
		if (Checks.given("atoms", atoms).size() < FEWEST) throw new RewardAnalysisException(
			"There are %d atoms; fitting a lattice takes at least %d, so find more or choose a larger area.",
			atoms.size(), FEWEST);
		for (int i = 0; i < atoms.size(); i++)
			if (!Double.isFinite(atoms.get(i).x()) || !Double.isFinite(atoms.get(i).y()))
				throw new RewardAnalysisException(
					"The position of atom %d is no number; remove it from the atoms.", i + 1);
	}

	/** The grains' cells, and the squares of the image in which they are fitted. */
	private record Shapes(List<LatticeFrame> frames, List<Motif> motifs, Surroundings surroundings,
		List<int[]> squares, double area, double nearest)
	{

		static Shapes of(final List<? extends Position> atoms, final List<LatticeVectors> found,
			final Lattice lattice, final double pixelSize, final double spacing, final Progress progress)
		{
			final List<LatticeFrame> frames = new ArrayList<>();
			final List<Motif> motifs = new ArrayList<>();
			double nearest = lattice == null ? Double.POSITIVE_INFINITY : lattice.nearestDistance() /
				pixelSize;
			if (lattice == null) for (final LatticeVectors vectors : found) {
				final LatticeVectors turned = turnedLeast(vectors);
				final Motif motif = MotifSearch.of(atoms, turned, LOCAL_TOLERANCE * spacing, progress);
				nearest = Math.min(nearest, Grain.nearestDistance(motif, turned));
				motifs.add(motif);
				frames.add(LatticeFrame.of(turned, motif));
			}
			final double area = Math.abs(found.get(0).determinant());
			final Surroundings surroundings = new Surroundings(atoms, Surroundings.radius(area, lattice == null
				? motifs.get(0).size() : lattice.columnsPerCell()));
			if (lattice != null) for (final LatticeVectors vectors : found) {
				motifs.add(Motif.of(lattice));
				frames.add(surroundings.best(LatticeFrame.oriented(vectors, lattice), LOCAL_TOLERANCE *
					nearest, GAIN, progress));
			}
			return new Shapes(frames, motifs, surroundings, surroundings.squares(area), area, nearest);
		}

		/** Without grains that have hardly any atoms, or nowhere fit as others do. */
		Shapes kept(final IndexedAtom[] numbers, final Indexing indexing) {
			final int[] counts = new int[motifs.size()];
			for (final IndexedAtom a : numbers)
				if (a.isIndexed()) counts[a.grain()]++;
			final double fewest = Math.max(FEWEST_OF_GRAIN, FEWEST_SHARE * numbers.length);
			final double best = IntStream.range(0, counts.length).mapToDouble(g -> indexing.local(g).quality()).max()
				.orElse(0);
			final int[] kept = IntStream.range(0, counts.length).filter(g -> counts[g] >= fewest && indexing.local(g)
				.quality() >= LEAST_QUALITY * best).toArray();
			if (kept.length == counts.length) return this;
			if (kept.length == 0) throw new RewardAnalysisException(
				"Fewer than %d of the %d atoms fit one lattice; check the crystal and the pixel size, or raise the tolerance.",
				(int) Math.ceil(fewest), numbers.length);
			return new Shapes(IntStream.of(kept).mapToObj(frames::get).toList(), IntStream.of(kept).mapToObj(
				motifs::get).toList(), surroundings, squares, area, nearest);
		}

		List<LocalFits> local(final List<? extends Position> atoms, final Progress progress) {
			return IntStream.range(0, frames.size()).mapToObj(g -> new LocalFits(atoms, surroundings, squares,
				frames.get(g), motifs.get(g), ways(g), LOCAL_TOLERANCE * nearest, Surroundings.side(area), progress)).toList();
		}

		List<Relabelling> ways(final int grain) {
			return Relabelling.all(motifs.get(grain), frames.get(grain).vectors(), LOCAL_TOLERANCE * nearest);
		}
	}

	/** The same translations, the one nearest to +x first, the second clockwise of it. */
	static LatticeVectors turnedLeast(final LatticeVectors t) {
		return List.of(t, new LatticeVectors(-t.ax(), -t.ay(), -t.bx(), -t.by()), new LatticeVectors(t
			.ax(), t.ay(), -t.bx(), -t.by()), new LatticeVectors(-t.ax(), -t.ay(), t.bx(), t.by()),
			new LatticeVectors(t.bx(), t.by(), t.ax(), t.ay()), new LatticeVectors(-t.bx(), -t.by(), -t.ax(), -t
				.ay()), new LatticeVectors(t.bx(), t.by(), -t.ax(), -t.ay()), new LatticeVectors(-t.bx(), -t
					.by(), t.ax(), t.ay())).stream().filter(v -> v.determinant() > 0).min(Comparator
						.comparingDouble(v -> Math.abs(v.direction()))).orElseThrow();
	}

	/** What numbered atoms make of their grains. */
	private record Result(List<? extends Position> atoms, Shapes shapes, Indexing.Numbers numbers,
		Indexing indexing, double[] brightness)
	{

		LatticeFit fit(final boolean moveSites) {
			IndexedAtom[] indices = numbers.atoms();
			for (int g = 0; g < shapes.motifs.size(); g++) {
				final Motif motif = shapes.motifs.get(g);
				indices = Islands.joined(atoms, indices, numbers.islands(), g, motif);
				indices = Relabelling.best(atoms, indices, g, motif, shapes.ways(g), brightness);
			}
			final IndexedAtom[] single = Indexing.oneToOne(indices);
			return new LatticeFit(atoms, List.of(single), IntStream.range(0, shapes.motifs.size()).mapToObj(
				g -> grain(single, g, moveSites)).toList());
		}

		private static boolean isOf(final IndexedAtom atom, final int grain) {
			return atom.isIndexed() && atom.grain() == grain;
		}

		private Grain grain(final IndexedAtom[] own, final int g, final boolean moveSites) {
			final int[] members = IntStream.range(0, own.length).filter(i -> isOf(own[i], g)).toArray();
			Motif motif = shapes.motifs.get(g);
			AffineFit fit = Islands.fit(atoms, own, members, motif);
			// Sites of an unknown crystal are known from a small part of it until now.
			for (int pass = 0; moveSites && motif.size() > 1 && pass < 2; pass++) {
				motif = Islands.sitesMoved(atoms, own, members, motif, fit);
				fit = Islands.fit(atoms, own, members, motif);
			}
			return new Grain(motif, fit, indexing.local(g).islands(), indexing.local(g).contradictions());
		}
	}

	/** Whether a grain's support makes it a candidate where another one has the best. */
	static boolean isCandidate(final double support, final double best) {
		return support >= LocalFits.LEAST_SUPPORT && support >= RIVAL * best;
	}

	/** The atoms, px. */
	public List<? extends Position> atoms() {
		return atoms;
	}

	/** Of each atom. */
	public List<IndexedAtom> indices() {
		return indices;
	}

	/** The one that explains most first. */
	public List<Grain> grains() {
		return grains;
	}

	/** How many atoms are of a status. */
	public int count(final IndexedAtom.Status status) {
		return (int) indices.stream().filter(a -> a.status() == status).count();
	}

	/** The atoms with a site of a grain. */
	public int[] members(final int grain) {
		return IntStream.range(0, indices.size()).filter(i -> indices.get(i).isIndexed() && indices.get(i)
			.grain() == grain).toArray();
	}
}
