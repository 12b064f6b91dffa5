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

package sc.fiji.rewardanalysis.core.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Comparison.Candidates;

/**
 * Finds the local maxima of a tile's scale space: on planes in single precision, and
 * wherever these can't tell for their rounding errors, in double precision. So the
 * maxima and their responses are those of double precision.
 */
final class MaximaFinder {

	/**
	 * If more pixels of a band than one in so many are undecided, as in noise-free images
	 * with flat ground, all of the band is computed at once.
	 */
	private static final int DENSE = 64;

	private static final int BAND = 32;

	/**
	 * A maximum, in the image's coordinates. Ordered by falling response; at equal response
	 * by scale, row, column.
	 */
	record Maximum(int x, int y, int scale, double response) implements Comparable<Maximum> {

		@Override
		public int compareTo(final Maximum other) {
			if (response != other.response) return Double.compare(other.response, response);
			if (scale != other.scale) return Integer.compare(scale, other.scale);
			return y != other.y ? Integer.compare(y, other.y) : Integer.compare(x, other.x);
		}
	}

	private final ImageTile tile;
	private final LogFilter[] filters;
	private final double floor;

	/** Where maxima are looked for, in the image's coordinates: from, to (exclusive). */
	private final int fromX, toX, fromY, toY;

	/**
	 * @param tile what planes show: the part in question and a rim of one pixel around
	 *          it where the image goes on
	 * @param filters one a scale
	 * @param floor maxima up to this response are not wanted
	 * @param part where maxima are looked for
	 */
	MaximaFinder(final ImageTile tile, final LogFilter[] filters, final double floor,
		final Tile part)
	{
		this.tile = tile;
		this.filters = filters;
		this.floor = floor;
		fromX = part.fromX();
		toX = part.toX();
		fromY = part.fromY();
		toY = part.toY();
	}

	/**
	 * The maxima at one scale, by row and column.
	 *
	 * @param planes of all scales; that of this one and of its neighbours are looked at
	 * @param flat the maxima of this one's plane alone by bands; filled where it is null
	 */
	List<Maximum> find(final int scale, final Plane[] planes, final Candidates[] flat,
		final Progress progress)
	{
		final Comparison comparison = new Comparison(scale == 0 ? null : planes[scale - 1],
			planes[scale], scale + 1 == planes.length ? null : planes[scale + 1], floor);
		final List<List<Maximum>> maxima = new ArrayList<>(Collections.nCopies(flat.length, null));
		Bands.run(flat.length, (from, to) -> {
			for (int band = from; band < to && !progress.isCanceled(); band++) {
				final int top = fromY + band * BAND, bottom = Math.min(toY, top + BAND);
				if (flat[band] == null) flat[band] = comparison.flat(fromX - tile.x0, toX - tile.x0, top -
					tile.y0, bottom - tile.y0);
				maxima.set(band, judge(scale, comparison.candidates(flat[band]), top, bottom, progress));
			}
		});
		progress.checkCanceled();
		return maxima.stream().flatMap(List::stream).toList();
	}

	/** How many bands a plane has. */
	int bands() {
		return (toY - fromY + BAND - 1) / BAND;
	}

	private List<Maximum> judge(final int scale, final Candidates found, final int from,
		final int to, final Progress progress)
	{
		final boolean dense = found.undecided() > (toX - fromX) * (to - from) / DENSE;
		return dense ? judgeBand(scale, found, from, to, progress) : judge(scale, found, progress);
	}

	private List<Maximum> judge(final int scale, final Candidates found, final Progress progress) {
		final List<Maximum> maxima = new ArrayList<>();
		for (int i = 0; i < found.size() && !progress.isCanceled(); i++) {
			final int c = found.x()[i], x = tile.x0 + (c < 0 ? ~c : c), y = tile.y0 + found.y()[i];
			final double response = filters[scale].response(tile, x, y);
			if (response > floor && (c >= 0 || isMaximum(scale, x, y, response))) maxima.add(new Maximum(
				x, y, scale, response));
		}
		return maxima;
	}

	private boolean isMaximum(final int scale, final int x, final int y, final double value) {
		final int left = Math.max(tile.x0, x - 1), right = Math.min(tile.x0 + tile.width - 1, x + 1);
		final int top = Math.max(tile.y0, y - 1), bottom = Math.min(tile.y0 + tile.height - 1, y + 1);
		for (int s = Math.max(0, scale - 1); s <= Math.min(filters.length - 1, scale + 1); s++)
			for (final double neighbour : filters[s].responses(tile, left, top, right - left + 1, bottom -
				top + 1))
				if (neighbour > value) return false;
		return true;
	}

	/** The same as {@link #judge} for bands of which much is undecided. */
	private List<Maximum> judgeBand(final int scale, final Candidates found, final int from,
		final int to, final Progress progress)
	{
		final int top = Math.max(tile.y0, from - 1), bottom = Math.min(tile.y0 + tile.height, to + 1);
		final int lowest = Math.max(0, scale - 1), highest = Math.min(filters.length - 1, scale + 1);
		final double[][] planes = new double[highest - lowest + 1][];
		for (int s = lowest; s <= highest; s++)
			planes[s - lowest] = filters[s].responses(tile, tile.x0, top, tile.width, bottom - top);
		final double[] here = planes[scale - lowest];
		final List<Maximum> maxima = new ArrayList<>();
		for (int i = 0; i < found.size() && !progress.isCanceled(); i++) {
			final int c = found.x()[i], x = c < 0 ? ~c : c, row = tile.y0 + found.y()[i] - top;
			final double response = here[row * tile.width + x];
			if (response > floor && (c >= 0 || Arrays.stream(planes).allMatch(p -> isMaximum(p, x, row,
				response)))) maxima.add(new Maximum(tile.x0 + x, top + row, scale, response));
		}
		return maxima;
	}

	private boolean isMaximum(final double[] plane, final int x, final int y, final double value) {
		final int width = tile.width, height = plane.length / width;
		for (int j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++)
			for (int i = Math.max(0, x - 1); i <= Math.min(width - 1, x + 1); i++)
				if (plane[j * width + i] > value) return false;
		return true;
	}
}
