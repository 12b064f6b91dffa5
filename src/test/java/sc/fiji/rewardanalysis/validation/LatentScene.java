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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.AdjustedRandIndex;
import sc.fiji.rewardanalysis.core.latent.Likelihood;
import sc.fiji.rewardanalysis.core.latent.PatchOptions;
import sc.fiji.rewardanalysis.core.latent.PatchScale;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.latent.PhaseMap;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Site;
import sc.fiji.rewardanalysis.core.simulate.Column;
import sc.fiji.rewardanalysis.core.simulate.DomainParameters;
import sc.fiji.rewardanalysis.core.simulate.DomainSimulator;
import sc.fiji.rewardanalysis.core.simulate.DomainWalls;
import sc.fiji.rewardanalysis.core.simulate.SimulatedDomains;

/**
 * A simulated image of two phases, cut into patches, with the phase of each patch's centre.
 *
 * @param truth by patch, 0 or 1
 */
public record LatentScene(String name, SimulatedDomains domains, PatchSet patches, int[] truth) {

	/** px. The step is 0.62 of the lattice's 9.7 px, so neighbours see it at any other place. */
	private static final int WINDOW = 16, STRIDE = 6;

	static final String DUMBBELLS = "phases-dumbbells";

	/** px, about a cell. */
	private static final int DUMBBELL_WINDOW = 12;

	/** How far a dumbbell's found place is from its true one, along x and along y, px. */
	private static final double DISPLACED = 0.7;

	/**
	 * The samples.
	 * <ul>
	 * <li>straight: a raster of patches sees the lattice at all places; one orientation;</li>
	 * <li>grains: likewise in five grains, rotated by up to 80°, within curved walls;</li>
	 * <li>dumbbells: patches around dumbbells in 40 small grains, rotated by up to 80°.</li>
	 * </ul>
	 */
	public static Map<String, DomainParameters> samples() {
		final Map<String, DomainParameters> samples = new LinkedHashMap<>();
		samples.put("phases-straight", new DomainParameters(perovskite("first", 22), perovskite("second",
			33), 216, 216, 0.0402, DomainWalls.STRAIGHT, 1, 8, 0, 0.055, 0.006, 0.05, 21));
		samples.put("phases-grains", new DomainParameters(perovskite("first", 22), perovskite("second",
			33), 216, 216, 0.0402, DomainWalls.CURVED, 5, 8, 40, 0.055, 0.006, 0.05, 22));
		samples.put(DUMBBELLS, new DomainParameters(dumbbells("first", 32), dumbbells("second",
			21), 270, 270, 0.039, DomainWalls.CURVED, 40, 0, 40, 0.045, 0.004, 0.1, 23));
		return samples;
	}

	/** The samples, and dumbbells of one orientation; what tells the most comes first. */
	static Map<String, DomainParameters> scenes() {
		final Map<String, DomainParameters> scenes = new LinkedHashMap<>();
		final DomainParameters d = samples().get(DUMBBELLS);
		scenes.put(DUMBBELLS, d);
		scenes.put("dumbbells of one orientation", new DomainParameters(d.first(), d.second(), d.width(), d
			.height(), d.pixelSize(), d.walls(), 1, 0, 0, d.sigma(), d.displacement(), d.noise(), d.seed()));
		scenes.put("phases-straight", samples().get("phases-straight"));
		samples().forEach(scenes::putIfAbsent);
		return scenes;
	}

	/** Whether a scene's patches lie on a raster. */
	static boolean isRaster(final String name) {
		return !name.contains("dumbbells");
	}

	/** Weights of the two forms of physics. */
	static final double PUBLISHED = 0.5, DIFFERENTIABLE = 10;

	/**
	 * What the autoencoders of a scene share, but for physics and seed. The noise is about that of
	 * the image, and shifts reach as far as positions do: neither needs the truth.
	 */
	static VaeSettings settings(final String name) {
		final boolean raster = isRaster(name);
		return VaeSettings.DEFAULTS.withWidth(32).withLikelihood(Likelihood.GAUSSIAN).withNoise(raster ? 0.1
			: 0.08).withShiftPrior(raster ? 0.5 : 0.25).withEpochs(raster ? 120 : 80).withBatch(64).withLearningRate(4e-3)
			.withPixels(0.4).withRound(true);
	}

	/** Sr in the corner, something lighter in the middle. */
	private static Lattice perovskite(final String name, final int middle) {
		return new Lattice(name, "Sr columns, and others in the middle", "made up", 0.3905, 0.3905, 90, List
			.of(new Site("A", 38, 0, 0), new Site("B", middle, 0.5, 0.5)));
	}

	/** Two columns, alike or not. */
	private static Lattice dumbbells(final String name, final int right) {
		return new Lattice(name, "dumbbells", "made up", 0.39, 0.39, 90, List.of(new Site("A", 32, 0.35,
			0.5), new Site("B", right, 0.65, 0.5)));
	}

	/** The sample of that name, or another specimen or noise of its kind. */
	static LatentScene of(final String name, final DomainParameters parameters) {
		final SimulatedDomains domains = DomainSimulator.simulate(parameters, Progress.NONE);
		final Area area = Area.image(parameters.width(), parameters.height());
		final PatchSet patches = isRaster(name) ? PatchSet.raster(domains.image(), area, new PatchOptions(
			WINDOW, STRIDE, PatchScale.ALL), Progress.NONE) : PatchSet.around(domains.image(), area, dumbbells(
				domains), new PatchOptions(DUMBBELL_WINDOW, 0, PatchScale.ALL), Progress.NONE);
		return new LatentScene(name, domains, patches, Arrays.stream(domains.phasesAt(patches.x(), patches
			.y())).map(p -> p - 1).toArray());
	}

	private record Place(double x, double y) implements Position {}

	/** Middles between columns that belong together, not quite at the true place. */
	private static List<Place> dumbbells(final SimulatedDomains domains) {
		final SplittableRandom random = new SplittableRandom(domains.parameters().seed());
		final double cell = domains.parameters().first().a() / domains.parameters().pixelSize();
		final List<Place> places = new ArrayList<>();
		for (final Column a : domains.columns())
			if (a.species().equals("A")) for (final Column b : domains.columns())
				if (b.species().equals("B") && Math.hypot(a.x() - b.x(), a.y() - b.y()) < 0.45 * cell) places
					.add(new Place((a.x() + b.x()) / 2 + DISPLACED * random.nextGaussian(), (a.y() + b.y()) / 2 +
						DISPLACED * random.nextGaussian()));
		return places;
	}

	/** Agreement of phases with the truth. */
	double agreement(final int[] labels) {
		return AdjustedRandIndex.of(labels, truth);
	}

	/** Length of the boundaries of phases in units of that of the truth, by the same estimator. */
	double boundary(final int[] labels, final int classes) {
		return length(labels, classes) / length(truth, 2);
	}

	private double length(final int[] labels, final int classes) {
		final DomainParameters p = domains.parameters();
		return PhaseMap.of(patches, p.width(), p.height(), Area.image(p.width(), p.height()), labels,
			classes, Progress.NONE).boundary();
	}
}
