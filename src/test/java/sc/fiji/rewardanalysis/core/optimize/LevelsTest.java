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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class LevelsTest {

	private final Parameter.Levels levels = new Parameter.Levels("window", "nm", List.of(0.3, 0.5,
		0.9));

	@Test
	void everyLevelOwnsAThirdOfTheAxis() {
		final int[] counts = new int[3];
		final SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < 3000; i++) {
			final double unit = random.nextDouble();
			final int index = levels.values().indexOf(levels.at(unit));
			counts[index]++;
			assertEquals(levels.toUnit(levels.at(unit)), levels.snapped(unit));
			assertEquals(levels.at(unit), levels.at(levels.snapped(unit)), "there and back");
		}
		for (final int c : counts)
			assertEquals(1000, c, 100);
		assertEquals(0.3, levels.at(-1));
		assertEquals(0.9, levels.at(2));
		assertEquals(3, levels.count());
	}

	@Test
	void aSearchTriesEachLevelOnce() {
		final Study study = new Study(new SearchSpace(List.of(levels)), List.of(Objective.of("f", 1)),
			new GridEngine(3), 1);
		final List<Double> tried = java.util.stream.IntStream.range(0, 3).mapToObj(i -> {
			final Trial trial = study.ask();
			study.tell(trial, Observation.of(0.5), 0);
			return trial.configuration().get("window");
		}).sorted().toList();
		assertEquals(levels.values(), tried);
	}

	@Test
	void nearestIsTheSmallerOfTwo() {
		assertEquals(0.3, levels.nearest(0.1));
		assertEquals(0.5, levels.nearest(0.6));
		assertEquals(0.9, levels.nearest(5));
		assertEquals(1, new Parameter.Levels("n", "", List.of(1.0, 3.0)).nearest(2));
	}

	@Test
	void oneLevelIsFixed() {
		assertFalse(new Parameter.Levels("n", "", List.of(2.0)).isFree());
		assertTrue(levels.isFree());
	}

	@Test
	void whatIsNoLadderIsRefused() {
		assertThrows(RewardAnalysisException.class, () -> new Parameter.Levels("n", "", List.of()));
		assertThrows(RewardAnalysisException.class, () -> new Parameter.Levels("n", "", List.of(2.0,
			1.0)));
		assertThrows(RewardAnalysisException.class, () -> new Parameter.Levels("n", "", List.of(1.0,
			1.0)));
		assertThrows(RewardAnalysisException.class, () -> new Parameter.Levels("n", "", List.of(
			Double.NaN)));
		assertThrows(RewardAnalysisException.class, () -> levels.toUnit(0.4));
	}
}
