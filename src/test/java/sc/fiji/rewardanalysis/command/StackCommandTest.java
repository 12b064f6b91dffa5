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

package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.command.CommandImages.names;
import static sc.fiji.rewardanalysis.command.CommandImages.series;
import static sc.fiji.rewardanalysis.command.CommandImages.stack;
import static sc.fiji.rewardanalysis.command.CommandImages.ybco;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.workflow.Pooling;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.plot.StudyPlots;
import sc.fiji.rewardanalysis.ui.ProgressWindow;

/** {@link OptimizeAtomFinding} of all slices of a stack. */
class StackCommandTest {

	@TempDir
	Path folder;

	private static final double[] NOISE = { 0.1, 0.3, 0.2, 0.5, 0.4, 0.3 };

	private static String[] words(final String... words) {
		return words;
	}

	@Test
	void oneParameterSetForAllSlices() throws Exception {
		final ImagePlus image = stack(NOISE);
		Commands.succeed(OptimizeAtomFinding.class, "image", image, "slices", "mean", "held_out", 3,
			"evaluations", 12, "output_folder", folder.toFile());
		final TreeSet<String> expected = new TreeSet<>(List.of("atoms.csv", "citations.bib",
			"evaluations.csv", "images.csv", "journal.jsonl", "methods.txt", "pareto.csv", "pareto.png",
			"pareto.svg", "study.json", "summary.txt"));
		for (final StudyPlots.Kind kind : StudyPlots.Kind.values())
			expected.addAll(List.of(kind.file(), kind.vectorFile()));
		for (int slice = 1; slice <= 6; slice++)
			expected.add("overlay_000" + slice + ".png");
		assertEquals(expected, names(folder));

		final CsvTable images = CsvTable.read(folder.resolve("images.csv"));
		final CsvTable atoms = CsvTable.read(folder.resolve("atoms.csv"));
		assertEquals(6, images.size());
		double searchedQc = 0, heldOutQc = 0;
		for (int i = 0; i < 6; i++) {
			final int slice = i + 1;
			assertEquals(slice, images.number(i, "slice"));
			assertEquals(slice % 3 == 0 ? "held out" : "searched", images.get(i, "role"));
			final long here = java.util.stream.IntStream.range(0, atoms.size()).filter(a -> atoms.number(a,
				"slice") == slice).count();
			assertEquals(here, images.number(i, "atoms"));
			assertTrue(images.number(i, "found") > 30 && images.number(i, "found") < 70, "slice " + slice);
			if (slice % 3 == 0) heldOutQc += images.number(i, "QC") / 2;
			else searchedQc += images.number(i, "QC") / 4;
		}
		assertEquals(atoms.size(), AtomOverlay.count(image), "atoms of all slices are in the overlay");
		assertEquals(6, new TreeSet<>(java.util.Arrays.stream(image.getOverlay().toArray()).map(r -> r
			.getPosition()).toList()).size());

		final CsvTable pareto = CsvTable.read(folder.resolve("pareto.csv"));
		int picked = 0;
		while (!pareto.get(picked, "picked").equals("1"))
			picked++;
		assertEquals(searchedQc, pareto.number(picked, "QC_mean"), 1e-9);
		assertEquals(searchedQc, pareto.number(picked, "searched_QC"), 1e-9);
		assertEquals(heldOutQc, pareto.number(picked, "held_out_QC"), 1e-9);
		final CsvTable evaluations = CsvTable.read(folder.resolve("evaluations.csv"));
		assertEquals(12, evaluations.size());
		assertTrue(evaluations.header().containsAll(List.of("QC_slice_1", "ER_slice_5",
			"feasible_slice_2")));
		assertFalse(evaluations.header().contains("QC_slice_3"), "never evaluated by the search");
		assertTrue(evaluations.header().containsAll(pareto.header().stream().filter(h -> h.endsWith(
			"_nm")).toList()) && pareto.header().contains("lattice_residual_nm"), evaluations.header()
				.toString());
		for (int i = 0; i < 12; i++)
			assertTrue(evaluations.get(i, "feasible_slice_2").matches("[01]"), evaluations.get(i,
				"feasible_slice_2"));
		final String summary = Files.readString(folder.resolve("summary.txt"));
		assertTrue(summary.contains("mean over 4 images, 2 held out") && summary.contains("Held out:   QC"),
			summary);
	}

