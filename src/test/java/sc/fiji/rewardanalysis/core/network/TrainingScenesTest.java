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

package sc.fiji.rewardanalysis.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.core.lattice.Lattices;

class TrainingScenesTest {

	private static final SceneSettings MIXED = SceneSettings.mixed(64, 0, 1);

	private static void assertSame(final TrainingScene a, final TrainingScene b) {
		assertArrayEquals(a.image(), b.image());
		assertArrayEquals(a.target(), b.target());
		assertEquals(a.columns(), b.columns());
	}

	@Test
	void aSceneDependsOnSeedAndNumberAlone() {
		final TrainingScenes scenes = new TrainingScenes(MIXED, 7), again = new TrainingScenes(MIXED, 7);
		final TrainingScene[] forward = IntStream.range(0, 8).mapToObj(scenes::scene).toArray(
			TrainingScene[]::new);
		IntStream.range(0, 8).parallel().forEach(i -> assertSame(forward[7 - i], again.scene(7 - i)));
		assertFalse(Arrays.equals(forward[0].image(), forward[1].image()));
		assertFalse(Arrays.equals(forward[0].image(), new TrainingScenes(MIXED, 8).scene(0).image()));
	}

	@Test
	void heldOutScenesAreNoneOfTheOthers() {
		final TrainingScenes scenes = new TrainingScenes(MIXED, 7);
		final Set<Integer> seen = new TreeSet<>();
		for (int i = 0; i < 30; i++)
			assertTrue(seen.add(Arrays.hashCode(scenes.scene(i).image())) & seen.add(Arrays.hashCode(scenes
				.heldOut(i).image())), "scene " + i);
	}

	@Test
	void scenesAreWhatTheSettingsSay() {
		final TrainingScenes scenes = new TrainingScenes(MIXED.without("Fe-100"), 3);
		final Set<String> lattices = new TreeSet<>();
		for (int i = 0; i < 80; i++) {
			final TrainingScene scene = scenes.scene(i);
			lattices.add(scene.lattice());
			assertTrue(scene.spacing() >= 8 && scene.spacing() <= 16 && scene.noise() >= 0 && scene
				.noise() <= 1, scene.toString());
			double sum = 0, squares = 0;
			for (final float v : scene.image()) {
				sum += v;
				squares += v * v;
			}
			assertEquals(0, sum / scene.image().length, 1e-4);
			assertEquals(1, squares / scene.image().length, 1e-3);
			assertTrue(scene.columns().stream().allMatch(c -> c.x() >= -0.5 && c.x() < 63.5 && c
				.y() >= -0.5 && c.y() < 63.5));
			assertArrayEquals(ColumnTarget.draw(scene.columns(), 64, 64), scene.target());
		}
		assertFalse(lattices.contains("Fe-100"));
		assertTrue(lattices.containsAll(List.of("Si-110", "graphene", "invented")), lattices.toString());
	}

	/** Columns are where the picture is bright: what the network is to learn is true. */
	@Test
	void targetsLieOnTheColumns() {
		final TrainingScenes scenes = new TrainingScenes(new SceneSettings(List.of(Lattices.get(
			"Fe-100")), 0, false, 64, 10, 12, 0, 0), 5);
		for (int i = 0; i < 5; i++) {
			final TrainingScene scene = scenes.scene(i);
			assertTrue(scene.columns().size() > 20);
			scene.columns().stream().filter(c -> c.x() > 3 && c.y() > 3 && c.x() < 60 && c.y() < 60).forEach(
				c -> {
					final int x = (int) Math.rint(c.x()), y = (int) Math.rint(c.y());
					for (final int[] far : new int[][] { { 2, 0 }, { -2, 0 }, { 0, 2 }, { 0, -2 } })
						assertTrue(scene.image()[y * 64 + x] > scene.image()[(y + far[1]) * 64 + x + far[0]]);
				});
		}
	}

