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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.command.amorphous.FindAmorphousRegions;
import sc.fiji.rewardanalysis.command.amorphous.OptimizeAmorphousRegions;
import sc.fiji.rewardanalysis.command.crystal.EstimatePhysics;
import sc.fiji.rewardanalysis.command.crystal.FitLattice;
import sc.fiji.rewardanalysis.command.crystal.ProjectCrystal;
import sc.fiji.rewardanalysis.command.latent.MapLatentPhases;
import sc.fiji.rewardanalysis.command.latent.OptimizeLatentPhases;
import sc.fiji.rewardanalysis.command.macro.TuneMacro;
import sc.fiji.rewardanalysis.command.many.ProcessFolder;
import sc.fiji.rewardanalysis.command.many.WatchFolder;
import sc.fiji.rewardanalysis.command.network.FindAtomsWithNetwork;
import sc.fiji.rewardanalysis.command.network.TrainNetwork;
import sc.fiji.rewardanalysis.command.noise.StudyNoiseRobustness;
import sc.fiji.rewardanalysis.command.oracle.CompareWithOracle;

/**
 * What {@link RecordedMacroTest} does one after the other: commands, and of each the inputs that
 * aren't defaults.
 */
public final class RecordedSteps {

	/** Commands that need PyTorch. */
	public static final Set<String> NETWORKS = Set.of(MapLatentPhases.LEAF, OptimizeLatentPhases.LEAF,
		FindAtomsWithNetwork.LEAF, TrainNetwork.LEAF);

	private static final String CELL = """
		{"name": "square", "description": "a square", "source": "made up", "a_nm": 0.39, "b_nm": 0.39, "angle_deg": 90,
		"sites": [{"species": "Sr", "atomic_number": 38, "u": 0, "v": 0}]}""";

	/** A macro that needs no command of ImageJ, which it hasn't without a display. */
	private static final String MAXIMA = """
		#@ Double(value=0.5) level
		kind = "point";
		getStatistics(area, mean, min, max);
		xs = newArray(0);
		ys = newArray(0);
		for (y = 4; y < 92; y++) for (x = 4; x < 92; x++) {
			v = getPixel(x, y);
			if (v > min + level * (max - min) && v > getPixel(x - 1, y) && v > getPixel(x + 1, y) &&
				v > getPixel(x, y - 1) && v > getPixel(x, y + 1)) { xs = Array.concat(xs, x); ys = Array.concat(ys, y); }
		}
		makeSelection(kind, xs, ys);
		""";

	private final Path folder;

	/** @param folder where files are made; results go into its folder {@code results} */
	RecordedSteps(final Path folder) {
		this.folder = folder;
	}

