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

package sc.fiji.rewardanalysis.core.workflow.amorphous;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * How regions follow from the probability that each atom is amorphous.
 *
 * @param mask which pixels an atom stands for
 * @param threshold a pixel is amorphous above it, 0 to 1
 * @param smoothing standard deviation of the Gaussian that the map of probabilities is
 *          blurred with, nm; 0 for none. Boxes aren't blurred
 * @param dilation by which the mask grows, nm
 * @param fewestAtoms regions of fewer atoms are dropped
 * @param leastContrast regions are dropped whose atoms' surroundings aren't so many times as
 *          disordered as those of the other atoms, or less than {@link #LINDEMANN} of the
 *          distance between atoms in themselves; 0 keeps all
 */
public record RegionRule(MaskRule mask, double threshold, double smoothing, double dilation,
	int fewestAtoms, double leastContrast)
{

	/** Fewer atoms are no region: in a dark corner a dozen may be misplaced by noise. */
	public static final int FEWEST_ATOMS = 20;

	/**
	 * A region is so many times as disordered as the rest. In simulated perfect crystals (noise
	 * 0 to 0.3, with drift, strong thickness gradients, vacancies) clusters that large had at
	 * most 2.80; the true zones, as wholes, had 3.35 and more. Other images may differ.
	 */
	public static final double LEAST_CONTRAST = 3;

	/**
	 * The atoms around those of a region are displaced, in the median, by at least this share of
	 * the distance between atoms: Lindemann's criterion of melting. So a nearly perfect crystal,
	 * where the least irregularity is many times the rest, has no region. By itself it doesn't
	 * tell a crystal from a zone: in the same images clusters in noisy, dark corners of perfect
	 * crystals had up to 0.17, zones as little as 0.13.
	 */
	public static final double LINDEMANN = 0.1;

	public RegionRule {
		Checks.given("mask", mask);
		Checks.within("threshold", threshold, 0, 1);
		Checks.within("smoothing (nm)", smoothing, 0, 1e3);
		Checks.within("dilation (nm)", dilation, 0, 1e3);
		Checks.atLeast("fewest_atoms", fewestAtoms, 1);
		Checks.atLeast("least_contrast", leastContrast, 0);
	}
}
