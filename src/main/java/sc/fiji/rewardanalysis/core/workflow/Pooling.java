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

package sc.fiji.rewardanalysis.core.workflow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the objectives of several images become one, all of them minimised. */
public enum Pooling {

		/** Their mean: every image counts alike, and one that is hopeless shifts all by the same. */
		MEAN("mean over slices") {

			@Override
			double of(final double[] values) {
				return Arrays.stream(values).sum() / values.length;
			}
		},

		/** The worst of them: no image is given up for the others. */
		WORST("worst slice") {

			@Override
			double of(final double[] values) {
				return Arrays.stream(values).max().orElse(Double.NaN);
			}
		},

		/**
		 * The mean of their {@link Places}: an image whose values are large counts no more
		 * than one whose values are small.
		 */
		RANK("mean rank over slices") {

			@Override
			double of(final double[] values) {
				return MEAN.of(values);
			}
		};

	private final String words;

	Pooling(final String words) {
		this.words = words;
	}

	/** How a goal's name ends when it is pooled. */
	String suffix() {
		return "_" + name().toLowerCase(Locale.ROOT);
	}

	/** How an objective was pooled, by its name; empty if it is that of a single image. */
	public static Optional<Pooling> of(final String objective) {
		return Arrays.stream(values()).filter(p -> objective.endsWith(p.suffix())).findFirst();
	}

	/** The name of the goal that an objective pools; its own if it doesn't. */
	public static String goal(final String objective) {
		return of(objective).map(p -> objective.substring(0, objective.length() - p.suffix().length()))
			.orElse(objective);
	}

	/** An objective's name for a person: {@code QC_mean} is "QC, mean over slices". */
	public static String inWords(final String objective) {
		return of(objective).map(p -> goal(objective) + ", " + p.words).orElse(objective);
	}

	/** One number for those of all images; NaN if one of them is. */
	abstract double of(double[] values);
}