	/** Names in the menu, and inputs. */
	List<Map.Entry<String, Map<String, Object>>> all() throws IOException {
		final Path cell = Files.writeString(Files.createDirectory(folder.resolve("my cells [1]")).resolve(
			"a square.json"), CELL);
		final var simulate = inputs("simulated");
		simulate.putAll(Map.of("lattice", "custom", "lattice_file", cell.toFile(), "width", 96, "height", 96,
			"pixel_size", 0.02, "rotation", -3.5, "drift_x", -0.015, "dose", 1e4, "noise", 1e-5, "seed",
			-7L));
		final var find = inputs("found");
		find.putAll(Map.of("min_sigma", 2.25, "threshold", 0.1, "log_scale", true, "elliptic", true, "refine",
			"gaussian"));
		final var round = inputs("round");
		round.putAll(Map.of("num_sigma", 5, "refine", "gaussian"));
		final var exact = inputs("searched");
		exact.putAll(Map.of("lattice", "custom", "lattice_file", cell.toFile(), "threshold_low", 0.05,
			"threshold_high", 0.3, "elliptic", true));
		final var warm = inputs("warm");
		warm.putAll(Map.of("lattice", "custom", "lattice_file", cell.toFile(), "engine", "sobol",
			"evaluations", 4, "contrast", "search", "seed", 3L));
		final var windows = inputs("windows");
		windows.putAll(Map.of("lattice", "custom", "lattice_file", cell.toFile(), "window_size", 3.5, "stride",
			0.5, "engine", "sobol", "evaluations", 3));
		final var tuned = inputs("tuned");
		tuned.putAll(Map.of("macro_file", Files.writeString(cell.resolveSibling("a macro.ijm"), MAXIMA)
			.toFile(), "search", "level=0.05..0.5 log\nkind=[point,points]", "objectives",
			"target=25 atoms\nQC", "lattice", "custom", "lattice_file", cell.toFile(), "engine", "sobol",
			"evaluations", 3));
		final var regions = inputs("regions");
		regions.putAll(Map.of("atoms_file", cell.resolveSibling("atoms.csv").toFile(), "features",
			"geometry", "smoothing", 0.2, "show_map", false));
		atoms(cell.resolveSibling("atoms.csv"));
		final var zones = inputs("zones");
		zones.putAll(Map.of("atoms_file", cell.resolveSibling("atoms.csv").toFile(), "features", "geometry",
			"engine", "sobol", "evaluations", 2));
		final var lattice = inputs("lattice");
		lattice.putAll(Map.of("atoms_file", cell.resolveSibling("atoms.csv").toFile(), "tolerance", 0.25,
			"strain", "green-lagrange", "arrow_scale", 3));
		return Stream.of(Map.entry(SimulateImage.LEAF, simulate), Map.entry(FitLattice.LEAF, lattice),
			Map.entry(FindAmorphousRegions.LEAF, regions), Map.entry(OptimizeAmorphousRegions.LEAF, zones),
			Map.entry(MapLatentPhases.LEAF, phases("phases")), Map.entry(OptimizeLatentPhases.LEAF,
				weights()), Map.entry(FindAtoms.LEAF, find), Map.entry(FindAtoms.LEAF, round), Map.entry(
					OptimizeAtomFinding.LEAF, exact), Map.entry(OptimizeAtomFinding.LEAF, warm), Map.entry(
						OptimizeInSlidingWindows.LEAF, windows), Map.entry(TuneMacro.LEAF, tuned), Map.entry(
							OpenSample.LEAF, Map.<String, Object> of("sample", "srtio3")), Map.entry(
								FindAtomsWithNetwork.LEAF, network()), Map.entry(OptimizeTimeSeries.LEAF,
									followed()), Map.entry(FindAtoms.LEAF, inputs(
									"of the sample")), Map.entry(CompareWithOracle.LEAF, compared()),
			// Its atoms take the marks away.
			Map.entry(ClassifyAtoms.LEAF, classes()), Map.entry(StudyNoiseRobustness.LEAF, noise()),
			Map.entry(EstimatePhysics.LEAF, physics()), Map.entry(TrainNetwork.LEAF, trained()), Map.entry(
				ProcessFolder.LEAF, many()), Map.entry(WatchFolder.LEAF, watched()), Map.entry(ProjectCrystal.LEAF, projected()), Map.entry(AtomsToRoiManager.LEAF, Map.<String, Object> of()), Map.entry(RemoveOverlay.LEAF, Map
					.<String, Object> of())).filter(step -> NeedsNetworks.Condition.holds() || !NETWORKS.contains(step
						.getKey())).toList();
	}

	/** A square lattice, a part of which is disturbed. */
	private static void atoms(final Path file) throws IOException {
		final StringBuilder text = new StringBuilder("x_px,y_px\n");
		for (int y = 4; y < 96; y += 8)
			for (int x = 4; x < 96; x += 8)
				text.append(x > 48 ? x + x * y * 7 % 5 - 2 : x).append(',').append(x > 48 ? y + x * y * 11 % 5 - 2
					: y).append('\n');
		Files.writeString(file, text.toString());
	}

	private Map<String, Object> classes() {
		final var classes = inputs("classes");
		classes.putAll(Map.of("lattice", "SrTiO3-001", "window", 30, "window_unit", "px", "components", 2,
			"seed", 5L));
		return classes;
	}

