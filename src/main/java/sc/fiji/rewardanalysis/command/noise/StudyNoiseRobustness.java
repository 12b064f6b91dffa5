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

package sc.fiji.rewardanalysis.command.noise;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.command.network.NetworkChoice;
import sc.fiji.rewardanalysis.command.oracle.CompareWithOracle;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.run.Previewed;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.points.OracleColumns;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.ExpectedPhysics;
import sc.fiji.rewardanalysis.core.workflow.atoms.LogRanges;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions;
import sc.fiji.rewardanalysis.core.workflow.noise.DefaultLog;
import sc.fiji.rewardanalysis.core.workflow.noise.KeptLog;
import sc.fiji.rewardanalysis.core.workflow.noise.NetworkMethod;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseLevels;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseMethod;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseSettings;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseUnit;
import sc.fiji.rewardanalysis.core.workflow.noise.OptimizedLog;
import sc.fiji.rewardanalysis.core.workflow.noise.OtsuRegions;
import sc.fiji.rewardanalysis.core.workflow.noise.RmsLog;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.OracleRequest;
import sc.fiji.rewardanalysis.imagej.OracleSource;
import sc.fiji.rewardanalysis.imagej.PixelSize;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

/** How methods that find atoms stand noise that is added to the image. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins > Reward Analysis > " + StudyNoiseRobustness.LEAF)
public final class StudyNoiseRobustness extends AnalysisCommand implements Previewed {

	/** Its name in menus and macros. */
	public static final String LEAF = "Study Noise Robustness...";

	@Parameter(label = "Image", persist = false)
	private ImagePlus image;

	@Parameter(label = "Crystal and zone axis", choices = { "YBa2Cu3O7-100", "SrTiO3-001",
		"SrTiO3-110", "DyScO3-110", "Si-110", "Fe-100", "graphene", "Au-110", LatticeChoice.CUSTOM },
		persist = false, description = "What the beam looks along; custom: from the file below.")
	private String lattice = "YBa2Cu3O7-100";

	@Parameter(label = "Custom crystal (.json)", style = "open", persist = false,
		description = "A file with the projected cell; only for \"custom\".")
	private File lattice_file = new File("");

	@Parameter(label = "Pixel size (0: from the image)", min = "0", stepSize = "0.001",
		style = "format:0.######", persist = false,
		description = "Length of a pixel's side in the unit below.")
	private double pixel_size = 0;

	@Parameter(label = "Unit of the pixel size", choices = { "nm", "Angstrom", "pm", "um" },
		persist = false, description = "Of the pixel size, if one is given.")
	private String pixel_unit = "nm";

	@Parameter(label = "Pixel size may be wrong by (fraction)", min = "0", max = "0.5",
		stepSize = "0.005", style = "format:0.####", persist = false,
		description = "Uncertainty of the calibration and scan distortion: so much wider is the band of possible counts. 0.02 is 2 %.")
	private double pixel_tolerance = ExpectedPhysics.PIXEL_TOLERANCE;

	@Parameter(label = "Atoms are", choices = { "bright", "dark" }, persist = false,
		description = "Bright in HAADF and ADF images, dark in BF and ABF images.")
	private String contrast = "bright";

	@Parameter(label = "True positions (file of an oracle)", style = "open", persist = false,
		description = "The truth of a simulation, or whoever knows the atoms: a table (.csv, .tsv, .txt), TrackMate's .xml, ROIs (.roi, .zip), or a probability map (.tif, .png). Empty: F1 is the agreement with what LoG* finds without added noise.")
	private File oracle_file = new File("");

	@Parameter(label = "Unit of its places", choices = { "auto", "px", "nm", "Angstrom", "pm", "um" },
		persist = false,
		description = "auto: as the headings say; what they leave open is refused. Of tables and TrackMate files.")
	private String oracle_unit = "auto";

	@Parameter(label = "Column of x", persist = false,
		description = "Heading, or number from 1, of the column across. Empty: recognised.")
	private String oracle_x = "";

	@Parameter(label = "Column of y", persist = false,
		description = "Heading, or number from 1, of the column down. Empty: recognised.")
	private String oracle_y = "";

	@Parameter(label = "Threshold of a map", stepSize = "0.05", style = "format:0.####",
		persist = false,
		description = "At and above it a pixel of a probability map belongs to an atom. A part of the full range of 8 and 16 bits; a value of 32 bits.")
	private double oracle_threshold = OracleRequest.THRESHOLD;

	@Parameter(label = "Maxima at least apart (px; 0: centroids)", min = "0", stepSize = "1",
		style = "format:0.##", persist = false,
		description = "0: an atom is the centroid of what is connected in a probability map. Above: an atom is a local maximum, and two are at least this far apart, in the map's pixels.")
	private double oracle_spacing = 0;

	@Parameter(label = "Scale a map of another size", persist = false,
		description = "Whether a probability map of the same field with another number of pixels is scaled to the image; else it is refused.")
	private boolean oracle_scaled = false;

	@Parameter(label = "Match within (nm; 0: automatic)", min = "0", stepSize = "0.01",
		style = "format:0.####", persist = false,
		description = "Largest distance of a found atom and its true place. 0: a quarter of the crystal's shortest distance of columns.")
	private double match_distance = 0;

	@Parameter(label = "Noise", choices = { "gaussian", "poisson-px", "poisson-nm2" }, persist = false,
		description = "gaussian: white noise, its standard deviation in units of the image from 0 to 1. poisson-px, poisson-nm2: shot noise of a dose in electrons per pixel or per nm², where the image is brightest.")
	private String noise_type = "gaussian";

	@Parameter(label = "Highest standard deviation", min = "0", stepSize = "0.1",
		style = "format:0.####", persist = false,
		description = "Of Gaussian noise, where the image spans 0 to 1. Levels go from 0 to it in equal steps.")
	private double noise_highest = 1;

	@Parameter(label = "Highest dose", min = "0", stepSize = "1000", style = "format:0.####",
		persist = false, description = "Of shot noise, electrons per pixel or nm². Levels go down from it in equal ratios.")
	private double dose_highest = 1000;

	@Parameter(label = "Lowest dose", min = "0", stepSize = "1", style = "format:0.####",
		persist = false, description = "Of shot noise, electrons per pixel or nm².")
	private double dose_lowest = 1;

	@Parameter(label = "Steps", min = "1", max = "1000", persist = false,
		description = "How many steps there are from the least to the most noise: there is one level more.")
	private int noise_steps = 10;

	@Parameter(label = "Images a level", min = "1", persist = false,
		description = "How often the noise is drawn anew at each level. Medians and quartiles are over these.")
	private int repeats = 5;

	@Parameter(label = "LoG*, optimised at each level", persist = false,
		description = "The search for the best parameters in each noisy image.")
	private boolean log_star = true;

	@Parameter(label = "LoG with the optimum kept", persist = false,
		description = "The parameters that LoG* picks without added noise, at all levels.")
	private boolean log_kept = true;

	@Parameter(label = "LoG with default parameters", persist = false,
		description = "scikit-image's blob_log as it comes, on the image from 0 to 1.")
	private boolean log_default = true;

	@Parameter(label = "LoG with the RMS threshold", persist = false,
		description = "blob_log with the image's root-mean-square contrast as the threshold, as pyTEMlib does it.")
	private boolean log_rms = true;

	@Parameter(label = "Otsu's threshold", persist = false,
		description = "Each connected region brighter than Otsu's threshold is an atom at its centroid.")
	private boolean otsu = true;

	@Parameter(label = "Neural network", persist = false,
		description = "The ready-made network, with a threshold of 0.5. Needs the part of the suite that networks need.")
	private boolean network = false;

	@Parameter(label = "Normalization", choices = { "min-max", "none" }, persist = false,
		description = "Of LoG* and LoG with the optimum kept. min-max: each noisy image from 0 to 1 anew, so that noise changes what a threshold means. none: thresholds are in the unit of the image without added noise.")
	private String normalization = "min-max";

	@Parameter(label = "Search", choices = { "auto", "exact", "bayesian", "scalarised", "nsga2", "grid",
		"sobol", "random" }, persist = false,
		description = "Of LoG*, as in Optimize Atom Finding. auto: exact unless the image has too many maxima, then bayesian.")
	private String engine = "auto";

	@Parameter(label = "Evaluations", min = "1", persist = false,
		description = "How many parameter sets any search but the exact one tries.")
	private int evaluations = 60;

	@Parameter(label = "Pick the solution by", choices = { "euclidean", "chebyshev", "knee" },
		persist = false,
		description = "Which point of each Pareto front is taken: nearest to no error at all (Euclidean or largest component), or the front's knee.")
	private String pick = "euclidean";

	@Parameter(label = "Seed", persist = false,
		description = "Of the noise and of any search but the exact one: the same seed gives the same result.")
	private long seed = 1;

	@Parameter(label = "Output folder (empty: none)", style = "directory", persist = false,
		description = "Where tables, plots and the journal are written. A study that was interrupted goes on from there.")
	private File output_folder = new File("");

	@Override
	protected String leaf() {
		return LEAF;
	}

	/** What is added, and its unit. */
	private enum NoiseType {
			GAUSSIAN(NoiseUnit.STANDARD_DEVIATION), POISSON_PX(NoiseUnit.ELECTRONS_PER_PIXEL), POISSON_NM2(
					NoiseUnit.ELECTRONS_PER_AREA);

		private final NoiseUnit unit;

		NoiseType(final NoiseUnit unit) {
			this.unit = unit;
		}
	}

	@Override
	protected void analyse(final Progress progress) {
		if (isGiven(output_folder)) AtomicFile.checkWritable(output_folder.toPath());
		final AnalysedImage analysed = AnalysedImage.of(image);
		final int slices = AnalysedImage.slices(image);
		if (slices > 1) note(String.format(Locale.ROOT, "Only slice %d of %d is studied.", analysed
			.slice(), slices));
		final NoiseRequest request = request(analysed);
		try {
			request.run(window(), this::note, progress);
		}
		finally {
			request.settings().methods().forEach(StudyNoiseRobustness::close);
		}
	}

	private static void close(final NoiseMethod method) {
		if (method instanceof final NetworkMethod used) used.close();
	}

	private NoiseRequest request(final AnalysedImage analysed) {
		return new NoiseRequest(analysed, settings(), oracle(), path(output_folder), macroLine());
	}

	/** Who knows the true positions; null for nobody. */
	private OracleRequest oracle() {
		return isGiven(oracle_file) ? new OracleRequest(OracleSource.FILE, oracle_file.toPath(), "",
			new OracleColumns(oracle_x, oracle_y, "", CompareWithOracle.unit(oracle_unit)), oracle_threshold,
			oracle_spacing, oracle_scaled) : null;
	}

	private NoiseSettings settings() {
		final OptimizedLog search = new OptimizedLog(choice(SearchEngine.class, "engine", engine),
			new StopRule(evaluations, false), choice(Pick.class, "pick", pick), seed);
		final AtomFindingSettings finding = new AtomFindingSettings(LatticeChoice.of(lattice,
			lattice_file), PixelSize.nanometres(image, pixel_size, pixel_unit), PreparationOptions.of(choice(
				Contrast.class, "contrast", contrast)), choice(Normalization.class, "normalization",
					normalization), AtomFindingSettings.CountRule.BAND, ExpectedPhysics.DS_FRACTION, pixel_tolerance,
			LogRanges.NUM_SIGMA, null, null, null, null);
		return new NoiseSettings(finding, levels(), repeats, search, methods(search, finding.lattice()
			.nearestDistance()), match_distance, seed);
	}

	private NoiseLevels levels() {
		final NoiseUnit unit = choice(NoiseType.class, "noise_type", noise_type).unit;
		return unit.isDose() ? NoiseLevels.poisson(unit, dose_highest, dose_lowest, noise_steps)
			: NoiseLevels.gaussian(noise_highest, noise_steps);
	}

	private List<NoiseMethod> methods(final OptimizedLog search, final double nearest) {
		final List<NoiseMethod> methods = new ArrayList<>();
		if (log_star) methods.add(search);
		if (log_kept) methods.add(new KeptLog());
		if (log_default) methods.add(new DefaultLog());
		if (log_rms) methods.add(new RmsLog());
		if (otsu) methods.add(new OtsuRegions());
		if (network) methods.add(NetworkChoice.OURS.method(nearest));
		return methods;
	}

	@Override
	public Form form() {
		return NoiseForms.studyNoiseRobustness();
	}

	@Override
	public Outlook outlook(final AnalysedImage analysed, final Map<String, Object> aside,
		final boolean find, final Progress progress)
	{
		return NoiseForms.outlook(request(analysed).study(progress), find, progress);
	}
}
