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

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * A crystal in three dimensions: its cell and every atom in it. Immutable.
 *
 * @param name formula or whatever it is called, not blank
 * @param source where the numbers come from
 * @param a length of the first cell vector, nm
 * @param b of the second one
 * @param c of the third one
 * @param alpha angle between b and c, degrees
 * @param beta between a and c
 * @param gamma between a and b
 * @param atoms all of the cell, after the symmetry, each once; at least one
 */
public record Crystal(String name, String source, double a, double b, double c, double alpha,
	double beta, double gamma, List<CrystalAtom> atoms)
{

	/** Of a cell; a projection compares all of them with each other. */
	public static final int MOST_ATOMS = 5000;

	/** The least volume of a cell whose edges are all 1 long: below, it is almost flat. */
	private static final double FLAT = 0.01;

	public Crystal {
		Checks.given("name of the crystal", name);
		if (name.isBlank()) throw new RewardAnalysisException("The crystal has no name; give it one.");
		Checks.given("source of " + name, source);
		length(name, "a", a);
		length(name, "b", b);
		length(name, "c", c);
		Checks.within("cell angle alpha of " + name + " (degrees)", alpha, 10, 170);
		Checks.within("cell angle beta of " + name + " (degrees)", beta, 10, 170);
		Checks.within("cell angle gamma of " + name + " (degrees)", gamma, 10, 170);
		if (!(unitVolume(alpha, beta, gamma) >= FLAT)) throw new RewardAnalysisException(
			"The cell angles of %s, %s, %s and %s degrees, leave no volume; check them.", name, Double.toString(
				alpha), Double.toString(beta), Double.toString(gamma));
		atoms = List.copyOf(Checks.given("list of atoms of " + name, atoms));
		if (atoms.isEmpty()) throw new RewardAnalysisException(
			"The crystal %s has no atoms; list those of its cell.", name);
		if (atoms.size() > MOST_ATOMS) throw new RewardAnalysisException(
			"The cell of %s has %d atoms; at most %d are projected, so take a smaller cell.", name, atoms
				.size(), MOST_ATOMS);
	}

	private static void length(final String name, final String axis, final double nm) {
		if (!(nm >= 0.05 && nm <= 100)) throw new RewardAnalysisException(
			"Cell length %s of %s is %s nm; it must lie between 0.05 and 100 nm.", axis, name, Double.toString(
				nm));
	}

	/** 0 if there is no such cell. */
	private static double unitVolume(final double alpha, final double beta, final double gamma) {
		final double p = cos(alpha), q = cos(beta), r = cos(gamma);
		return Math.sqrt(Math.max(0, 1 - p * p - q * q - r * r + 2 * p * q * r));
	}

	/** Volume of the cell, nm³. */
	public double volume() {
		return a * b * c * unitVolume(alpha, beta, gamma);
	}

	/**
	 * The metric tensor: scalar products of the cell vectors, nm². The scalar product of two
	 * vectors r and s, given as fractions, is r G s.
	 */
	public double[][] metric() {
		return metric(a, b, c, alpha, beta, gamma);
	}

	/** The metric tensor of a cell whose contents aren't known yet. */
	public static double[][] metric(final double a, final double b, final double c, final double alpha,
		final double beta, final double gamma)
	{
		final double ab = a * b * cos(gamma), ac = a * c * cos(beta), bc = b * c * cos(alpha);
		return new double[][] { { a * a, ab, ac }, { ab, b * b, bc }, { ac, bc, c * c } };
	}

	/** Exactly 0 at a right angle. */
	private static double cos(final double degrees) {
		return degrees == 90 ? 0 : Math.cos(Math.toRadians(degrees));
	}
}