	/** The smallest network that learns anything. */
	private Map<String, Object> phases(final String output) {
		final var phases = inputs(output);
		phases.putAll(Map.of("patch_size", 8, "stride", 8, "epochs", 1, "hidden_width", 4, "hidden_layers", 1,
			"seed", 5L));
		return phases;
	}

	private Map<String, Object> weights() {
		final Map<String, Object> weights = phases("weights");
		weights.putAll(Map.of("engine", "sobol", "evaluations", 2, "weight_low", 0.1, "weight_high", 2.5));
		return weights;
	}

	private Map<String, Object> compared() {
		final var compared = inputs("compared");
		compared.putAll(Map.of("oracle_file", Path.of("sample-data/srtio3_truth.csv").toAbsolutePath().toFile(),
			"oracle_class", "species", "second_classes", "Sr", "lattice", "SrTiO3-001", "match_distance",
			0.06));
		return compared;
	}

	private Map<String, Object> noise() {
		final var noise = inputs("noise");
		noise.putAll(Map.of("lattice", "SrTiO3-001", "noise_type", "poisson-nm2", "dose_highest", 1e5,
			"noise_steps", 1, "repeats", 1, "dose_lowest", 1e4, "log_rms", false, "seed", 5L));
		return noise;
	}

	/** A series that has only begun. */
	private Map<String, Object> followed() {
		final var followed = inputs("followed");
		followed.putAll(Map.of("lattice", "SrTiO3-001", "engine", "sobol", "evaluations", 3, "max_gap", 1,
			"frame_interval", 0.5));
		return followed;
	}

	private Map<String, Object> network() {
		final var network = inputs("network");
		network.putAll(Map.of("lattice", "SrTiO3-001", "min_distance", 3.5, "refine", "gaussian"));
		return network;
	}

	private Map<String, Object> trained() {
		final var trained = inputs("trained");
		trained.putAll(Map.of("lattice", "Fe-100", "image_size", 16, "images", 2, "held_out", 1, "batch", 2,
			"epochs", 2, "channels", 2, "levels", 1, "noise_high", 0.25, "seed", -3L));
		return trained;
	}

	private Map<String, Object> physics() {
		final var physics = inputs("physics");
		physics.putAll(Map.of("lattice", "SrTiO3-001", "pixel_size", 0.14, "pixel_unit", "Angstrom"));
		return physics;
	}

	private Map<String, Object> many() throws IOException {
		final Path images = Files.createDirectory(folder.resolve("my images"));
		for (final String name : new String[] { "image 2.tif", "image 10.tif" })
			Files.copy(Path.of("sample-data/srtio3.tif"), images.resolve(name));
		final var many = inputs("many");
		many.putAll(Map.of("input_folder", images.toFile(), "pattern", "image*.TIF; *.png", "analysis",
			FindAtoms.LEAF, "options", "min_sigma=2.5 max_sigma=4", "workers", 1));
		return many;
	}

	private Map<String, Object> watched() throws IOException {
		final Path images = Files.createDirectory(folder.resolve("camera"));
		Files.copy(Path.of("sample-data/srtio3.tif"), images.resolve("first.tif"));
		final var watched = inputs("watched");
		watched.putAll(Map.of("input_folder", images.toFile(), "pattern", "*.tif; *.dm4", "analysis",
			FindAtoms.LEAF, "options", "min_sigma=2.5 max_sigma=4", "existing", true, "rest", 0.1, "behind",
			"newest", "stop_after", 0.01));
		return watched;
	}

	private Map<String, Object> projected() {
		final var projected = inputs("projected");
		projected.putAll(Map.of("cif_file", Path.of("src/test/resources/cif/SrTiO3.cif").toAbsolutePath().toFile(),
			"zone_axis", "1 -1 0", "columns", "all", "least_brightness", 0.125));
		return projected;
	}

	private Map<String, Object> inputs(final String output) {
		return new LinkedHashMap<>(Map.of("output_folder", folder.resolve("results/" + output).toFile()));
	}
}
