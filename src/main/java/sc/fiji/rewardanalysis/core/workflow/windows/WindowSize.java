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

import java.math.BigDecimal;
import java.math.MathContext;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.Lattice;

/**
 * How large windows are and how far apart.
 *
 * @param size of a window's side, px
 * @param stride from one window to the next, px
 * @param pixelSize nm per px
 * @param columns expected in the counted area of a whole window
 */
public record WindowSize(int size, int stride, double pixelSize, double columns) {

	/** So many columns a proposed window has. */
	public static final int COLUMNS = 120;

	/** With fewer columns the rewards can't tell good parameters from bad ones. */
	public static final int FEWEST_COLUMNS = 30;

	/** More windows would take days. */
	private static final long MOST_WINDOWS = 10_000;

	/**
	 * @param area what is analysed
	 * @param window side of a window, nm; 0 for one with {@value #COLUMNS} columns
	 * @param stride nm; 0 for half a window
	 * @throws RewardAnalysisException if a window would have fewer than {@value
	 *           #FEWEST_COLUMNS} columns, the stride is longer than it or less than a pixel, or
	 *           there would be over 10 000 windows
	 */
	public static WindowSize of(final Lattice lattice, final double pixelSize, final Area area,
		final double window, final double stride)
	{
		Checks.given("lattice", lattice);
		Checks.positive("pixel_size", pixelSize);
		Checks.finite("window_size (nm)", Checks.atLeast("window_size (nm)", window, 0));
		Checks.finite("stride (nm)", Checks.atLeast("stride (nm)", stride, 0));
		final double least = side(lattice, FEWEST_COLUMNS);
		if (window > 0 && window < least) throw new RewardAnalysisException(
			"A window of %s nm has %.1f columns of %s where they can be counted; %d are needed to judge it, so make window_size at least %s nm, or 0.",
			nm(window), columns(lattice, window), lattice.name(), FEWEST_COLUMNS, nm(Math.ceil(100 * least) / 100));
		final double side = window > 0 ? window : side(lattice, COLUMNS);
		if (stride > side) throw new RewardAnalysisException(
			"The stride of %s nm is longer than a window of %s nm, so some of the image would be in none; make stride at most as long, or 0.",
			nm(stride), nm(side));
		if (side / pixelSize > Integer.MAX_VALUE / 2) throw new RewardAnalysisException(
			"A window of %s nm is larger than any image; check window_size and the pixel size.", nm(side));
		final int size = Math.max(1, (int) Math.round(side / pixelSize));
		final int step = (int) Math.min(size, stride > 0 ? Math.round(stride / pixelSize) : Math.max(1, size /
			2));
		if (step < 1) throw new RewardAnalysisException(
			"The stride of %s nm is less than a pixel; make stride at least %s nm, or 0.", nm(stride), nm(
				pixelSize));
		final double number = Math.max(1, (area.maxX() - area.minX()) / step) * Math.max(1, (area.maxY() -
			area.minY()) / step);
		if (number > MOST_WINDOWS) throw new RewardAnalysisException(
			"A stride of %s nm would make about %.0f windows, %d are the most; make stride longer.", nm(step *
				pixelSize), number, MOST_WINDOWS);
		return new WindowSize(size, step, pixelSize, columns(lattice, size * pixelSize));
	}

	/** A length to four digits. */
	public static String nm(final double length) {
		return new BigDecimal(length).round(new MathContext(4)).stripTrailingZeros().toPlainString();
	}

	/** Side of a window with so many columns, nm. */
	private static double side(final Lattice lattice, final double columns) {
		return Math.sqrt(columns / lattice.columnDensity()) + lattice.nearestDistance();
	}

	/** As counted: without a rim of half the columns' distance. */
	private static double columns(final Lattice lattice, final double side) {
		final double counted = Math.max(0, side - lattice.nearestDistance());
		return counted * counted * lattice.columnDensity();
	}

	/** The windows of an area. */
	public WindowGrid grid(final Area area) {
		return WindowGrid.of(area, size, stride);
	}

	/** Whether an area is no larger than one window. */
	public boolean isWhole(final Area area) {
		return area.maxX() - area.minX() <= size && area.maxY() - area.minY() <= size;
	}
}
