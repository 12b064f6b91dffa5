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

package sc.fiji.rewardanalysis.ui.dialog;

import java.util.Map;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;

/** What a dialog is about: tells what its values lead to. Called on a background thread. */
public interface Subject {

	/**
	 * @param image what is analysed; null for a command that takes no image
	 * @param values by name: the inputs and what is asked besides
	 * @param preview whether to find atoms
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException which says why the command
	 *           can't run with these values on this image
	 * @throws java.util.concurrent.CancellationException if cancelled, within 200 ms
	 */
	Outlook outlook(AnalysedImage image, Map<String, Object> values, boolean preview,
		Progress progress);

	/**
	 * Values that suit the image and the crystal, by name of the input.
	 *
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException which says what is missing
	 * @throws java.util.concurrent.CancellationException if cancelled, within 200 ms
	 */
	Map<String, Object> suggested(AnalysedImage image, Map<String, Object> values,
		Progress progress);
}
