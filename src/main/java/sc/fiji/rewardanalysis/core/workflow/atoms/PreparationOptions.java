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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.lattice.Lattice;

/**
 * Which steps of a {@link sc.fiji.rewardanalysis.core.detect.Preparation} are done
 * before atoms are searched, and which ones the search may switch.
 *
 * @param background whether the background is subtracted
 * @param denoise whether the image is smoothed
 * @param atoms whether atoms are bright or dark
 */
public record PreparationOptions(Step background, Step denoise, Atoms atoms) {

	/** Whether a step is done. */
	public enum Step {
			/** Never. */
			OFF,
			/** Always. */
			ON,
			/** As the search finds best. */
			SEARCH
	}

	/** How atoms stand out. */
	public enum Atoms {
			/** Bright on a dark ground. */
			BRIGHT,
			/** Dark on a bright ground. */
			DARK,
			/** As the search finds best. */
			SEARCH
	}

	/** Smallest σ of a Gaussian that is one when sampled, px. */
	private static final double SMALLEST_SIGMA = 0.7;

	public PreparationOptions {
		Checks.given("background", background);
		Checks.given("denoise", denoise);
		Checks.given("contrast", atoms);
	}

	/** The image as it is. */
	public static PreparationOptions of(final Contrast contrast) {
		return new PreparationOptions(Step.OFF, Step.OFF, contrast == Contrast.DARK ? Atoms.DARK
			: Atoms.BRIGHT);
	}

	/** How many preparations are possible, from 1 to 8. */
	int combinations() {
		return (background == Step.SEARCH ? 2 : 1) * (denoise == Step.SEARCH ? 2 : 1) * contrasts()
			.size();
	}

	/** The contrasts that are possible. */
	List<Contrast> contrasts() {
		return switch (atoms) {
			case BRIGHT -> List.of(Contrast.BRIGHT);
			case DARK -> List.of(Contrast.DARK);
			case SEARCH -> List.of(Contrast.BRIGHT, Contrast.DARK);
		};
	}

	/**
	 * σ of the background, px: half the longer cell edge, but no more than the image is
	 * long.
	 * <p>
	 * A wave of length L stays in the image but for exp(−2π²σ²/L²) of its height. The
	 * longest wave that the crystal itself has is no longer than that edge, so it keeps
	 * 99.3 % and every other one more: the background holds no trace of the crystal. A
	 * larger σ would leave more of the background in, all the more near the border, where
	 * 0.8 σ times its slope stays.
	 */
	static double backgroundSigma(final Lattice lattice, final double pixelSize,
		final long longestSide)
	{
		return Math.min(longestSide, 0.5 * Math.max(lattice.a(), lattice.b()) / pixelSize);
	}

	/**
	 * σ of the denoising, px: a tenth of the shortest distance of columns, the smallest σ
	 * that a column is expected to have (see {@link LogRanges#derived}). The narrowest
	 * columns keep half of their height, wider ones more, while white noise keeps
	 * 0.28/σ of its standard deviation.
	 */
	static double denoiseSigma(final Lattice lattice, final double pixelSize) {
		return Math.max(SMALLEST_SIGMA, 0.1 * lattice.nearestDistance() / pixelSize);
	}
}
