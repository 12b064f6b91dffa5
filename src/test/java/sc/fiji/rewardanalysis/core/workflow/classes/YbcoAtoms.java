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

package sc.fiji.rewardanalysis.core.workflow.classes;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.AdjustedRandIndex;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.refine.Refiner;
import sc.fiji.rewardanalysis.core.simulate.Column;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;

/**
 * Simulated YBa2Cu3O7 with the atoms that the search for atoms finds in it, and what they
 * are: the site's species, and of Ba which of the two sites.
 *
 * @param atoms as found
 * @param truth of each atom the number of its site in the lattice; −1 if no column is there
 */
public record YbcoAtoms(SimulatedImage image, List<Blob> atoms, int[] truth) {

	public static final Lattice LATTICE = Lattices.get("YBa2Cu3O7-100");

	/** Of a found atom from its column, nm. */
	private static final double TOLERANCE = 0.08;

	/** @param more what else to simulate */
	public static YbcoAtoms of(final int size, final double pixel, final double noise, final long seed,
		final Refinement refinement, final UnaryOperator<SimulationParameters.Builder> more)
	{
		final SimulatedImage image = ImageSimulator.simulate(more.apply(SimulationParameters.builder(
			LATTICE).size(size, size).pixelSize(pixel).noise(noise).seed(seed)).build(), Progress.NONE);
		final Area area = Area.image(size, size);
		final AtomFindingTask task = new AtomFindingTask(image.image(), area, AtomFindingSettings.of(
			LATTICE, pixel), Progress.NONE);
		final SearchResult search = task.search().run(SearchEngine.AUTO, new StopRule(60,
			false), seed, Progress.NONE);
		final List<Blob> found = task.solution(task.pick(search.study(), Pick.EUCLIDEAN).orElseThrow(),
			Progress.NONE).atoms().atoms();
		final List<Blob> atoms = Refiner.refine(image.image(), Contrast.BRIGHT, found, refinement,
			FitOptions.ROUND, Progress.NONE).blobs();
		final int[] partner = Matching.match(atoms, image.columns(), TOLERANCE / pixel, area).partner();
		return new YbcoAtoms(image, atoms, IntStream.of(partner).map(p -> p < 0 ? -1 : site(image, image
			.columns().get(p), pixel)).toArray());
	}

	/** Two sites of a species lie at v and 1 − v: whether the nearest chain of Cu1 is below. */
	private static int site(final SimulatedImage image, final Column column, final double pixel) {
		final int site = IntStream.range(0, LATTICE.columnsPerCell()).filter(s -> LATTICE.sites().get(s)
			.species().equals(column.species())).findFirst().orElseThrow();
		if (!column.species().equals("Ba")) return site;
		final Column chain = image.columns().stream().filter(c -> c.species().equals("Cu1")).min(
			Comparator.comparingDouble(c -> Math.hypot(c.x() - column.x(), c.y() - column.y())))
			.orElseThrow();
		return Math.hypot(chain.x() - column.x(), chain.y() - column.y()) > 0.35 / pixel ? -1 : chain
			.y() < column.y() ? 0 : 1;
	}

	/** Classes of the atoms in all of the image. */
	public AtomClassification classified(final ClassificationSettings settings) {
		return AtomClassification.of(image.image(), Area.image((int) image.image().dimension(0),
			(int) image.image().dimension(1)), atoms, settings, Progress.NONE);
	}

	/** Agreement on the species of all atoms that were classified and exist. */
	public double species(final AtomClassification found) {
		return ari(found.first(), i -> truth[i] == 1 ? 0 : truth[i]);
	}

	/** Agreement on which Ba site, of those atoms of the second pass that are Ba. */
	public double barium(final AtomClassification found) {
		return ari(found.second(), i -> truth[i] > 1 ? -1 : truth[i]);
	}

	private static double ari(final ClassificationPass pass, final IntUnaryOperator is) {
		final int[] rows = IntStream.range(0, pass.atoms().length).filter(i -> is.applyAsInt(pass
			.atoms()[i]) >= 0).toArray();
		return AdjustedRandIndex.of(IntStream.of(rows).map(pass::label).toArray(), IntStream.of(rows).map(
			i -> is.applyAsInt(pass.atoms()[i])).toArray());
	}
}
