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

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;

/** A lattice's displacements and strains as images, see {@link FieldMaps}. */
public final class LatticeMaps {

	private LatticeMaps() {}

	/**
	 * One image.
	 *
	 * @param name with its unit
	 * @param symbol short, without
	 * @param unit of the values; empty for a ratio
	 * @param values row by row; NaN where nothing is known
	 */
	public record Layer(String name, String symbol, String unit, float[] values) {

		/** Whether it is one of strain or rotation. */
		public boolean isStrain() {
			return !unit.equals("pm") && !unit.equals("px");
		}
	}

	/**
	 * Displacement right and down in pm (px if the pixel size isn't known), strain xx, yy, xy
	 * in percent, rotation in degrees, clockwise; then the offset of one species from its neighbours if
	 * the crystal has several.
	 *
	 * @param area of the image within which atoms were looked for
	 */
	public static List<Layer> of(final LatticeAnalysis a, final int width, final int height,
		final Area area, final Progress progress)
	{
		final FieldMaps maps = new FieldMaps(width, height, area, a.fit());
		final Motif motif = a.fit().grains().get(0).motif();
		final double cell = Math.abs(a.fit().grains().get(0).fit().vectors().determinant());
		final double spacing = Math.sqrt(cell / motif.size());
		final double scale = a.picometres() > 0 ? a.picometres() : 1;
		final String unit = a.picometres() > 0 ? "pm" : "px";
		progress.update(0, "Drawing maps");
		final float[][] first = maps.of(values(a, scale), spacing, progress);
		final List<Layer> layers = new ArrayList<>(List.of(layer("displacement x", "u_x", unit, first[0]),
			layer("displacement y", "u_y", unit, first[1]), layer("strain xx", "ε_xx", "%", first[2]), layer(
				"strain yy", "ε_yy", "%", first[3]), layer("strain xy", "ε_xy", "%", first[4]), layer("rotation",
					"rotation", "deg", first[5])));
		if (motif.isElementary()) return layers;
		progress.update(0.6, "Drawing maps");
		final String species = a.sublattice();
		final long sites = IntStream.range(0, motif.size()).filter(s -> motif.species(s).equals(species))
			.count();
		final float[][] offsets = maps.of(new double[][] { times(a.offsets(true), scale), times(a.offsets(
			false), scale) }, Math.sqrt(cell / sites), progress);
		layers.add(layer("offset of " + species + " x", "δ_x", unit, offsets[0]));
		layers.add(layer("offset of " + species + " y", "δ_y", unit, offsets[1]));
		return layers;
	}

	/** What 98 of 100 values are below, whatever their sign; 1 if there is none. */
	public static double largest(final List<Layer> layers) {
		int n = 0;
		for (final Layer layer : layers)
			n += layer.values.length;
		final double[] all = new double[n];
		int count = 0;
		for (final Layer layer : layers)
			for (final float v : layer.values)
				if (!Float.isNaN(v)) all[count++] = Math.abs(v);
		Arrays.sort(all, 0, count);
		final double largest = count == 0 ? 0 : all[(int) (0.98 * (count - 1))];
		return largest > 0 ? largest : 1;
	}

	private static double[][] values(final LatticeAnalysis a, final double scale) {
		final double[][] values = new double[6][];
		values[0] = times(a.displacements().ux(), scale);
		values[1] = times(a.displacements().uy(), scale);
		for (final Strains.Component c : Strains.Component.values())
			values[2 + c.ordinal()] = times(a.strains().values(c), c == Strains.Component.ROTATION ? Math
				.toDegrees(1) : 100);
		return values;
	}

	private static Layer layer(final String name, final String symbol, final String unit,
		final float[] values)
	{
		return new Layer(name + " (" + unit + ")", symbol, unit, values);
	}

	private static double[] times(final double[] values, final double factor) {
		return Arrays.stream(values).map(v -> factor * v).toArray();
	}
}
