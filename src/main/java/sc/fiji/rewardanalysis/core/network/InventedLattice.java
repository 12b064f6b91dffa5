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

package sc.fiji.rewardanalysis.core.network;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Site;

/** Crystals that nobody knows, so that a network doesn't learn a few of them by heart. */
final class InventedLattice {

	/** Of the files and messages that name it. */
	static final String NAME = "invented";

	/** No two columns are closer than this part of the shorter cell vector. */
	private static final double APART = 0.33;

	/** Atomic numbers: the lightest column keeps a tenth or more of the heaviest one's peak. */
	private static final int LIGHTEST = 20, HEAVIEST = 70;

	private static final int TRIES = 20;

	private InventedLattice() {}

	/** A random cell of 0.3 to 0.6 nm with one to four columns. */
	static Lattice random(final RandomGenerator random) {
		final double a = 0.3 + 0.3 * random.nextDouble(), b = a * (1 + 0.6 * random.nextDouble());
		final double angle = random.nextBoolean() ? 90 : 60 + 60 * random.nextDouble();
		final List<Site> sites = new ArrayList<>(List.of(site(random, 0, 0, 0)));
		final int wanted = 1 + random.nextInt(4);
		for (int t = 0; t < TRIES && sites.size() < wanted; t++) {
			final List<Site> more = new ArrayList<>(sites);
			more.add(site(random, sites.size(), random.nextDouble(), random.nextDouble()));
			if (isApart(a, b, angle, more)) sites.add(more.get(sites.size()));
		}
		return lattice(a, b, angle, sites);
	}

	private static boolean isApart(final double a, final double b, final double angle,
		final List<Site> sites)
	{
		final Site last = sites.get(sites.size() - 1);
		final double cos = Math.cos(Math.toRadians(angle)), sin = Math.sin(Math.toRadians(angle));
		for (final Site s : sites.subList(0, sites.size() - 1))
			for (int i = -1; i <= 1; i++)
				for (int j = -1; j <= 1; j++) {
					final double u = a * (last.u() - s.u() + i), v = b * (last.v() - s.v() + j);
					if (Math.hypot(u + v * cos, v * sin) < APART * a) return false;
				}
		return true;
	}

	private static Lattice lattice(final double a, final double b, final double angle,
		final List<Site> sites)
	{
		return new Lattice(NAME, "a random cell", "invented", a, b, angle, sites);
	}

	private static Site site(final RandomGenerator random, final int number, final double u,
		final double v)
	{
		return new Site("X" + number, LIGHTEST + random.nextInt(HEAVIEST - LIGHTEST + 1), u, v);
	}
}
