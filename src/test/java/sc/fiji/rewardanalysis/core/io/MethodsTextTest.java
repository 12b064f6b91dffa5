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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.refine.Refiner;
import sc.fiji.rewardanalysis.core.reward.CountError;
import sc.fiji.rewardanalysis.core.workflow.ExactFront;
import sc.fiji.rewardanalysis.core.workflow.Pooling;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings.CountRule;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.atoms.PooledAtomFinding;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions.Atoms;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions.Step;

/** Numbers in the paragraph are the run's, in a locale with decimal commas. */
class MethodsTextTest {

	private static final Locale BEFORE = Locale.getDefault();

	private static AtomFindingTask task;
	private static Study study;
	private static AtomSolution picked;
	private static RefinedAtoms refined;

	@BeforeAll
	static void runOnce() {
		Locale.setDefault(Locale.GERMANY);
		task = Ybco.task(new AtomFindingSettings(Ybco.LATTICE, Ybco.PIXEL, new PreparationOptions(Step.ON,
			Step.OFF, Atoms.BRIGHT), Normalization.NOISE, CountRule.PAPER, 0.75, 0.015, 7, null, null, null,
			null));
		study = task.newStudy(new BayesianEngine(), 9);
		task.run(study, new StopRule(8, false), Progress.NONE, e -> {});
		picked = task.solution(task.pick(study, Pick.KNEE).orElseThrow(), Progress.NONE);
		refined = Refiner.refine(Ybco.image().image(), Contrast.BRIGHT, picked.atoms().atoms(),
			Refinement.GAUSSIAN, FitOptions.ROUND, Progress.NONE);
	}

	@AfterAll
	static void restoreLocale() {
		Locale.setDefault(BEFORE);
	}

	private static RunRecord run(final SearchEngine engine, final ExactFront exact) {
		return new RunRecord("my_image 5%.tif", 300, 200, 40, 50, 128, 128, "cafe", new SearchReport(engine,
			"As asked.", "Done.", exact, Double.NaN), Pick.KNEE, 1.25, "run(\"…\");");
	}

	private static String text() {
		return MethodsText.of(task, study, run(SearchEngine.BAYESIAN, null), picked, refined);
	}

	private static void assertSays(final String text, final String format, final Object... values) {
		final String words = String.format(Locale.ROOT, format, values);
		assertTrue(text.contains(words), () -> "\"" + words + "\" in\n" + text);
	}

	@Test
	void imageAndExpectationAreTheRuns() {
		final String text = text();
		assertSays(text, "The image (my_image 5%%.tif, 300 x 200 px) has a pixel size of 0.015 nm");
		assertSays(text, "a box of 128 x 128 px (1.92 nm x 1.92 nm) at x = 40 px, y = 50 px");
		assertSays(text, "YBa2Cu3O7-100");
		assertSays(text, "0.3887 nm x 1.168 nm, 90 degrees, of 6 columns; source: Jorgensen");
		final var physics = task.physics();
		assertSays(text, "%.1f atomic columns were expected and %d to %d are possible", physics.expected(),
			physics.low(), physics.high());
		assertSays(text, "may be wrong by 1.5 %%");
		assertSays(text, "less than DS = %.4f nm (0.75 of the smallest sum", physics.neighbourSumLimit());
		assertSays(text, "the distance of the number of atoms to the expected number");
	}

	@Test
	void searchAndSolutionAreTheRuns() {
		final String text = text();
		assertSays(text, "Bayesian optimisation");
		assertSays(text, "with 8 evaluations (seed 9)");
		assertSays(text, study.front().size() == 1 ? "Of the one solution" : "Of the %d solutions", study
			.front().size());
		assertSays(text, "at the front's knee");
		final LogParameters p = picked.parameters();
		assertEquals(p.minSigma(), after(text, "7 scales of sigma from "), 6e-4 * p.minSigma());
		assertEquals(p.minSigma() * Ybco.PIXEL, after(text.substring(text.indexOf("7 scales")), "px ("), 6e-4 * p.minSigma() * Ybco.PIXEL);
		assertEquals(p.threshold(), after(text, "threshold "), 6e-4 * p.threshold());
		assertSays(text, "(in standard deviations of the pixel noise)");
		assertEquals(p.overlap(), after(text, "overlap "), 6e-4 * p.overlap());
		assertSays(text, "for bright atoms, after subtraction of a background");
		assertEquals(picked.preparation().backgroundSigma(), after(text, "a Gaussian of sigma "), 1e-3 * picked
			.preparation().backgroundSigma());
		final double[] o = picked.evaluation().objectives();
		assertSays(text, "= %.4f and ER = %.4f: %d atoms in the counted area (%.2f %% ", o[0], o[1], picked
			.atoms().counted().length, 100 * CountError.paper().score(picked.atoms()).value());
		assertSays(text, "%d in the whole analysed area, %d of them too close", picked.atoms().atoms().size(),
			picked.errors().length);
	}

	/** The number that follows on some words. */
	private static double after(final String text, final String words) {
		assertSays(text, "%s", words);
		return Double.parseDouble(text.substring(text.indexOf(words) + words.length()).split("[ ,)]")[0]);
	}

