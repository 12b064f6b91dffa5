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

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The direction [u v w] of a crystal that points from the specimen to the viewer, against the
 * beam: u times the first cell vector and so on. Indices have no common divisor.
 */
public record ZoneAxis(int u, int v, int w) {

	/** The largest index; along such an axis no columns are seen. */
	public static final int LARGEST = 50;

	private static final Pattern LIST = Pattern.compile("[+-]?\\d{1,9}([ ,;]+[+-]?\\d{1,9})+"), DIGITS = Pattern
		.compile("([+-]?\\d){3,4}"), INDEX = Pattern.compile("[+-]?\\d+"), DIGIT = Pattern.compile("[+-]?\\d");

	private static final int LONGEST = 100;

	public ZoneAxis {
		if (u == 0 && v == 0 && w == 0) throw new RewardAnalysisException(
			"zone_axis is 0 0 0, which is no direction; give three whole numbers such as 1 1 0.");
		Checks.within("first index of zone_axis", u, -LARGEST, LARGEST);
		Checks.within("second index of zone_axis", v, -LARGEST, LARGEST);
		Checks.within("third index of zone_axis", w, -LARGEST, LARGEST);
		final int divisor = BigInteger.valueOf(u).gcd(BigInteger.valueOf(v)).gcd(BigInteger.valueOf(w))
			.intValue();
		u /= divisor;
		v /= divisor;
		w /= divisor;
	}

	/**
	 * Reads an axis as people write it: {@code 0 0 1}, {@code [110]}, {@code 1,-1,0}, {@code
	 * [1-10]}.
	 */
	public static ZoneAxis parse(final String text) {
		Checks.given("zone_axis", text);
		final String line = text.length() > LONGEST ? "" : text.replace('\u2212', '-').strip();
		final boolean bracketed = line.startsWith("[") && line.endsWith("]") || line.startsWith("<") && line
			.endsWith(">") || line.startsWith("(") && line.endsWith(")");
		final String plain = (bracketed ? line.substring(1, line.length() - 1) : line).replace('\t', ' ')
			.strip();
		final List<Integer> indices = new ArrayList<>();
		final boolean separate = LIST.matcher(plain).matches();
		if (separate || DIGITS.matcher(plain).matches()) {
			final Matcher each = (separate ? INDEX : DIGIT).matcher(plain);
			while (each.find())
				indices.add(Integer.parseInt(each.group()));
		}
		if (indices.size() == 4) throw four(indices);
		if (indices.size() != 3) throw new RewardAnalysisException(
			"zone_axis is \"%s\"; give three whole numbers such as 0 0 1, [110] or 1,-1,0.", text);
		return new ZoneAxis(indices.get(0), indices.get(1), indices.get(2));
	}

	/** Weber's indices [u v t w] of a hexagonal cell are [u - t, v - t, w] of its three axes. */
	private static RewardAnalysisException four(final List<Integer> i) {
		final int t = i.get(2);
		return new RewardAnalysisException(
			"zone_axis has four indices; give the three that belong to the cell's three axes, which are %d %d %d if these are those of a hexagonal cell.",
			i.get(0) - t, i.get(1) - t, i.get(3));
	}

	/** As part of a name: without spaces and brackets, such as {@code 110} or {@code 1-10}. */
	public String digits() {
		final String between = Math.max(Math.abs(u), Math.max(Math.abs(v), Math.abs(w))) > 9 ? "." : "";
		return u + between + v + between + w;
	}

	/** As it is printed, such as {@code [1 -1 0]}. */
	@Override
	public String toString() {
		return "[" + u + " " + v + " " + w + "]";
	}

	/**
	 * Two translations of the lattice that span it together with this one: the determinant of (p, q,
	 * this) is 1.
	 */
	int[][] complement() {
		final long[] across = bezout(u, v);
		final long g = across[2];
		if (g == 0) return new int[][] { { w, 0, 0 }, { 0, 1, 0 } };
		final long[] along = bezout(g, w);
		// In the plane of the first two vectors (u, v) / g and q span the lattice; p goes with the third.
		final int[] q = { (int) -across[1], (int) across[0], 0 };
		final int[] p = { (int) (-along[1] * (u / g)), (int) (-along[1] * (v / g)), (int) along[0] };
		return determinant(p, q) > 0 ? new int[][] { p, q } : new int[][] { q, p };
	}

	/** Of (p, q, this). */
	long determinant(final int[] p, final int[] q) {
		return (long) p[0] * (q[1] * w - q[2] * v) - (long) p[1] * (q[0] * w - q[2] * u) + (long) p[2] * (q[0] *
			v - q[1] * u);
	}

	/** s, t and g with a s + b t = g, the greatest common divisor, not negative. */
	private static long[] bezout(final long a, final long b) {
		long r0 = a, r1 = b, s0 = 1, s1 = 0, t0 = 0, t1 = 1;
		while (r1 != 0) {
			final long quotient = r0 / r1;
			final long r = r0 - quotient * r1, s = s0 - quotient * s1, t = t0 - quotient * t1;
			r0 = r1;
			r1 = r;
			s0 = s1;
			s1 = s;
			t0 = t1;
			t1 = t;
		}
		return r0 < 0 ? new long[] { -s0, -t0, -r0 } : new long[] { s0, t0, r0 };
	}
}
