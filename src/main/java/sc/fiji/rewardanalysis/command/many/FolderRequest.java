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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.scijava.Context;

import sc.fiji.rewardanalysis.command.OptimizeAtomFinding;
import sc.fiji.rewardanalysis.command.macro.TuneMacro;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.run.MacroOptions;
import sc.fiji.rewardanalysis.command.run.UnseenAnalysis;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.journal.TaskJournal;
import sc.fiji.rewardanalysis.core.workflow.Pooling;
import sc.fiji.rewardanalysis.core.workflow.many.FilePatterns;
import sc.fiji.rewardanalysis.core.workflow.many.FolderScan;
import sc.fiji.rewardanalysis.core.workflow.many.ImageFile;

/**
 * What the user asked {@link ProcessFolder} or {@link WatchFolder} for.
 *
 * @param scan where images are, and where results go
 * @param analysis what is done with each, with its options
 * @param options of the analysis, as it has them
 * @param mode what images have in common
 * @param pooling how errors of images are pooled that share parameters
 * @param workers images at a time; 0: as many as processors
 * @param pictures whether each image gets pictures
 * @param macro the line that repeats the run
 */
record FolderRequest(FolderScan scan, UnseenAnalysis analysis, Map<String, String> options,
	Mode mode, Pooling pooling, int workers, boolean pictures, String macro)
{

	/** What images have in common. */
	enum Mode {
			/** Nothing: each has its own optimum. */
			OWN,
			/** The search of the first one is where those of the others start. */
			FIRST,
			/** The search of each is where that of the next one starts; for images that arrive. */
			PREVIOUS,
			/** One parameter set. */
			SHARED
	}

	/** The input that names an earlier search. */
	static final String WARM_START = "warm_start";

	FolderRequest {
		Checks.atLeast("workers", workers, 0);
		options = new LinkedHashMap<>(options);
		if ((mode == Mode.FIRST || mode == Mode.PREVIOUS) && !analysis.has(WARM_START))
			throw new RewardAnalysisException(
				"parameters_of is \"%s\", but %s has no search that could start from that of another image; choose own.",
				mode.name().toLowerCase(Locale.ROOT), analysis.leaf());
		if (mode == Mode.SHARED && !analysis.leaf().equals(OptimizeAtomFinding.LEAF))
			throw new RewardAnalysisException(
				"parameters_of is \"shared\", which only %s can; choose own for %s.", OptimizeAtomFinding.LEAF,
				analysis.leaf());
		if (mode != Mode.OWN && isGiven(options.get(WARM_START))) throw new RewardAnalysisException(
			"The options have %s, but with parameters_of=%s the program chooses it; leave it out.",
			WARM_START, mode.name().toLowerCase(Locale.ROOT));
	}

	/**
	 * Reads what the user asked for.
	 *
	 * @param likeRun an earlier run whose analysis and options are meant; null for none
	 * @param options as a macro has them; they count more than those of the earlier run
	 */
	static FolderRequest of(final Context context, final FolderScan scan, final String analysis,
		final Path likeRun, final String options, final Mode mode, final Pooling pooling,
		final int workers, final boolean pictures, final String macro)
	{
		final Map<String, String> given = new LinkedHashMap<>();
		String done = analysis;
		if (likeRun != null) {
			final EarlierRun run = EarlierRun.read(likeRun);
			done = run.leaf();
			given.putAll(MacroOptions.parse(run.options()));
			given.keySet().removeAll(List.of("image", AnalysisCommand.OUTPUT));
		}
		given.putAll(MacroOptions.parse(options));
		if (done.equals(TuneMacro.LEAF)) throw new RewardAnalysisException(
			"%s runs macros, one at a time and with ImageJ's own settings; open the images one by one for it.",
			TuneMacro.LEAF);
		return new FolderRequest(scan, new UnseenAnalysis(context, done, MacroOptions.text(given)), given,
			mode, pooling, workers, pictures, macro);
	}

	/**
	 * Where images are and results go.
	 *
	 * @throws RewardAnalysisException if one of the folders is missing, or they can't be these
	 */
	static FolderScan scan(final File input, final String pattern, final boolean recursive,
		final File output)
	{
		// No name at all would be the folder in which Java was started.
		if (!AnalysisCommand.isGiven(input)) throw new RewardAnalysisException(
			"input_folder is missing; name the folder of the images.");
		if (!AnalysisCommand.isGiven(output)) throw new RewardAnalysisException(
			"output_folder is missing; name a folder for the results.");
		return new FolderScan(input.toPath(), FilePatterns.parse(pattern), recursive, output.toPath());
	}

	private static boolean isGiven(final String text) {
		return text != null && !text.isBlank();
	}

	/** Where results go. */
	Path output() {
		return scan.output();
	}

	/**
	 * The options that name the image: {@code {name}} is its file's name without the extension,
	 * {@code {file}} its path, {@code {folder}} the folder where it is, {@code {result}} the folder of its
	 * results below the output folder.
	 */
	Map<String, String> of(final ImageFile image) {
		final Map<String, String> own = new LinkedHashMap<>();
		final Path file = image.file().toAbsolutePath().normalize();
		options.forEach((key, value) -> {
			if (value == null) return;
			final String text = value.replace("{name}", image.name()).replace("{file}", slashes(file)).replace(
				"{folder}", slashes(file.getParent())).replace("{result}", image.folder());
			if (!text.equals(value)) own.put(key, text);
		});
		return own;
	}

	/**
	 * What the search of another image starts from.
	 *
	 * @param folder of the image that was searched, below the output folder
	 */
	String start(final String folder) {
		final Path there = output().toAbsolutePath().normalize().resolve(folder);
		final Path journal = there.resolve(TaskJournal.NAME);
		return slashes(Files.exists(journal) ? journal : there.resolve("study.json"));
	}

	/** As macros have paths. */
	static String slashes(final Path path) {
		return path.toString().replace('\\', '/');
	}

	/** All on which every image depends, for the journal. */
	Map<String, String> about() {
		final Map<String, String> about = new LinkedHashMap<>();
		about.put("task", "folder");
		about.put("analysis", analysis.leaf());
		about.put("options", MacroOptions.text(options));
		about.put("parameters_of", mode.name().toLowerCase(Locale.ROOT));
		if (mode == Mode.SHARED) about.put("pooling", pooling.name().toLowerCase(Locale.ROOT));
		about.put("pictures", String.valueOf(pictures));
		return about;
	}
}
