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

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.crystal.LatticeAnalysis;
import sc.fiji.rewardanalysis.core.crystal.LatticeMaps;
import sc.fiji.rewardanalysis.core.crystal.LatticeSettings;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.estimate.PhysicsEstimation;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;

/**
 * How long the physics of an image, the lattice of its atoms and a comparison with an oracle
 * take; prints the median of five runs after a first one, the heap in use, and the longest time
 * in which nobody asked whether to cancel.
 * <p>
 * Usage: {@code java -Xmx2g … CrystalTimings [SIZE …]}, px, 2048 and 4096 unless told otherwise
 */
public final class CrystalTimings {

	private static final int RUNS = 5;

	/** What is timed. */
	private interface Work {

		void run(Progress progress);
	}

	private final PrintStream out = System.out;

	private CrystalTimings() {}

	public static void main(final String... args) {
		for (final String size : args.length == 0 ? new String[] { "2048", "4096" } : args)
			new CrystalTimings().run(Integer.parseInt(size));
	}

	private void run(final int size) {
		final SimulatedImage scene = BenchmarkImages.simulated(size);
		final Img<FloatType> image = scene.image();
		final Area area = Area.image(size, size);
		final List<Blob> atoms = scene.columns().stream().map(c -> new Blob(c.x(), c.y(), 3, 1)).toList();
		final LatticeSettings settings = LatticeSettings.of(Lattices.get(BenchmarkImages.LATTICE),
			BenchmarkImages.PIXEL_SIZE);
		out.println(size + "², " + atoms.size() + " columns, two decimals of seconds");
		time("estimate for a dialog", p -> PhysicsEstimation.quick(image, area, Contrast.BRIGHT, p));
		time("estimate of physics", p -> PhysicsEstimation.of(image, area, Contrast.BRIGHT, p));
		time("lattice, strain, defects", p -> LatticeAnalysis.of(atoms, image, area, null, settings, p));
		final LatticeAnalysis fitted = LatticeAnalysis.of(atoms, image, area, null, settings,
			Progress.NONE);
		time("its maps", p -> LatticeMaps.of(fitted, size, size, area, p));
		time("matches with an oracle", p -> Matching.match(atoms, scene.columns(), 3, area));
	}

	private void time(final String what, final Work work) {
		work.run(Progress.NONE);
		final double[] seconds = new double[RUNS];
		final CancelWatch watch = new CancelWatch();
		for (int i = 0; i < RUNS; i++) {
			final long start = System.nanoTime();
			work.run(watch);
			seconds[i] = (System.nanoTime() - start) * 1e-9;
		}
		Arrays.sort(seconds);
		final Runtime java = Runtime.getRuntime();
		out.println(String.format(Locale.ROOT, "%-26s %6.2f s; cancel heard within %.0f ms; %d MiB in use",
			what, seconds[RUNS / 2], watch.longest() * 1e-6, java.totalMemory() - java.freeMemory() >> 20));
	}
}
