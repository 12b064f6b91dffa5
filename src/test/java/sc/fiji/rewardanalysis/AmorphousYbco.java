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

package sc.fiji.rewardanalysis;

import java.util.List;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;
import sc.fiji.rewardanalysis.core.simulate.AmorphousShape;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRule;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AtomScene;
import sc.fiji.rewardanalysis.core.workflow.amorphous.Clustering;
import sc.fiji.rewardanalysis.core.workflow.amorphous.FeatureSet;
import sc.fiji.rewardanalysis.core.workflow.amorphous.MaskRule;
import sc.fiji.rewardanalysis.core.workflow.amorphous.ModelType;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionFinder;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionRule;

/** Small images of YBa2Cu3O7 with an amorphous zone for tests: 256 × 256 px, about 360 columns. */
public final class AmorphousYbco {

	/** nm per px. */
	public static final double PIXEL = 0.02;

	/** px. */
	public static final int SIZE = 256;

	/** About the defaults. */
	public static final Clustering CLUSTERING = new Clustering(FeatureSet.BOTH, 0.5,
		PatchNormalization.OFFSET, 4, ModelType.MIXTURE, CovarianceType.TIED, 2);

	/** Regions as they are by default. */
	public static final RegionRule RULE = new RegionRule(MaskRule.NEAREST, 0.5, 0.25, 0,
		RegionRule.FEWEST_ATOMS, RegionRule.LEAST_CONTRAST);

	private AmorphousYbco() {}

	/** @param shape null for none */
	public static SimulatedImage image(final AmorphousShape shape) {
		final SimulationParameters.Builder builder = SimulationParameters.builder(Ybco.LATTICE).size(SIZE,
			SIZE).pixelSize(PIXEL).noise(0.1).seed(1);
		if (shape != null) builder.amorphousFraction(0.25).amorphousShape(shape);
		return ImageSimulator.simulate(builder.build(), Progress.NONE);
	}

	/** The columns where they are. */
	public static List<Blob> atoms(final SimulatedImage image) {
		return image.columns().stream().map(c -> new Blob(c.x(), c.y(), c.sigma(), 1)).toList();
	}

	/** Looks at an image with its true columns. */
	public static RegionFinder finder(final SimulatedImage image) {
		return new RegionFinder(new AtomScene(image.image(), Area.image(SIZE, SIZE), atoms(image), PIXEL,
			Ybco.LATTICE, 1, Progress.NONE), AmorphousRule.DISORDER);
	}
}
