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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.workflow.many.FolderWatch;

/**
 * What the user asked {@link WatchFolder} for.
 *
 * @param folder what is done with each image
 * @param existing whether images that are there already are analysed too
 * @param rest for how long a file may not change, s
 * @param newestFirst whether the turn is that of the file that came last
 * @param quiet it ends after so many minutes without a new file; 0 for never
 */
record WatchRequest(FolderRequest folder, boolean existing, double rest, boolean newestFirst,
	double quiet)
{

	/** Longest rest, s, and longest wait for a file, min. */
	private static final double HOUR = 3600, MONTH = 44_640;

	WatchRequest {
		Checks.given("folder", folder);
		Checks.within("rest", rest, 0, HOUR);
		Checks.within("stop_after", quiet, 0, MONTH);
		if (folder.mode() == FolderRequest.Mode.SHARED) throw new RewardAnalysisException(
			"parameters_of is \"shared\", but images that aren't there yet can't share parameters; choose own, previous or first, or %s once all are there.",
			ProcessFolder.LEAF);
	}

	FolderWatch.Rules rules() {
		return new FolderWatch.Rules(Math.round(1000 * rest), newestFirst, Math.round(60_000 * quiet));
	}

	/** On what it depends which files are new. */
	Map<String, String> about() {
		final Map<String, String> about = new LinkedHashMap<>(folder.about());
		about.put("input_folder", folder.scan().input().toAbsolutePath().normalize().toString());
		return about;
	}

	/** What would make it faster; empty if nothing is known. */
	String advice() {
		final List<String> advice = new ArrayList<>();
		if (folder.mode() == FolderRequest.Mode.OWN && folder.analysis().has(FolderRequest.WARM_START))
			advice.add("parameters_of=previous");
		if (folder.pictures()) advice.add("pictures=false");
		return advice.isEmpty() ? "select a smaller range of parameters in the options" : "choose " + String
			.join(", ", advice);
	}
}
