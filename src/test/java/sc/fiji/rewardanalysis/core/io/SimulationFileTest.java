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

package sc.fiji.rewardanalysis.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.simulate.AmorphousShape;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.simulate.Substitution;

class SimulationFileTest {

	private static final SimulationParameters PARAMETERS = SimulationParameters.builder(Lattices
		.get("YBa2Cu3O7-100")).size(140, 120).pixelSize(0.0151).rotation(12.5).sigma(0.05, 0.055)
		.exponent(1.6).amplitudeSpread(0.02).vacancies(0.01).substitution(new Substitution("Y", 66,
			0.3)).thermalDisplacement(0.004).background(0.2).thicknessGradient(0.1).drift(0.02, -0.03)
		.rowJitter(0.001).amorphousFraction(0.3).amorphousShape(AmorphousShape.LOBES)
		.amorphousCorrelation(0.5).amorphousDisplacement(0.04).nanoparticleRadius(0.4).dose(500).noise(0.05).noiseGradient(-0.4)
		.defocusGradient(0.03).seed(Long.MAX_VALUE).build();

	@TempDir
	Path folder;

	@Test
	void truthSurvivesTheRoundTrip() throws IOException {
		final SimulatedImage simulated = ImageSimulator.simulate(PARAMETERS, Progress.NONE);
		final Path file = folder.resolve("truth.csv");
		final Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.GERMANY);
			SimulationFile.writeTruth(file, simulated);
		}
		finally {
			Locale.setDefault(before);
		}
		assertEquals(simulated.columns(), SimulationFile.readTruth(file));
		final String[] lines = Files.readString(file).split("\n");
		assertEquals("id,x_px,y_px,x_nm,y_nm,species,amplitude,sigma_px,disordered", lines[0]);
		assertEquals(simulated.columns().size() + 1, lines.length);
		final String[] cells = lines[3].split(",");
		assertEquals("3", cells[0]);
		assertEquals(Double.parseDouble(cells[1]) * 0.0151, Double.parseDouble(cells[3]), 1e-12);
	}

	@Test
	void parametersSurviveTheRoundTrip() {
		final Path file = folder.resolve("parameters.json");
		SimulationFile.writeParameters(file, PARAMETERS);
		assertEquals(PARAMETERS, SimulationFile.readParameters(file));
	}

	/** Files that name no shape are of before there were any. */
	@Test
	void withoutAShapeItIsRandom() throws IOException {
		final Path file = folder.resolve("parameters.json");
		SimulationFile.writeParameters(file, PARAMETERS);
		Files.writeString(file, Files.readString(file).replaceFirst(".*amorphous_shape.*\n", ""));
		assertEquals(PARAMETERS.toBuilder().amorphousShape(AmorphousShape.RANDOM).build(), SimulationFile
			.readParameters(file));
	}

	@Test
	void saysWhatIsWrong() throws IOException {
		final Path file = folder.resolve("truth.csv");
		for (final String[] bad : new String[][] { { "x,y\n1,2\n", "first line" },
			{ SimulationFile.HEADER + "\n1,2\n", "Line 2" },
			{ SimulationFile.HEADER + "\n0,1,2,3,4,Ba,x,6,false\n", "number" },
			{ SimulationFile.HEADER + "\n0,1,2,3,4,Ba,5,6,maybe\n", "true or false" } })
		{
			Files.writeString(file, bad[0]);
			final var e = assertThrows(RewardAnalysisException.class, () -> SimulationFile.readTruth(
				file));
			assertTrue(e.getMessage().contains(bad[1]), e.getMessage());
		}
		final Path json = folder.resolve("parameters.json");
		SimulationFile.writeParameters(json, PARAMETERS);
		Files.writeString(json, Files.readString(json).replace("\"noise\": 0.05", "\"noise\": -1"));
		final var e = assertThrows(RewardAnalysisException.class, () -> SimulationFile
			.readParameters(json));
		assertTrue(e.getMessage().contains("noise") && e.getMessage().contains("parameters.json"));
	}
}
