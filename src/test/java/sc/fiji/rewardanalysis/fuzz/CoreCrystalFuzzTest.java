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

package sc.fiji.rewardanalysis.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.core.Progress.NONE;

import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.compare.OraclePoint;
import sc.fiji.rewardanalysis.core.crystal.IndexedAtom;
import sc.fiji.rewardanalysis.core.crystal.LatticeAnalysis;
import sc.fiji.rewardanalysis.core.crystal.LatticeSettings;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.estimate.PhysicsEstimate;
import sc.fiji.rewardanalysis.core.estimate.PhysicsEstimation;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.simulate.AmorphousShape;
import sc.fiji.rewardanalysis.core.simulate.DomainParameters;
import sc.fiji.rewardanalysis.core.simulate.DomainSimulator;
import sc.fiji.rewardanalysis.core.simulate.DomainWalls;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.track.Drift;
import sc.fiji.rewardanalysis.core.track.DriftEstimator;
import sc.fiji.rewardanalysis.core.track.FrameDrift;
import sc.fiji.rewardanalysis.core.track.FramePoints;
import sc.fiji.rewardanalysis.core.track.Landscape;
import sc.fiji.rewardanalysis.core.track.Linker;
import sc.fiji.rewardanalysis.core.track.TrackSettings;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.fuzz.Places.Picture;

/** The same of what knows the crystal: its lattice, its estimate, its simulation, its atoms' search and tracks. */
class CoreCrystalFuzzTest extends CoreFuzz {

	@Property(tries = 150)
	void latticesAreFitted(@ForAll final Picture picture, @ForAll final List<Blob> atoms, @ForAll final double pixel) {
		value("lattice of anything", 0, () -> LatticeAnalysis.of(atoms, picture.image(), picture.area(), p -> true,
			LatticeSettings.of(Scene.CRYSTAL, pixel), NONE));
		value("lattice of any crystal", 0, () -> LatticeAnalysis.of(atoms, null, picture.area(), p -> true, LatticeSettings
			.of(null, 0.05), NONE));
	}

	@Property(tries = 60)
	void crystalsAreFitted(@ForAll final Scene scene, @ForAll final boolean seen, @ForAll final boolean known) {
		final List<Blob> atoms = scene.atoms();
		same("lattice", 0.8, () -> LatticeAnalysis.of(atoms, seen ? scene.image() : null, scene.area(), p -> true,
			LatticeSettings.of(known ? Scene.CRYSTAL : null, scene.pixelSize()), NONE), a -> new Object[] { a.fit()
				.indices(), a.displacements().ux(), a.defects() }).ifPresent(analysis -> {
				final double[] ux = analysis.displacements().ux(), uy = analysis.displacements().uy();
				assertEquals(atoms.size(), analysis.fit().indices().size());
				for (int i = 0; i < atoms.size(); i++) {
					final IndexedAtom atom = analysis.fit().indices().get(i);
					assertTrue(atom.grain() < analysis.fit().grains().size());
					if (atom.isIndexed()) assertTrue(Math.hypot(ux[i], uy[i]) < scene.cell(), scene::toString);
				}
				analysis.defects().forEach(d -> assertTrue(d.atom() < 0 ? scene.area().contains(d.x(), d.y()) : d.x() == atoms
					.get(d.atom()).x() && d.y() == atoms.get(d.atom()).y(), d::toString));
			});
	}

	@Property(tries = 100)
	void physicsIsEstimated(@ForAll final Picture picture, @ForAll final Contrast contrast) {
		value("estimate of anything", 0.01, () -> PhysicsEstimation.of(picture.image(), picture.area(), contrast, NONE));
		value("quick estimate of anything", 0.01, () -> PhysicsEstimation.quick(picture.image(), picture.area(), contrast,
			NONE));
	}

	@Property(tries = 60)
	void crystalsAreEstimated(@ForAll final Scene scene) {
		same("estimate", 0.95, () -> PhysicsEstimation.of(scene.image(), scene.area(), Contrast.BRIGHT, NONE),
			CoreCrystalFuzzTest::cell).ifPresent(e -> assertTrue(!e.hasLattice() || e.a().value() > 0 && finite(cell(e)),
				scene::toString));
		value("lattice in an estimate", 0.7, () -> {
			final PhysicsEstimate estimate = PhysicsEstimation.quick(scene.image(), scene.area(), Contrast.BRIGHT, NONE);
			return estimate.translations();
		});
	}

