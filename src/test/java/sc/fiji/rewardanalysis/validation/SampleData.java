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

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.DomainFile;
import sc.fiji.rewardanalysis.core.io.SimulationFile;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.simulate.AmorphousShape;
import sc.fiji.rewardanalysis.core.simulate.DomainSimulator;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedDomains;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

/**
 * Makes {@code sample-data}: each image with the truth and the parameters that made
 * it. Usage: {@code SampleData sample-data}.
 */
public final class SampleData {

	/** One with a hole, one that touches the border, one that does neither. */
	private static final List<AmorphousShape> SHAPES = List.of(AmorphousShape.DISC,
		AmorphousShape.BAND, AmorphousShape.RING);

	private SampleData() {}

	public static void main(final String... args) {
		samples().forEach((name, parameters) -> write(Path.of(args[0]), name, ImageSimulator.simulate(
			parameters, Progress.NONE)));
		LatentScene.samples().forEach((name, parameters) -> write(Path.of(args[0]), name, DomainSimulator
			.simulate(parameters, Progress.NONE)));
	}

	/** The samples by name. */
	public static Map<String, SimulationParameters> samples() {
		final Map<String, SimulationParameters> samples = new LinkedHashMap<>();
		samples.put("ybco-noise0.1", ybco(256).noise(0.1).seed(1).build());
		samples.put("ybco-noise0.3", ybco(256).noise(0.3).rotation(7).seed(2).build());
		samples.put("ybco-amorphous", ybco(512).noise(0.08).amorphousFraction(0.25).nanoparticleRadius(
			0.8).seed(3).build());
		for (final AmorphousShape shape : SHAPES)
			samples.put("ybco-" + shape.key(), ybco(512).pixelSize(0.02).noise(0.1)
				.amorphousFraction(0.25).amorphousShape(shape).seed(10 + shape.ordinal()).build());
		samples.put("srtio3", SimulationParameters.builder(Lattices.get("SrTiO3-001")).size(256, 256)
			.pixelSize(0.014).sigma(0.045, 0.06).noise(0.12).rotation(12).seed(4).build());
		samples.put("si110-drift", SimulationParameters.builder(Lattices.get("Si-110")).size(256, 256)
			.pixelSize(0.01).sigma(0.035, 0.04).dose(150).drift(0.06, 0.02).rowJitter(0.004).seed(5)
			.build());
		return samples;
	}

	private static SimulationParameters.Builder ybco(final int size) {
		return SimulationParameters.builder(Lattices.get("YBa2Cu3O7-100")).size(size, size).pixelSize(
			0.015);
	}

	private static void write(final Path folder, final String name, final SimulatedDomains domains) {
		AtomicFile.write(folder.resolve(name + ".tif"), SimulatedImages.toTiff(SimulatedImages
			.toImagePlus(domains, name)));
		AtomicFile.write(folder.resolve(name + "_phases.tif"), SimulatedImages.toTiff(SimulatedImages.phases(
			domains, name + "_phases.tif")));
		DomainFile.write(folder.resolve(name + ".json"), domains.parameters());
	}

	private static void write(final Path folder, final String name, final SimulatedImage image) {
		AtomicFile.write(folder.resolve(name + ".tif"), SimulatedImages.toTiff(SimulatedImages
			.toImagePlus(image, name)));
		if (image.parameters().amorphousFraction() > 0) AtomicFile.write(folder.resolve(name +
			"_zones.tif"), SimulatedImages.toTiff(SimulatedImages.amorphous(image, name + "_zones.tif")));
		SimulationFile.writeTruth(folder.resolve(name + "_truth.csv"), image);
		SimulationFile.writeParameters(folder.resolve(name + ".json"), image.parameters());
	}
}
