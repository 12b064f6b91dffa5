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

package sc.fiji.rewardanalysis.core.io.cif;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import sc.fiji.rewardanalysis.core.lattice.CrystalAtom;
import sc.fiji.rewardanalysis.core.lattice.Elements;

/** Compares a cell's contents with the formula that a file gives for it. */
final class FormulaCheck {

	private static final Pattern PART = Pattern.compile("([A-Z][a-z]?)([0-9]{0,6}(?:\\.[0-9]{1,6})?)");

	/** Of rounded numbers and occupancies: a share, and atoms. */
	private static final double SHARE = 0.02, ATOMS = 0.05;

	private static final int LONGEST = 1000, MOST = 3;

	private FormulaCheck() {}

	/**
	 * Says what differs, hydrogen left out, which many structures lack.
	 *
	 * @param formula such as {@code O3 Sr Ti}
	 * @param units how many of it are in a cell
	 * @return a sentence; empty if nothing differs, or one of them isn't given
	 */
	static String note(final String formula, final String units, final List<CrystalAtom> atoms) {
		final Map<String, Double> expected = parsed(formula);
		if (expected.isEmpty() || !units.matches("[1-9][0-9]{0,3}")) return "";
		expected.replaceAll((element, count) -> count * Integer.parseInt(units));
		final Map<String, Double> found = atoms.stream().collect(Collectors.groupingBy(CrystalAtom::symbol, TreeMap::new,
			Collectors.summingDouble(CrystalAtom::occupancy)));
		final Set<String> elements = new TreeSet<>(expected.keySet());
		elements.addAll(found.keySet());
		elements.removeAll(Set.of("H", "D"));
		final List<String> different = new ArrayList<>();
		for (final String element : elements) {
			final double p = expected.getOrDefault(element, 0.0), q = found.getOrDefault(element, 0.0);
			if (Math.abs(p - q) > SHARE * Math.max(p, q) + ATOMS) different.add(number(p) + " " + element + " and not " +
				number(q));
		}
		return different.isEmpty() ? "" : "By the file's formula a cell has " + String.join(", ", different.subList(0, Math
			.min(MOST, different.size()))) + (different.size() > MOST ? ", …" : "") +
			": check its atoms, occupancies and symmetry operations.";
	}

	/** Atoms of each element; empty if it is no formula that a computer reads. */
	private static Map<String, Double> parsed(final String formula) {
		final Map<String, Double> counts = new TreeMap<>();
		if (formula.isBlank() || formula.length() > LONGEST) return counts;
		for (final String part : formula.strip().split("\\s+")) {
			final Matcher matcher = PART.matcher(part);
			if (!matcher.matches() || Elements.numberOf(matcher.group(1)) == 0) return new TreeMap<>();
			counts.merge(matcher.group(1), matcher.group(2).isEmpty() ? 1 : Double.parseDouble(matcher.group(2)),
				Double::sum);
		}
		return counts;
	}

	private static String number(final double count) {
		return String.format(Locale.ROOT, "%.2f", count).replaceAll("\\.?0+$", "");
	}
}
