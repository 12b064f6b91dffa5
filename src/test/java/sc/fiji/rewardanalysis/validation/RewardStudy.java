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

package sc.fiji.rewardanalysis.validation;

import static sc.fiji.rewardanalysis.validation.MarkdownTable.mean;
import static sc.fiji.rewardanalysis.validation.MarkdownTable.median;
import static sc.fiji.rewardanalysis.validation.MarkdownTable.most;
import static sc.fiji.rewardanalysis.validation.MarkdownTable.three;
import static sc.fiji.rewardanalysis.validation.MarkdownTable.two;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.lattice.Lattices;

/**
 * Which rewards can be trusted when: every reward and every pair of them beside the true F1,
 * over the whole search space of simulated images whose truth is known, with right and with
 * wrong beliefs. Prints the tables of {@code docs/rewards.md}; the same on any number of
 * threads.
 * <p>
 * Usage: {@code RewardStudy [--quick] [--data FOLDER]}: quick takes fewer images and parameter
 * sets; the folder has real images ({@link RewardRealImages}), {@code ../shared/data} unless
 * told otherwise.
 */
public final class RewardStudy {

	/** Rules are compared on images of this seed; all figures are of the seeds after it. */
	private static final int TUNED = 1;

	/** A crystal that each of ours might be taken for. */
	private static final Map<String, String> MISTAKEN = Map.of("YBa2Cu3O7-100", "SrTiO3-110",
		"SrTiO3-001", "SrTiO3-110", "graphene", "Si-110", "Si-110", "graphene", "Fe-100", "Au-110");

	/** Rules in the table of pairs, whatever their place. */
	private static final List<RewardRule> NAMED = List.of(RewardRule.DEFAULT, RewardRule.of("QC band",
		"ER"), RewardRule.of("QC paper", "ER"), RewardRule.of("QC band", "lattice residual"), RewardRule.of(
			"QC band", "ER", "lattice residual"), RewardRule.of("ER", "coverage gap"));

	private final PrintStream out;
	private final boolean quick;
	private final int last;

	RewardStudy(final PrintStream out, final boolean quick) {
		this.out = out;
		this.quick = quick;
		last = quick ? TUNED + 1 : TUNED + 2;
	}

	public static void main(final String... args) {
		final List<String> options = Arrays.asList(args);
		final RewardStudy study = new RewardStudy(System.out, options.contains("--quick"));
		study.rightPhysics();
		study.wrongPhysics();
		study.mistakes();
		final int data = options.indexOf("--data");
		new RewardRealImages(System.out, Path.of(data < 0 ? "../shared/data" : options.get(data + 1))).run();
	}

	private List<RewardSample> sample(final List<RewardScene> scenes) {
		return Parallelization.getTaskExecutor().forEachApply(scenes, s -> new RewardSample(s, quick ? 3
			: 5, quick ? 12 : 24));
	}

	private static List<RewardVerdict> search(final List<RewardScene> scenes) {
		return Parallelization.getTaskExecutor().forEachApply(scenes, RewardVerdict::of);
	}

	private static double[] each(final List<RewardSample> samples,
		final ToDoubleFunction<RewardSample> what)
	{
		return Parallelization.getTaskExecutor().forEachApply(samples, what::applyAsDouble).stream()
			.mapToDouble(Double::doubleValue).toArray();
	}

	/** Rewards, pairs and the search's own picks where crystal and pixel size are right. */
	private void rightPhysics() {
		final List<RewardSample> held = sample(quick ? RewardScene.ordinary(last, last) : RewardScene
			.simulated(TUNED + 1, last));
		heading("Each reward (" + held.size() + " images)");
		final MarkdownTable table = new MarkdownTable(out, "reward", "all results", "best quarter",
			"F1 lost, median", "mean", "worst");
		for (final RewardRule r : RewardRule.singles())
			table.row(Stream.concat(Stream.of(r.name(), two(median(each(held, s -> r.correlation(s, 1)))), two(
				median(each(held, s -> r.correlation(s, 0.25))))), lost(r, held)).toList());
		final List<RewardSample> tuned = sample(quick ? RewardScene.ordinary(TUNED, TUNED) : RewardScene
			.simulated(TUNED, TUNED));
		pairs(tuned, held, sample(RewardScene.inVacuum(last, last)));
		picks();
		heading("Ties");
		RewardTies.print(out, quick ? RewardScene.ordinary(last, last) : RewardScene.simulated(TUNED + 1,
			last));
	}

	private static Stream<String> lost(final RewardRule rule, final List<RewardSample> samples) {
		final double[] lost = each(samples, rule::regret);
		return Stream.of(three(median(lost)), three(mean(lost)), three(most(lost)));
	}

	private void pairs(final List<RewardSample> tuned, final List<RewardSample> held,
		final List<RewardSample> vacuum)
	{
		final Map<RewardRule, Double> byTuned = new LinkedHashMap<>();
		RewardRule.pairs().forEach(r -> byTuned.put(r, mean(each(tuned, r::regret))));
		final List<RewardRule> rules = new ArrayList<>(NAMED);
		byTuned.keySet().stream().sorted(Comparator.comparingDouble(byTuned::get)).limit(5).filter(
			r -> NAMED.stream().noneMatch(n -> n.name().equals(r.name()))).forEach(rules::add);
		heading("Pairs");
		final MarkdownTable table = new MarkdownTable(out, "pursued", "best quarter",
			"F1 lost on the images of choice, mean", "on others: median", "mean", "worst",
			"particle in vacuum, mean");
		for (final RewardRule r : rules)
			table.row(Stream.of(Stream.of(r.name(), two(median(each(held, s -> r.correlation(s, 0.25)))), three(
				mean(each(tuned, r::regret)))), lost(r, held), Stream.of(three(mean(each(vacuum,
					r::regret))))).flatMap(s -> s).toList());
	}

