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

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.many.BeforeFile;
import sc.fiji.rewardanalysis.core.workflow.many.Arrivals.Listed;
import sc.fiji.rewardanalysis.core.workflow.many.ImageFile;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Form.Page;
import sc.fiji.rewardanalysis.ui.dialog.Form.Rule;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Fact;

/** The dialog of {@link WatchFolder}: how it is laid out, and what it says. */
final class WatchForms {

	private WatchForms() {}

	static Form watchFolder() {
		final Map<String, Map<String, String>> words = new LinkedHashMap<>();
		words.put("parameters_of", Map.of("own", "each image its own", "previous",
			"start from the image before", "first", "start from the first image"));
		words.put("behind", Map.of("in-order", "in the order in which they came", "newest",
			"the newest first"));
		words.put("stop_after", Map.of("0.0", "never"));
		return new Form(WatchFolder.LEAF.replace("...", ""), WatchFolder.ANCHOR, List.of(new Page("Images",
			List.of(FolderForms.section("Images", "input_folder", "pattern", "recursive", "existing"),
				FolderForms.section("Analysis", "analysis", "options", "like_run"), FolderForms.section("Result",
					"output_folder"))), new Page("How", List.of(FolderForms.section("Parameters",
						"parameters_of"), FolderForms.section("Arrival", "rest", "behind", "stop_after"), FolderForms
							.section("Work", "pictures")))), List.of(), words, List.of(new Rule("analysis", "like_run",
								file -> file.toString().isBlank())), "", "");
	}

	/** What follows from the values. */
	static Outlook outlook(final WatchRequest request, final Progress progress) {
		final FolderRequest folder = request.folder();
		final List<ImageFile> images = folder.scan().images(Map.of(), progress);
		final List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("There already", images.isEmpty() ? "no image" : images.size() + ", " + FolderForms
			.megabytes(images), "Files that match, without hidden ones and the results."));
		facts.add(new Fact("To be analysed", taken(request, images, progress),
			"When it begins. Images with a result are done anew if the file, the analysis or its options have changed."));
		if (!images.isEmpty()) facts.add(new Fact("First one", FolderForms.first(images.get(0), progress),
			"In the order of names. Its pixel size is the one in the file."));
		facts.add(new Fact("Analysis", folder.analysis().leaf().replace("...", ""),
			"With the options below; what they don't say has its default."));
		facts.add(new Fact("Ends", (request.quiet() == 0 ? "" : "after " + request.quiet() +
			" min without a file, or ") + "by Stop or a file STOP",
			"The file is looked for in the output folder, and deleted. The same command goes on from there."));
		return new Outlook(facts, "", null, null, "");
	}

	private static String taken(final WatchRequest request, final List<ImageFile> images,
		final Progress progress)
	{
		final FolderRequest folder = request.folder();
		final long done = Files.exists(folder.output()) ? FolderForms.known(folder, images) : 0;
		final String known = done == 0 ? "" : "; " + done + " have results";
		if (request.existing()) return (images.size() - done) + " of them and all new ones" + known;
		final Set<Listed> before = BeforeFile.read(folder.output(), request.about()).orElse(null);
		if (before == null) return "new ones only";
		final long between = folder.scan().listing(progress).stream().filter(f -> !before.contains(f))
			.count();
		return Words.count(Math.max(0, between - done), "image") +
			" that came since the earlier run, and new ones" + known;
	}
}
