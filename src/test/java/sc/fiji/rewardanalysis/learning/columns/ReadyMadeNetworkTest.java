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

package sc.fiji.rewardanalysis.learning.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.io.TensorFile;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.network.NetworkCard;
import sc.fiji.rewardanalysis.core.network.NetworkMap;
import sc.fiji.rewardanalysis.core.network.NetworkPeaks;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;

/** What its model card says of the network that comes with the suite. */
class ReadyMadeNetworkTest {

	/** Largest file, bytes. */
	private static final int LARGEST = 4_000_000;

	@Test
	void itsFileSaysWhatItIs() {
		final TensorFile file = ColumnNetwork.readyMadeFile();
		assertTrue(file.bytes().length <= LARGEST, file.bytes().length + " bytes");
		final NetworkCard card = ColumnNetwork.card(file, ColumnNetwork.READY_MADE_NAME);
		assertTrue(card.training().contains("YBa2Cu3O7-100"), card.training());
		assertFalse(card.training().contains(ReadyMadeNetwork.UNSEEN), card.training());
		assertEquals(1, card.seed());
		for (final String text : List.of("training history", "input", "output", "version"))
			assertTrue(file.metadata().containsKey(text), text);
	}

	/** With what it was trained, the program of the model card would go on. */
	@Test
	void itIsWhatTheProgramMakes() {
		final NetworkCard card = NetworkCard.of(ReadyMadeNetwork.last());
		final NetworkCard shipped = ColumnNetwork.card(ColumnNetwork.readyMadeFile(), "shipped");
		assertEquals(card.training(), shipped.training());
		assertEquals(card.shape(), shipped.shape());
	}

	/**
	 * Also of a crystal that it has never seen, and of pixels of another size. The bounds are just below
	 * what was measured, 1, 0.937 and 0.957, and positions off by 0.101 of the distance in the second,
	 * so that a worse file is noticed.
	 */
	@ParameterizedTest
	@CsvSource({ "YBa2Cu3O7-100, 0.015, 0.1, 0.99", "Fe-100, 0.03, 0.5, 0.92",
		"DyScO3-110, 0.012, 0, 0.93" })
	@NeedsNetworks
	void itFindsColumns(final String name, final double pixel, final double noise, final double f1) {
		final Lattice lattice = Lattices.get(name);
		final SimulatedImage image = ImageSimulator.simulate(SimulationParameters.builder(lattice).size(
			160, 160).pixelSize(pixel).rotation(10).noise(noise).seed(4).build(), Progress.NONE);
		final Area area = Area.image(160, 160);
		try (ColumnNetwork network = ColumnNetwork.readyMade(lattice.nearestDistance())) {
			final NetworkMap map = NetworkMap.of(network, image.image(), area, new NetworkMap.Options(
				Contrast.BRIGHT, network.info().scale(pixel), 0), Progress.NONE);
			final double nearest = lattice.nearestDistance() / pixel;
			final Match match = Matching.match(NetworkPeaks.of(map, 0.5, Progress.NONE), image.columns(),
				nearest / 4, area.inset(nearest / 2));
			assertTrue(match.f1() >= f1, match.toString());
			assertTrue(match.rmsd() < 0.12 * nearest, match.toString());
		}
	}

	@Test
	void anotherFileIsNotTakenForIt() {
		Complaints.assertRefused(() -> ColumnNetwork.card(new TensorFile(Map.of(), Map.of()), "other"), "other is no network");
	}
}
