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

package sc.fiji.rewardanalysis.ui.pareto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Objective;
import sc.fiji.rewardanalysis.core.optimize.Observation;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.RandomEngine;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.Study;

class TiesTest {

	private final Study study = new Study(new SearchSpace(List.of(Parameter.of("x", "", 0, 1, false))),
		List.of(Objective.of("QC", 1), Objective.of("ER", 1)), new RandomEngine(), 1);

	private Evaluation tell(final double x, final double y, final boolean feasible) {
		return study.tell(study.ask(), new Observation(new double[] { x, y }, feasible, Map.of()), 0);
	}

	@Test
	void thoseAtAPointFollowEachOther() {
		final Evaluation a = tell(0, 0, true), off = tell(0.5, 0.1, true), b = tell(0, 0, true);
		final Evaluation bad = tell(0, 0, false), c = tell(0, 0, true);
		final Ties ties = new Ties(study.evaluations());
		assertSame(b, ties.next(a));
		assertSame(c, ties.next(b), "what isn't feasible can't be chosen");
		assertSame(a, ties.next(c), "round");
		assertSame(off, ties.next(off));
		assertTrue(ties.are(a, c));
		assertFalse(ties.are(a, off) || ties.are(a, bad));
		assertEquals("3 ideal solutions at this point; click again or → for the next.", ties.inWords(b));
		assertEquals("", ties.inWords(off));
		final Front front = new Front(study.front());
		assertEquals("solution 2 of 3 on the front", front.inWords(b));
		assertEquals("not on the front", front.inWords(off));
		assertSame(b, front.next(a, 1), "as a click does");
	}
}
