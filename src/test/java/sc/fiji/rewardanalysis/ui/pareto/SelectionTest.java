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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
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

class SelectionTest {

	private final Study study = new Study(new SearchSpace(List.of(Parameter.of("x", "", 0, 1, false))),
		List.of(Objective.of("QC", 1), Objective.of("ER", 1)), new RandomEngine(), 1);

	private Evaluation tell(final double x, final double y) {
		return study.tell(study.ask(), new Observation(new double[] { x, y }, true, Map.of()), 0);
	}

	@Test
	void listenersHearOfChangesAndOfNothingElse() {
		final Evaluation a = tell(0.1, 0.4), b = tell(0.3, 0.2);
		final Selection selection = new Selection(a);
		final List<Object> heard = new ArrayList<>();
		selection.addListener(new Selection.Listener() {

			@Override
			public void evaluationChosen(final Evaluation evaluation) {
				heard.add(evaluation);
			}

			@Override
			public void itemChosen(final int item) {
				heard.add(item);
			}
		});
		selection.choose(a);
		selection.chooseItem(3);
		selection.chooseItem(3);
		selection.choose(b);
		assertEquals(List.of(3, Selection.NONE, b), heard, "another solution has other items");
		assertSame(b, selection.evaluation());
	}

	@Test
	void theFrontIsWalkedFromLeftToRight() {
		final Evaluation c = tell(0.5, 0.1), a = tell(0.1, 0.4), b = tell(0.3, 0.2), off = tell(0.35, 0.9);
		final Front front = new Front(study.front());
		assertSame(b, front.next(a, 1));
		assertSame(c, front.next(b, 1));
		assertSame(c, front.next(c, 1), "the end");
		assertSame(a, front.next(a, -1), "the other end");
		assertSame(b, front.next(off, -1), "what is to its left");
		assertSame(c, front.next(off, 1), "what is to its right");
		assertSame(a, front.first(off));
		assertSame(c, front.last(off));
		assertTrue(front.contains(b) && !front.contains(off));
		assertSame(off, new Front(List.of()).next(off, 1), "without a front one stays");
	}
}
