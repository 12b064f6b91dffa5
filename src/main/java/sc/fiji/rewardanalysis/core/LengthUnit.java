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

package sc.fiji.rewardanalysis.core;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Units of length in which a pixel size may be given, and those in which files have one.
 * {@code docs/formats.md} says which reader spells them how.
 */
public enum LengthUnit {

		/** 1 nm. */
		NANOMETRE("nm", 1, "nm", "nanometer", "nanometers", "nanometre", "nanometres"),
		/** 0.1 nm. */
		ANGSTROM("Angstrom", 0.1, "a", "å", "ang", "angstrom", "angstroms", "ångström",
			"ångstrom"),
		/** 0.001 nm. */
		PICOMETRE("pm", 1e-3, "pm", "picometer", "picometers", "picometre", "picometres"),
		/** 1000 nm. */
		MICROMETRE("um", 1e3, "um", "µm", "\u03bcm", "micron", "microns", "micrometer", "micrometers",
			"micrometre", "micrometres"),
		/** 10<sup>6</sup> nm; of files only, as are the following. */
		MILLIMETRE("mm", 1e6, "mm", "millimeter", "millimeters", "millimetre", "millimetres"),
		/** 10<sup>7</sup> nm: of the resolution that TIFF files have for printing. */
		CENTIMETRE("cm", 1e7, "cm", "centimeter", "centimeters", "centimetre", "centimetres"),
		/** 2.54 · 10<sup>7</sup> nm: of the other. */
		INCH("inch", 2.54e7, "inch", "inches", "in", "\""),
		/** 10<sup>9</sup> nm: what microscopes themselves count in. */
		METRE("m", 1e9, "m", "meter", "meters", "metre", "metres");

	/** Those that a user may choose. */
	private static final List<LengthUnit> OFFERED = List.of(NANOMETRE, ANGSTROM, PICOMETRE, MICROMETRE);

	private static final Pattern RECIPROCAL = Pattern.compile("[a-z\u00e5\u00b5\u03bc]\\^?(-1|\u207b\u00b9)$");

	private final String label;
	private final double nanometres;
	private final List<String> spellings;

	LengthUnit(final String label, final double nanometres, final String... spellings) {
		this.label = label;
		this.nanometres = nanometres;
		this.spellings = List.of(spellings);
	}

	/** How dialogs and macros name it. */
	public String label() {
		return label;
	}

	/** Its length, nm. */
	public double nanometres() {
		return nanometres;
	}

	/** The unit that a calibration spells so; empty for pixels, 1/nm, … */
	public static Optional<LengthUnit> parse(final String unit) {
		final String spelling = spelling(unit);
		return Arrays.stream(values()).filter(u -> u.spellings.contains(spelling)).findFirst();
	}

	/**
	 * Whether a calibration's unit is a length's reciprocal, as of a diffraction pattern or a
	 * Fourier transform: 1/nm, nm^-1, 1/Å, …
	 */
	public static boolean isReciprocal(final String unit) {
		final String spelling = spelling(unit);
		return spelling.startsWith("1/") || spelling.startsWith("/") || RECIPROCAL.matcher(spelling)
			.find();
	}

	/** In lower case, without the brackets and underscores of EMD files, as in [n_m]. */
	private static String spelling(final String unit) {
		return unit == null ? "" : unit.strip().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]()_\\s]", "");
	}

	/** The labels, for a choice. */
	public static List<String> labels() {
		return OFFERED.stream().map(LengthUnit::label).toList();
	}
}
