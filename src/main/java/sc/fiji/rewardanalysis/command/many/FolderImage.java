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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.run.UnseenAnalysis;
import sc.fiji.rewardanalysis.core.DiskFullException;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.io.file.ResultFolder;
import sc.fiji.rewardanalysis.core.io.many.RunFigures;
import sc.fiji.rewardanalysis.core.workflow.many.Figures;
import sc.fiji.rewardanalysis.core.workflow.many.FileState;
import sc.fiji.rewardanalysis.core.workflow.many.ImageFile;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;
import sc.fiji.rewardanalysis.core.workflow.many.MemoryBudget;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.ImageFiles;
import sc.fiji.rewardanalysis.plot.Pictures;
import sc.fiji.rewardanalysis.plot.Thumbnail;

/**
 * Analyses an image file into a folder of its own, which is there whole or not at all.
 * Thread-safe.
 *
 * @param analysis what is done
 * @param output the folder in which images have theirs
 * @param pictures whether there are pictures among the files
 * @param memory what all images share
 */
record FolderImage(UnseenAnalysis analysis, Path output, boolean pictures, MemoryBudget memory) {

	private static final String SLICES = "slices";

	/**
	 * Analyses an image. One that fails after the start from an earlier search is searched anew, for
	 * it may be unlike that one's image; its notes say so.
	 *
	 * @param state of the file before
	 * @param options of this image alone, {@link FolderRequest#WARM_START} among them
	 * @param opened told once the file could be opened
	 * @return what came out
	 * @throws RewardAnalysisException whose message says what is wrong with this image
	 * @throws java.util.concurrent.CancellationException if cancelled; nothing is left of it
	 */
	ImageOutcome analyse(final ImageFile image, final FileState state,
		final Map<String, String> options, final Runnable opened, final Progress progress)
	{
		final long start = System.nanoTime();
		final ImagePlus plus = ImageFiles.open(image.file(), progress);
		opened.run();
		final long pixels = (long) plus.getWidth() * plus.getHeight();
		try (MemoryBudget.Permit permit = memory.take(pixels, progress)) {
			if (!options.containsKey(FolderRequest.WARM_START)) return analyse(image, plus, state, options,
				"", start, progress);
			try {
				return analyse(image, plus, state, options, "", start, progress);
			}
			catch (final DiskFullException exc) {
				throw exc;
			}
			catch (final RewardAnalysisException exc) {
				final Map<String, String> cold = new LinkedHashMap<>(options);
				cold.remove(FolderRequest.WARM_START);
				return analyse(image, plus, state, cold,
					"Searched anew, for the start from an earlier search failed: " + exc.getMessage(), start,
					progress);
			}
		}
		finally {
			plus.changes = false;
			plus.close();
		}
	}

	private ImageOutcome analyse(final ImageFile image, final ImagePlus plus, final FileState state,
		final Map<String, String> options, final String why, final long start, final Progress progress)
	{
		try (ResultFolder folder = new ResultFolder(output.resolve(image.folder()))) {
			final List<String> notes = new ArrayList<>();
			if (!why.isEmpty()) notes.add(why);
			final int slices = plus.getStackSize();
			if (slices > 1 && !analysis.has(SLICES)) notes.add("Only slice " + plus.getCurrentSlice() +
				" of " + slices + " was analysed.");
			run(plus, folder.path(), output.resolve(image.folder()), options, notes, progress);
			// What a cancel has cut short isn't kept.
			progress.checkCanceled();
			if (!state.isOf(image.file())) throw new RewardAnalysisException(
				"The file was changed while it was analysed.");
			final Map<String, Object> figures = new LinkedHashMap<>(RunFigures.of(folder.path()));
			if (!notes.isEmpty()) figures.merge(Figures.NOTE, String.join(" ", notes), (a, b) -> b + " " + a);
			// As many at a time as images.
			if (pictures) Thumbnail.write(folder.path());
			folder.finish(about(image, state, options, notes));
			return new ImageOutcome(image.image(), image.folder(), "", figures, (System.nanoTime() - start) *
				1e-9);
		}
	}

	private void run(final ImagePlus opened, final Path into, final Path place,
		final Map<String, String> options, final List<String> notes, final Progress progress)
	{
		// It says which image is meant.
		AnalysedImage.of(opened);
		final Runnable work = () -> analysis.run(opened, into, place, options, note -> notes.add(note
			.strip()), progress);
		if (pictures) work.run();
		else Pictures.leftOut(work);
	}

	private Map<String, String> about(final ImageFile image, final FileState state,
		final Map<String, String> options, final List<String> notes)
	{
		final Map<String, String> about = new LinkedHashMap<>();
		about.put("image", image.image());
		about.put("file", image.file().toAbsolutePath().normalize().toString());
		about.put("sha256", state.sha256());
		about.put("analysis", analysis.leaf());
		about.put("options", analysis.options(options));
		about.put("version", Version.current());
		about.put("notes", String.join("\n", notes));
		return about;
	}
}
