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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions.Atoms;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions.Step;

/** Columns and the gaps between them please QC and ER alike; the pick tells them apart. */
class ContrastSearchTest {

	@ParameterizedTest
	@EnumSource(Contrast.class)
	void columnsAreTakenForAtoms(final Contrast contrast) {
		final Img<FloatType> image = Ybco.image().image();
		if (contrast == Contrast.DARK) image.forEach(v -> v.set(100 - 20 * v.get()));
		final AtomFindingSettings plain = AtomFindingSettings.of(Ybco.LATTICE, Ybco.PIXEL);
		final AtomFindingTask task = new AtomFindingTask(image, Ybco.AREA, new AtomFindingSettings(plain
			.lattice(), plain.pixelSize(), new PreparationOptions(Step.OFF, Step.SEARCH, Atoms.SEARCH), plain
				.normalization(), plain.countRule(), plain.dsFraction(), plain.pixelTolerance(), plain
					.numSigma(), null, null, null, null), Progress.NONE);
		final Study study = task.newStudy(new BayesianEngine(), 2);
		task.run(study, new StopRule(40, false), Progress.NONE, e -> {});

		final List<Evaluation> perfect = study.front().stream().filter(e -> e.objectives()[0] == 0 && e
			.objectives()[1] == 0).toList();
		assertEquals(2, perfect.stream().map(task::preparation).map(Preparation::contrast).distinct()
			.count(), "this test needs perfect solutions of both contrasts");
		final AtomSolution picked = task.solution(task.pick(study, Pick.EUCLIDEAN).orElseThrow(),
			Progress.NONE);
		assertEquals(contrast, picked.preparation().contrast());
		final Match match = Matching.match(picked.atoms().atoms(), Ybco.image().columns(), 0.05 /
			Ybco.PIXEL, Ybco.AREA.inset(0.1 / Ybco.PIXEL));
		assertTrue(match.f1() >= 0.95, match.toString());
	}
}
