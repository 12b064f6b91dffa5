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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.io.StudyTables.Column;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.Reward;
import sc.fiji.rewardanalysis.core.workflow.PooledOptimization;
import sc.fiji.rewardanalysis.core.workflow.Pooling;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.atoms.PhysicsCheck;
import sc.fiji.rewardanalysis.core.workflow.atoms.PooledAtomFinding;
import sc.fiji.rewardanalysis.core.workflow.atoms.PooledAtomFinding.Role;

/**
 * What an atom finding in several images leaves in a folder as text: {@code atoms.csv},
 * {@code images.csv}, {@code pareto.csv}, {@code evaluations.csv}, {@code study.json},
 * {@code summary.txt}, {@code methods.txt}, {@code citations.bib}. Images are the slices of a stack, numbered from 1.
 */
public final class PooledFiles {

	/** All files that {@link #overlay} names. */
	static final String OVERLAYS = "overlay_[0-9][0-9][0-9][0-9]*.png";

	private final PooledAtomFinding pooled;
	private final Study study;
	private final RunRecord run;
	private final Map<Integer, double[]> heldOut;

	/**
	 * A solution in one of the images.
	 *
	 * @param solution null if there is none
	 * @param refined its atoms where they shall be listed; null likewise
	 * @param note why there is no solution, or what was left out, a sentence; or empty
	 * @param hash SHA-256 of the analysed pixels as big-endian floats; empty if they weren't
	 *          looked at
	 */
	public record InImage(AtomSolution solution, RefinedAtoms refined, String note, String hash) {}

	/**
	 * The files of one run.
	 *
	 * @param heldOut the goals' means over the images held out, by the evaluations' numbers, as
	 *          far as they are known
	 */
	public PooledFiles(final PooledAtomFinding pooled, final Study study, final RunRecord run,
		final Map<Integer, double[]> heldOut)
	{
		this.pooled = pooled;
		this.study = study;
		this.run = run;
		this.heldOut = Map.copyOf(heldOut);
	}

	/**
	 * Writes all of them, each whole or not at all. Without a picked solution there are no
	 * {@code atoms.csv}, {@code images.csv}, {@code summary.txt}, {@code methods.txt} and
	 * {@code citations.bib}: those of an earlier run
	 * are deleted, for they would pass for this one's; so are all overlays, to be drawn anew.
	 *
	 * @param picked the picked solution; null if no evaluation was feasible
	 * @param found its atoms, an image each in order; empty likewise
	 */
	public void write(final Path folder, final Evaluation picked, final List<InImage> found) {
		evaluations().write(folder.resolve("evaluations.csv"));
		pareto(picked).write(folder.resolve("pareto.csv"));
		AtomicFile.write(folder.resolve("study.json"), new PooledStudyJson(pooled, study, run).toText(
			picked, picked == null ? null : heldOut.get(picked.id()), picked == null ? null : refined(found)));
		// Of a single slice or of more slices, from an earlier run.
		AtomicFile.delete(folder.resolve("overlay.png"));
		AtomicFile.delete(folder, OVERLAYS);
		if (picked == null) {
			for (final String name : List.of("atoms.csv", "images.csv", "summary.txt", MethodsText.NAME,
				Citations.NAME))
				AtomicFile.delete(folder.resolve(name));
			return;
		}
		atoms(found).write(folder.resolve("atoms.csv"));
		images(found).write(folder.resolve("images.csv"));
		AtomicFile.write(folder.resolve("summary.txt"), summary(picked, found));
		AtomicFile.write(folder.resolve(MethodsText.NAME), MethodsText.of(pooled, study, run, heldOut.get(
			picked.id()), picked, found));
		AtomicFile.write(folder.resolve(Citations.NAME), Citations.bibTeX());
	}

	/** The file name of an image's overlay, by its index. */
	public static String overlay(final int image) {
		return String.format(Locale.ROOT, "overlay_%04d.png", image + 1);
	}

	/** One row an atom, as {@link AtomsTable} has it, with the number of its image. */
	public CsvTable atoms(final List<InImage> found) {
		final SortedMap<Integer, CsvTable> tables = new TreeMap<>();
		for (int i = 0; i < found.size(); i++)
			if (found.get(i).solution != null) tables.put(i + 1, AtomsTable.of(found.get(i).solution.atoms(),
				found.get(i).refined, found.get(i).solution.errors(), run.x(), run.y()));
		return named(CsvTable.stacked("slice", tables));
	}

	/** Slices have their numbers for names; images of a folder are told by their own. */
	private CsvTable named(final CsvTable table) {
		final boolean slices = pooled.images().stream().allMatch(i -> i.name().startsWith("slice_"));
		return slices ? table : table.with("image", row -> pooled.images().get((int) table.number(row,
			"slice") - 1).name());
	}

