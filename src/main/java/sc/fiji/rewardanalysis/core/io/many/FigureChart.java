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

package sc.fiji.rewardanalysis.core.io.many;

import java.util.Locale;
import java.util.stream.DoubleStream;

import sc.fiji.rewardanalysis.core.workflow.many.FigureWords;
import sc.fiji.rewardanalysis.core.workflow.many.Figures;

/**
 * A figure of many images over the images' numbers, as SVG in a page: its colours are the page's, and a
 * dot tells its image and leads to its row.
 */
final class FigureChart {

	private static final int WIDTH = 440, HEIGHT = 170, LEFT = 62, RIGHT = 10, TOP = 8, BOTTOM = 22;

	/** Of more images only those that are unlike have dots of their own; the others are one path. */
	private static final int EACH = 300;

	/** About so many labels has the axis of values. */
	private static final int TICKS = 4;

	private final Figures figures;
	private final String name;
	private final double[] values;
	private final boolean log;
	private double low, high;

	FigureChart(final Figures figures, final String name) {
		this.figures = figures;
		this.name = name;
		values = figures.values(name);
		log = figures.isWide(name);
		final DoubleStream all = figures.hasBand(name) ? DoubleStream.concat(DoubleStream.of(values), DoubleStream.concat(
			DoubleStream.of(figures.values(Figures.FEWEST_POSSIBLE)), DoubleStream.of(figures.values(Figures.MOST_POSSIBLE))))
			: DoubleStream.of(values);
		final double[] sorted = all.filter(Double::isFinite).map(this::scale).sorted().toArray();
		low = sorted[0];
		high = sorted[sorted.length - 1];
		final double room = high > low ? 0.07 * (high - low) : high == 0 ? 1 : 0.1 * Math.abs(high);
		low -= room;
		high += room;
	}

	private double scale(final double value) {
		return log ? Math.log10(value) : value;
	}

	private String x(final int image) {
		return coordinate(LEFT + (WIDTH - LEFT - RIGHT) * (image + 0.5) / values.length);
	}

	private double y(final double value) {
		return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (scale(value) - low) / (high - low);
	}

	private static String coordinate(final double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

	/** The figure with its heading. */
	String toHtml() {
		final String label = FigureWords.label(name);
		final StringBuilder svg = new StringBuilder(String.format(Locale.ROOT,
			"<figure><figcaption>%s</figcaption><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s of each image; median %s\">",
			Html.text(label), WIDTH, HEIGHT, Html.text(label), FigureWords.value(figures.median(name))));
		ticks(svg);
		if (figures.hasBand(name)) band(svg);
		final String median = coordinate(y(figures.median(name)));
		svg.append("<path class=\"median\" d=\"M").append(LEFT).append(' ').append(median).append('H').append(
			WIDTH - RIGHT).append("\"/>");
		dots(svg);
		return svg.append("</svg></figure>\n").toString();
	}

	private void ticks(final StringBuilder svg) {
		final double step = step((high - low) / TICKS);
		for (double at = Math.ceil(low / step) * step; at <= high + 1e-9 * step; at += step) {
			final double value = log ? Math.pow(10, at) : Math.abs(at) < 1e-9 * step ? 0 : at;
			final String y = coordinate(y(value));
			svg.append("<path class=\"grid\" d=\"M").append(LEFT).append(' ').append(y).append('H').append(WIDTH -
				RIGHT).append("\"/><text class=\"v\" x=\"").append(LEFT - 6).append("\" y=\"").append(y).append(
					"\">").append(FigureWords.value(value)).append("</text>");
		}
		final int n = values.length;
		for (final int image : n < 3 ? new int[] { 0, n - 1 } : new int[] { 0, (n - 1) / 2, n - 1 })
			svg.append("<text class=\"n\" x=\"").append(x(image)).append("\" y=\"").append(HEIGHT - 6).append(
				"\">").append(image + 1).append("</text>");
	}

	/** 1, 2 or 5 times a power of ten, at least this. */
	private static double step(final double least) {
		final double power = Math.pow(10, Math.floor(Math.log10(least)));
		return least <= power ? power : least <= 2 * power ? 2 * power : least <= 5 * power ? 5 * power : 10 *
			power;
	}

	private void band(final StringBuilder svg) {
		final double[] from = figures.values(Figures.FEWEST_POSSIBLE), to = figures.values(Figures.MOST_POSSIBLE);
		svg.append("<path class=\"band\" style=\"stroke-width:").append(coordinate(Math.max(1, 0.9 * (WIDTH -
			LEFT - RIGHT) / values.length))).append("\" d=\"");
		for (int i = 0; i < values.length; i++)
			if (Double.isFinite(from[i]) && Double.isFinite(to[i])) svg.append('M').append(x(i)).append(' ')
				.append(coordinate(y(to[i]))).append('V').append(coordinate(y(from[i])));
		svg.append("\"/>");
	}

	private void dots(final StringBuilder svg) {
		final StringBuilder path = new StringBuilder(), own = new StringBuilder();
		for (int i = 0; i < values.length; i++) {
			if (!Double.isFinite(values[i])) continue;
			final boolean unlike = figures.isUnlike(i, name);
			final String y = coordinate(y(values[i]));
			if (!unlike && values.length > EACH) path.append('M').append(x(i)).append(' ').append(y).append("h0");
			else own.append("<a href=\"#i").append(i + 1).append("\"><circle class=\"").append(unlike ? "unlike"
				: "like").append("\" cx=\"").append(x(i)).append("\" cy=\"").append(y).append("\" r=\"").append(
					unlike ? 4 : 3).append("\"><title>").append(Html.text(figures.outcomes().get(i).image()))
				.append(": ").append(FigureWords.value(values[i])).append("</title></circle></a>");
		}
		if (!path.isEmpty()) svg.append("<path class=\"dots\" d=\"").append(path).append("\"/>");
		svg.append(own);
	}
}
