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

import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;

/** What became of each image of a folder, for the next run to go on from. Thread-safe. */
public interface FolderLog extends AutoCloseable {

	/**
	 * An image that was analysed, or failed.
	 *
	 * @param outcome what became of it
	 * @param state of its file at that time; null if it couldn't be read
	 * @param options of this image alone, as a macro has them
	 */
	record Entry(ImageOutcome outcome, FileState state, String options) {

		public Entry {
			Checks.given("outcome", outcome);
			Checks.given("options", options);
		}

		/** Whether the same analysis of this image would give the same. */
		public boolean isOf(final ImageFile image, final String given) {
			return outcome.isDone() && options.equals(given) && state != null && outcome.folder().equals(
				image.folder()) && state.isOf(image.file());
		}
	}

	/** What was done before, in order; the last one of an image counts. */
	List<Entry> known();

	/** One more is done. */
	void done(Entry entry);

	/** Nothing more is coming. */
	@Override
	void close();
}
