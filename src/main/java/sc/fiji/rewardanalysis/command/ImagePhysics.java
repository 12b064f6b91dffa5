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

package sc.fiji.rewardanalysis.command;

import java.util.concurrent.CancellationException;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.estimate.CalibrationCheck;
import sc.fiji.rewardanalysis.core.estimate.PhysicsEstimate;
import sc.fiji.rewardanalysis.core.estimate.PhysicsEstimation;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;

/**
 * What dialogs say if an image disagrees with its crystal or pixel size. It is estimated once
 * for the same pixels and kept with the image.
 */
final class ImagePhysics {

	private static final String KEY = "Reward Analysis estimate";

	private ImagePhysics() {}

	/** @param estimate null if there is none, because the image is blank or too small */
	private record Kept(String pixels, PhysicsEstimate estimate) {}

	/**
	 * A sentence, empty if all agrees or no lattice is seen. Not on the event thread.
	 *
	 * @param pixelSize nm; NaN if none is known
	 * @param look whether to estimate, if that wasn't done yet; a fraction of a second
	 */
	static String note(final AnalysedImage analysed, final Lattice lattice, final double pixelSize,
		final boolean look, final Progress progress)
	{
		final PhysicsEstimate estimate = estimate(analysed, look, progress);
		return estimate == null ? "" : CalibrationCheck.of(estimate, lattice, pixelSize).sentence();
	}

	/**
	 * What the image itself says, as information beside a result; empty if it is too small or
	 * blank, or after a cancel.
	 *
	 * @param pixelSize that was used, nm
	 */
	static String remark(final AnalysedImage analysed, final Lattice lattice, final double pixelSize,
		final Progress progress)
	{
		try {
			final PhysicsEstimate estimate = estimate(analysed, !progress.isCanceled(), progress);
			return estimate == null ? "" : CalibrationCheck.remark(estimate, lattice, pixelSize);
		}
		catch (final CancellationException exc) {
			// The result is worth keeping without it.
			return "";
		}
	}

	private static PhysicsEstimate estimate(final AnalysedImage analysed, final boolean look,
		final Progress progress)
	{
		final ImagePlus image = analysed.source();
		if (!look && image.getProperty(KEY) == null) return null;
		final String pixels = analysed.hash() + " " + analysed.area().size();
		if (image.getProperty(KEY) instanceof final Kept kept && kept.pixels.equals(pixels))
			return kept.estimate;
		if (!look) return null;
		PhysicsEstimate estimate = null;
		try {
			// Only the number of columns in a cell depends on the contrast.
			estimate = PhysicsEstimation.quick(analysed.pixels(), analysed.area(), Contrast.BRIGHT, progress
				.silent());
		}
		catch (final RewardAnalysisException exc) {
			// The dialog itself says what is wrong with the image.
			estimate = null;
		}
		image.setProperty(KEY, new Kept(pixels, estimate));
		return estimate;
	}
}
