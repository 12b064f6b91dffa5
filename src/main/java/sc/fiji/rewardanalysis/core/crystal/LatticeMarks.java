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

package sc.fiji.rewardanalysis.core.crystal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Robust;

/** Displacements and defects as lines to draw, px, each x, y, x, y, and so on. */
public final class LatticeMarks {

	/** Length of most arrows at most, in distances of nearest sites; size of marks likewise. */
	private static final double LONGEST = 0.8, MARK = 0.42, MOST = 0.95;

	/** Of an arrow's head, as a share of its length, and its half angle. */
	private static final double HEAD = 0.35, ANGLE = Math.toRadians(25);

	/** Colour of arrows, 0xRRGGBB. */
	public static final int ARROW = 0xF0E442;

	private LatticeMarks() {}

	/** Colour of a kind of defect, 0xRRGGBB. */
	public static int rgb(final Defect.Kind kind) {
		return switch (kind) {
			case VACANCY -> 0xD55E00;
			case INTERSTITIAL -> 0xCC79A7;
			case DOUBLE -> 0xE69F00;
		};
	}

	/** The factor in words. */
	public static String words(final double scale) {
		return scale == Math.rint(scale) ? Long.toString((long) scale) : Double.toString(scale);
	}

	/** A round factor by which displacements must be drawn longer to be seen, 1 at least. */
	public static double scale(final LatticeAnalysis found) {
		final double[] x = found.displacements().ux(), y = found.displacements().uy();
		final double[] lengths = IntStream.range(0, x.length).filter(i -> !Double.isNaN(x[i])).mapToDouble(
			i -> Math.hypot(x[i], y[i])).sorted().toArray();
		final double longest = lengths.length == 0 ? 0 : lengths[(int) (MOST * (lengths.length - 1))];
		final double factor = LONGEST * found.fit().grains().get(0).nearestDistance() / longest;
		if (!(factor > 1)) return 1;
		// What is exact has no displacements to see.
		final double shown = Math.min(factor, 1000);
		final double decade = Math.pow(10, Math.floor(Math.log10(shown)));
		return decade * (shown >= 5 * decade ? 5 : shown >= 2 * decade ? 2 : 1);
	}

	/** The median length of displacements, px. */
	public static double medianLength(final LatticeAnalysis found) {
		final double[] x = found.displacements().ux(), y = found.displacements().uy();
		return Robust.median(IntStream.range(0, x.length).mapToDouble(i -> Math.hypot(x[i], y[i])).toArray());
	}

	/**
	 * Arrows from the atoms' places in the reference lattice, each as shaft and head in one line.
	 *
	 * @param scale by which they are longer than the displacements
	 */
	public static List<double[]> arrows(final LatticeAnalysis found, final double scale) {
		final Displacements u = found.displacements();
		final double[] x = u.x(), y = u.y(), ux = u.ux(), uy = u.uy();
		final List<double[]> arrows = new ArrayList<>();
		for (int i = 0; i < x.length; i++)
			if (!Double.isNaN(ux[i]) && Math.hypot(ux[i], uy[i]) > 1e-9) arrows.add(arrow(x[i], y[i], scale * ux[i],
				scale * uy[i]));
		return arrows;
	}

	/** An arrow from a place, px, as shaft and head in one line. */
	public static double[] arrow(final double x, final double y, final double dx, final double dy) {
		final double tipX = x + dx, tipY = y + dy, length = HEAD * Math.hypot(dx, dy), back = Math.atan2(-dy,
			-dx);
		return new double[] { x, y, tipX, tipY, tipX + length * Math.cos(back - ANGLE), tipY + length * Math.sin(
			back - ANGLE), tipX, tipY, tipX + length * Math.cos(back + ANGLE), tipY + length * Math.sin(back +
				ANGLE) };
	}

	/** A closed line around a defect: a square, a diamond or a triangle. */
	public static double[] mark(final Defect defect, final LatticeAnalysis found) {
		final double r = MARK * found.fit().grains().get(defect.grain()).nearestDistance();
		final double[] corners = switch (defect.kind()) {
			case VACANCY -> new double[] { -r, -r, r, -r, r, r, -r, r, -r, -r };
			case INTERSTITIAL -> new double[] { 0, -1.3 * r, 1.3 * r, 0, 0, 1.3 * r, -1.3 * r, 0, 0, -1.3 * r };
			case DOUBLE -> new double[] { 0, -1.3 * r, 1.2 * r, 0.8 * r, -1.2 * r, 0.8 * r, 0, -1.3 * r };
		};
		final double[] placed = Arrays.copyOf(corners, corners.length);
		for (int i = 0; i < placed.length; i += 2) {
			placed[i] += defect.x();
			placed[i + 1] += defect.y();
		}
		return placed;
	}
}