	/** The macro line repeats the run; the detection's line finds the same atoms. */
	@Test
	void bothMacroLinesRepeat() throws Exception {
		final Path first = folder.resolve("first"), second = folder.resolve("second"), third = folder
			.resolve("third");
		Commands.succeed(OptimizeAtomFinding.class, "image", stack(0.1, 0.3), "slices", "rank",
			"evaluations", 12, "refine", "none", "output_folder", first.toFile());
		final List<String> lines = Files.readAllLines(first.resolve("summary.txt"));
		Commands.succeed(OptimizeAtomFinding.class, inputs(lines, "Macro:", stack(0.1, 0.3), second));
		for (final String file : List.of("pareto.csv", "atoms.csv", "images.csv"))
			assertEquals(Files.readString(first.resolve(file)), Files.readString(second.resolve(file)));
		Commands.succeed(FindAtoms.class, inputs(lines, "Detection:", stack(0.1, 0.3), third));
		final CsvTable optimized = CsvTable.read(first.resolve("atoms.csv")), found = CsvTable.read(third
			.resolve("atoms.csv"));
		assertEquals(optimized.size(), found.size());
		for (int i = 0; i < found.size(); i++)
			for (final String column : List.of("slice", "x_px", "y_px", "sigma_px"))
				assertEquals(optimized.get(i, column), found.get(i, column));
	}

	private static Object[] inputs(final List<String> lines, final String which, final ImagePlus image,
		final Path out)
	{
		final String line = lines.stream().filter(l -> l.startsWith(which)).findFirst().orElseThrow();
		final Matcher matcher = Pattern.compile("(\\w+)=(\\[[^\\]]*\\]|[^\\s\"]+)").matcher(line);
		final List<Object> inputs = new ArrayList<>(List.of("image", image));
		while (matcher.find()) {
			final String value = matcher.group(2).replaceAll("[\\[\\]]", "");
			if (matcher.group(1).equals("output_folder")) continue;
			inputs.add(matcher.group(1));
			inputs.add(switch (matcher.group(1)) {
				case "lattice_file", "warm_start" -> new File(value);
				case "seed" -> Long.parseLong(value);
				case "evaluations", "num_sigma", "held_out" -> Integer.parseInt(value);
				case "elliptic" -> Boolean.parseBoolean(value);
				default -> value.matches("-?[\\d.E-]+") ? Double.valueOf(value) : value;
			});
		}
		inputs.addAll(List.of("output_folder", out.toFile()));
		return inputs.toArray();
	}

	@Test
	void anEmptySliceIsLeftOutAndSaidSo() throws Exception {
		final ImagePlus image = series();
		Commands.succeed(OptimizeAtomFinding.class, "image", image, "slices", "worst", "evaluations", 10,
			"output_folder", folder.toFile());
		final CsvTable images = CsvTable.read(folder.resolve("images.csv"));
		assertEquals("left out", images.get(1, "role"));
		assertTrue(images.get(1, "note").contains("constant"), images.get(1, "note"));
		assertFalse(names(folder).contains("overlay_0002.png"));
		assertEquals(images.get(0, "found"), images.get(2, "found"), "the same image twice");
	}

