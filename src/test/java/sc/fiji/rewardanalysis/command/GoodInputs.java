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

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.convert.ConvertService;

import ij.io.FileSaver;

import sc.fiji.rewardanalysis.command.crystal.ProjectCrystal;
import sc.fiji.rewardanalysis.command.latent.MapLatentPhases;
import sc.fiji.rewardanalysis.command.latent.OptimizeLatentPhases;
import sc.fiji.rewardanalysis.command.many.ProcessFolder;
import sc.fiji.rewardanalysis.command.many.WatchFolder;
import sc.fiji.rewardanalysis.command.network.TrainNetwork;
import sc.fiji.rewardanalysis.command.noise.StudyNoiseRobustness;
import sc.fiji.rewardanalysis.command.run.Insides;
import sc.fiji.rewardanalysis.command.run.MacroOptions;

/** Inputs with which each command gives a result, soon, of an image of {@link HostileImages} that is in order. */
final class GoodInputs {

	/** What the small image asks of options that are as usual in {@link SmallRuns}. */
	private static final String SIGMA = " min_sigma=1 max_sigma=3 num_sigma=3", PATCHES = " patch_size=8 stride=4";

	private static final Map<String, String> OF_SMALL_IMAGES = Map.ofEntries(Map.entry(FindAtoms.LEAF, SIGMA +
		" threshold=0.05"), Map.entry(OptimizeTimeSeries.LEAF, " engine=sobol evaluations=6"), Map.entry(
			OptimizeInSlidingWindows.LEAF, " engine=sobol evaluations=6"), Map.entry(StudyNoiseRobustness.LEAF,
				" noise_highest=0.1 log_kept=false log_default=false log_star=false"), Map.entry(ClassifyAtoms.LEAF,
					" window=8"), Map.entry(MapLatentPhases.LEAF, PATCHES), Map.entry(OptimizeLatentPhases.LEAF, PATCHES));

	private final Map<String, Map<String, Object>> inputs = new TreeMap<>();
	private final List<File> files;

	/** @param folder empty; what is made for the commands goes there */
	GoodInputs(final Context context, final List<CommandInfo> commands, final Path folder) throws IOException {
		final ConvertService converter = context.service(ConvertService.class);
		final Path atoms = Files.writeString(folder.resolve("atoms.csv"), HostileImages.columns());
		for (final Map.Entry<String, String> e : SmallRuns.options(folder).entrySet()) {
			final CommandInfo info = commands.stream().filter(c -> Commands.leaf(c).equals(e.getKey())).findFirst().orElse(
				null);
			if (info == null) continue;
			final Map<String, Object> of = new LinkedHashMap<>();
			for (final String options : new String[] { e.getValue(), OF_SMALL_IMAGES.getOrDefault(e.getKey(), "") })
				MacroOptions.parse(options).forEach((key, text) -> of.put(key, Insides.value(converter, info.getInput(key),
					text)));
			for (final String key : new String[] { "atoms_file", "oracle_file" })
				of.computeIfPresent(key, (k, file) -> atoms.toFile());
			inputs.put(e.getKey(), of);
		}
		final Path many = Files.createDirectories(folder.resolve("images"));
		for (int i = 0; i < 2; i++)
			new FileSaver(HostileImages.crystal()).saveAsTiff(many.resolve(i + ".tif").toString());
		final Map<String, Object> of = Map.of("input_folder", many.toFile(), "analysis", FindAtoms.LEAF, "options", SIGMA
			.trim(), "pictures", false, "workers", 1);
		inputs.put(ProcessFolder.LEAF, of);
		final Map<String, Object> watched = new LinkedHashMap<>(of);
		watched.remove("workers");
		watched.putAll(Map.of("existing", true, "rest", 0.01, "stop_after", 0.001));
		inputs.put(WatchFolder.LEAF, watched);
		inputs.put(SimulateImage.LEAF, Map.of("width", 32, "height", 32));
		inputs.put(TrainNetwork.LEAF, Map.of("lattice", "Fe-100", "image_size", 16, "images", 2, "held_out", 1, "batch", 2,
			"epochs", 1, "channels", 2, "levels", 1));
		final File crystal = new File("src/test/resources/cif/SrTiO3.cif").getAbsoluteFile();
		inputs.put(ProjectCrystal.LEAF, Map.of("cif_file", crystal));
		files = List.of(atoms.toFile(), many.toFile(), folder.resolve("points.ijm").toFile(), crystal);
	}

	/** A command's; empty if it needs none but its image. */
	Map<String, Object> of(final CommandInfo command) {
		return inputs.getOrDefault(Commands.leaf(command), Map.of());
	}

	/** The name of an image that it can analyse. */
	static String image(final CommandInfo command) {
		return switch (Commands.leaf(command)) {
			case OptimizeTimeSeries.LEAF -> "film";
			case AtomsToRoiManager.LEAF -> "atoms";
			default -> "crystal";
		};
	}

	/** A table of atoms, a folder of images, a macro, a crystal. */
	List<File> files() {
		return files;
	}
}
