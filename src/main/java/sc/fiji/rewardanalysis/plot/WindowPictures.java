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

package sc.fiji.rewardanalysis.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.OutcomeColours;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowMaps;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowOutcome;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowResult;

/** Pictures of atom finding in windows: {@code overlay.png} and {@code windows.png}. */
public final class WindowPictures {

	/** The files. */
	public static final List<String> NAMES = List.of("overlay.png", "windows.png");

	/** The maps that are drawn, row by row. */
	private static final List<String> SHOWN = List.of("min_sigma", "threshold", "overlap", "QC", "ER",
		"confidence");

	private static final int COLUMNS = 3, GAP = 24;

	private static final Color DOUBT = new Color(OutcomeColours.DOUBT);

	private static final float FRAME = 3;

	/** Smaller letters can't be read. */
	private static final int SMALLEST = 9;

	private WindowPictures() {}

	/**
	 * Writes both, in place of those of an earlier run.
	 *
	 * @param image the analysed box
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static void write(final Path folder,
		final RandomAccessibleInterval<? extends RealType<?>> image, final WindowResult result,
		final RefinedAtoms refined, final WindowMaps maps, final Progress progress)
	{
		final double pixelSize = result.parts().whole().physics().pixelSize();
		Pictures.writeForPrint(folder.resolve(NAMES.get(0)), () -> framed(OverlayPicture.draw(image,
			refined.blobs(), result.errors(), pixelSize), image.dimension(0), result), progress);
		Pictures.writeForPrint(folder.resolve(NAMES.get(1)), () -> maps(result, maps, pixelSize), progress);
	}

	/** Frames and confidences of doubtful windows on the image. */
	private static BufferedImage framed(final BufferedImage picture, final long imageWidth,
		final WindowResult result)
	{
		final Graphics2D g = graphics(picture);
		final double zoom = picture.getWidth() / (double) imageWidth;
		for (final WindowOutcome o : result.doubtful()) {
			final Rectangle2D cell = cell(result, o, zoom);
			frame(g, cell, DOUBT);
			final int size = letters(cell);
			ScaleBar.label(g, o.confidence().text(), size, cell.getCenterX(), cell.getMinY() + 1.2 * size,
				DOUBT);
		}
		g.dispose();
		return picture;
	}

	private static Graphics2D graphics(final BufferedImage picture) {
		final Graphics2D g = picture.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		return g;
	}

	/** Where a window's atoms are taken from, px of a picture. */
	private static Rectangle2D cell(final WindowResult result, final WindowOutcome o,
		final double zoom)
	{
		final Area cell = result.grid().cell(o.window());
		// Java2D counts from a pixel's corner.
		return new Rectangle2D.Double((cell.minX() + 0.5) * zoom, (cell.minY() + 0.5) * zoom, Math.max(0, cell
			.maxX() - cell.minX()) * zoom, Math.max(0, cell.maxY() - cell.minY()) * zoom);
	}

	/** Inside, so that none hides its neighbour's. */
	private static void frame(final Graphics2D g, final Rectangle2D cell, final Color colour) {
		g.setStroke(new BasicStroke(FRAME));
		g.setColor(colour);
		g.draw(new Rectangle2D.Double(cell.getX() + FRAME, cell.getY() + FRAME, cell.getWidth() - 2 * FRAME,
			cell.getHeight() - 2 * FRAME));
	}

	private static int letters(final Rectangle2D cell) {
		return (int) Math.min(28, cell.getWidth() / 7);
	}

	/**
	 * Parameters, errors and confidence side by side, each in its own colours and with each
	 * window's value where there is room; grey where there are none. Frames in the last one are
	 * doubtful windows.
	 *
	 * @param pixelSize of the image, nm
	 */
	public static BufferedImage maps(final WindowResult result, final WindowMaps maps,
		final double pixelSize)
	{
		return Pictures.inRows(SHOWN.stream().map(maps::get).map(m -> map(result, maps, m, pixelSize))
			.toList(), COLUMNS, GAP);
	}

	private static BufferedImage map(final WindowResult result, final WindowMaps maps,
		final WindowMaps.Map map, final double pixelSize)
	{
		final float[] range = map.range();
		final BufferedImage picture = HeatPicture.drawRange(map.values(), maps.width(), maps.height(), map
			.label(), pixelSize * maps.block(), range[0], range[1]);
		final Graphics2D g = graphics(picture);
		final double zoom = picture.getHeight() / (double) (maps.height() * maps.block());
		final WindowMaps.Quantity quantity = WindowMaps.quantities(result).stream().filter(q -> q.name()
			.equals(map.name())).findFirst().orElseThrow();
		final boolean confidence = map.name().equals(SHOWN.get(SHOWN.size() - 1));
		for (final WindowOutcome o : result.outcomes()) {
			final Rectangle2D cell = cell(result, o, zoom);
			if (confidence && o.confidence().isDoubtful()) frame(g, cell,
				Palette.BLUE);
			final double value = quantity.value().applyAsDouble(o);
			final int size = letters(cell);
			if (size >= SMALLEST && !Double.isNaN(value)) ScaleBar.label(g, confidence ? o.confidence().text()
				: text(value), size, cell.getCenterX(), cell.getCenterY(), Color.WHITE);
		}
		g.dispose();
		return picture;
	}

	/** Three digits. */
	private static String text(final double value) {
		return value == 0 ? "0" : new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros()
			.toPlainString();
	}
}
