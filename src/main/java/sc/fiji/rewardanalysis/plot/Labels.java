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

package sc.fiji.rewardanalysis.plot;

import java.awt.FontMetrics;
import java.util.ArrayList;
import java.util.List;

import sc.fiji.rewardanalysis.core.optimize.Objective;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.workflow.Pooling;

/** What axes say, and how it fits. */
final class Labels {

	/** The end of the name of an axis that is a place between two bounds. */
	private static final String POSITION = "_position";

	private Labels() {}

	/** A parameter with its unit. */
	static String of(final Parameter parameter) {
		return parameter.name().endsWith(POSITION) ? name(parameter) + ", 0…1" : withUnit(parameter.name(),
			parameter.unit());
	}

	/** A parameter without its unit. */
	static String name(final Parameter parameter) {
		final String name = parameter.name();
		return name.endsWith(POSITION) ? "position of " + name.substring(0, name.length() - POSITION
			.length()) : name;
	}

	/** An objective's name. Which of the count errors it is says {@link #of}. */
	static String name(final Objective objective) {
		return Pooling.inWords(objective.name()).replace("QC_paper", "QC");
	}

	/** An objective's name with its unit. */
	static String brief(final Objective objective) {
		return withUnit(name(objective), objective.unit());
	}

	/** An objective in words. */
	static String of(final Objective objective) {
		return switch (Pooling.goal(objective.name())) {
			case "QC" -> brief(objective) + ": count outside the possible band / expected count";
			case "QC_paper" -> brief(objective) + ": |count − expected count| / expected count";
			case "ER" -> brief(objective) + ": atoms too close / expected count";
			default -> brief(objective);
		};
	}

	/** Objectives whose names need words, for a subtitle; empty if there are none. */
	static String meaning(final List<Objective> objectives) {
		return String.join("; ", objectives.stream().filter(o -> !of(o).equals(brief(o))).map(Labels::of)
			.toList());
	}

	private static String withUnit(final String name, final String unit) {
		return unit.isEmpty() || unit.equals("1") ? name : name + " (" + unit + ")";
	}

	/** A text that is no wider than there is room. */
	static String shortened(final String text, final FontMetrics metrics, final double room) {
		if (metrics.stringWidth(text) <= room) return text;
		int length = text.length() - 1;
		while (length > 1 && metrics.stringWidth(text.substring(0, length) + "…") > room)
			length--;
		return text.substring(0, length) + "…";
	}

	/** Broken between words; at most three rows, the last one cut short. */
	static List<String> wrapped(final String text, final FontMetrics metrics, final double room) {
		return lines(text, metrics, room, 3);
	}

	/**
	 * Broken between words, the last row cut short.
	 *
	 * @param most how many rows there may be
	 */
	static List<String> lines(final String text, final FontMetrics metrics, final double room,
		final int most)
	{
		final List<String> rows = new ArrayList<>();
		String row = "";
		for (final String word : text.split(" ")) {
			final String longer = row.isEmpty() ? word : row + " " + word;
			if (row.isEmpty() || metrics.stringWidth(longer) <= room || rows.size() == most - 1) row = longer;
			else {
				rows.add(row);
				row = word;
			}
		}
		rows.add(row);
		return rows.stream().map(r -> shortened(r, metrics, room)).toList();
	}
}
