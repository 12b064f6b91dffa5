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

package sc.fiji.rewardanalysis.core.lattice;

import java.util.List;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The lattices that come with the plugin, at room temperature.
 * <p>
 * A name is the formula and the zone axis along the beam, without spaces or
 * brackets, which macros cannot carry.
 */
public final class Lattices {

	/** Silicon's lattice constant, nm: CODATA 2018. */
	private static final double SI = 0.5431020511;

	/** Gold's lattice constant, nm. */
	private static final double AU = 0.40786;

	private static final List<Lattice> ALL = List.of(yttriumBariumCuprate(),
		strontiumTitanate(), strontiumTitanate110(),
		dysprosiumScandate(), silicon(), iron(), graphene(), gold());

	private Lattices() {}

	/** The names that {@link #get} knows. */
	public static List<String> names() {
		return ALL.stream().map(Lattice::name).toList();
	}

	/**
	 * The lattice of that name.
	 *
	 * @param name one of {@link #names}, in capitals or not
	 * @throws RewardAnalysisException if there is none; the message lists all
	 */
	public static Lattice get(final String name) {
		for (final Lattice lattice : ALL)
			if (lattice.name().equalsIgnoreCase(name)) return lattice;
		throw new RewardAnalysisException(
			"There is no lattice \"%s\"; choose one of %s, or give a lattice file.", name, String
				.join(", ", names()));
	}

	/**
	 * The b·c face of the orthorhombic cell (Pmmm): Ba (1/2, 1/2, z), Y (1/2, 1/2,
	 * 1/2), chain Cu1 (0, 0, 0) and plane Cu2 (0, 0, z) project onto six columns.
	 */
	private static Lattice yttriumBariumCuprate() {
		return new Lattice("YBa2Cu3O7-100",
			"YBa2Cu3O7 along a: 2 Ba, 1 Y, 1 chain Cu and 2 plane Cu columns; c points down",
			"Jorgensen et al. 1990, Phys. Rev. B 41, 1863, doi:10.1103/PhysRevB.41.1863 " +
				"(O6.93; z rounded to three digits)", 0.3887, 1.1680, 90, List.of( //
					new Site("Ba", 56, 0.5, 0.184), new Site("Ba", 56, 0.5, 0.816), //
					new Site("Y", 39, 0.5, 0.5), new Site("Cu1", 29, 0, 0), //
					new Site("Cu2", 29, 0, 0.356), new Site("Cu2", 29, 0, 0.644)));
	}

	private static Lattice strontiumTitanate() {
		return new Lattice("SrTiO3-001", "SrTiO3 along a cube axis: Sr and Ti-O columns",
			"Okazaki and Kawaminami 1973, Mater. Res. Bull. 8, 545 (a = 0.3905 nm)", 0.3905, 0.3905,
			90, List.of(new Site("Sr", 38, 0, 0), new Site("Ti", 22, 0.5, 0.5)));
	}

	/**
	 * Along [110] the cube's c axis and the face diagonal's half, a/√2, span the cell;
	 * Sr (with O) and Ti columns alternate along c, a/2 apart.
	 */
	private static Lattice strontiumTitanate110() {
		return new Lattice("SrTiO3-110", "SrTiO3 along a face diagonal: Sr-O and Ti columns in rows",
			"Okazaki and Kawaminami 1973, Mater. Res. Bull. 8, 545 (a = 0.3905 nm)", 0.3905, 0.3905 / Math
				.sqrt(2), 90, List.of(new Site("Sr", 38, 0, 0), new Site("Ti", 22, 0.5, 0)));
	}

	/**
	 * Pbnm, a = 0.5442, b = 0.5719, c = 0.7904 nm. Along [110] the a-b plane
	 * projects onto a line of repeat ab / √(a² + b²) = 0.3942 nm with coordinate
	 * x − y, so the cell is 0.3942 × 0.7904 nm²: two pseudo-cubic cells. Sc at 4b
	 * falls on (1/2, 0) and (1/2, 1/2), two atoms each. Of the four Dy at 4c (x ≈
	 * 0.983, y ≈ 0.061, 1/4) those at c/4 fall on −y ± (1 − x), 0.013 nm apart,
	 * hence one visible column, and those at 3c/4 on +y: Dy zigzags.
	 */
	private static Lattice dysprosiumScandate() {
		final double a = 0.5442, b = 0.5719, y = 0.061;
		return new Lattice("DyScO3-110",
			"DyScO3 (Pbnm) along [110], a pseudo-cubic axis: 2 zigzagging Dy and 2 Sc columns",
			"Velickov et al. 2007, Z. Kristallogr. 222, 466, doi:10.1524/zkri.2007.222.9.466 " +
				"(Dy y rounded to three digits)", a * b / Math.hypot(a, b), 0.7904, 90, List.of( //
					new Site("Dy", 66, 1 - y, 0.25), new Site("Dy", 66, y, 0.75), //
					new Site("Sc", 21, 0.5, 0), new Site("Sc", 21, 0.5, 0.5)));
	}

	private static Lattice silicon() {
		return new Lattice("Si-110", "Si along [110]: dumbbells of two columns, a/4 = 0.136 nm apart",
			"CODATA 2018, Rev. Mod. Phys. 93, 025010, doi:10.1103/RevModPhys.93.025010 " +
				"(a = 0.5431 nm)", SI / Math.sqrt(2), SI, 90, List.of( //
					new Site("Si", 14, 0, 0), new Site("Si", 14, 0, 0.25), //
					new Site("Si", 14, 0.5, 0.5), new Site("Si", 14, 0.5, 0.75)));
	}

	private static Lattice iron() {
		return new Lattice("Fe-100", "Body-centred iron along a cube axis",
			"Basinski, Hume-Rothery and Sutton 1955, Proc. R. Soc. A 229, 459, " +
				"doi:10.1098/rspa.1955.0102 (a = 0.28665 nm)", 0.28665, 0.28665, 90, List.of( //
					new Site("Fe", 26, 0, 0), new Site("Fe", 26, 0.5, 0.5)));
	}

	private static Lattice graphene() {
		return new Lattice("graphene", "One sheet of graphene, every carbon atom",
			"Castro Neto et al. 2009, Rev. Mod. Phys. 81, 109, doi:10.1103/RevModPhys.81.109 " +
				"(C-C 0.142 nm)", 0.246, 0.246, 120, List.of( //
					new Site("C", 6, 1 / 3.0, 2 / 3.0), new Site("C", 6, 2 / 3.0, 1 / 3.0)));
	}

	private static Lattice gold() {
		return new Lattice("Au-110", "Face-centred gold along [110]",
			"Swanson and Tatge 1953, NBS Circular 539, vol. 1, p. 33 (a = 0.40786 nm)", AU / Math
				.sqrt(2), AU, 90, List.of( //
					new Site("Au", 79, 0, 0), new Site("Au", 79, 0.5, 0.5)));
	}
}
