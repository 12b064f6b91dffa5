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

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.lattice.ColumnCount;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.CountError;
import sc.fiji.rewardanalysis.core.reward.CoverageGap;
import sc.fiji.rewardanalysis.core.reward.LatticeResidual;
import sc.fiji.rewardanalysis.core.reward.MeanResponse;
import sc.fiji.rewardanalysis.core.reward.NeighbourDistance;
import sc.fiji.rewardanalysis.core.reward.SpacingError;
import sc.fiji.rewardanalysis.core.workflow.atoms.ExpectedPhysics;

/** Every reward that is compared, each as a number of which less is better. */
final class SampledRewards {

	static final List<String> NAMES = List.of("QC band", "QC paper", "QC signed", "QC local", "ER",
		"ER per found", "coverage gap", "lattice residual", "histogram distance", "mean response",
		"count instability", "weakest response", "misfit");

	static final int RESPONSE = NAMES.indexOf("mean response"), INSTABILITY = NAMES.indexOf(
		"count instability");

	/** A tile holds so many columns, about. */
	private static final double TILE = 25;

	/** An atom fits if its distances deviate by less, root mean square, from the nearest distance. */
	private static final double FITS = 0.15;

	private final AtomPhysics band, paper;
	private final double nearest;
	private int columns, rows, tileLow, tileHigh;

	SampledRewards(final RewardScene scene) {
		final double ds = ExpectedPhysics.DS_FRACTION, tolerance = ExpectedPhysics.PIXEL_TOLERANCE;
		band = ExpectedPhysics.of(scene.lattice(), scene.pixelSize(), scene.area(), ds, tolerance);
		paper = ExpectedPhysics.ofPaper(scene.lattice(), scene.pixelSize(), scene.area(), ds, tolerance);
		nearest = band.nearestDistance();
		makeTiles(scene);
	}

	private void makeTiles(final RewardScene scene) {
		final Area all = band.counted();
		final double side = Math.sqrt(TILE / scene.lattice().columnDensity()) / scene.pixelSize();
		final double width = all.maxX() - all.minX(), height = all.maxY() - all.minY();
		columns = (int) Math.max(1, Math.round(width / side));
		rows = (int) Math.max(1, Math.round(height / side));
		final ColumnCount count = ColumnCount.of(scene.lattice(), scene.pixelSize(), Area.image((int) Math
			.round(width / columns), (int) Math.round(height / rows)));
		final double stretch = Math.pow(1 + ExpectedPhysics.PIXEL_TOLERANCE, 2);
		tileLow = (int) Math.floor(count.low() / stretch);
		tileHigh = (int) Math.ceil(count.high() * stretch);
	}

	AtomPhysics physics() {
		return band;
	}

	/** What the atoms alone tell, in the order of the names; the rest is NaN. */
	double[] of(final List<Blob> atoms) {
		final AtomSet set = new AtomSet(atoms, band), all = new AtomSet(atoms, paper);
		final int judged = set.judged().length;
		final double er = new SpacingError().score(set).value();
		final double[] responses = Arrays.stream(set.counted()).mapToDouble(i -> atoms.get(i).response())
			.sorted().toArray();
		return new double[] { CountError.band().score(set).value(), CountError.paper().score(all)
			.value(), (all.counted().length - paper.expected()) / paper.expected(), local(atoms), er, er *
				band.expectedJudged() / Math.max(1, judged), new CoverageGap().score(set).value(),
			new LatticeResidual().score(set).value() / nearest, new NeighbourDistance().score(set).value() /
				nearest, -new MeanResponse().score(set).value(), Double.NaN, 1 - responses[responses.length /
					20] / responses[responses.length / 2], misfit(set, judged) };
	}

	/** The mean over tiles of how far their counts lie outside of what is possible there. */
	private double local(final List<Blob> atoms) {
		final Area all = band.counted();
		final int[] counts = new int[columns * rows];
		for (final Blob b : atoms) {
			if (!all.contains(b)) continue;
			final int i = (int) (columns * (b.x() - all.minX()) / (all.maxX() - all.minX()));
			final int j = (int) (rows * (b.y() - all.minY()) / (all.maxY() - all.minY()));
			counts[Math.min(rows - 1, j) * columns + Math.min(columns - 1, i)]++;
		}
		return Arrays.stream(counts).map(n -> Math.max(0, Math.max(tileLow - n, n - tileHigh))).sum() / band
			.expected();
	}

	/**
	 * 1 − F1 with those atoms as hits whose four nearest neighbours are where a site of the
	 * crystal has them, and the expected number as that of true ones.
	 */
	private double misfit(final AtomSet set, final int judged) {
		final double[][] sites = band.siteDistances();
		int fit = 0;
		for (final int i : set.judged()) {
			final double[] d = set.nearestDistances(i);
			double least = Double.POSITIVE_INFINITY;
			for (final double[] site : sites) {
				double sum = 0;
				for (int k = 0; k < d.length; k++)
					sum += (d[k] - site[k]) * (d[k] - site[k]);
				least = Math.min(least, sum);
			}
			if (Math.sqrt(least / 4) < FITS * nearest) fit++;
		}
		return Math.max(0, 1 - 2 * fit / (judged + band.expectedJudged()));
	}

	/** A point's value of a sum of rewards, or their distance from the ideal. */
	static double norm(final double[] rewards, final int[] which, final boolean euclidean) {
		final DoubleStream values = Arrays.stream(which).mapToDouble(i -> rewards[i]);
		return euclidean ? Math.sqrt(values.map(v -> v * v).sum()) : values.sum();
	}
}