	/** One row an image: what it is there for, what was expected, what was found. */
	public CsvTable images(final List<InImage> found) {
		final List<Reward<AtomSet>> reported = pooled.anyTask().heldOut();
		final List<String> header = new ArrayList<>(List.of("slice", "role", "expected", "fewest", "most",
			"found", "atoms", "errors"));
		header.addAll(pooled.goals());
		reported.forEach(r -> header.add(r.heading()));
		header.addAll(List.of("sha256", "note"));
		final CsvTable table = new CsvTable(header);
		for (int i = 0; i < found.size(); i++)
			table.add(row(i, found.get(i), reported));
		return named(table);
	}

	private List<Object> row(final int i, final InImage found,
		final List<Reward<AtomSet>> reported)
	{
		final List<Object> row = new ArrayList<>(List.of(i + 1, word(pooled.role(i))));
		if (found.solution == null) row.addAll(Arrays.asList(new Object[6 + pooled.goals().size() + reported
			.size()]));
		else {
			final AtomSet atoms = found.solution.atoms();
			final AtomPhysics physics = atoms.physics();
			row.addAll(List.of(physics.expected(), physics.low(), physics.high(), atoms.counted().length, atoms
				.atoms().size(), found.solution.errors().length));
			pooled.anyTask().goals().forEach(g -> row.add(g.reward().score(atoms).value()));
			reported.forEach(r -> row.add(r.score(atoms).value()));
		}
		row.add(found.hash);
		row.add(found.note);
		return row;
	}

