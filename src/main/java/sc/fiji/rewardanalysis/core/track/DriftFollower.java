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

package sc.fiji.rewardanalysis.core.track;

import java.util.ArrayDeque;
import java.util.Deque;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Robust;
import sc.fiji.rewardanalysis.core.track.DisplacementVotes.Place;

/**
 * Follows the drift through a series, frame by frame: each one against the last one that showed
 * the same crystal, where the usual velocity takes it: the median of the last few, which one jump
 * does not change. A frame that shows nothing of it, say pure
 * noise, is passed over. If two frames in a row agree with each other but not with those
 * before, a new beginning is made with them. Keeps two frames. Not thread-safe.
 */
public final class DriftFollower {

	private static final Place NOWHERE = new Place(0, 0);

	/** So many drifts tell the velocity. */
	private static final int MEMORY = 5;

	private final DriftEstimator estimator;
	private FramePoints good, passed;
	private int goodIndex = -1, passedIndex = -1;

	/** The last ones, px a frame. */
	private final Deque<Place> velocities = new ArrayDeque<>();

	public DriftFollower(final TrackSettings settings) {
		estimator = new DriftEstimator(settings);
	}

	/**
	 * The drift to the next frame that could be analysed.
	 *
	 * @param index of the frame, above those before
	 */
	public FrameDrift next(final int index, final FramePoints frame, final Progress progress) {
		final FrameDrift drift = drift(index, Checks.given("frame", frame), progress);
		keep(drift, frame);
		return drift;
	}

	private FrameDrift drift(final int index, final FramePoints frame, final Progress progress) {
		if (good == null) return new FrameDrift(index, -1, new Drift(0, 0, 1, Double.NaN, true));
		final int frames = index - goodIndex;
		final Place velocity = velocity();
		final Drift drift = estimator.between(good, frame, new Place(frames * velocity.x(), frames *
			velocity.y()), progress);
		if (!drift.isFound() && passed != null) {
			final Drift anew = estimator.between(passed, frame, NOWHERE, progress);
			if (anew.isFound()) return new FrameDrift(index, passedIndex, anew);
		}
		return new FrameDrift(index, goodIndex, drift);
	}

	/** Goes on after a frame whose drift is known. */
	public void keep(final FrameDrift drift, final FramePoints frame) {
		if (!drift.drift().isFound()) {
			passed = frame;
			passedIndex = drift.frame();
			return;
		}
		final int frames = drift.frame() - drift.reference();
		if (drift.reference() < 0 || drift.reference() != goodIndex) velocities.clear();
		if (drift.reference() >= 0) velocities.addLast(new Place(drift.drift().dx() / frames, drift.drift()
			.dy() / frames));
		if (velocities.size() > MEMORY) velocities.removeFirst();
		good = frame;
		goodIndex = drift.frame();
		passed = null;
	}

	private Place velocity() {
		return velocities.isEmpty() ? NOWHERE : new Place(Robust.median(velocities.stream().mapToDouble(
			Place::x).toArray()), Robust.median(velocities.stream().mapToDouble(Place::y).toArray()));
	}
}