	/** What the search picks, beside the best that its front has. */
	private void picks() {
		heading("F1 of the search's pick");
		final List<RewardVerdict> found = search(quick ? RewardScene.ordinary(last, last) : RewardScene
			.simulated(TUNED + 1, last));
		final List<String> crystals = RewardScene.crystals();
		final MarkdownTable table = new MarkdownTable(out, Stream.concat(Stream.of("image"), crystals
			.stream()).toArray(String[]::new));
		for (final String condition : RewardScene.conditions()) {
			final List<String> row = new ArrayList<>(List.of(condition));
			for (final String crystal : crystals)
				row.add(three(mean(found.stream().filter(v -> v.scene().crystal().equals(crystal) && v.scene()
					.condition().equals(condition)).mapToDouble(RewardVerdict::f1).toArray())));
			if (!row.get(1).equals("–")) table.row(row);
		}
	}

	/** How each reward does where something that is believed is wrong. */
	private void wrongPhysics() {
		final Map<String, List<RewardSample>> kinds = new LinkedHashMap<>();
		final List<RewardScene> right = RewardScene.ordinary(last, last);
		kinds.put("all right", sample(right));
		kinds.put("pixel 5 % off", sample(right.stream().flatMap(s -> s.withOtherPixels().stream())
			.toList()));
		kinds.put("other crystal", sample(right.stream().map(s -> s.believed("other", Lattices.get(MISTAKEN
			.get(s.crystal())), s.pixelSize())).toList()));
		kinds.put(RewardScene.VACUUM, sample(RewardScene.inVacuum(last, last)));
		heading("Wrong beliefs: rank correlation over all results, and mean F1 lost");
		final MarkdownTable table = new MarkdownTable(out, Stream.concat(Stream.of("reward"), kinds.keySet()
			.stream()).toArray(String[]::new));
		for (final RewardRule r : RewardRule.inUse())
			table.row(Stream.concat(Stream.of(r.name()), kinds.values().stream().map(samples -> two(median(
				each(samples, s -> r.correlation(s, 1)))) + ", " + two(mean(each(samples, r::regret))))).toList());
	}

	/** What tells of a mistake after a search. */
	private void mistakes() {
		final List<RewardScene> right = quick ? RewardScene.ordinary(last, last) : RewardScene.simulated(
			TUNED + 1, last);
		final List<RewardScene> plain = right.stream().filter(s -> s.condition().startsWith("noise 0.") && !s
			.condition().equals("noise 0.7") || s.condition().equals("drift") || s.condition().equals(
				"thickness gradient")).toList();
		final List<RewardScene> few = plain.stream().filter(s -> s.condition().equals("noise 0.1") || s
			.condition().equals("noise 0.3")).toList();
		heading("Who notices");
		final MarkdownTable table = new MarkdownTable(out, "searched", "images", "F1", "QC > 0",
			"instability > 0.03", "gap > 0.01", "Check: crystal", "Check: pixel size");
		search(right).stream().collect(Collectors.groupingBy(v -> group(v.scene()
			.condition()), LinkedHashMap::new, Collectors.toList())).forEach((c, v) -> row(
				table, c, v));
		row(table, "pixel 5 % off", search(plain.stream().flatMap(s -> s.withOtherPixels().stream())
			.toList()));
		final List<RewardVerdict> others = search(few.stream().flatMap(s -> s.withOtherCrystals()
			.stream()).toList());
		row(table, "other crystal, F1 < 0.9", others.stream().filter(v -> v.f1() < 0.9).toList());
		row(table, "other crystal, F1 ≥ 0.9", others.stream().filter(v -> v.f1() >= 0.9).toList());
		final List<RewardScene> particles = RewardScene.inVacuum(TUNED + 1, last);
		row(table, RewardScene.VACUUM, search(particles));
		row(table, "the same, only the particle selected", Parallelization.getTaskExecutor().forEachApply(
			particles, s -> RewardVerdict.of(s, RewardScene.particle())));
	}

	private static String group(final String condition) {
		return switch (condition) {
			case "noise 0", "noise 0.1", "noise 0.3" -> "right, noise up to 0.3";
			case "thickness gradient", "blur", "drift" -> "right, gradient, blur, drift";
			default -> "right, " + condition;
		};
	}

	private static void row(final MarkdownTable table, final String name,
		final List<RewardVerdict> found)
	{
		table.row(List.of(name, Integer.toString(found.size()), two(mean(found.stream().mapToDouble(
			RewardVerdict::f1).toArray())), share(found, v -> v.reward("QC") > 0), share(found, v -> v.reward(
				"count_instability") > 0.03), share(found, v -> v.reward("coverage_gap") > 0.01), share(found,
					RewardVerdict::doubtsCrystal), share(found, RewardVerdict::doubtsPixel)));
	}

	private static String share(final List<RewardVerdict> found,
		final Predicate<RewardVerdict> what)
	{
		return Math.round(100.0 * found.stream().filter(what).count() / Math.max(1, found.size())) + " %";
	}

	private void heading(final String text) {
		out.println();
		out.println("#### " + text);
		out.println();
	}
}
