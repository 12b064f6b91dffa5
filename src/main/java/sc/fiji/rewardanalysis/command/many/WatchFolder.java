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
import sc.fiji.rewardanalysis.core.workflow.Pooling;
import sc.fiji.rewardanalysis.core.workflow.many.FilePatterns;
import sc.fiji.rewardanalysis.core.workflow.many.FolderScan;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.live.WatchWindow;

/** Any of the analyses, of images as they arrive in a folder. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins > Reward Analysis > " + WatchFolder.LEAF)
public final class WatchFolder extends AnalysisCommand implements Previewed {

	/** Its name in menus and macros. */
	public static final String LEAF = "Watch Folder...";

	/** Of the guide's section. */
	static final String ANCHOR = "watch-folder";

	@Parameter(label = "Folder of images", style = "directory", persist = false,
		description = "Images are analysed as they arrive in it, one at a time.")
	private File input_folder = new File("");

	@Parameter(label = "File names", persist = false,
		description = "One or more patterns, separated by semicolons, regardless of case: * is any text, ? a character. With a slash they are those of the path below the folder, ** being any folders.")
	private String pattern = FilePatterns.IMAGES;

	@Parameter(label = "Folders within, too", persist = false,
		description = "Whether images in folders of that folder are analysed as well. Hidden folders and the output folder are left out.")
	private boolean recursive = false;

	@Parameter(label = "Analysis", choices = { OptimizeAtomFinding.LEAF, FindAtoms.LEAF,
		OptimizeTimeSeries.LEAF, OptimizeInSlidingWindows.LEAF, OptimizeAmorphousRegions.LEAF,
		FindAmorphousRegions.LEAF, FitLattice.LEAF, ClassifyAtoms.LEAF, MapLatentPhases.LEAF, OptimizeLatentPhases.LEAF,
		EstimatePhysics.LEAF, FindAtomsWithNetwork.LEAF, CompareWithOracle.LEAF,
		StudyNoiseRobustness.LEAF }, persist = false,
		description = "What is done with each image.")
	private String analysis = OptimizeAtomFinding.LEAF;

	@Parameter(label = "Like the run in (folder or file)", style = "open", persist = false,
		description = "The output folder of an earlier run, of one image or of many, or its summary.txt or study.json: analysis and options are those of that run. What is in the options below counts more. Empty: the analysis above.")
	private File like_run = new File("");

	@Parameter(label = "Parameters", choices = { "own", "previous", "first" }, persist = false,
		description = "own: each image has its own optimum. previous: the search of the last image that went well is where that of the next one starts, which is much faster. first: that of the first image is where all others start.")
	private String parameters_of = "own";

	@Parameter(label = "Images that are there already", persist = false,
		description = "Whether images are analysed that are in the folder when the watch begins. Otherwise only new ones are, also those that came between two runs into the same output folder.")
	private boolean existing = false;

	@Parameter(label = "A file is whole after (s)", min = "0", stepSize = "0.1",
		style = "format:0.##", persist = false,
		description = "For so long neither its size nor its time may have changed. Longer than the longest pause while a file is written.")
	private double rest = 0.5;

	@Parameter(label = "If files come too fast", choices = { "in-order", "newest" }, persist = false,
		description = "in-order: every file in the order in which they came. newest: the newest first, the others when there is time.")
	private String behind = "in-order";

	@Parameter(label = "Stop after (min without a file; 0: never)", min = "0", stepSize = "5",
		style = "format:0.##", persist = false,
		description = "0: it ends when you stop it, or when there is a file STOP in the output folder.")
	private double stop_after = 0;

	@Parameter(label = "Pictures of each image", persist = false,
		description = "Whether there are PNG and SVG files among those of each image, latest.png, and a contact sheet at the end. Numbers alone are faster.")
	private boolean pictures = true;

	@Parameter(label = "Output folder", style = "directory", persist = false,
		description = "Where a folder for each image, latest.json, the table and the report are written. The same command goes on there after it was ended.")
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
		return WatchForms.watchFolder();
	}

	@Override
	public Outlook outlook(final AnalysedImage analysed, final Map<String, Object> aside,
		final boolean find, final Progress progress)
	{
		return WatchForms.outlook(request(), progress);
	}

	/** Whose turn it is if several files wait. */
	private enum Turn {
			IN_ORDER, NEWEST
	}

	@Override
	protected void analyse(final Progress progress) {
		final WatchRequest request = request();
		FolderWatching.lookBefore(request);
		if (!Display.isInteractive()) {
			conclude(request, FolderWatching.run(request, null, this::note, progress), progress);
			return;
		}
		final WatchWindow live = WatchWindow.open("Watching " + input_folder.getName(), "Waiting for " +
			"images in " + input_folder + " …");
		try {
			final FolderProcessing.Result result = FolderWatching.run(request, live, live::say, live.over(
				progress));
			conclude(request, result, live.told(progress.again()));
		}
		finally {
			live.end("The watch has ended.");
		}
	}

	private void conclude(final WatchRequest request, final FolderProcessing.Result result,
		final Progress progress)
	{
		new FolderConclusion(request.folder(), result, ANCHOR).show(window(), this::note, progress);
	}

	private WatchRequest request() {
		final FolderScan scan = FolderRequest.scan(input_folder, pattern, recursive, output_folder);
		return new WatchRequest(FolderRequest.of(getContext(), scan, analysis, path(like_run), options, choice(
			FolderRequest.Mode.class, "parameters_of", parameters_of), Pooling.MEAN, 1, pictures,
			macroLine()), existing, rest, choice(Turn.class, "behind", behind) == Turn.NEWEST, stop_after);
	}
}
