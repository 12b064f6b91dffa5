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

package sc.fiji.rewardanalysis.command.form;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.ui.dialog.Form.Page;
import sc.fiji.rewardanalysis.ui.dialog.Form.Row;
import sc.fiji.rewardanalysis.ui.dialog.Form.Section;

/** What dialogs of several commands have in common: what choices are called, parts of forms. */
public final class DialogForms {

	/** Numbers that stand for something else. */
	public static final Map<String, String> OFF = Map.of("0.0", "off"), AUTO = Map.of("-1.0", "auto");

	/** How positions are refined, and the unit of thresholds. */
	public static final Map<String, String> REFINE = Map.of("none", "no: the pixel", "quadratic",
		"by a parabola", "gaussian", "by fitting Gaussians"), NORMALIZATION = Map.of("min-max",
			"grey values from 0 to 1", "noise", "multiples of the noise", "none",
			"grey values as they are");

	/** How to search. */
	public static final Map<String, String> ENGINES = Map.of("auto", "automatic", "bayesian", "Bayesian",
		"scalarised", "Bayesian, errors as one", "nsga2", "genetic (NSGA-II)");

	/** Of the normalization of the windows around atoms. */
	public static final Map<String, String> WINDOWS = Map.of("standard", "mean and contrast don't count",
		"offset", "the mean doesn't count", "none", "brightness as it is");

	/** Of lengths. */
	public static final Map<String, String> UNITS = Map.of("Angstrom", "Å", "um", "µm");

	private DialogForms() {}

	/** Of a dialog: the command's name in menus. */
	public static String title(final String leaf) {
		return leaf.replace("...", "");
	}

	/** A tab of these sections. */
	public static Page page(final String title, final Section... sections) {
		return new Page(title, List.of(sections));
	}

	/** Inputs, each in a row of its own. */
	public static Section section(final String title, final String... inputs) {
		return new Section(title, Arrays.stream(inputs).map(Row::of).toList());
	}

	/** Two inputs in a row: the ends of a range. */
	public static Row range(final String label, final String name) {
		return new Row(label, List.of(name + "_low", name + "_high"));
	}

	/** Formulas as they are printed, by name. */
	public static Map<String, String> crystals() {
		final Map<String, String> words = new LinkedHashMap<>();
		Lattices.names().forEach(name -> words.put(name, crystal(name)));
		words.put(LatticeChoice.CUSTOM, "from a file");
		return words;
	}

	private static String crystal(final String name) {
		final int zone = name.lastIndexOf('-');
		if (zone < 0) return name;
		final StringBuilder formula = new StringBuilder();
		name.substring(0, zone).chars().forEach(c -> formula.append((char) (Character.isDigit(c) ? '₀' +
			c - '0' : c)));
		return formula + " [" + name.substring(zone + 1) + "]";
	}
}