	private static double[] cell(final PhysicsEstimate e) {
		return e.hasLattice() ? new double[] { e.a().value(), e.a().sigma(), e.b().value(), e.angle().value(), e.density()
			.value(), e.noise() } : new double[] { e.strongest() };
	}

	@Property(tries = 200)
	void framesAreLinked(@ForAll final List<Blob> first, @ForAll final List<Blob> second, @ForAll final Picture picture,
		@ForAll final double spacing, @ForAll final int gap, @ForAll final double dx)
	{
		final Area area = Area.image(50, 50);
		value("links of anything", 0.4, () -> Linker.link(List.of(first, second, first), List.of(new FrameDrift(0, -1,
			new Drift(0, 0, 1, 9, true)), new FrameDrift(1, 0, new Drift(dx, 0, 1, 9, true)), new FrameDrift(2, 1, new Drift(
				dx, dx, 1, 9, false))), area, TrackSettings.of(spacing, gap), NONE));
		value("drift of anything", 0.7, () -> new DriftEstimator(TrackSettings.of(8, gap)).between(new FramePoints(first,
			area, null), new FramePoints(second, area, null), new OraclePoint(dx, 0), NONE));
		value("landscape", 0.5, () -> Landscape.of(picture.image(), spacing, NONE));
	}

	@Property(tries = 50)
	void crystalsAreFollowed(@ForAll final Scene scene) {
		final Random random = scene.random();
		final double spacing = scene.cell() / Math.sqrt(2), dx = Scene.between(random, -2, 2), dy = Scene.between(random,
			-2, 2);
		final List<Blob> first = scene.atoms(), second = first.stream().map(b -> new Blob(b.x() + dx, b.y() + dy, b.sigma(),
			b.response())).filter(b -> scene.area().contains(b) && random.nextInt(10) > 0).toList();
		final TrackSettings settings = TrackSettings.of(spacing, random.nextInt(3));
		same("drift", 1, () -> new DriftEstimator(settings).between(new FramePoints(first, scene.area(), Landscape.of(scene
			.image(), spacing, NONE)), new FramePoints(second, scene.area(), Landscape.of(scene.image(), spacing, NONE)),
			new OraclePoint(dx, dy), NONE), d -> d).ifPresent(drift -> assertTrue(finite(drift.dx(), drift.dy()) && drift
				.agreement() >= 0 && drift.agreement() <= 1, drift::toString));
		same("links", 1, () -> Linker.link(List.of(first, second), List.of(new FrameDrift(0, -1, new Drift(0, 0, 1, 9,
			true)), new FrameDrift(1, 0, new Drift(dx, dy, 1, 9, true))), scene.area(), settings, NONE), t -> t).ifPresent(
				tracks -> {
					// Each column is in one track.
					assertEquals(first.size() + second.size(), tracks.tracks().stream().mapToInt(t -> t.points().size()).sum());
					assertTrue(tracks.tracks().size() >= Math.max(first.size(), second.size()));
					tracks.tracks().forEach(t -> t.points().forEach(p -> assertTrue(finite(p.fixedX(), p.fixedY()))));
				});
	}

	@Property(tries = 100)
	void imagesAreSimulated(@ForAll final int width, @ForAll final int height, @ForAll final double pixel,
		@ForAll final double rotation, @ForAll final double sigma, @ForAll final double noise, @ForAll final double other)
	{
		value("simulation of any size", 0, () -> ImageSimulator.simulate(SimulationParameters.builder(Scene.CRYSTAL)
			.size(width, height).pixelSize(pixel).rotation(rotation).sigma(sigma, sigma).noise(noise).build(), NONE));
		value("simulation of anything", 0.1, () -> ImageSimulator.simulate(SimulationParameters.builder(Scene.CRYSTAL)
			.size(32, 32).pixelSize(0.03).drift(other, noise).rowJitter(sigma).dose(other).amorphousFraction(noise)
			.nanoparticleRadius(sigma).defocusGradient(other).noiseGradient(rotation).background(noise).exponent(other)
			.thermalDisplacement(sigma).build(), NONE));
		value("domains of anything", 0, () -> DomainSimulator.simulate(new DomainParameters(Scene.CRYSTAL, Lattices.get(
			"SrTiO3-110"), Math.min(width, 64), 32, pixel, DomainWalls.STRAIGHT, Math.min(height, 20), rotation, other, sigma,
			noise, other, 1), NONE));
	}

