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

package sc.fiji.rewardanalysis.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.estimate.Particles;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.file.RunFiles;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

/** Images that commands are tried on, and what they leave in a folder. */
public final class CommandImages {

	private CommandImages() {}

	public static ImagePlus ybco() {
		return SimulatedImages.toImagePlus(Ybco.image(), "ybco");
	}

	public static Set<String> names(final Path folder) throws IOException {
		try (var files = Files.list(folder)) {
			return new TreeSet<>(files.map(f -> f.getFileName().toString()).filter(n -> !n.equals(RunFiles.NAME))
				.toList());
		}
	}

	/** What an evaluation tried and got, by number; without its time. */
	public static List<List<String>> rows(final Path run) {
		final CsvTable table = CsvTable.read(run.resolve("evaluations.csv"));
		return IntStream.range(0, table.size()).mapToObj(i -> table.header().stream().filter(c -> !c
			.equals("seconds")).map(c -> table.get(i, c)).toList()).toList();
	}

	/** Atoms, nothing, atoms. */
	public static ImagePlus series() {
		final ImagePlus atoms = ybco();
		final ImageStack stack = new ImageStack(atoms.getWidth(), atoms.getHeight());
		stack.addSlice(atoms.getProcessor());
		stack.addSlice(new FloatProcessor(atoms.getWidth(), atoms.getHeight()));
		stack.addSlice(atoms.getProcessor().duplicate());
		final ImagePlus series = new ImagePlus("series", stack);
		series.setCalibration(atoms.getCalibration());
		return series;
	}

	/** The same crystal with a noise of its own in each slice. */
	public static ImagePlus stack(final double... noise) {
		final ImageStack stack = new ImageStack(Ybco.SIZE, Ybco.SIZE);
		for (int i = 0; i < noise.length; i++)
			stack.addSlice(SimulatedImages.toImagePlus(ImageSimulator.simulate(SimulationParameters.builder(
				Ybco.LATTICE).size(Ybco.SIZE, Ybco.SIZE).pixelSize(Ybco.PIXEL).noise(noise[i]).seed(i + 1)
				.build(), Progress.NONE), "slice").getProcessor());
		final ImagePlus image = new ImagePlus("stack", stack);
		image.setCalibration(ybco().getCalibration());
		return image;
	}

	public static ImagePlus withoutNumbers() {
		final ImagePlus image = ybco();
		image.getProcessor().setf(5, 5, Float.POSITIVE_INFINITY);
		image.getProcessor().multiply(Double.NaN);
		return image;
	}

	public static float[] noise(final int n) {
		final var random = new java.util.Random(1);
		final float[] pixels = new float[n];
		for (int i = 0; i < n; i++)
			pixels[i] = random.nextFloat();
		return pixels;
	}

	/** SrTiO3 at 0.015 nm in the left part, vacuum on the right. */
	public static ImagePlus particle() {
		final int size = 256;
		final float[] pixels = new float[size * size];
		final var particle = Particles.of(Lattices.get("SrTiO3-001"), size, 0.015, 9, 0.045, (x, y) -> x <
			170, 0.05, 2);
		final var access = particle.image().randomAccess();
		for (int i = 0; i < pixels.length; i++) {
			access.setPosition(new int[] { i % size, i / size });
			pixels[i] = access.get().get();
		}
		return new ImagePlus("particle", new FloatProcessor(size, size, pixels));
	}
}