	/** Held-out slices are not looked at any more, and what is shown is said so. */
	@Test
	void aCancelKeepsWhatThereIs() throws Exception {
		for (final Pooling pooling : Pooling.values()) {
			final ImagePlus image = stack(0.1, 0.2, 0.1);
			final Path out = folder.resolve(pooling.name());
			new StackOptimization(new OptimizationRequest(AnalysedImage.of(image), AtomFindingSettings.of(
				Ybco.LATTICE, Ybco.PIXEL), SearchEngine.AUTO, new StopRule(40, false), Pick.EUCLIDEAN, 1,
				Refinement.NONE, new FitOptions(false, true), out, null, "macro"), pooling, 3, ProgressWindow.open("test"),
				text -> {}).run(
					new Progress() {

						private boolean canceled;

						@Override
						public void update(final double fraction, final String message) {
							canceled |= message.startsWith("Evaluation 5 ") || message.startsWith("Comparison 5 ");
						}

						@Override
						public boolean isCanceled() {
							return canceled;
						}

						@Override
						public Progress again() {
							return Progress.NONE;
						}
					});
			assertEquals(4, CsvTable.read(out.resolve("evaluations.csv")).size(), pooling.toString());
			final CsvTable images = CsvTable.read(out.resolve("images.csv"));
			assertEquals("held out", images.get(2, "role"));
			assertTrue(images.get(2, "note").contains("Cancelled"), images.get(2, "note"));
			assertFalse(names(out).contains("overlay_0003.png"));
			assertTrue(names(out).containsAll(List.of("overlay_0002.png", "parallel.png")));
			assertTrue(AtomOverlay.count(image) > 60, "both slices that were searched");
			final String summary = Files.readString(out.resolve("summary.txt"));
			assertTrue(summary.contains("Cancelled after 4 evaluations.") && summary.contains(
				"Held out:   not looked at."), summary);
		}
	}

	@Test
	void aSingleImageIsAStackOfOne() throws Exception {
		final ImagePlus alone = ybco(), stack = ybco();
		Commands.succeed(OptimizeAtomFinding.class, "image", alone, "engine", "bayesian", "evaluations", 14);
		Commands.succeed(OptimizeAtomFinding.class, "image", stack, "slices", "mean", "evaluations", 14);
		assertEquals(AtomOverlay.count(alone), AtomOverlay.count(stack));
	}

	@Test
	void otherEnginesSearchStacksToo() throws Exception {
		Commands.succeed(OptimizeAtomFinding.class, "image", stack(0.1, 0.2), "slices", "rank", "engine",
			"sobol", "evaluations", 9, "output_folder", folder.toFile());
		final CsvTable evaluations = CsvTable.read(folder.resolve("evaluations.csv"));
		assertEquals("sobol", evaluations.get(8, "origin"));
		assertTrue(Files.readString(folder.resolve("summary.txt")).contains("sobol, as asked."));
	}

	@Test
	void refusesInOneSentence() throws Exception {
		final ImagePlus image = stack(0.1, 0.1);
		Commands.refuse(OptimizeAtomFinding.class, words("exact", "auto or bayesian"), "image", image,
			"slices", "mean", "engine", "exact");
		for (final int k : new int[] { -1, 1, 3 })
			Commands.refuse(OptimizeAtomFinding.class, words("held_out is " + k, "give 0"), "image", image,
				"slices", "mean", "held_out", k);
		Commands.refuse(OptimizeAtomFinding.class, words("slices", "current, mean, worst, rank"), "image",
			image, "slices", "all");
		Commands.refuse(OptimizeAtomFinding.class, words("every slice", "bright or dark"), "image", image,
			"slices", "mean", "evaluations", 2, "threshold_low", 50, "threshold_high", 60, "output_folder",
			folder.toFile());
		assertTrue(names(folder).containsAll(List.of("evaluations.csv", "pareto.csv", "study.json")));
		assertTrue(names(folder).stream().noneMatch(n -> n.matches(
			"atoms.csv|images.csv|summary.txt|methods.txt|citations.bib|overlay.*")));
		assertEquals(0, AtomOverlay.count(image));
	}
}