	private static SimulationParameters some(final Scene scene) {
		final Random random = scene.random();
		final double sigma = Scene.between(random, 0.02, 0.08), share = random.nextDouble();
		final double[] damage = random.doubles(11).map(d -> random.nextInt(3) == 0 ? d : 0).toArray();
		return SimulationParameters.builder(Scene.CRYSTAL).size(8 + random.nextInt(50), 8 + random.nextInt(50)).pixelSize(
			scene.pixelSize()).rotation(scene.rotation()).sigma(sigma, sigma * (1 + share)).noise(damage[0]).drift(0.2 *
				damage[1], 0.2 * damage[2]).rowJitter(0.1 * damage[3]).dose(100 * damage[4]).amorphousFraction(damage[5])
			.amorphousShape(AmorphousShape.values()[random.nextInt(AmorphousShape.values().length)]).nanoparticleRadius(0.2 *
				damage[6]).defocusGradient(0.1 * damage[7]).noiseGradient(damage[8]).vacancies(damage[9]).thermalDisplacement(
					0.1 * damage[10]).seed(scene.seed()).build();
	}

	private static float[] pixels(final Img<FloatType> image) {
		final float[] pixels = new float[(int) image.size()];
		int i = 0;
		for (final FloatType pixel : image)
			pixels[i++] = pixel.get();
		return pixels;
	}

	@Property(tries = 60)
	void crystalsAreSimulated(@ForAll final Scene scene) {
		same("simulation", 0.95, () -> ImageSimulator.simulate(some(scene), NONE), s -> new Object[] { pixels(s.image()), s
			.columns() }).ifPresent(s -> {
				assertTrue(finite(pixels(s.image())));
				final Area area = Area.image(s.parameters().width(), s.parameters().height());
				s.columns().forEach(c -> assertTrue(area.contains(c), c::toString));
			});
		final Random random = scene.random();
		final DomainParameters domains = new DomainParameters(Scene.CRYSTAL, Lattices.get("SrTiO3-110"), scene.width(), scene
			.height(), scene.pixelSize(), DomainWalls.values()[random.nextInt(DomainWalls.values().length)], 1 + random
				.nextInt(4), scene.rotation(), 180 * random.nextDouble(), Scene.between(random, 0.02, 0.1), 0.05 * random
					.nextDouble(), random.nextDouble(), scene.seed());
		same("domains", 1, () -> DomainSimulator.simulate(domains, NONE), d -> new Object[] { pixels(d.image()), d.phases() })
			.ifPresent(d -> {
				assertTrue(finite(pixels(d.image())));
				d.columns().forEach(c -> assertTrue(scene.area().contains(c), c::toString));
				for (final int phase : d.phases())
					assertTrue(phase == 1 || phase == 2);
			});
	}

	@Property(tries = 80)
	void whateverIsInAnImageAtomsAreSought(@ForAll final Picture picture, @ForAll final double pixel) {
		value("task with any pixels", 0, () -> new AtomFindingTask(picture.image(), picture.area(), AtomFindingSettings.of(
			Scene.CRYSTAL, pixel), NONE).physics());
		value("task of anything", 0.02, () -> new AtomFindingTask(picture.image(), picture.area(), AtomFindingSettings.of(
			Scene.CRYSTAL, 0.05), NONE).physics());
	}

	@Property(tries = 12)
	void atomsOfCrystalsAreSought(@ForAll final Scene scene) {
		final AtomFindingTask[] task = new AtomFindingTask[1];
		same("exact search", 0.8, () -> {
			task[0] = new AtomFindingTask(scene.image(), scene.area(), AtomFindingSettings.of(Scene.CRYSTAL, scene
				.pixelSize()), NONE);
			return task[0].search().run(SearchEngine.EXACT, new StopRule(20, false), 1, NONE);
		}, r -> r.study().front().stream().map(
			e -> List.of(e.configuration(), e.observation())).toList()).ifPresent(result -> {
			assertFalse(result.study().front().isEmpty());
			for (final Evaluation evaluation : result.study().front()) {
				assertTrue(finite(evaluation.objectives()) && evaluation.feasible(), evaluation::toString);
				for (final Blob atom : task[0].solution(evaluation, NONE).atoms().atoms())
					assertTrue(scene.area().contains(atom), atom::toString);
			}
		});
	}
}
