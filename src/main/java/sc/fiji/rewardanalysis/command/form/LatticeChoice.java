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

package sc.fiji.rewardanalysis.command.form;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.LatticeFile;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;

/** The inputs {@code lattice} and {@code lattice_file}, which several commands share. */
public final class LatticeChoice {

	/** The choice that takes the crystal from a file. */
	public static final String CUSTOM = "custom";

	/** The choice of commands that can do without a crystal. */
	public static final String UNKNOWN = "unknown";

	private LatticeChoice() {}

	/** The chosen crystal; null if it isn't known. */
	public static Lattice known(final String name, final File file) {
		return UNKNOWN.equals(name) ? null : of(name, file);
	}

	/** The chosen crystal. */
	public static Lattice of(final String name, final File file) {
		if (!CUSTOM.equals(name)) return Lattices.get(name);
		if (!AnalysisCommand.isGiven(file)) throw new RewardAnalysisException(
			"lattice is \"custom\", so lattice_file must name a .json file with the crystal.");
		return LatticeFile.read(file.toPath());
	}

	/** The crystals that are compared where it isn't known, with one's own. */
	public static List<Lattice> candidates(final Lattice own) {
		final List<Lattice> all = new ArrayList<>(Lattices.names().stream().map(Lattices::get).toList());
		if (own != null && all.stream().noneMatch(own::equals)) all.add(own);
		return all;
	}
}
