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

import java.util.List;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.clustering.Criterion;
import sc.fiji.rewardanalysis.core.clustering.ModelSelection;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.workflow.classes.AtomClassification;
import sc.fiji.rewardanalysis.core.workflow.classes.ClassificationSettings;
import sc.fiji.rewardanalysis.core.workflow.classes.Split;
import sc.fiji.rewardanalysis.core.workflow.classes.YbcoAtoms;

/**
 * How well the species of simulated YBa2Cu3O7 are told apart, and the two Ba sites in a
 * second pass, with default settings: pixel size, noise, thickness, seeds. Prints one CSV
 * line a run.
 * <p>
 * Usage: {@code ClassificationStudy [seeds] [size_px]}
 */
public final class ClassificationStudy {

	private ClassificationStudy() {}

	public static void main(final String... args) {
		final int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
		final int size = args.length > 1 ? Integer.parseInt(args[1]) : 512;
		System.out.println("pixel_nm,noise,thickness,seed,positions,normalization,atoms,window_px,icl,bic,aic," +
			"ari_species,ari_ba,names,seconds");
		for (final double pixel : new double[] { 0.015, 0.02 })
			for (final double noise : new double[] { 0, 0.1 })
				for (final double thickness : new double[] { 0, 0.3 })
					for (int seed = 1; seed <= seeds; seed++)
						for (final Refinement positions : List.of(Refinement.NONE, Refinement.GAUSSIAN))
							run(YbcoAtoms.of(size, pixel, noise, seed, positions, b -> b.thicknessGradient(thickness)),
								String.format(Locale.ROOT, "%.3f,%.1f,%.1f,%d,%s", pixel, noise, thickness, seed,
									positions));
	}

	private static void run(final YbcoAtoms ybco, final String what) {
		for (final PatchNormalization normalization : PatchNormalization.values()) {
			final ClassificationSettings usual = ClassificationSettings.of(YbcoAtoms.LATTICE, 1).split(Split.of(
				"brightest"), 2);
			final long start = System.nanoTime();
			final AtomClassification found = ybco.classified(new ClassificationSettings(0, normalization,
				usual.first(), usual.split(), usual.splitInto(), usual.lattice()));
			final ModelSelection selection = found.first().selection();
			System.out.println(String.format(Locale.ROOT, "%s,%s,%d,%.1f,%d,%d,%d,%.3f,%.3f,%s,%.2f", what,
				normalization, found.first().atoms().length, found.window().size(), selection.suggested(),
				selection.by(Criterion.BIC).suggested(), selection.by(Criterion.AIC).suggested(), ybco
					.species(found), ybco.barium(found), String.join(" ", found.names()), (System.nanoTime() -
						start) * 1e-9));
		}
	}
}
