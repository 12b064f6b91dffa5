package sc.fiji.rewardanalysis.core;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Units of length in which a pixel size may be given. */
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
			"micrometre", "micrometres");

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

	/** The unit that a calibration spells so; empty for pixels, inches, 1/nm, … */
	public static Optional<LengthUnit> parse(final String unit) {
		if (unit == null) return Optional.empty();
		final String spelling = unit.strip().toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter(u -> u.spellings.contains(spelling)).findFirst();
	}

	/** The labels, for a choice. */
	public static List<String> labels() {
		return Arrays.stream(values()).map(LengthUnit::label).toList();
	}
}
