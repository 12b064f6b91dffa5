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

package sc.fiji.rewardanalysis.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRule;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AtomScene;
import sc.fiji.rewardanalysis.core.workflow.amorphous.Clustering;
import sc.fiji.rewardanalysis.core.workflow.amorphous.FeatureSet;
import sc.fiji.rewardanalysis.core.workflow.amorphous.MaskRule;
import sc.fiji.rewardanalysis.core.workflow.amorphous.ModelType;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionFinder;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionObjectives;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionRanges;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionRule;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionTask;

/**
 * Amorphous regions of a large image in little memory: prints lines of a Markdown table with the
 * time of each step and the heap that was in use at most until its end.
 * <p>
 * Usage: {@code java -Xmx1g … LargeScene [4096 [EVALUATIONS]]}
 */
public final class LargeScene {

	/** Of an image that is simulated once and repeated. */
	private static final int PART = 1024;
	private static final int WINDOW = 32, DIMENSIONS = 10;

	private final PrintStream out = System.out;

	private LargeScene() {}

	public static void main(final String... args) throws IOException {
		final int size = args.length > 0 ? Integer.parseInt(args[0]) : 4096;
		final int evaluations = args.length > 1 ? Integer.parseInt(args[1]) : 60;
		new LargeScene().run(size, evaluations);
	}

	private void run(final int size, final int evaluations) throws IOException {
		final SimulatedImage image = ImageSimulator.simulate(SimulationParameters.builder(Lattices.get(
			BenchmarkImages.LATTICE)).size(PART, PART).pixelSize(BenchmarkImages.PIXEL_SIZE).noise(0.1)
			.amorphousFraction(0.1).seed(1).build(), Progress.NONE);
		final ArrayImg<FloatType, FloatArray> pixels = ArrayImgs.floats(size, size);
		final var part = image.image().randomAccess();
		final float[] values = pixels.update(null).getCurrentStorageArray();
		for (int i = 0; i < values.length; i++)
			values[i] = part.setPositionAndGet(i % size % PART, i / size % PART).get();
		final List<Blob> atoms = new ArrayList<>();
		for (int top = 0; top < size; top += PART)
			for (int left = 0; left < size; left += PART)
				for (final var c : image.columns())
					atoms.add(new Blob(left + c.x(), top + c.y(), 3, 1));
		final AtomScene scene = step("neighbourhoods and nearest atoms", () -> new AtomScene(pixels, Area
			.image(size, size), atoms, BenchmarkImages.PIXEL_SIZE, Lattices.get(BenchmarkImages.LATTICE), 1,
			Progress.NONE));
		final RegionFinder finder = new RegionFinder(scene, AmorphousRule.DISORDER);
		final double window = WINDOW * BenchmarkImages.PIXEL_SIZE;
		step("patches of " + WINDOW + "², " + DIMENSIONS + " components of them, a mixture of 2", () -> scene
			.clusters(clustering(window, 2), Progress.NONE));
		step("another mixture, of 4 full components", () -> scene.clusters(clustering(window, 4),
			Progress.NONE));
		final RegionRule rule = new RegionRule(MaskRule.NEAREST, 0.5, 0.3, 0.1, RegionRule.FEWEST_ATOMS,
			RegionRule.LEAST_CONTRAST);
		step("an evaluation with known clusters", () -> finder.find(clustering(window, 4), rule,
			Progress.NONE));
		final RegionTask task = new RegionTask(finder, RegionRanges.of(scene.spacing()), RegionObjectives
			.values()[0]);
		step("a search of " + evaluations + " evaluations", () -> task.run(SearchEngine.BAYESIAN,
			new StopRule(evaluations, false), 1, s -> StudyLog.NONE, Progress.NONE, SearchListener.NONE));
		final String memory = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l
			.startsWith("VmHWM")).findFirst().orElse("VmHWM: unknown").substring(6).strip();
		out.println(String.format(Locale.ROOT, "%n%d², %d atoms; heap limited to %d MiB; the process took %s at most.",
			size, scene.atoms().size(), Runtime.getRuntime().maxMemory() >> 20, memory));
	}

	private static Clustering clustering(final double window, final int components) {
		return new Clustering(FeatureSet.PIXELS, window, PatchNormalization.OFFSET, DIMENSIONS,
			ModelType.MIXTURE, CovarianceType.FULL, components);
	}

	private <T> T step(final String name, final Supplier<T> work) {
		final long start = System.nanoTime();
		final T result = work.get();
		out.println(String.format(Locale.ROOT, "| %s | %.2f s | %d MiB |", name, (System.nanoTime() -
			start) * 1e-9, ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p
				.getType() == MemoryType.HEAP).map(MemoryPoolMXBean::getPeakUsage).mapToLong(u -> u.getUsed())
				.sum() >> 20));
		return result;
	}
}
