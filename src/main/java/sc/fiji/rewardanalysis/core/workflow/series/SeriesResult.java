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

package sc.fiji.rewardanalysis.core.workflow.series;

import java.util.List;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.track.Trajectories;

/**
 * A series that was analysed, as far as it was.
 *
 * @param settings how
 * @param area what of each frame
 * @param size how many frames the series has
 * @param frames those that were analysed, in order from the first one
 * @param trajectories of their columns
 */
public record SeriesResult(SeriesSettings settings, Area area, int size, List<SeriesFrame> frames,
	Trajectories trajectories)
{

	public SeriesResult {
		frames = List.copyOf(frames);
	}

	/** Whether all frames were looked at. */
	public boolean isComplete() {
		return frames.size() == size;
	}

	/** How many frames have atoms. */
	public int done() {
		return (int) frames.stream().filter(SeriesFrame::isDone).count();
	}

	/** How many frames were searched so, see {@link SeriesFrame#search}. */
	public int searched(final String how) {
		return (int) frames.stream().filter(f -> f.search().equals(how)).count();
	}

	/** How many drifts were found that images and positions don't tell from another. */
	public int ambiguous() {
		return (int) frames.stream().filter(f -> f.isLinked() && f.drift().drift().isAmbiguous()).count();
	}

	/** How much was done, a sentence. */
	public String extent() {
		return String.format(Locale.ROOT, isComplete() ? "%d of %d frames analysed."
			: "%d of the first %d frames analysed; there are " + size + ".", done(), frames.size());
	}
}