	static String word(final Role role) {
		return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/** One row a point of the front, by the first objective. */
	public CsvTable pareto(final Evaluation picked) {
		return StudyTables.pareto(study, StudyTables.together(parameters(), StudyTables.objectives(study),
			means("searched_", pooled::searchedMeans), means("held_out_", e -> heldOut.getOrDefault(e.id(),
				none())), StudyTables.metrics(pooled.anyTask().heldOut())), picked);
	}

	/** The goals' means. */
	private List<Column> means(final String prefix, final Function<Evaluation, double[]> means) {
		return IntStream.range(0, pooled.goals().size()).mapToObj(j -> new Column(prefix + pooled.goals()
			.get(j), e -> means.apply(e)[j])).toList();
	}

	/** One row an evaluation, in order, with the goals of each image. */
	public CsvTable evaluations() {
		final Map<String, String> headings = new LinkedHashMap<>();
		pooled.anyTask().heldOut().forEach(reward -> headings.put(reward.name(), reward
			.heading()));
		final List<Column> metrics = study.evaluations().stream().flatMap(e -> e.metrics().keySet()
			.stream()).distinct().map(m -> new Column(headings.getOrDefault(m, m), e -> value(m, e.metrics()
				.getOrDefault(m, Double.NaN)))).toList();
		return StudyTables.evaluations(study, StudyTables.together(parameters(), StudyTables.objectives(
			study), metrics));
	}

	/** Whether an image was feasible is a number among numbers in a study. */
	private static Object value(final String metric, final double value) {
		return metric.startsWith(PooledOptimization.FEASIBLE) && !Double.isNaN(value) ? (Object) (value == 1)
			: (Object) value;
	}

	private double[] none() {
		return pooled.goals().stream().mapToDouble(g -> Double.NaN).toArray();
	}

	private List<Column> parameters() {
		// As for a single image, if the same px mean the same in all.
		final List<String> names = AtomFindingFiles.parameterNames().stream().map(name -> pooled
			.isInPixels() ? name : name.replace("sigma_px", "sigma_per_spacing")).toList();
		return IntStream.range(0, names.size()).mapToObj(i -> new Column(names.get(i), e -> parameters(e).get(
			i))).toList();
	}

	private List<Object> parameters(final Evaluation e) {
		final AtomFindingTask task = pooled.anyTask();
		final LogParameters p = pooled.parameters(e);
		final Preparation before = task.preparation(e);
		final double unit = pooled.isInPixels() ? 1 : task.physics().nearestDistance() / task.physics()
			.pixelSize();
		return List.of(p.minSigma() / unit, p.maxSigma() / unit, p.numSigma(), p.threshold(), p.overlap(),
			before.backgroundSigma() / unit, before.denoiseSigma() / unit, AtomFindingFiles.contrast(before));
	}

	/** The atoms of all images. */
	private static RefinedAtoms refined(final List<InImage> found) {
		return RefinedAtoms.together(found.stream().map(InImage::refined).filter(Objects::nonNull)
			.toList());
	}

	/** What speaks against the crystal or the pixel size, in a line each. */
	private List<String> doubts(final List<InImage> found) {
		final List<String> lines = new ArrayList<>();
		for (int i = 0; i < found.size(); i++) {
			if (found.get(i).solution == null) continue;
			final var image = pooled.images().get(i);
			final String doubts = PhysicsCheck.of(found.get(i).solution.atoms(), image.settings().lattice()
				.name(), image.settings().pixelTolerance());
			if (!doubts.isEmpty()) lines.add("Check:      " + image.title() + ": " + doubts);
		}
		return lines;
	}

	/** What a person wants to know, and the macro lines that repeat the run and the detection. */
	public String summary(final Evaluation picked, final List<InImage> found) {
		final List<Integer> usable = IntStream.range(0, found.size()).filter(i -> found.get(
			i).solution != null).boxed().toList();
		final InImage any = found.get(usable.get(0));
		final RefinedAtoms refined = refined(found);
		final LogParameters p = any.solution.parameters();
		final Preparation before = any.solution.preparation();
		final boolean byRule = pooled.pick(study, run.pick()).filter(e -> e.id() == picked.id())
			.isPresent();
		final List<String> lines = new ArrayList<>(List.of( //
			String.format(Locale.ROOT, "Images:     %s; %s in all of them, %s.", pooled
				.expectation(), Words.count(usable.stream().mapToInt(i -> found.get(i).solution.atoms().atoms()
					.size()).sum(), "atom"), Words.count(usable.stream().mapToInt(i -> found.get(i).solution
						.errors().length).sum(), "error")), //
			"Pooled:     " + String.join("; ", IntStream.range(0, study.objectives().size()).mapToObj(
				j -> String.format(Locale.ROOT, "%s: %.4f", Pooling.inWords(study.objectives().get(j).name()),
					picked.objectives()[j])).toList()) + ".", //
			"Searched:   " + values(pooled.goals(), pooled.searchedMeans(picked)) + " on average" + worst(
				found, Role.SEARCHED) + ".", //
			pooled.count(Role.HELD_OUT) == 0 ? "Held out:   none." : heldOut.containsKey(picked.id())
				? "Held out:   " + values(pooled.goals(), heldOut.get(picked.id())) + " on average" + worst(
					found, Role.HELD_OUT) + "." : "Held out:   not looked at."));
		final Map<String, List<String>> notes = new LinkedHashMap<>();
		for (int i = 0; i < found.size(); i++)
			notes.computeIfAbsent(found.get(i).note, note -> new ArrayList<>()).add(pooled.images().get(i)
				.title());
		notes.forEach((note, of) -> {
			if (!note.isEmpty()) lines.add("Note:       " + String.join(", ", of) + ": " + note);
		});
		lines.addAll(doubts(found));
		lines.addAll(List.of( //
			"Positions:  " + refined.summary(), //
			String.format(Locale.ROOT,
				"Parameters: min_sigma=%.4g max_sigma=%.4g num_sigma=%d threshold=%.4g overlap=%.4g contrast=%s%s, %s; %s on the front.",
				p.minSigma(), p.maxSigma(), p.numSigma(), p.threshold(), p.overlap(), AtomFindingFiles.contrast(
					before), AtomFindingFiles.filters(before), run.choice(byRule, "no error"), Words
						.count(study.front().size(), "solution")), //
			"Search:     " + run.search().story(), //
			String.format(Locale.ROOT, "Time:       %.2f s. Seed %d, Reward Analysis %s.", run.seconds(),
				study.seed(), Version.current()), //
			"Macro:      " + run.macro(), //
			pooled.isInPixels() ? "Detection:  " + detection(found) : "Detection:  sigmas above are those of " + pooled.images().get(
					usable.get(0)).title() + "; in px they differ with the pixel size.", ""));
		return String.join("\n", lines);
	}

	/** The macro line that finds the same atoms without a search; empty if slices differ in px. */
	public String detection(final List<InImage> found) {
		return found.stream().filter(f -> f.solution != null && pooled.isInPixels()).findFirst().map(
			any -> AtomFindingFiles.detection(any.solution, refined(found), pooled.anyTask().settings()
				.normalization(), "slices=all ")).orElse("");
	}

	private static String values(final List<String> names, final double[] values) {
		return String.join(", ", IntStream.range(0, values.length).mapToObj(j -> String.format(Locale.ROOT,
			"%s %.4f", names.get(j), values[j])).toList());
	}

	/** Where each goal is worst, if it isn't ideal everywhere. */
	private String worst(final List<InImage> found, final Role role) {
		final List<Integer> those = IntStream.range(0, found.size()).filter(i -> pooled.role(i) == role &&
			found.get(i).solution != null).boxed().toList();
		final List<String> worst = new ArrayList<>();
		for (final var goal : pooled.anyTask().goals()) {
			final int at = those.stream().max(Comparator.comparingDouble(i -> value(goal.reward(), found.get(
				i)))).orElse(-1);
			final double value = at < 0 ? 0 : value(goal.reward(), found.get(at));
			if (value > 0 && those.size() > 1) worst.add(String.format(Locale.ROOT, "%s %.4f in %s", goal
				.reward().name(), value, pooled.images().get(at).title()));
		}
		return worst.isEmpty() ? "" : "; worst " + String.join(", ", worst);
	}

	private static double value(final Reward<AtomSet> reward, final InImage found) {
		return reward.score(found.solution.atoms()).value();
	}
}
