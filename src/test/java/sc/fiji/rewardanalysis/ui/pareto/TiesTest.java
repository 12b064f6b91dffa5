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
