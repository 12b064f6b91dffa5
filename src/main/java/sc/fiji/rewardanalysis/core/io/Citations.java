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

package sc.fiji.rewardanalysis.core.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import sc.fiji.rewardanalysis.core.Version;

/**
 * What to cite: the paper whose methods find atoms and regions, the paper on physical bias, and this
 * software, as {@code CITATION.cff} has them.
 */
public final class Citations {

	/** The file of {@link #bibTeX}. */
	public static final String NAME = "citations.bib";

	private static final String URL = "https://github.com/fiji/reward-analysis";

	/** Characters that mean something to LaTeX, and what to write for them. */
	private static final Map<Character, String> ESCAPES = Map.of('\\', "\\textbackslash{}", '{', "\\{",
		'}', "\\}", '&', "\\&", '%', "\\%", '$', "\\$", '#', "\\#", '_', "\\_", '~', "\\textasciitilde{}",
		'^', "\\textasciicircum{}");

	/** A paper in a journal. */
	private record Article(String key, List<String> authors, String title, String journal, int year,
		int volume, String pages, String doi)
	{

		String bibTeX() {
			final Map<String, String> fields = new LinkedHashMap<>();
			fields.put("author", String.join(" and ", authors.stream().map(Citations::escape).toList()));
			fields.put("title", escape(title));
			fields.put("journal", escape(journal));
			fields.put("year", Integer.toString(year));
			fields.put("volume", Integer.toString(volume));
			fields.put("pages", pages.replace("-", "--"));
			// Packages that print a DOI take it as it is.
			fields.put("doi", doi);
			return entry("article", key, fields);
		}

		String plain() {
			final List<String> names = new ArrayList<>();
			for (final String author : authors) {
				final String[] parts = author.split(", ");
				names.add(parts[1].replaceAll("(\\p{L})\\p{L}*\\.?", "$1.") + " " + parts[0]);
			}
			return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() -
				1) + ", " + title + ", " + journal + " " + volume + ", " + pages + " (" + year + "), doi:" + doi;
		}
	}

	private static final Article REWARDS = new Article("barakati2024physics", List.of(
		"Barakati, Kamyar", "Yuan, Hui", "Goyal, Amit", "Kalinin, Sergei V."),
		"Physics-based reward driven image analysis in microscopy", "Digital Discovery", 2024, 3,
		"2061-2069", "10.1039/D4DD00132J");

	private static final Article PHYSICAL_BIAS = new Article("biswas2023combining", List.of(
		"Biswas, Arpan", "Ziatdinov, Maxim", "Kalinin, Sergei V."),
		"Combining variational autoencoders and physical bias for improved microscopy data analysis",
		"Machine Learning: Science and Technology", 2023, 4, "045004", "10.1088/2632-2153/acf6a9");

	private static final String INVARIANT = "2104.10180", INVARIANT_TITLE =
		"Robust feature disentanglement in imaging data via joint invariant variational autoencoders: from cards to atoms";

	private Citations() {}

	/** Three entries for BibTeX and BibLaTeX, this software's with its version. */
	public static String bibTeX() {
		final Map<String, String> software = new LinkedHashMap<>();
		// Braced twice: no first and last name.
		software.put("author", "{Reward Analysis developers}");
		software.put("title", "Reward Analysis");
		software.put("howpublished", "\\url{" + URL + "}");
		software.put("note", "Version " + escape(Version.current()));
		return "% The method, to be cited with the result.\n" + REWARDS.bibTeX() +
			"\n% Physical bias in the analysis of microscopy data.\n" + PHYSICAL_BIAS.bibTeX() +
			"\n% The software. Its \\url needs the package url or hyperref.\n" + entry("misc",
				"rewardanalysis", software);
	}

	/** The method's paper and the software as a numbered list. */
	static String references() {
		return "[1] " + REWARDS.plain() + "\n[2] Reward Analysis developers, Reward Analysis, version " +
			Version.current() + ", " + URL;
	}

	/** {@link #bibTeX} and where invariant autoencoders come from. */
	public static String latentBibTeX() {
		final Map<String, String> fields = new LinkedHashMap<>();
		fields.put("author", "Ziatdinov, Maxim and Kalinin, Sergei V.");
		fields.put("title", INVARIANT_TITLE);
		fields.put("eprint", INVARIANT);
		fields.put("archiveprefix", "arXiv");
		fields.put("year", "2021");
		return bibTeX() + "\n% Autoencoders whose latents don't depend on shifts and rotations.\n" + entry(
			"misc", "ziatdinov2021robust", fields);
	}

	/** Of phases by latents as a numbered list: physical bias, software, invariance, rewards. */
	static String latentReferences() {
		return "[1] " + PHYSICAL_BIAS.plain() + "\n[2] Reward Analysis developers, Reward Analysis, version " +
			Version.current() + ", " + URL + "\n[3] M. Ziatdinov and S. V. Kalinin, " + INVARIANT_TITLE +
			", arXiv:" + INVARIANT + " (2021)\n[4] " + REWARDS.plain();
	}

	private static String entry(final String type, final String key,
		final Map<String, String> fields)
	{
		final StringJoiner lines = new StringJoiner(",\n", "@" + type + "{" + key + ",\n", "\n}\n");
		fields.forEach((name, value) -> lines.add("  " + name + " = {" + value + "}"));
		return lines.toString();
	}

	/** Text such that LaTeX prints it as it is. */
	static String escape(final String text) {
		final StringBuilder escaped = new StringBuilder();
		for (final char c : text.toCharArray())
			escaped.append(ESCAPES.getOrDefault(c, String.valueOf(c)));
		return escaped.toString();
	}
}
