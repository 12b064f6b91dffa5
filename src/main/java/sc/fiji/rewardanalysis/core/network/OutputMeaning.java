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

package sc.fiji.rewardanalysis.core.network;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What the values that a foreign network gives stand for. With a single channel, they are
 * the column's; with several, each is a class, the background among them, and a pixel
 * belongs to a column of any class.
 *
 * @param values what they are
 * @param background which of several channels is no column's
 */
public record OutputMeaning(Values values, Background background) {

	/** Sums of probabilities differ from 1 by rounding. */
	private static final double ROUNDING = 1e-3;

	/** What channels hold. */
	public enum Values {

			/** Recognised by the values: see {@link #recognised}. */
			AUTOMATIC,

			/** Numbers from 0 to 1. */
			PROBABILITIES,

			/** Any numbers, of which the logistic function or softmax makes probabilities; AtomAI's. */
			LOGITS
	}

	/** Where the background is among several channels. */
	public enum Background {

			/** AtomAI's. */
			LAST,

			/** Many others'. */
			FIRST
	}

	public OutputMeaning {
		Checks.given("model_output", values);
		Checks.given("model_background", background);
	}

	/** As AtomAI has it, probabilities or logits. */
	public static final OutputMeaning AUTOMATIC = new OutputMeaning(Values.AUTOMATIC, Background.LAST);

	/**
	 * Values as decided by a sample: probabilities if all are from 0 to 1 and, of several
	 * channels, those of each pixel sum to 1; else logits. A network's logits of a
	 * background are well below 0, so a sample with columns and background tells.
	 *
	 * @param output channel by channel, each row by row
	 */
	public OutputMeaning recognised(final float[] output, final int channels) {
		if (values != Values.AUTOMATIC) return this;
		boolean probable = true;
		for (final float v : output)
			probable &= v >= 0 && v <= 1;
		final int pixels = output.length / channels;
		if (channels > 1) for (int i = 0; i < pixels && probable; i++) {
			double sum = 0;
			for (int c = 0; c < channels; c++)
				sum += output[c * pixels + i];
			probable = Math.abs(sum - 1) < ROUNDING;
		}
		return new OutputMeaning(probable ? Values.PROBABILITIES : Values.LOGITS, background);
	}

	/**
	 * The probability that a pixel belongs to a column.
	 *
	 * @param output channel by channel, each row by row
	 * @return row by row
	 * @throws RewardAnalysisException if values that are to be probabilities are none
	 */
	public float[] probabilities(final float[] output, final int channels) {
		final int pixels = output.length / channels;
		final float[] p = new float[pixels];
		for (int i = 0; i < pixels; i++) {
			if (values == Values.LOGITS) p[i] = (float) (channels == 1 ? 1 / (1 + Math.exp(-output[i]))
				: softmax(output, channels, i));
			else p[i] = channels == 1 ? output[i] : 1 - output[nobody(channels) * pixels + i];
			if (!(p[i] >= -ROUNDING && p[i] <= 1 + ROUNDING)) throw new RewardAnalysisException(
				"The network gave %s, which is no probability; set model_output to logits, or check the network.",
				p[i]);
			p[i] = Math.max(0, Math.min(1, p[i]));
		}
		return p;
	}

	private int nobody(final int channels) {
		return background == Background.LAST ? channels - 1 : 0;
	}

	/** Of all classes but the background. */
	private double softmax(final float[] output, final int channels, final int i) {
		final int pixels = output.length / channels;
		double largest = Double.NEGATIVE_INFINITY, sum = 0;
		for (int c = 0; c < channels; c++)
			largest = Math.max(largest, output[c * pixels + i]);
		for (int c = 0; c < channels; c++)
			sum += Math.exp(output[c * pixels + i] - largest);
		return 1 - Math.exp(output[nobody(channels) * pixels + i] - largest) / sum;
	}
}
