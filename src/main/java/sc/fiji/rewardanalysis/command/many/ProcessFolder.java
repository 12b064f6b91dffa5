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

package sc.fiji.rewardanalysis.command.many;

import java.io.File;
import java.util.Map;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.rewardanalysis.command.ClassifyAtoms;
import sc.fiji.rewardanalysis.command.FindAtoms;
import sc.fiji.rewardanalysis.command.OptimizeAtomFinding;
import sc.fiji.rewardanalysis.command.OptimizeInSlidingWindows;
import sc.fiji.rewardanalysis.command.OptimizeTimeSeries;
import sc.fiji.rewardanalysis.command.amorphous.FindAmorphousRegions;
import sc.fiji.rewardanalysis.command.amorphous.OptimizeAmorphousRegions;
import sc.fiji.rewardanalysis.command.crystal.EstimatePhysics;
import sc.fiji.rewardanalysis.command.crystal.FitLattice;
import sc.fiji.rewardanalysis.command.latent.MapLatentPhases;
import sc.fiji.rewardanalysis.command.latent.OptimizeLatentPhases;
import sc.fiji.rewardanalysis.command.network.FindAtomsWithNetwork;
import sc.fiji.rewardanalysis.command.noise.StudyNoiseRobustness;
import sc.fiji.rewardanalysis.command.oracle.CompareWithOracle;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.run.Previewed;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.workflow.Pooling;
import sc.fiji.rewardanalysis.core.workflow.many.FilePatterns;
import sc.fiji.rewardanalysis.core.workflow.many.FolderScan;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

/** Any of the analyses, of all images in a folder. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins > Reward Analysis > " + ProcessFolder.LEAF)
public final class ProcessFolder extends AnalysisCommand implements Previewed {

	/** Its name in menus and macros. */
	public static final String LEAF = "Process Folder...";

	/** Of the guide's section. */
	static final String ANCHOR = "process-folder";

	@Parameter(label = "Folder of images", style = "directory", persist = false,
		description = "Images in it are analysed one after the other, in the order of their names, numbers as numbers.")
	private File input_folder = new File("");

	@Parameter(label = "File names", persist = false,
		description = "One or more patterns, separated by semicolons, regardless of case: * is any text, ? a character. With a slash they are those of the path below the folder, ** being any folders.")
	private String pattern = FilePatterns.IMAGES;

	@Parameter(label = "Folders within, too", persist = false,
		description = "Whether images in folders of that folder are analysed as well. Hidden folders and the output folder are left out.")
	private boolean recursive = false;

	@Parameter(label = "Analysis", choices = { OptimizeAtomFinding.LEAF, FindAtoms.LEAF,
		OptimizeTimeSeries.LEAF, OptimizeInSlidingWindows.LEAF, OptimizeAmorphousRegions.LEAF,
		FindAmorphousRegions.LEAF,
		FitLattice.LEAF, ClassifyAtoms.LEAF, MapLatentPhases.LEAF, OptimizeLatentPhases.LEAF,
		EstimatePhysics.LEAF, FindAtomsWithNetwork.LEAF, CompareWithOracle.LEAF,
		StudyNoiseRobustness.LEAF }, persist = false,
		description = "What is done with each image.")
	private String analysis = OptimizeAtomFinding.LEAF;

	@Parameter(label = "Like the run in (folder or file)", style = "open", persist = false,
		description = "The output folder of an earlier run, of one image or of many, or its summary.txt or study.json: analysis and options are those of that run. What is in the options below counts more. Empty: the analysis above.")
	private File like_run = new File("");

	@Parameter(label = "Parameters", choices = { "own", "first", "shared" }, persist = false,
		description = "own: each image has its own optimum. first: the search of the first image is where those of the others start. shared: one parameter set for all images.")
	private String parameters_of = "own";

	@Parameter(label = "Pooled by", choices = { "mean", "worst", "rank" }, persist = false,
		description = "With one parameter set for all images: the mean or the worst of their errors, or their mean rank, in which no image counts more than another.")
	private String pooling = "mean";

	@Parameter(label = "Images at a time (0: automatic)", min = "0", persist = false,
		description = "0: as many as there are processors, or as memory suffices for. The results don't depend on it.")
	private int workers = 0;

	@Parameter(label = "Pictures of each image", persist = false,
		description = "Whether there are PNG and SVG files among those of each image, and a contact sheet. Numbers alone are faster.")
	private boolean pictures = true;

	@Parameter(label = "Output folder", style = "directory", persist = false,
		description = "Where the table, the report and a folder for each image are written. The same command goes on there after it was interrupted.")
	private File output_folder = new File("");

	@Parameter(label = "Options of the analysis", persist = false,
		description = "As a recorded macro line has them: lattice=Si-110 evaluations=40. {name} is the image's name without extension, {file} its path, {folder} its folder, {result} its folder below the output folder.")
	private String options = "";

	@Override
	protected String leaf() {
		return LEAF;
	}

	@Override
	public Form form() {
		return FolderForms.processFolder();
	}

	@Override
	public Outlook outlook(final AnalysedImage analysed, final Map<String, Object> aside,
		final boolean find, final Progress progress)
	{
		return FolderForms.outlook(request(), progress);
	}

	@Override
	protected void analyse(final Progress progress) {
		final FolderRequest request = request();
		final FolderProcessing.Result result = new FolderProcessing(request, this::note).run(progress);
		new FolderConclusion(request, result, ANCHOR).show(window(), this::note, progress);
	}

	private FolderRequest request() {
		final FolderScan scan = FolderRequest.scan(input_folder, pattern, recursive, output_folder);
		final FolderRequest.Mode mode = choice(FolderRequest.Mode.class, "parameters_of", parameters_of);
		if (mode == FolderRequest.Mode.PREVIOUS) throw new RewardAnalysisException(
			"parameters_of is \"previous\", which is for images that arrive one after the other in %s; choose own, first or shared.",
			WatchFolder.LEAF);
		return FolderRequest.of(getContext(), scan, analysis, path(like_run), options, mode, choice(
			Pooling.class, "pooling", pooling), workers, pictures, macroLine());
	}
}
