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

package sc.fiji.rewardanalysis.core.workflow.classes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Site;

/**
 * Proposes names for classes from the crystal's cell, where they leave no choice.
 * <p>
 * Species are ordered by falling atomic number and matched with the classes in the order of
 * falling brightness at their centres, for heavier columns are brighter. Species of the
 * same atomic number, such as Cu1 and Cu2, take neighbouring places in that order, and
 * among them the one with more sites in the cell gets the larger class. There are names only if
 * there are as many classes as species, no two species of the same atomic number have as
 * many sites, and each class has the cell's share of atoms, to within {@value #TOLERANCE} of
 * that and the row of cells that a frame cuts off or not.
 */
final class SpeciesNames {

	private static final double TOLERANCE = 0.25;

	private SpeciesNames() {}

	/** A species of the cell. */
	private record Species(String name, int atomicNumber, int sites) {}

	/**
	 * @param brightness of the classes, falling
	 * @param counts atoms of each class
	 * @return a name a class; empty if the cell doesn't say
	 */
	static List<String> of(final Lattice lattice, final double[] brightness, final int[] counts) {
		final List<Species> species = species(lattice);
		final int n = counts.length;
		if (species.size() != n || !isFalling(brightness)) return List.of();
		final String[] names = new String[n];
		for (int from = 0, to; from < n; from = to) {
			to = from + 1;
			while (to < n && species.get(to).atomicNumber == species.get(from).atomicNumber)
				to++;
			final List<Integer> classes = IntStream.range(from, to).boxed().sorted(Comparator.comparingInt(
				c -> -counts[c])).toList();
			for (int i = from; i < to; i++) {
				if (i > from && species.get(i).sites == species.get(i - 1).sites) return List.of();
				names[classes.get(i - from)] = species.get(i).name;
			}
		}
		return fits(species, List.of(names), counts, lattice.columnsPerCell()) ? List.of(names) : List
			.of();
	}

	private static boolean isFalling(final double[] brightness) {
		return IntStream.range(1, brightness.length).allMatch(i -> brightness[i] <= brightness[i - 1]);
	}

	private static boolean fits(final List<Species> species, final List<String> names,
		final int[] counts, final int perCell)
	{
		final double cells = (double) IntStream.of(counts).sum() / perCell;
		return species.stream().allMatch(s -> Math.abs(counts[names.indexOf(s.name)] - cells *
			s.sites) <= TOLERANCE * cells * s.sites + Math.sqrt(cells));
	}

	/** By falling atomic number, then falling number of sites. */
	private static List<Species> species(final Lattice lattice) {
		final Map<String, Species> byName = new LinkedHashMap<>();
		for (final Site site : lattice.sites())
			byName.merge(site.species(), new Species(site.species(), site.atomicNumber(), 1), (a,
				b) -> new Species(a.name, a.atomicNumber, a.sites + 1));
		final List<Species> species = new ArrayList<>(byName.values());
		species.sort(Comparator.comparingInt(Species::atomicNumber).thenComparingInt(Species::sites)
			.reversed());
		return Collections.unmodifiableList(species);
	}
}
