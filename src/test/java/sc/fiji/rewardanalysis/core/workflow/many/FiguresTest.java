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

package sc.fiji.rewardanalysis.core.workflow.many;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

class FiguresTest {

	private static ImageOutcome outcome(final Object... figures) {
		final Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < figures.length; i += 2)
			map.put((String) figures[i], figures[i + 1]);
		return new ImageOutcome("a", "a", "", map, 1);
	}

	private static ImageOutcome failed() {
		return new ImageOutcome("b", "b", "It is damaged.", Map.of(), 1);
	}

	@Test
	void namesOfDifferentAnalysesAreInAnOrderThatSuitsAll() {
		final Figures figures = new Figures(List.of(failed(), outcome("QC", 0, "seed", 1), outcome("QC", 0,
			"threshold", 0.1, "seed", 1), outcome("regions", 2, "seed", 1), outcome("QC", 0, "ER", 0,
				"threshold", 0.1)));
		assertEquals(List.of("regions", "QC", "ER", "threshold", "seed"), figures.names());
		assertEquals(List.of(), new Figures(List.of()).names());
		assertEquals(List.of(), new Figures(List.of(failed())).main(9));
	}

	@Test
	void aFigureIsANumberWhereverItIsKnown() {
		final Figures figures = new Figures(List.of(outcome("n", 1, "contrast", "bright", "odd", 1), failed(),
			outcome("n", 2.5, "contrast", "dark", "odd", "none")));
		assertEquals(List.of("n"), figures.numeric());
		assertArrayEquals(new double[] { 1, Double.NaN, 2.5 }, figures.values("n"));
		assertEquals(1.75, figures.median("n"));
	}

	/** One outlier of each kind, among normally distributed, log-normally distributed and equal values. */
	@Test
	void whatIsUnlikeIsFoundAndWhatIsNotIsLeftAlone() {
		final Random random = new Random(1);
		final List<ImageOutcome> outcomes = new ArrayList<>();
		for (int i = 0; i < 1000; i++)
			outcomes.add(i == 500 ? failed() : outcome("atoms", i == 10 ? 300 : 140 + 5 * random
				.nextGaussian(), "threshold", i == 20 ? 1e3 : Math.exp(random.nextGaussian()), "errors", i == 30 ? 1
					: 0, "seed", i == 40 ? 7 : 1, "check", i == 50 ? "Is the pixel size right?" : ""));
		final Figures figures = new Figures(outcomes);
		assertEquals(List.of(50, 30, 10, 20), figures.first());
		assertTrue(figures.isWide("threshold"));
		assertFalse(figures.isWide("atoms"));
		assertEquals("errors", figures.unlike(30).get(0).name());
		assertEquals(1, figures.unlike(30).get(0).value());
		assertEquals(0, figures.unlike(30).get(0).median());
		assertTrue(figures.unlike(10).get(0).deviation() > 25);
		assertEquals(List.of(), figures.unlike(500));
		assertFalse(figures.isUnlike(40, "seed"), "a seed is no result");
	}

	/** Where nearly all are equal any difference is many deviations, but 0.478 instead of 0.475 is nothing. */
	@Test
	void aFewPercentAreNotUnlike() {
		final List<ImageOutcome> outcomes = new ArrayList<>();
		for (int i = 0; i < 20; i++)
			outcomes.add(outcome("overlap", i == 3 ? 0.478 : 0.475, "atoms", i == 5 ? 180 : 162));
		final Figures figures = new Figures(outcomes);
		assertEquals(List.of(5), figures.first());
		assertFalse(figures.isUnlike(3, "overlap"));
	}

	/** Two halves that differ aren't outliers of each other. */
	@Test
	void twoKindsOfImagesAreBothOrdinary() {
		final List<ImageOutcome> outcomes = new ArrayList<>();
		for (int i = 0; i < 100; i++)
			outcomes.add(outcome("width_px", i % 2 == 0 ? 512 : 1024));
		assertEquals(List.of(), new Figures(outcomes).first());
	}

	@Test
	void fewImagesDoNotTellWhatIsOrdinary() {
		final List<ImageOutcome> outcomes = new ArrayList<>();
		for (int i = 0; i < 7; i++)
			outcomes.add(outcome("atoms", i == 3 ? 1000 : 100));
		assertEquals(List.of(), new Figures(outcomes).first());
	}

	@Test
	void mainFiguresAreTheFirstAndThoseThatVary() {
		final List<ImageOutcome> outcomes = new ArrayList<>();
		for (int i = 0; i < 3; i++)
			outcomes.add(outcome("atoms_counted", 140 + i, "expected", 143.5, "fewest", 123, "most", 153, "atoms",
				180, "errors", 0, "QC", 0, "ER", 0, "position_error_px", 0.1 * i, "position_error_nm", 0.01 * i,
				"sigma_of_a_nm", i, "num_sigma", 10, "threshold", 0.1 * i, "evaluations", i));
		final Figures figures = new Figures(outcomes);
		assertEquals(List.of("atoms_counted", "expected", "atoms", "errors", "QC", "ER", "position_error_px",
			"threshold"), figures.main(20));
		assertEquals(List.of("atoms_counted", "position_error_px"), figures.varying(2));
		assertTrue(figures.hasBand("atoms_counted"));
		assertFalse(figures.hasBand("atoms"));
	}

	@Test
	void figuresInWords() {
		assertEquals("143", FigureWords.value(143));
		assertEquals("0.01235", FigureWords.value(0.0123456));
		assertEquals("0", FigureWords.value(-0.0));
		assertEquals("1.23E-7", FigureWords.value(1.23e-7));
		assertEquals("", FigureWords.value(Double.NaN));
		assertEquals("−∞", FigureWords.value(Double.NEGATIVE_INFINITY));
		assertEquals("bright", FigureWords.value("bright"));
		assertEquals("min sigma (px)", FigureWords.label("min_sigma_px"));
		assertEquals("area (nm²)", FigureWords.label("area_nm2"));
		assertEquals("px", FigureWords.label("px"), "a name alone is no unit");
		assertEquals("181 atoms, QC 0, ER 0.01", FigureWords.brief(outcome("atoms_counted", 181, "expected",
			180.3, "atoms", 200, "errors", 2, "QC", 0, "ER", 0.01, "threshold", 0.1)));
		assertEquals("1 grain, length a 0.3905 nm, angle 90.01°", FigureWords.brief(outcome("grains", 1,
			"length_a_nm", 0.39051, "sigma_of_length_a_nm", 1e-4, "angle_deg", 90.009)));
		assertEquals("", FigureWords.brief(outcome("contrast", "dark")));
	}
}
