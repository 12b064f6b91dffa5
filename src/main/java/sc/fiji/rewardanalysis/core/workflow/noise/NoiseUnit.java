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

package sc.fiji.rewardanalysis.core.workflow.noise;

import java.math.BigDecimal;
import java.math.MathContext;

/** What kind of noise is added, and in what it is measured. */
public enum NoiseUnit {

		/**
		 * White Gaussian noise; its standard deviation, where the image without added noise spans 0
		 * to 1.
		 */
		STANDARD_DEVIATION("1", "Gaussian noise, standard deviation (image from 0 to 1)"),

		/** Shot noise; electrons per pixel where the image without added noise is brightest. */
		ELECTRONS_PER_PIXEL("e/px", "Dose (e/px at the brightest pixel)"),

		/** The same per area. */
		ELECTRONS_PER_AREA("e/nm²", "Dose (e/nm² at the brightest pixel)");

	/** Numbers from here have an exponent. */
	private static final double PLAIN = 1e6;

	private final String symbol, label;

	NoiseUnit(final String symbol, final String label) {
		this.symbol = symbol;
		this.label = label;
	}

	/** The unit, 1 for none. */
	public String symbol() {
		return symbol;
	}

	/** What an axis of levels is called. */
	public String label() {
		return label;
	}

	/** Whether a level is a dose: the less, the more noise. */
	public boolean isDose() {
		return this != STANDARD_DEVIATION;
	}

	/** A level to three digits, with its unit. */
	public String text(final double level) {
		final BigDecimal rounded = new BigDecimal(level).round(new MathContext(3)).stripTrailingZeros();
		final String number = level < PLAIN ? rounded.toPlainString() : rounded.toString().replace("E+",
			"e");
		return number + (isDose() ? " " + symbol : "");
	}
}
