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

package sc.fiji.rewardanalysis.core.workflow.windows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.reward.Reward;

/**
 * What windows were found to be, as maps over the analysed image. Each pixel has the value of
 * the window that its atoms are taken from, not one between those of several windows: the maps
 * show what was done. NaN where nothing is analysed, and where a window has no solution of its
 * own.
 *
 * @param width of a map, px
 * @param height of a map, px
 * @param block so many pixels of the image along each side are one of the map
 * @param maps parameters, rewards, confidence
 */
public record WindowMaps(int width, int height, int block, List<Map> maps) {

	/** The name of the last one. */
	static final String CONFIDENCE = "confidence";

	/** Longest side of a map, px. */
	private static final int LONGEST = 1024;

	/**
	 * A map.
	 *
	 * @param name what it shows
	 * @param unit of its values; {@code 1} for plain numbers
	 * @param values row by row
	 */
	public record Map(String name, String unit, float[] values) {

		/** Least values of an axis of confidences: small differences of high ones shan't look large. */
		private static final float CONFIDENCE_FROM = 0.95f;

		/** The least value of what it is drawn with, the largest one above it. */
		public float[] range() {
			float low = name.equals(CONFIDENCE) ? CONFIDENCE_FROM : Float.POSITIVE_INFINITY;
			float high = name.equals(CONFIDENCE) ? 1 : Float.NEGATIVE_INFINITY;
			for (final float v : values)
				if (!Float.isNaN(v)) {
					low = Math.min(low, v);
					high = Math.max(high, v);
				}
			if (!(low <= high)) low = 0;
			return new float[] { low, high > low ? high : low + 1 };
		}

		/** Name and unit. */
		public String label() {
			return unit.equals("1") ? name : name + " (" + unit + ")";
		}
	}

	public WindowMaps {
		maps = List.copyOf(maps);
	}

	/**
	 * @param width of the analysed image, px
	 * @param height of the analysed image, px
	 */
	public static WindowMaps of(final WindowResult result, final int width, final int height) {
		final int block = (Math.max(width, height) + LONGEST - 1) / LONGEST;
		final int w = (width + block - 1) / block, h = (height + block - 1) / block;
		final int[] owner = owners(result, width, height, block, w, h);
		final List<Map> maps = new ArrayList<>();
		for (final Quantity q : quantities(result)) {
			final float[] values = new float[owner.length];
			for (int i = 0; i < values.length; i++)
				values[i] = owner[i] < 0 ? Float.NaN : (float) q.value.applyAsDouble(result.outcomes().get(
					owner[i]));
			maps.add(new Map(q.name, q.unit, values));
		}
		return new WindowMaps(w, h, block, maps);
	}

	/** By the middle of each block; −1 where nothing is analysed. */
	private static int[] owners(final WindowResult result, final int width, final int height,
		final int block, final int w, final int h)
	{
		final Area area = result.parts().whole().validArea().area();
		final int[] owner = new int[w * h];
		Arrays.setAll(owner, i -> {
			final int x = Math.min(width - 1, i % w * block + block / 2);
			final int y = Math.min(height - 1, i / w * block + block / 2);
			final Window window = area.contains(x, y) ? result.grid().owner(x, y) : null;
			return window == null ? -1 : window.index();
		});
		return owner;
	}

	/** The map of that name. */
	public Map get(final String name) {
		return maps.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
	}

	/**
	 * Something that each window has.
	 *
	 * @param value NaN where it is unknown
	 */
	public record Quantity(String name, String unit, ToDoubleFunction<WindowOutcome> value) {}

	/** All that there are maps of, in order. */
	public static List<Quantity> quantities(final WindowResult result) {
		final List<Quantity> all = new ArrayList<>(List.of(parameter("min_sigma", "px",
			LogParameters::minSigma), parameter("max_sigma", "px", LogParameters::maxSigma), parameter(
				"threshold", "1", LogParameters::threshold), parameter("overlap", "1", LogParameters::overlap)));
		final List<Reward<?>> goals = new ArrayList<>();
		result.parts().whole().goals().forEach(g -> goals.add(g.reward()));
		for (int j = 0; j < goals.size(); j++) {
			final int objective = j;
			all.add(new Quantity(goals.get(j).name(), goals.get(j).unit(), o -> o.objective(objective)));
		}
		for (final Reward<?> reward : result.parts().whole().heldOut())
			all.add(new Quantity(reward.name(), reward.unit(), o -> o.metric(reward.name())));
		all.add(new Quantity("agreement", "1", o -> o.solution().isEmpty() ? Double.NaN : o.confidence()
			.agreement()));
		all.add(new Quantity(CONFIDENCE, "1", o -> o.confidence().value()));
		return all;
	}

	private static Quantity parameter(final String name, final String unit,
		final ToDoubleFunction<LogParameters> value)
	{
		return new Quantity(name, unit, o -> o.solution().isEmpty() ? Double.NaN : value.applyAsDouble(o
			.parameters()));
	}
}