	@Test
	void noiseLeavesTheSpecimenAsItIs() {
		for (int i = 0; i < 6; i++) {
			final TrainingScene quiet = new TrainingScenes(SceneSettings.mixed(64, 0, 0), 9).scene(i), loud =
				new TrainingScenes(SceneSettings.mixed(64, 0.5, 0.5), 9).scene(i);
			assertEquals(quiet.columns(), loud.columns());
			assertEquals(0, quiet.noise());
			assertEquals(0.5, loud.noise());
			assertNotEquals(Arrays.hashCode(quiet.image()), Arrays.hashCode(loud.image()));
		}
	}

	@Test
	void inventedColumnsAreApart() {
		final SplittableRandom random = new SplittableRandom(4);
		for (int i = 0; i < 200; i++) {
			final var lattice = InventedLattice.random(random);
			assertTrue(lattice.nearestDistance() >= 0.33 * lattice.a() - 1e-9, lattice.toString());
		}
	}

	@Test
	void aPerfectAnswerHasAnF1OfOne() {
		// Without what moves columns onto each other.
		final TrainingScenes scenes = new TrainingScenes(new SceneSettings(MIXED.lattices(), 0, false, 64,
			8, 16, 0, 1), 11);
		ColumnScore score = ColumnScore.NONE, nothing = score;
		for (int i = 0; i < 20; i++) {
			final TrainingScene scene = scenes.scene(i);
			nothing = nothing.with(scene, new float[64 * 64]);
			score = score.with(scene, scene.target());
		}
		assertEquals(1, score.f1(), score.toString());
		assertEquals(0, nothing.f1());
		assertEquals(1, ColumnScore.NONE.f1());
	}

	@Test
	void wrongSettingsAreRefused() {
		Complaints.assertRefused(() -> new SceneSettings(List.of(), 0, true, 64, 8, 16, 0, 1), "crystal");
		Complaints.assertRefused(() -> SceneSettings.mixed(64, 0.5, 0.2), "noise_high");
		Complaints.assertRefused(() -> SceneSettings.mixed(64, Double.NaN, 0.2), "noise_low");
		Complaints.assertRefused(() -> new SceneSettings(MIXED.lattices(), 0, true, 64, 3, 16, 0, 1),
			"spacing_low");
		Complaints.assertRefused(() -> settings(4, 8, 64), "fewer than the batch of 8", "raise images");
		Complaints.assertRefused(() -> settings(8, 8, 60), "multiple of 8 px");
		Complaints.assertRefused(() -> new NetworkShape(0, 3), "channels");
		Complaints.assertRefused(() -> new NetworkShape(16, 9), "levels");
	}

	private static NetworkSettings settings(final int images, final int batch, final int size) {
		return new NetworkSettings(SceneSettings.mixed(size, 0, 1), images, 4, 2, batch, 0.002,
			NetworkShape.DEFAULT, 1);
	}

	@Test
	void theLearningRateFalls() {
		final NetworkSettings settings = settings(8, 8, 64);
		assertEquals(0.002, settings.learningRate(0), 1e-12);
		assertEquals(0.002 / 50, settings.learningRate(1), 1e-12);
	}

	@Test
	void aCardIsReadAsItWasWritten() {
		final NetworkCard card = NetworkCard.of(settings(16, 8, 64));
		assertEquals(card, NetworkCard.of(card.texts(), "file"));
		assertEquals(0.28 / 9, card.info("n", 0.28).finest(), 1e-12);
		assertEquals(0.28 / 8, card.info("n", 0.28).coarsest(), 1e-12);
		assertFalse(card.info("n", Double.NaN).hasPixelSize());
		Complaints.assertRefused(() -> NetworkCard.of(Map.of(), "a.safetensors"),
			"a.safetensors is no network for atom columns");
		final var texts = card.texts();
		texts.remove("channels");
		Complaints.assertRefused(() -> NetworkCard.of(texts, "a.safetensors"), "damaged");
	}
}
