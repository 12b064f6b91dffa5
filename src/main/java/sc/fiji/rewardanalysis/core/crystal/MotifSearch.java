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

import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/**
 * Finds the sites of a cell of which only the translations are known. Where one site fits
 * best, the atoms around are moved into one cell; a site is where they are densest, then
 * the next densest place at least the tolerance away, and so on down to a share {@value
 * #LEAST} of the first.
 */
final class MotifSearch {

	private static final double LEAST = 0.4;
	private static final int MOST_SITES = 16, SAMPLE = 64;

	private final LatticeFrame frame;
	private final double tolerance;

	/** Fractional positions of the atoms that no site has yet, and px from the point. */
	private final List<double[]> left = new ArrayList<>();

	private MotifSearch(final LatticeFrame frame, final double tolerance) {
		this.frame = frame;
		this.tolerance = tolerance;
	}

	/**
	 * @param vectors the crystal's translations, px
	 * @param tolerance how far atoms of one site may be apart, px
	 */
	static Motif of(final List<? extends Position> atoms, final LatticeVectors vectors,
		final double tolerance, final Progress progress)
	{
		final LatticeFrame frame = LatticeFrame.of(vectors, Motif.single());
		final Surroundings surroundings = new Surroundings(atoms, Surroundings.radius(frame.cellArea(), 1));
		final Surroundings.Around around = surroundings.around();
		final LocalLattice local = new LocalLattice(frame, tolerance);
		final int stride = 1 + (atoms.size() - 1) / SAMPLE;
		int best = 0;
		double most = -1;
		for (int i = stride / 2; i < atoms.size(); i += stride) {
			progress.checkCanceled();
			around.gather(atoms.get(i).x(), atoms.get(i).y());
			around.fit(local);
			// Of a place at the edge few atoms say anything.
			final double weight = local.support() * around.size();
			if (weight <= most) continue;
			most = weight;
			best = i;
		}
		around.gather(atoms.get(best).x(), atoms.get(best).y());
		around.fit(local);
		return new MotifSearch(frame, tolerance).sites(around, local);
	}

	private Motif sites(final Surroundings.Around around, final LocalLattice local) {
		final LatticeVectors t = local.vectors();
		for (int i = 0; i < around.size(); i++) {
			final double x = around.x(i) - local.originX(), y = around.y(i) - local.originY();
			left.add(new double[] { t.fractionA(x, y), t.fractionB(x, y) });
		}
		final List<double[]> sites = new ArrayList<>();
		int first = 0;
		while (!left.isEmpty() && sites.size() < MOST_SITES) {
			final double[] densest = left.stream().max(Comparator.comparingInt(p -> near(p, tolerance)
				.size())).orElseThrow();
			final double[] site = mean(densest, near(densest, tolerance));
			final List<double[]> own = near(site, tolerance);
			if (own.size() < LEAST * first || own.isEmpty()) break;
			first = Math.max(first, own.size());
			sites.add(site);
			left.removeAll(near(site, 1.5 * tolerance));
		}
		// From the densest one, which is the origin.
		final double[] origin = sites.get(0);
		final List<double[]> sorted = sites.stream().map(s -> new double[] { wrapped(s[0] - origin[0]),
			wrapped(s[1] - origin[1]) }).sorted(Comparator.comparingDouble((double[] s) -> s[1])
				.thenComparingDouble(s -> s[0])).toList();
		final List<double[]> ordered = new ArrayList<>(sorted);
		ordered.sort(Comparator.comparing(s -> s[0] != 0 || s[1] != 0));
		return Motif.unnamed(ordered.stream().mapToDouble(s -> s[0]).toArray(), ordered.stream().mapToDouble(
			s -> s[1]).toArray());
	}

	/** Into [0, 1), with what rounds to 1 as 0. */
	private static double wrapped(final double fraction) {
		final double f = fraction - Math.floor(fraction);
		return f > 1 - 1e-9 ? 0 : f;
	}

	private List<double[]> near(final double[] place, final double distance) {
		return left.stream().filter(p -> {
			final double a = difference(p[0], place[0]), b = difference(p[1], place[1]);
			return Math.hypot(frame.x(a, b), frame.y(a, b)) <= distance;
		}).toList();
	}

	private static double difference(final double a, final double b) {
		return a - b - Math.rint(a - b);
	}

	private static double[] mean(final double[] place, final List<double[]> points) {
		return IntStream.range(0, 2).mapToDouble(k -> place[k] + points.stream().mapToDouble(p -> difference(p[k],
			place[k])).average().orElse(0)).toArray();
	}
}
