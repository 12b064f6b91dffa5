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

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.region.Connectivity;
import sc.fiji.rewardanalysis.core.region.Labels;
import sc.fiji.rewardanalysis.core.region.Mask;
import sc.fiji.rewardanalysis.core.region.Region;
import sc.fiji.rewardanalysis.core.region.RegionMeasures;

/**
 * The amorphous regions that one set of parameters finds.
 *
 * @param clusters the atoms' classes
 * @param rule how the regions follow from them
 * @param component which of the components is the amorphous one
 * @param probability of each atom to be amorphous; an atom too close to the border for
 *          features is judged by its disorder alone, 0 or 1. Shared, not to be changed
 * @param amorphous whether each atom lies in a region. Shared, not to be changed
 * @param mask the regions' pixels
 * @param regions largest first
 * @param dropped what was too small or as ordered as the rest, likewise; of fewer atoms than
 *          a region must have, the contrast isn't measured: 0
 * @param measures of the mask
 * @param separation η² of the atoms' disorder, 0 to 1
 * @param contrast how many times as disordered the surroundings of atoms in regions are as
 *          those of the others; NaN without regions
 */
public record AmorphousRegions(Clusters clusters, RegionRule rule, int component,
	double[] probability, boolean[] amorphous, Mask mask, List<AmorphousRegion> regions,
	List<AmorphousRegion> dropped, RegionMeasures measures, double separation, double contrast)
{

	/** More of the image is no region in a crystal. */
	private static final double FULL = 0.95;

	public AmorphousRegions {
		Checks.given("clusters", clusters);
		Checks.given("rule", rule);
		Checks.given("mask", mask);
		Checks.given("measures", measures);
		regions = List.copyOf(regions);
		dropped = List.copyOf(dropped);
	}

	/**
	 * One of them.
	 *
	 * @param region its pixels in figures
	 * @param atoms how many atoms lie in it
	 * @param contrast how many times as disordered their surroundings are as those of the
	 *          atoms outside all regions
	 * @param meanProbability of its atoms to be amorphous
	 */
	public record AmorphousRegion(Region region, int atoms, double contrast, double meanProbability) {}

	/** Whether there is anything to map: some region, and some crystal. */
	public boolean isFeasible() {
		return !regions.isEmpty() && measures.areaFraction() <= FULL;
	}

	/**
	 * The region of each pixel, row by row, by its place among {@link #regions} from 1; 0 for
	 * none.
	 */
	public int[] labels() {
		final Labels labels = Labels.of(mask, Connectivity.EIGHT);
		// Both are in the order of the first pixels, whatever was dropped between them.
		final int[] order = IntStream.range(0, regions.size()).boxed().sorted(Comparator.comparingInt(
			i -> regions.get(i).region().label())).mapToInt(i -> i + 1).toArray();
		return Arrays.stream(labels.pixels()).map(label -> label == 0 ? 0 : order[label - 1]).toArray();
	}

	/** Number of atoms that lie in regions. */
	public int amorphousAtoms() {
		int n = 0;
		for (final boolean a : amorphous)
			if (a) n++;
		return n;
	}
}
