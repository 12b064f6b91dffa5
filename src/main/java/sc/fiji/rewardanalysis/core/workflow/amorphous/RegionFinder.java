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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.GaussianBlur;
import sc.fiji.rewardanalysis.core.region.AtomBoxes;
import sc.fiji.rewardanalysis.core.region.Connectivity;
import sc.fiji.rewardanalysis.core.region.Labels;
import sc.fiji.rewardanalysis.core.region.Mask;
import sc.fiji.rewardanalysis.core.region.Morphology;
import sc.fiji.rewardanalysis.core.region.Region;
import sc.fiji.rewardanalysis.core.region.RegionMeasures;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRegions.AmorphousRegion;

/**
 * From atoms to amorphous regions: clusters, the amorphous component, the map of its
 * probability, its threshold, dilation, and what of that is a region. Thread-safe.
 */
public final class RegionFinder {

	private final AtomScene scene;
	private final AmorphousRule which;

	/** @param which component is the amorphous one */
	public RegionFinder(final AtomScene scene, final AmorphousRule which) {
		this.scene = Checks.given("scene", scene);
		this.which = Checks.given("rule of the amorphous component", which);
	}

	/** Where it looks. */
	public AtomScene scene() {
		return scene;
	}

	/** Which component it takes. */
	public AmorphousRule which() {
		return which;
	}

	/**
	 * Finds the regions.
	 *
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException if there are too few atoms
	 *           for the model, or the window is too large
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public AmorphousRegions find(final Clustering clustering, final RegionRule rule,
		final Progress progress)
	{
		final Clusters clusters = scene.clusters(clustering, progress);
		final int component = clusters.amorphous(which, scene.disorder().averaged());
		final double[] probability = probability(clusters, component);
		progress.checkCanceled();
		final Mask raw = raw(probability, clustering, rule, progress);
		final Mask grown = rule.dilation() == 0 ? raw : Morphology.dilate(raw, rule.dilation() / scene
			.pixelSize(), scene.analysed());
		progress.checkCanceled();
		return regions(clusters, rule, component, probability, grown, progress);
	}

	/** Of each atom, those without features included. */
	private double[] probability(final Clusters clusters, final int component) {
		final double[] all = new double[scene.atoms().size()];
		Arrays.fill(all, Double.NaN);
		final int[] kept = clusters.atoms();
		for (int i = 0; i < kept.length; i++)
			all[kept[i]] = clusters.memberships().probability(i, component);
		if (kept.length < all.length) fill(all);
		return all;
	}

	/**
	 * An atom too close to the border for features is amorphous if it is more disordered than
	 * halfway between the mean of the amorphous component and that of the others. To take the
	 * nearest atom's probability instead would grow necks from a region to the border.
	 */
	private void fill(final double[] values) {
		final double[] disorder = scene.disorder().averaged();
		double inside = 0, outside = 0, weight = 0, others = 0;
		for (int i = 0; i < values.length; i++) {
			if (Double.isNaN(values[i])) continue;
			inside += values[i] * disorder[i];
			weight += values[i];
			outside += (1 - values[i]) * disorder[i];
			others += 1 - values[i];
		}
		final double halfway = weight > 0 && others > 0 ? (inside / weight + outside / others) / 2
			: others > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
		for (int i = 0; i < values.length; i++)
			if (Double.isNaN(values[i])) values[i] = disorder[i] > halfway ? 1 : 0;
	}

	private Mask raw(final double[] probability, final Clustering clustering, final RegionRule rule,
		final Progress progress)
	{
		final Mask analysed = scene.analysed();
		if (rule.mask() == MaskRule.BOXES) {
			final double side = clustering.features().hasPixels() ? clustering.window() : scene.spacing();
			return new AtomBoxes(scene.atoms(), Math.max(1, (int) Math.rint(side / scene.pixelSize())),
				analysed.width(), analysed.height(), scene.area()).of(above(probability, rule.threshold()));
		}
		if (rule.smoothing() == 0) return scene.nearest().of(above(probability, rule.threshold()));
		final float[] map = map(probability, rule, progress);
		final boolean[] pixels = new boolean[map.length];
		for (int i = 0; i < map.length; i++)
			pixels[i] = map[i] > rule.threshold();
		return new Mask(analysed.width(), analysed.height(), pixels);
	}

	private static boolean[] above(final double[] values, final double threshold) {
		final boolean[] above = new boolean[values.length];
		for (int i = 0; i < above.length; i++)
			above[i] = values[i] > threshold;
		return above;
	}

