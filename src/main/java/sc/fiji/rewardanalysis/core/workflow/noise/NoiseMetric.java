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

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What is compared over the levels. */
public enum NoiseMetric {

		/** Atoms in the counted area. */
		COUNT("1", "Atoms in the counted area", r -> r.scores().count()),
		/** Count error against the band. */
		QC("1", "QC: count error against what is possible", r -> r.scores().qc()),
		/** Count error against the expected number. */
		QC_PAPER("1", "QC of the paper: count error against the expected number", r -> r.scores()
			.qcPaper()),
		/** Spacing error. */
		ER("1", "ER: atoms with too close neighbours", r -> r.scores().er()),
		/** Agreement of positions. */
		F1("1", "F1 of the positions", r -> r.scores().f1()),
		/** Share of found atoms that are true. */
		PRECISION("1", "Precision: found atoms that are true", r -> r.scores().precision()),
		/** Share of true atoms that are found. */
		RECALL("1", "Recall: true atoms that are found", r -> r.scores().recall()),
		/** Distance of the pairs. */
		RMSD("nm", "Root-mean-square distance of the pairs (nm)", r -> r.scores().rmsd());

	private final String unit, label;
	private final ToDoubleFunction<NoiseRun> value;

	NoiseMetric(final String unit, final String label, final ToDoubleFunction<NoiseRun> value) {
		this.unit = unit;
		this.label = label;
		this.value = value;
	}

	/** Its unit, 1 for none. */
	public String unit() {
		return unit;
	}

	/** What it is called on an axis. */
	public String label() {
		return label;
	}

	/** What it is called in tables, with its unit. */
	public String column() {
		return name().toLowerCase(Locale.ROOT) + (unit.equals("1") ? "" : "_" + unit);
	}

	/** Its value of a run; NaN if there is none. */
	public double of(final NoiseRun run) {
		return value.applyAsDouble(run);
	}
}
