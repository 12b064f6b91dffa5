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

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Site;

/** The sites of a cell as fractions of its translations, with their species. Immutable. */
public final class Motif {

	private final List<String> species;
	private final double[] u, v;

	/** 0 if unknown. */
	private final int[] numbers;

	/**
	 * @param species of each site; sites of one name are of one species
	 * @param u along the first translation
	 * @param v along the second one
	 */
	public Motif(final List<String> species, final double[] u, final double[] v) {
		this(species, u, v, new int[species.size()]);
	}

	private Motif(final List<String> species, final double[] u, final double[] v,
		final int[] numbers)
	{
		this.numbers = numbers;
		if (species.isEmpty() || u.length != species.size() || v.length != u.length)
			throw new RewardAnalysisException(
				"A cell needs at least one site, each with a species and two fractions; there are %d, %d and %d.",
				species.size(), u.length, v.length);
		this.species = List.copyOf(species);
		this.u = u.clone();
		this.v = v.clone();
	}

	/** Of a crystal. */
	public static Motif of(final Lattice lattice) {
		final List<Site> sites = lattice.sites();
		return new Motif(sites.stream().map(Site::species).toList(), sites.stream().mapToDouble(Site::u)
			.toArray(), sites.stream().mapToDouble(Site::v).toArray(), sites.stream().mapToInt(Site::atomicNumber)
				.toArray());
	}

	/** Whether it is known how heavy each species is. */
	boolean hasAtomicNumbers() {
		return Arrays.stream(numbers).allMatch(z -> z > 0);
	}

	int atomicNumber(final int site) {
		return numbers[site];
	}

	/** One site at the origin, for a crystal of which only translations are known. */
	static Motif single() {
		return unnamed(new double[1], new double[1]);
	}

	/** Sites of unknown species: A, B, C and so on. */
	static Motif unnamed(final double[] u, final double[] v) {
		return new Motif(IntStream.range(0, u.length).mapToObj(s -> Character.toString('A' + s % 26))
			.toList(), u, v);
	}

	/** How many sites there are. */
	public int size() {
		return u.length;
	}

	/** Name of a site's species. */
	public String species(final int site) {
		return species.get(site);
	}

	/** Whether all sites are of one species. */
	public boolean isElementary() {
		return species.stream().distinct().count() == 1;
	}

	/** Coordinates along the first translation. */
	public double[] u() {
		return u.clone();
	}

	/** Coordinates along the second translation. */
	public double[] v() {
		return v.clone();
	}

	/** Coordinate of a site along the first translation. */
	public double u(final int site) {
		return u[site];
	}

	/** Coordinate of a site along the second translation. */
	public double v(final int site) {
		return v[site];
	}

	/** The same sites elsewhere. */
	Motif moved(final double[] du, final double[] dv) {
		return new Motif(species, IntStream.range(0, u.length).mapToDouble(s -> u[s] + du[s]).toArray(),
			IntStream.range(0, u.length).mapToDouble(s -> v[s] + dv[s]).toArray(), numbers);
	}

	@Override
	public String toString() {
		return species + " at " + Arrays.toString(u) + ", " + Arrays.toString(v);
	}
}