	/** The probability to be amorphous in each pixel, row by row; NaN outside the analysed area. */
	public float[] map(final AmorphousRegions regions, final Progress progress) {
		return map(regions.probability(), regions.rule(), progress);
	}

	private float[] map(final double[] probability, final RegionRule rule,
		final Progress progress)
	{
		final float[] map = scene.nearest().map(probability);
		final double sigma = rule.mask() == MaskRule.BOXES ? 0 : rule.smoothing() / scene.pixelSize();
		if (sigma == 0) return map;
		final Mask analysed = scene.analysed();
		final GaussianBlur blur = new GaussianBlur(analysed.width(), analysed.height(), sigma);
		final double[] sum = new double[map.length];
		for (int i = 0; i < map.length; i++)
			sum[i] = Float.isNaN(map[i]) ? 0 : map[i];
		blur.apply(sum, progress);
		// Only what is analysed counts.
		final double[] weight = scene.area().isRectangle() ? null : new double[map.length];
		if (weight != null) {
			for (int i = 0; i < map.length; i++)
				weight[i] = Float.isNaN(map[i]) ? 0 : 1;
			blur.apply(weight, progress);
		}
		for (int i = 0; i < map.length; i++)
			if (!Float.isNaN(map[i])) map[i] = (float) (weight == null ? sum[i] : sum[i] / weight[i]);
		return map;
	}

	private AmorphousRegions regions(final Clusters clusters, final RegionRule rule,
		final int component, final double[] probability, final Mask mask, final Progress progress)
	{
		final Labels all = Labels.of(mask, Connectivity.EIGHT);
		progress.checkCanceled();
		final int[] label = labels(all);
		final int[] atoms = new int[all.count() + 1];
		final double[] sum = new double[all.count() + 1];
		for (int i = 0; i < label.length; i++) {
			atoms[label[i]]++;
			sum[label[i]] += probability[i];
		}
		final double[] contrast = scene.disorder().contrasts(label, all.count());
		final boolean[] kept = new boolean[all.count() + 1];
		for (int k = 1; k < kept.length; k++) {
			if (atoms[k] < rule.fewestAtoms()) {
				contrast[k] = 0;
				continue;
			}
			final int region = k;
			kept[k] = rule.leastContrast() == 0 || contrast[k] >= rule.leastContrast() && scene.disorder()
				.lindemann(of(label, l -> l == region)) >= RegionRule.LINDEMANN;
		}
		final int[] labels = all.pixels();
		final boolean[] pixels = new boolean[labels.length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = kept[labels[i]];
		final Mask clean = new Mask(mask.width(), mask.height(), pixels);
		progress.checkCanceled();
		final List<AmorphousRegion> regions = new ArrayList<>(), dropped = new ArrayList<>();
		for (final Region r : Region.of(all, scene.analysed(), false))
			(kept[r.label()] ? regions : dropped).add(new AmorphousRegion(r, atoms[r.label()], contrast[r
				.label()], sum[r.label()] / atoms[r.label()]));
		final Comparator<AmorphousRegion> largest = Comparator.comparingLong(
			(AmorphousRegion r) -> -r.region().area()).thenComparingInt(r -> r.region().label());
		progress.checkCanceled();
		regions.sort(largest);
		dropped.sort(largest);
		final boolean[] amorphous = of(label, l -> kept[l]);
		final RegionMeasures measures = RegionMeasures.of(regions.stream().map(AmorphousRegion::region)
			.toList(), scene.analysed());
		final double overall = regions.isEmpty() ? Double.NaN : scene.disorder().contrast(amorphous, of(
			label, l -> !kept[l]));
		return new AmorphousRegions(clusters, rule, component, probability, amorphous, clean, regions,
			dropped, measures, scene.disorder().separation(amorphous), overall);
	}

	/** The region that each atom lies in, 0 for none. */
	private int[] labels(final Labels labels) {
		final int[] pixels = labels.pixels();
		return scene.atoms().stream().mapToInt(a -> pixels[row(a, labels) * labels.width() + column(a,
			labels)]).toArray();
	}

	private static int column(final Blob atom, final Labels labels) {
		return (int) Math.max(0, Math.min(labels.width() - 1, Math.rint(atom.x())));
	}

	private static int row(final Blob atom, final Labels labels) {
		return (int) Math.max(0, Math.min(labels.height() - 1, Math.rint(atom.y())));
	}

	private static boolean[] of(final int[] labels, final IntPredicate which) {
		final boolean[] are = new boolean[labels.length];
		IntStream.range(0, labels.length).forEach(i -> are[i] = which.test(labels[i]));
		return are;
	}
}
