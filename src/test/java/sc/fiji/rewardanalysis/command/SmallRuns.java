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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.scijava.Context;

import ij.ImagePlus;
import ij.ImageStack;

import sc.fiji.rewardanalysis.command.amorphous.FindAmorphousRegions;
import sc.fiji.rewardanalysis.command.amorphous.OptimizeAmorphousRegions;
import sc.fiji.rewardanalysis.command.crystal.EstimatePhysics;
import sc.fiji.rewardanalysis.command.crystal.FitLattice;
import sc.fiji.rewardanalysis.command.latent.MapLatentPhases;
import sc.fiji.rewardanalysis.command.latent.OptimizeLatentPhases;
import sc.fiji.rewardanalysis.command.macro.TuneMacro;
import sc.fiji.rewardanalysis.command.network.FindAtomsWithNetwork;
import sc.fiji.rewardanalysis.command.noise.StudyNoiseRobustness;
import sc.fiji.rewardanalysis.command.oracle.CompareWithOracle;
import sc.fiji.rewardanalysis.command.run.UnseenAnalysis;
import sc.fiji.rewardanalysis.core.Progress;

/** Every analysis of an image as small as it can be, for whoever reads what they leave in a folder. */
public final class SmallRuns {

	private static final String TRUTH = Path.of("sample-data/srtio3_truth.csv").toAbsolutePath().toString();

	private static final String CRYSTAL = "lattice=SrTiO3-001", ATOMS = "atoms_file=[" + TRUTH + "]";

	private static final String PATCHES = "patch_size=16 stride=16 epochs=2 hidden_width=8 hidden_layers=1";

	/** Of {@code Project Crystal...}, which has no image. */
	static final String PROJECTION = "cif_file=[" + Path.of("src/test/resources/cif/SrTiO3.cif").toAbsolutePath() +
		"] zone_axis=[1 1 0]";

	private SmallRuns() {}

	/** Options that keep an analysis of the sample image short, by its name in menus. */
	public static Map<String, String> options(final Path folder) throws IOException {
		final Path macro = Files.writeString(folder.resolve("points.ijm"),
			"n = 1;\nfor (i = 0; i < n; i++) setResult(\"A\", i, i);\n");
		final Map<String, String> options = new LinkedHashMap<>();
		options.put(OptimizeAtomFinding.LEAF, CRYSTAL + " refine=gaussian");
		options.put(OptimizeTimeSeries.LEAF, CRYSTAL + " refine=none");
		options.put(FindAtoms.LEAF, "refine=gaussian");
		options.put(OptimizeInSlidingWindows.LEAF, CRYSTAL + " window_size=2.2 refine=none");
		options.put(FindAmorphousRegions.LEAF, ATOMS + " features=geometry");
		options.put(OptimizeAmorphousRegions.LEAF, ATOMS + " features=geometry engine=sobol evaluations=6");
		options.put(ClassifyAtoms.LEAF, ATOMS + " window=20 window_unit=px components=2");
		options.put(FitLattice.LEAF, CRYSTAL + " " + ATOMS);
		options.put(EstimatePhysics.LEAF, CRYSTAL);
		options.put(StudyNoiseRobustness.LEAF, CRYSTAL +
			" noise_highest=0.2 noise_steps=1 repeats=1 log_rms=false");
		options.put(CompareWithOracle.LEAF, CRYSTAL + " " + ATOMS + " oracle_file=[" + TRUTH + "]");
		options.put(TuneMacro.LEAF, "macro_file=[" + macro +
			"] search=[n: 1..20 int] objectives=[target 7 rows] engine=grid evaluations=20");
		options.put(FindAtomsWithNetwork.LEAF, CRYSTAL + " parameters=crystal");
		options.put(MapLatentPhases.LEAF, PATCHES);
		options.put(OptimizeLatentPhases.LEAF, PATCHES + " engine=sobol evaluations=2");
		return options;
	}

	/** Analyses the sample image. */
	public static void run(final Context context, final String leaf, final String options,
		final Path into)
	{
		final ImagePlus image = Commands.sample("srtio3");
		if (leaf.equals(OptimizeTimeSeries.LEAF)) {
			final ImageStack frames = new ImageStack(image.getWidth(), image.getHeight());
			for (int i = 0; i < 2; i++)
				frames.addSlice(image.getProcessor().duplicate());
			image.setStack(frames);
		}
		new UnseenAnalysis(context, leaf, options).run(image, into, Map.of(), note -> {}, Progress.NONE);
	}

	/**
	 * Runs them in a Java machine of its own, which ends with 1 if one failed.
	 *
	 * @param args a folder, then the analyses' names in menus; none for all
	 */
	public static void main(final String... args) throws IOException {
		final Path folder = Files.createDirectories(Path.of(args[0]));
		final Set<String> chosen = Set.copyOf(Arrays.asList(args).subList(1, args.length));
		int failures = 0;
		try (Context context = new Context(UnseenAnalysis.services().toArray(new Class[0]))) {
			for (final Map.Entry<String, String> e : options(folder).entrySet()) {
				if (!chosen.isEmpty() && !chosen.contains(e.getKey())) continue;
				final long start = System.nanoTime();
				try {
					run(context, e.getKey(), e.getValue(), folder.resolve(e.getKey().replace(" ", "_").replace(".", "")));
					System.out.println(e.getKey() + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
				}
				catch (final RuntimeException x) {
					failures++;
					System.out.println(e.getKey() + " FAILED " + x);
				}
			}
		}
		System.exit(failures > 0 ? 1 : 0);
	}
}