	@Test
	void refinementIsTheRuns() {
		final long n = refined.atoms().stream().filter(a -> a.isRefined()).count();
		assertTrue(n > 20, n + " refined");
		assertSays(text(), "The positions of %d of %d atoms were refined by least-squares fits of round Gaussians, with a median standard error of %.3f px",
			n, refined.atoms().size(), refined.medianError());
		assertSays(MethodsText.of(task, study, run(SearchEngine.BAYESIAN, null), picked, RefinedAtoms
			.asDetected(picked.atoms().atoms())), "Positions are those of the detection");
	}

	@Test
	void everyEngineIsNamed() {
		final ExactFront exact = new ExactFront(List.of(), 8, 100, 200, 5161, 300);
		final List<String> texts = new ArrayList<>();
		for (final SearchEngine engine : SearchEngine.values())
			texts.add(MethodsText.of(task, study, run(engine, exact), picked, refined));
		assertSays(texts.get(SearchEngine.EXACT.ordinal()), "searched exactly, at 8 settings of the scales (5161 cells)");
		assertFalse(texts.get(SearchEngine.EXACT.ordinal()).contains("seed"), "it has none");
		assertSays(texts.get(SearchEngine.NSGA2.ordinal()), "NSGA-II with 8 evaluations (seed 9)");
		// AUTO never searches.
		assertEquals(SearchEngine.values().length - 1, texts.stream().distinct().count());
	}

	@Test
	void itIsOneParagraphWithItsReferences() {
		final String[] parts = text().split("\n\n");
		assertEquals(2, parts.length);
		assertFalse(parts[0].contains("\n"));
		assertFalse(parts[0].contains("  ") || parts[0].contains("NaN") || parts[0].contains("null"), parts[0]);
		assertTrue(parts[0].contains("[1]") && parts[0].contains("[2]"));
		assertTrue(parts[1].startsWith("[1] K. Barakati, H. Yuan, A. Goyal and S. V. Kalinin, "), parts[1]);
		assertTrue(text().chars().allMatch(c -> c < 128), "every program reads it");
	}

	@Test
	void seriesTellOfAllImages() {
		for (final int n : new int[] { 1, 2 }) {
			// Of one pixel size, sigmas are in px; of two, in units of the columns' distance.
			final PooledAtomFinding pooled = new PooledAtomFinding(List.of(image("a", false, 0.015), image("b",
				false, n == 1 ? 0.015 : 0.02), image("c", true, 0.015)), Pooling.WORST, Progress.NONE);
			final Study several = pooled.newStudy(new BayesianEngine(), 4);
			pooled.run(several, new StopRule(6, false), Progress.NONE, e -> {});
			final Evaluation evaluation = pooled.pick(several, Pick.KNEE).orElseThrow();
			final List<PooledFiles.InImage> found = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				final AtomSolution solution = pooled.solution(i, evaluation, Progress.NONE).orElseThrow();
				found.add(new PooledFiles.InImage(solution, RefinedAtoms.asDetected(solution.atoms().atoms()), "",
					"cafe"));
			}
			final double[] heldOut = pooled.heldOutMeans(List.of(evaluation), Progress.NONE).get(evaluation
				.id());
			final String text = MethodsText.of(pooled, several, run(SearchEngine.BAYESIAN, null), heldOut,
				evaluation, found);
			assertSays(text, "3 images of a series (my_image 5%%.tif, 300 x 200 px each)");
			assertSays(text, "2 were searched, 1 held out.");
			assertSays(text, n == 1 ? "Pixel size: 0.015 nm" : "Pixel size: 0.015 to 0.02 nm");
			assertSays(text, "Of each error the worst");
			assertSays(text, "with 6 evaluations (seed 4)");
			assertSays(text, "QC (worst) = %.4f and ER (worst) = %.4f", evaluation.objectives()[0], evaluation
				.objectives()[1]);
			final double[] means = pooled.searchedMeans(evaluation);
			assertSays(text, "On average over the searched images: QC = %.4f and ER = %.4f; over those held out: QC = %.4f and ER = %.4f.",
				means[0], means[1], heldOut[0], heldOut[1]);
			assertSays(text, "%d atoms were found in 3 images", found.stream().mapToInt(f -> f.solution().atoms()
				.atoms().size()).sum());
			if (n == 2) assertEquals(evaluation.configuration().get("min_sigma_per_spacing"), after(text,
				"scales of sigma from "), 1e-3);
			else assertEquals(found.get(0).solution().parameters().minSigma(), after(text,
				"scales of sigma from "), 1e-2);
			assertFalse(MethodsText.of(pooled, several, run(SearchEngine.BAYESIAN, null), null, evaluation,
				found).contains("those held out:"), "they weren't looked at");
		}
	}

	private static PooledAtomFinding.Image image(final String name, final boolean heldOut,
		final double pixelSize)
	{
		return new PooledAtomFinding.Image(name, heldOut, () -> Ybco.image().image(), Ybco.AREA,
			AtomFindingSettings.of(Ybco.LATTICE, pixelSize));
	}
}
