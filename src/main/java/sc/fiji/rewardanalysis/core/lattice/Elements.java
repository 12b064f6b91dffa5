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

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Checks;

/** The chemical elements by symbol and atomic number. */
public final class Elements {

	private static final List<String> SYMBOLS = List.of(("H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar " +
		"K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe " +
		"Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn " +
		"Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og").split(
			" "));

	private static final Map<String, Integer> NUMBERS = numbers();

	private Elements() {}

	private static Map<String, Integer> numbers() {
		final Map<String, Integer> numbers = new HashMap<>();
		for (int z = 1; z <= SYMBOLS.size(); z++)
			numbers.put(SYMBOLS.get(z - 1).toLowerCase(Locale.ROOT), z);
		// Heavy hydrogen is written by letters of its own.
		numbers.put("d", 1);
		numbers.put("t", 1);
		return numbers;
	}

	/**
	 * The element with which a text begins, such as {@code Fe3+}, {@code Ti1} or {@code SR}: the two
	 * letters' if there is one, else the first letter's.
	 *
	 * @return its atomic number; 0 for none
	 */
	public static int numberOf(final String text) {
		int letters = 0;
		while (letters < text.length() && letters < 2 && isLetter(text.charAt(letters)))
			letters++;
		for (int n = letters; n > 0; n--) {
			final Integer z = NUMBERS.get(text.substring(0, n).toLowerCase(Locale.ROOT));
			if (z != null) return z;
		}
		return 0;
	}

	private static boolean isLetter(final char c) {
		return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
	}

	/** The symbol of an atomic number from 1 to 118. */
	public static String symbol(final int atomicNumber) {
		Checks.within("atomic number", atomicNumber, 1, SYMBOLS.size());
		return SYMBOLS.get(atomicNumber - 1);
	}
}
