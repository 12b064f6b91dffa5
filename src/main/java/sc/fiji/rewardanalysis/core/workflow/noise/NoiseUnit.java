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
