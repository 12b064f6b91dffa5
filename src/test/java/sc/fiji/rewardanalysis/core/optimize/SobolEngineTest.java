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

package sc.fiji.rewardanalysis.core.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SobolEngineTest {

	/** 2^k points put one into each of 2^k equal slices of every axis. */
	@Test
	void fillsEverySliceOfEveryAxis() {
		for (int seed = 0; seed < 10; seed++) {
			final ShiftedSobol sequence = new ShiftedSobol(5, new SplittableRandom(seed));
			final int[][] count = new int[5][64];
			for (int i = 0; i < 64; i++) {
				final double[] point = sequence.next();
				for (int axis = 0; axis < 5; axis++)
					count[axis][(int) (64 * point[axis])]++;
			}
			for (final int[] slices : count)
				for (final int n : slices)
					assertEquals(1, n);
		}
	}

	/** In two dimensions also each of 2^k rectangles of any shape: a (0, k, 2)-net. */
	@Test
	void isANetInThePlane() {
		final ShiftedSobol sequence = new ShiftedSobol(2, new SplittableRandom(3));
		final double[][] points = new double[64][];
		for (int i = 0; i < 64; i++)
			points[i] = sequence.at(i);
		for (int columns = 1; columns <= 64; columns *= 2) {
			final int rows = 64 / columns;
			final int[] count = new int[64];
			for (final double[] p : points)
				count[(int) (columns * p[0]) * rows + (int) (rows * p[1])]++;
			for (final int n : count)
				assertEquals(1, n);
		}
	}

	@Test
	void aStudyGetsTheSequenceOfItsSeed() {
		final Study study = Problems.ZDT1.study(new SobolEngine(), 11);
		final ShiftedSobol sequence = new ShiftedSobol(3, Seeds.of(11));
		for (int i = 0; i < 20; i++)
			assertArrayEquals(sequence.next(), study.ask().unit());
	}

	/** Of a user, or of a warm start from the same points: the sequence goes on after them. */
	@Test
	void whatWasTriedIsNotAskedForAgain() {
		final Study first = Problems.ZDT1.study(new SobolEngine(), 11);
		final List<Trial> trials = List.of(first.ask(), first.ask(), first.ask(), first.ask());
		final Study second = Problems.ZDT1.study(new SobolEngine(), 11);
		// One that is told, one that is pending, and between them one that is free.
		second.enqueue(trials.get(0).configuration());
		second.enqueue(trials.get(2).configuration());
		second.tell(second.ask(), Observation.of(0.5, 0.5), 0);
		assertEquals(Study.USER, second.ask().origin());
		assertEquals(trials.get(1).configuration(), second.ask().configuration());
		assertEquals(trials.get(3).configuration(), second.ask().configuration());
	}

	/** Where every point has been tried there is only the sequence. */
	@Test
	void asksAgainWhereNothingElseIsLeft() {
		final SearchSpace space = new SearchSpace(List.of(new Parameter.Choice("c", List.of("a", "b"))));
		final Study study = new Study(space, List.of(new Objective("f", "", Link.identity(), 1)),
			new SobolEngine(), 1);
		study.enqueue(Configuration.of(Map.of("c", 0.0)));
		study.enqueue(Configuration.of(Map.of("c", 1.0)));
		for (int i = 0; i < 6; i++)
			study.tell(study.ask(), Observation.of(0.5), 0);
		assertEquals(SobolEngine.ORIGIN, study.evaluations().get(5).origin());
	}

	@ParameterizedTest
	@CsvSource({ "1, 6", "2, 6", "3, 8", "6, 14" })
	void aModelBeginsWithTwoPointsForEachAxisAndSome(final int dimension, final int points) {
		assertEquals(points, SobolEngine.initialPoints(new SearchSpace(IntStream.range(0, dimension)
			.mapToObj(i -> Parameter.of("x" + i, "", 0, 1, false)).toList())));
	}

	@Test
	void seedsAndTrialsDifferInTheirRandomNumbers() {
		assertEquals(Seeds.of(1, 2).nextLong(), Seeds.of(1, 2).nextLong());
		assertNotEquals(Seeds.of(1, 2).nextLong(), Seeds.of(1, 3).nextLong());
		assertNotEquals(Seeds.of(1, 2).nextLong(), Seeds.of(2, 2).nextLong());
		assertNotEquals(Seeds.of(1, 0).nextLong(), Seeds.of(1).nextLong());
	}
}
