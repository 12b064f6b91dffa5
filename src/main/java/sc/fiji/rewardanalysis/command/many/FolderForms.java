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

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.file.ResultFolder;
import sc.fiji.rewardanalysis.core.workflow.many.ImageFile;
import sc.fiji.rewardanalysis.imagej.ImageFiles;
import sc.fiji.rewardanalysis.imagej.PixelSize;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Form.Page;
import sc.fiji.rewardanalysis.ui.dialog.Form.Row;
import sc.fiji.rewardanalysis.ui.dialog.Form.Rule;
import sc.fiji.rewardanalysis.ui.dialog.Form.Section;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Fact;

/** The dialog of {@link ProcessFolder}: how it is laid out, and what it says. */
final class FolderForms {

	private FolderForms() {}

	static Form processFolder() {
		final Map<String, Map<String, String>> words = new LinkedHashMap<>();
		words.put("parameters_of", Map.of("own", "each image its own", "first", "start from the first image",
			"shared", "one set for all images"));
		words.put("pooling", Map.of("mean", "mean error", "worst", "worst error", "rank", "mean rank"));
		words.put("workers", Map.of("0", "auto"));
		return new Form(ProcessFolder.LEAF.replace("...", ""), "process-folder", List.of(new Page("Images",
			List.of(section("Images", "input_folder", "pattern", "recursive"), section("Analysis", "analysis",
				"options", "like_run"), section("Result", "output_folder"))), new Page("How", List.of(section(
					"Parameters", "parameters_of", "pooling"), section("Work", "workers", "pictures")))), List.of(),
			words, List.of(new Rule("pooling", "parameters_of", "shared"::equals), new Rule("analysis",
				"like_run", file -> file.toString().isBlank())), "", "");
	}

	static Section section(final String title, final String... inputs) {
		return new Section(title, Arrays.stream(inputs).map(Row::of).toList());
	}

	/** What follows from the values. */
	static Outlook outlook(final FolderRequest request, final Progress progress) {
		final List<ImageFile> images = request.scan().images(Map.of(), progress);
		if (images.isEmpty()) throw new RewardAnalysisException(
			"No file in the folder matches the pattern; check both.");
		final List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("Images", images.size() + ", " + megabytes(images),
			"Files that match, without hidden ones and the results."));
		facts.add(new Fact("First one", images.get(0).image(), "In the order of names, numbers as numbers."));
		facts.add(new Fact("It has", first(images.get(0), progress),
			"Its width and height, and the pixel size that the file tells."));
		facts.add(new Fact("Analysis", request.analysis().leaf().replace("...", ""),
			"With the options below; what they don't say has its default."));
		facts.add(new Fact("In the output folder", Files.exists(request.output()) ? Words.count(known(
			request, images), "image") + " from before" : "nothing yet",
			"Images of an earlier run are done anew if the file, the analysis or its options have changed."));
		return new Outlook(facts, "", null, null, "");
	}

	static long known(final FolderRequest request, final List<ImageFile> images) {
		return images.stream().filter(i -> ResultFolder.isOurs(request.output()
			.resolve(i.folder()))).count();
	}

	static String megabytes(final List<ImageFile> images) {
		long bytes = 0;
		for (final ImageFile image : images)
			try {
				bytes += Files.size(image.file());
			}
			catch (final IOException exc) {
				// It is told of when it is analysed.
				continue;
			}
		return String.format(Locale.ROOT, "%.1f MB", bytes * 1e-6);
	}

	static String first(final ImageFile image, final Progress progress) {
		try {
			final ImagePlus opened = ImageFiles.open(image.file(), progress);
			final double pixel = PixelSize.known(opened);
			final String size = opened.getWidth() + " × " + opened.getHeight() + " px" + (Double.isNaN(pixel)
				? ", no pixel size" : String.format(Locale.ROOT, " of %.4g nm", pixel));
			opened.close();
			return size;
		}
		catch (final RewardAnalysisException exc) {
			return exc.getMessage();
		}
	}
}
