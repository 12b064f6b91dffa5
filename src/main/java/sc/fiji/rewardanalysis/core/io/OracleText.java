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
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.compare.Interval;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.Oracle;
import sc.fiji.rewardanalysis.core.compare.OracleComparison;
import sc.fiji.rewardanalysis.core.compare.OracleComparison.Confusion;
import sc.fiji.rewardanalysis.core.compare.OracleDoubts;
import sc.fiji.rewardanalysis.core.workflow.oracle.OracleFront;
import sc.fiji.rewardanalysis.core.workflow.oracle.OracleRewards;
import sc.fiji.rewardanalysis.core.workflow.oracle.OracleSolution;
import sc.fiji.rewardanalysis.core.workflow.oracle.OracleVerdict;

/** A comparison with oracles in some lines for a person. */
final class OracleText {

	private final OracleVerdict verdict;
	private final OracleFront front;
	private final OracleRun run;
	private final double pixelSize;
	private final List<String> lines = new ArrayList<>();

	/** @param front null for none */
	OracleText(final OracleVerdict verdict, final OracleFront front, final OracleRun run) {
		this.verdict = verdict;
		this.front = front;
		this.run = run;
		pixelSize = verdict.question().pixelSize();
	}

	/** What oracles are called. */
	static String name(final int oracle) {
		return oracle == 0 ? "A" : "B";
	}

	String summary() {
		final ImageRun image = run.image();
		add("Image", "\"%s\", %d x %d px, slice %d; %s.", image.imageName(), image.imageWidth(), image
			.imageHeight(), image.slice(), pixelSize > 0 ? Math.rint(1e7 * pixelSize) / 1e7 + " nm per pixel"
				: "pixel size unknown");
		add("Atoms", "%d from %s.", verdict.question().atoms().size(), run.atoms());
		add("Pairs", "up to %s apart,", length(verdict.tolerance()));
		add("", "%s.", verdict.toleranceRule());
		for (int i = 0; i < verdict.comparisons().size(); i++)
			oracle(i);
		own();
		front();
		add("Version", "Reward Analysis %s.", Version.current());
		add("Time", "%.2f s.", image.seconds());
		lines.add("Macro:      " + image.macro());
		return String.join("\n", lines) + "\n";
	}

	private void add(final String title, final String format, final Object... args) {
		lines.add(String.format(Locale.ROOT, "%-12s", title.isEmpty() ? "" : title + ":") + String.format(
			Locale.ROOT, format, args));
	}

	private void oracle(final int i) {
		final OracleComparison c = verdict.comparisons().get(i);
		final Oracle oracle = c.oracle();
		final Match m = c.match();
		add("Oracle " + name(i), "%d points from %s.", oracle.size(), oracle.origin());
		oracle.notes().forEach(note -> add("", "%s", note));
		final String doubts = OracleDoubts.of(c, run.image().x(), run.image().y());
		if (!doubts.isEmpty()) add("Note", "%s", doubts);
		add("", "%s, %s, %d %s; %d atoms for %d points: %.3f.", Words.count(m
			.truePositives(), "hit"), Words.count(m.falsePositives(), "false alarm"), m.falseNegatives(), m
				.falseNegatives() == 1 ? "miss" : "misses", c.foundCount(), c.oracleCount(), c
				.countRatio());
		share("Precision", m.precision(), c.precisionInterval());
		share("Recall", m.recall(), c.recallInterval());
		share("F1", m.f1(), c.f1Interval());
		if (m.truePositives() > 0) {
			add("", "RMSD %s.", length(m.rmsd()));
			add("", "Half of the hits are within %s, 95 %% within %s.", length(c.distance(0.5)), length(c
				.distance(0.95)));
			add("", "Mean offset %s to the right, %s down.", length(m.biasX()), length(m.biasY()));
		}
		c.perKind().forEach(k -> add("", "%s: %d of %d found%s.", k.kind(), k.hits(), k.hits() + k.misses(), k
			.hits() == 0 ? "" : String.format(Locale.ROOT, ", recall %.4f, RMSD %s", k.recall(), length(k
				.rmsd()))));
		if (c.isClassified()) confusion(c.confusion());
		final OracleRewards r = verdict.rewards().get(i);
		add("", "Relative to its count: QC %.4f, ER %.4f (DS %s).", r.count(), r.spacing(), length(verdict
			.limit()));
	}

	private void share(final String name, final double value, final Interval interval) {
		add("", "%-10s%.4f (95 %%: %.3f to %.3f).", name, value, interval.low(), interval.high());
	}

	private void confusion(final Confusion confusion) {
		add("", "Classes of the oracle (rows) as they were found (columns):");
		add("", "  %s", table("", confusion.columns(), "missed"));
		for (int row = 0; row < confusion.counts().length; row++) {
			final int[] counts = confusion.counts()[row];
			add("", "  %s", table(row < confusion.rows().size() ? confusion.rows().get(row) : "false alarm",
				IntStream.range(0, counts.length - 1).mapToObj(k -> Integer.toString(counts[k])).toList(), Integer
					.toString(counts[counts.length - 1])));
		}
	}

	private static String table(final String first, final List<String> middle, final String last) {
		return String.format(Locale.ROOT, "%-12s%s%10s", first, middle.stream().map(s -> String.format(
			Locale.ROOT, "%10s", s)).collect(Collectors.joining()), last);
	}

	private void own() {
		final OracleVerdict.Own own = verdict.own();
		if (own == null) add("Crystal", "not given, or no pixel size; DS follows from the oracle's own atoms.");
		else add("Crystal", "%s, %.1f columns expected, %d to %d possible.", verdict.question().lattice()
			.name(), own.expected(), own.low(), own.high());
		if (own != null) add("", "QC %.4f against the band, %.4f against the expected number; ER %.4f.", own
			.count(), own.countOfPaper(), own.spacing());
	}

	private void front() {
		if (front == null) return;
		final int n = front.solutions().size();
		add("Study", "%s of %s worked out again;", Words.count(n, "solution"), run.study());
		add("", "%s.", front.alike() == n ? "all have as many atoms as they had" : (n - front.alike()) +
			" have other numbers of atoms: another image, or selection, was searched");
		for (int i = 0; i < front.oracles().size(); i++) {
			final int oracle = i;
			final OracleSolution best = front.solutions().stream().max((a, b) -> Double.compare(a.judged()
				.get(oracle).match().f1(), b.judged().get(oracle).match().f1())).orElseThrow();
			final double onFront = front.solutions().stream().filter(OracleSolution::onFront).mapToDouble(
				s -> s.judged().get(oracle).match().f1()).max().orElse(Double.NaN);
			add("", "Oracle %s: the best F1 is %.4f, of evaluation %d; on our front it is %.4f at best.", name(i),
				best.judged().get(i).match().f1(), best.id(), onFront);
			add("", "Front of oracle %s: %s.", name(i), Words.count(front
					.solutions().stream().filter(s -> s.judged().get(oracle).onFront()).count(), "solution"));
		}
	}

	private String length(final double px) {
		return String.format(Locale.ROOT, "%.3f px", px) + (pixelSize > 0 ? String.format(Locale.ROOT,
			" (%.1f pm)", 1000 * px * pixelSize) : "");
	}
}
