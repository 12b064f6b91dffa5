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

package sc.fiji.rewardanalysis.core.workflow.many;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * What became of one of many images. Immutable.
 *
 * @param image its path below the folder of images, with slashes
 * @param folder where its files are, below the output folder, with slashes
 * @param failure why there are none, a sentence; empty if there are
 * @param figures what there is to tell of the result, numbers or texts by name with its unit
 *          ({@code threshold}, {@code pixel_size_nm}), in order
 * @param seconds what it took
 */
public record ImageOutcome(String image, String folder, String failure,
	Map<String, Object> figures, double seconds)
{

	public ImageOutcome {
		Checks.given("image", image);
		Checks.given("folder", folder);
		Checks.given("failure", failure);
		figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
	}

	/** Whether there is a result. */
	public boolean isDone() {
		return failure.isEmpty();
	}
}
