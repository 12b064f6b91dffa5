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

package sc.fiji.rewardanalysis.command.oracle;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.RegionScene;
import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.command.network.NetworkOracle;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.run.Previewed;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.compare.Oracle;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.io.EarlierStudy;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.points.OracleColumns;
import sc.fiji.rewardanalysis.core.io.points.PointUnit;
import sc.fiji.rewardanalysis.core.workflow.atoms.ExpectedPhysics;
import sc.fiji.rewardanalysis.core.workflow.oracle.OracleVerdict;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomSource;
import sc.fiji.rewardanalysis.imagej.OracleRequest;
import sc.fiji.rewardanalysis.imagej.OracleSource;
import sc.fiji.rewardanalysis.imagej.Oracles;
import sc.fiji.rewardanalysis.imagej.PixelSize;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

/** Says how well an image's atoms agree with those of somebody else. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins > Reward Analysis > " + CompareWithOracle.LEAF)
public final class CompareWithOracle extends AnalysisCommand implements Previewed {

	/** Its name in menus and macros. */
	public static final String LEAF = "Compare With Oracle...";

	@Parameter(label = "Image", persist = false)
	private ImagePlus image;

	@Parameter(label = "Atoms from", choices = { "automatic", "overlay", "selection", "manager",
		"file" }, persist = false,
		description = "The atoms to be judged. overlay: what a command of the suite left on the image. selection: the point selection. manager: the ROI Manager. automatic: the file if one is given, else the overlay, else the point selection.")
	private String atoms_from = "automatic";

	@Parameter(label = "File of atoms (.csv)", style = "open", persist = false,
		description = "A table with columns x_px and y_px, such as an atoms.csv. Empty: none.")
	private File atoms_file = new File("");

	@Parameter(label = "Oracle from", choices = { "automatic", "file", "selection", "overlay",
		"manager", "table", "map", "network" }, persist = false,
		description = "Who knows the atoms. file: the one below. selection: the point selection. overlay: of the open image that is named below. manager: the ROI Manager. table: an open one, such as Results. map: an open probability map. network: the ready-made neural network. automatic: the file if one is given, else the point selection.")
	private String oracle_from = "automatic";

	@Parameter(label = "File of the oracle", style = "open", persist = false,
		description = "A table (.csv, .tsv, .txt), TrackMate's .xml, ROIs (.roi, .zip), or a probability map (.tif, .png). Empty: none.")
	private File oracle_file = new File("");

	@Parameter(label = "Open image or table", persist = false,
		description = "Title of the image whose overlay or pixels, or of the table, is the oracle. Empty: this image's overlay, or the table Results.")
	private String oracle_title = "";

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

	@Parameter(label = "Column of classes", persist = false,
		description = "Heading, or number from 1, of the column with names of classes. Empty: recognised.")
	private String oracle_class = "";

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

	@Parameter(label = "Atoms for the network are", choices = { "bright", "dark" }, persist = false,
		description = "If the oracle is the ready-made network: bright in HAADF and ADF images, dark in BF and ABF images, which are inverted for it.")
	private String oracle_contrast = "bright";

	@Parameter(label = "Duplicates in the oracle", choices = { "refuse", "merge" }, persist = false,
		description = "Points closer together than half of the largest distance of a pair stand for one atom. refuse: say so. merge: take their mean.")
	private String duplicates = "refuse";

	@Parameter(label = "Second oracle, B", style = "open", persist = false,
		description = "A file as for the oracle, read with the same unit, columns and threshold. Empty: none.")
	private File second_oracle = new File("");

	@Parameter(label = "Classes of the second oracle", persist = false,
		description = "Only these, separated by commas: of its file or, without one, of the first oracle. Empty: all.")
	private String second_classes = "";

	@Parameter(label = "Crystal and zone axis", choices = { LatticeChoice.UNKNOWN, "YBa2Cu3O7-100",
		"SrTiO3-001", "SrTiO3-110", "DyScO3-110", "Si-110", "Fe-100", "graphene", "Au-110",
		LatticeChoice.CUSTOM }, persist = false,
		description = "For our own QC and ER beside those of the oracle, and for the largest distance of a pair. unknown: from the oracle's points. custom: from the file below.")
	private String lattice = LatticeChoice.UNKNOWN;

	@Parameter(label = "Custom crystal (.json)", style = "open", persist = false,
		description = "A file with the projected cell; only for \"custom\".")
	private File lattice_file = new File("");

	@Parameter(label = "Pixel size (0: from the image)", min = "0", stepSize = "0.001",
		style = "format:0.######", persist = false,
		description = "Length of a pixel's side in the unit below. Without one results are in px.")
	private double pixel_size = 0;

	@Parameter(label = "Unit of the pixel size", choices = { "nm", "Angstrom", "pm", "um" },
		persist = false, description = "Of the pixel size, if one is given.")
	private String pixel_unit = "nm";

	@Parameter(label = "Match within (nm; 0: automatic)", min = "0", stepSize = "0.01",
		style = "format:0.####", persist = false,
		description = "How far an atom may be from the oracle's point to be a hit. 0: a quarter of the distance of nearest columns, or of the oracle's neighbours without a crystal.")
	private double match_distance = 0;

	@Parameter(label = "Too close below (fraction of ideal)", min = "0", max = "1", stepSize = "0.05",
		style = "format:0.###", persist = false,
		description = "Atoms whose distances to four neighbours sum to less than this part of the smallest ideal sum are errors in ER.")
	private double ds_fraction = ExpectedPhysics.DS_FRACTION;

	@Parameter(label = "Folder of an earlier search", style = "directory", persist = false,
		description = "The output folder, study.json or journal of an Optimize Atom Finding run: each of its solutions is worked out again and judged by the oracle. Empty: none.")
	private File study_folder = new File("");

	@Parameter(label = "Output folder (empty: none)", style = "directory", persist = false,
		description = "Where comparison.csv, comparison.json, summary.txt and pictures are written.")
	private File output_folder = new File("");

	/** What is done with points that stand for one atom. */
	private enum Duplicates {
			REFUSE, MERGE
	}

	/** What places are counted in. */
	private enum Unit {
			AUTO, PX, NM, ANGSTROM, PM, UM
	}

	@Override
	protected String leaf() {
		return LEAF;
	}

	@Override
	protected void analyse(final Progress progress) {
		if (isGiven(output_folder)) AtomicFile.checkWritable(output_folder.toPath());
		final long start = System.nanoTime();
		final AnalysedImage analysed = AnalysedImage.of(image);
		final int slices = AnalysedImage.slices(image);
		if (slices > 1) note(String.format(Locale.ROOT, "Only slice %d of %d is compared.", analysed.slice(),
			slices));
		final EarlierStudy study = isGiven(study_folder) ? EarlierStudy.read(study_folder.toPath()) : null;
		final RegionScene scene = scene(analysed);
		final OracleVerdict.Question question = question(scene, progress.part(0, 0.3));
		progress.update(0.3, "Pairing atoms with the oracle.");
		final OracleVerdict verdict = OracleVerdict.of(question);
		new OracleReport(scene, verdict, study, macroLine(), start, path(output_folder)).of(this::note,
			() -> window().place(), progress);
	}

	private RegionScene scene(final AnalysedImage analysed) {
		return RegionScene.of(analysed, choice(AtomSource.class, "atoms_from", atoms_from), atoms_file,
			LatticeChoice.known(lattice, lattice_file), pixelSize());
	}

	/** In coordinates of the analysed box. */
	private OracleVerdict.Question question(final RegionScene scene, final Progress progress) {
		final AnalysedImage analysed = scene.analysed();
		final List<Oracle> oracles = new ArrayList<>();
		for (final Oracle oracle : oracles(analysed, progress))
			oracles.add(oracle.shifted(-analysed.x(), -analysed.y()));
		final int[] labels = scene.atoms().labels();
		final List<String> names = scene.atoms().names();
		final List<String> kinds = names.isEmpty() ? List.of() : Arrays.stream(labels).mapToObj(
			label -> label < 0 ? "" : names.get(label)).toList();
		final OracleVerdict.Question question = new OracleVerdict.Question(scene.inBox(), kinds, oracles,
			analysed.area(), scene.lattice(), scene.pixelSize(), match_distance, ds_fraction);
		return choice(Duplicates.class, "duplicates", duplicates) == Duplicates.MERGE ? question.merged()
			: question;
	}

	private List<Oracle> oracles(final AnalysedImage analysed, final Progress progress) {
		final OracleRequest request = request();
		final Oracle first = isNetwork() ? new NetworkOracle(LatticeChoice.known(lattice, lattice_file),
			pixelSize(), choice(Contrast.class, "oracle_contrast", oracle_contrast), request).of(analysed,
				progress) : Oracles.read(analysed, pixelSize(), request);
		final List<String> classes = Arrays.stream(second_classes.split(",")).map(String::strip).filter(
			c -> !c.isEmpty()).toList();
		if (!isGiven(second_oracle) && classes.isEmpty()) return List.of(first);
		final Oracle second = isGiven(second_oracle) ? Oracles.read(analysed, pixelSize(), request.withFile(
			second_oracle.toPath())) : first;
		return List.of(first, classes.isEmpty() ? second : second.only(classes));
	}

	private boolean isNetwork() {
		return choice(OracleSource.class, "oracle_from", oracle_from) == OracleSource.NETWORK;
	}

	private OracleRequest request() {
		return new OracleRequest(choice(OracleSource.class, "oracle_from", oracle_from), path(oracle_file),
			oracle_title, new OracleColumns(oracle_x, oracle_y, oracle_class, unit(oracle_unit)), oracle_threshold,
			oracle_spacing, oracle_scaled);
	}

	/** What an oracle's places are counted in; empty to recognise it. */
	public static Optional<PointUnit> unit(final String given) {
		return choice(Unit.class, "oracle_unit", given) == Unit.AUTO ? Optional.empty() : PointUnit.parse(
			given);
	}

	/** NaN if it isn't known; then lengths are in px. */
	private double pixelSize() {
		if (pixel_size != 0) return PixelSize.nanometres(image, pixel_size, pixel_unit);
		try {
			return PixelSize.ofImage(image);
		}
		catch (final RewardAnalysisException exc) {
			return Double.NaN;
		}
	}

	@Override
	public Form form() {
		return OracleForms.form();
	}

	@Override
	public Outlook outlook(final AnalysedImage analysed, final Map<String, Object> aside,
		final boolean find, final Progress progress)
	{
		final RegionScene scene = scene(analysed);
		// Nothing is fetched or started before the user has pressed OK.
		return isNetwork() ? OracleForms.outlookOfNetwork(scene) : OracleForms.outlook(scene, question(
			scene, progress), find);
	}
}
