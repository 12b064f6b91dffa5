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

package sc.fiji.rewardanalysis.core.lattice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Atoms that lie behind each other along the beam, so that an image shows one.
 *
 * @param u coordinate along the projected cell's first vector, as a fraction, [0, 1)
 * @param v along the second one
 * @param elements of each atomic number, how many atoms a period of the zone axis has,
 *          occupancies added up
 */
public record AtomColumn(double u, double v, Map<Integer, Double> elements) {

	public AtomColumn {
		elements = Map.copyOf(elements);
	}

	/** Sum of Z² times occupancy of a period of the zone axis, which a HAADF image shows. */
	public double scattering() {
		return byScattering().stream().mapToDouble(AtomColumn::share).sum();
	}

	private static double share(final Map.Entry<Integer, Double> element) {
		return element.getValue() * element.getKey() * element.getKey();
	}

	/** The strongest first. */
	private List<Map.Entry<Integer, Double>> byScattering() {
		final List<Map.Entry<Integer, Double>> all = new ArrayList<>(new TreeMap<>(elements).entrySet());
		all.sort(Comparator.comparingDouble(AtomColumn::share).reversed());
		return all;
	}

	/** The atomic number of the element that scatters most of all in it. */
	public int atomicNumber() {
		return byScattering().get(0).getKey();
	}

	/** The atomic number of its heaviest element. */
	int heaviest() {
		return elements.keySet().stream().max(Comparator.naturalOrder()).orElseThrow();
	}

	/** All its elements, the one that scatters most first, such as {@code Ti+O}. */
	public String species() {
		return byScattering().stream().map(e -> Elements.symbol(e.getKey())).collect(Collectors.joining("+"));
	}

	/** Whether the same would be seen there. */
	boolean isLike(final AtomColumn other) {
		return elements.keySet().equals(other.elements.keySet()) && elements.entrySet().stream().allMatch(e -> Math
			.abs(e.getValue() - other.elements.get(e.getKey())) < 1e-3);
	}

	/** The same somewhere else. */
	AtomColumn at(final double newU, final double newV) {
		return new AtomColumn(newU, newV, elements);
	}
}
