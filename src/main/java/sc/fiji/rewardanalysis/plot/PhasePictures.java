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
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.ClassColours;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.latent.LatentMaps;
import sc.fiji.rewardanalysis.core.latent.LatentModel;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.latent.PhaseMap;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseResult;

/**
 * Pictures of an image's phases: {@code phases.png}, {@code latents.png}, {@code manifold.png},
 * {@code training.png} and {@code training.svg}.
 */
public final class PhasePictures {

	/** Panels of a training: what is minimised, what it consists of. */
	public static final List<TrainingPlot.Panel> PANELS = List.of(new TrainingPlot.Panel(
		"nats per patch", List.of(LatentModel.LOSS, LatentModel.RECONSTRUCTION)), new TrainingPlot.Panel(
			"KL, nats", List.of(LatentModel.KL)), new TrainingPlot.Panel("physics term", List.of(
				LatentModel.PHYSICS)));

	/** Most panels of latents in a row of the file. */
	private static final int IN_A_ROW = 3;

	private PhasePictures() {}

	/** The phases over the image, their boundaries, and how much each has of it. */
	public static BufferedImage phases(final PhaseResult result) {
		final PhaseMap map = result.phases();
		final GreyGround ground = new GreyGround(result.scene().image());
		final Legend legend = new Legend(entries(result), ground.width());
		final BufferedImage picture = new BufferedImage(ground.width(), ground.height() + legend.height(),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		ground.draw(g);
		g.setClip(0, 0, ground.width(), ground.height());
		if (result.isFeasible()) draw(g, map, ground.zoom());
		if (result.scene().pixelSize() > 0) ScaleBar.draw(g, ground.width(), ground.height(), result
			.scene().pixelSize() / ground.zoom());
		g.setClip(null);
		legend.draw(g, ground.height());
		g.dispose();
		return picture;
	}

	private static List<Legend.Entry> entries(final PhaseResult result) {
		if (!result.isFeasible()) return List.of(new Legend.Entry("no phases: all latents collapsed",
			Color.GRAY, true));
		final double[] areas = result.phases().areas();
		double all = 0;
		for (final double area : areas)
			all += area;
		final List<Legend.Entry> entries = new ArrayList<>();
		for (int k = 0; k < areas.length; k++)
			entries.add(new Legend.Entry(String.format(Locale.ROOT, "phase %d (%.1f %%)", k + 1, 100 *
				areas[k] / all), new Color(ClassColours.rgb(k)), true));
		return entries;
	}

	private static void draw(final Graphics2D g, final PhaseMap map, final double zoom) {
		// No finer than the picture.
		final int step = (int) Math.max(1, Math.round(1 / zoom));
		final int columns = (map.width() + step - 1) / step, rows = (map.height() + step - 1) / step;
		final int[] shown = new int[columns * rows];
		final BufferedImage fill = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
		for (int i = 0; i < shown.length; i++) {
			shown[i] = map.labels()[i / columns * step * map.width() + i % columns * step];
			if (shown[i] > 0) fill.setRGB(i % columns, i / columns, Legend.veiled(new Color(ClassColours.rgb(
				shown[i] - 1))).getRGB());
		}
		final double scale = zoom * step;
		g.drawImage(fill, 0, 0, (int) Math.round(columns * scale), (int) Math.round(rows * scale), null);
		final Path2D lines = boundaries(shown, columns, scale);
		final float width = zoom > 1 ? 2.4f : 1.6f;
		g.setColor(Color.BLACK);
		g.setStroke(new BasicStroke(width + 2, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
		g.draw(lines);
		g.setColor(Color.WHITE);
		g.setStroke(new BasicStroke(width, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
		g.draw(lines);
	}

	/** Edges between pixels of two phases. */
	private static Path2D boundaries(final int[] labels, final int width, final double scale) {
		final Path2D path = new Path2D.Double();
		for (int i = 0; i < labels.length; i++) {
			final int x = i % width, y = i / width;
			if (labels[i] == 0) continue;
			if (x > 0 && labels[i - 1] > 0 && labels[i - 1] != labels[i]) line(path, x * scale, y * scale, x *
				scale, (y + 1) * scale);
			if (y > 0 && labels[i - width] > 0 && labels[i - width] != labels[i]) line(path, x * scale, y *
				scale, (x + 1) * scale, y * scale);
		}
		return path;
	}

	private static void line(final Path2D path, final double x1, final double y1, final double x2,
		final double y2)
	{
		path.moveTo(x1, y1);
		path.lineTo(x2, y2);
	}

	/** A latent in colours, of a raster a square a patch, with its unit and a scale bar. */
	public static BufferedImage latent(final PhaseResult result, final int latent) {
		final LatentMaps maps = result.maps();
		final PatchSet patches = maps.patches();
		final double pixel = result.scene().pixelSize();
		final String meaning = maps.name(latent) + (maps.unit(latent).equals("1") ? "" : " (" + maps.unit(
			latent) + ")") + (maps.isContent(latent) && maps.isCollapsed(latent) ? ", collapsed" : "");
		if (patches.isRaster()) return HeatPicture.drawRange(patches.image(maps.values(latent)), patches
			.columns(), patches.rows(), meaning, pixel * patches.options().stride());
		return HeatPicture.drawRange(result.phases().image(maps.values(latent)), result.scene().width(),
			result.scene().height(), meaning, pixel);
	}

	/** All latents, side by side. */
	public static BufferedImage latents(final PhaseResult result) {
		final List<BufferedImage> panels = IntStream.range(0, result.maps().count()).mapToObj(
			k -> latent(result, k)).toList();
		return Pictures.inRows(panels, Math.min(IN_A_ROW, panels.size()), panels.get(0).getWidth() / 40);
	}

	/** What a training's chart says below its title. */
	public static String subtitle(final LatentModel model) {
		return String.format(Locale.ROOT, "%d epochs, seed %d", model.history().size(), model.settings()
			.seed());
	}

	/**
	 * Writes all of them, in place of those of an earlier run.
	 *
	 * @return why there is no SVG though there should be; else empty
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static String write(final Path folder, final PhaseResult result,
		final Progress progress)
	{
		Pictures.writeForPrint(folder.resolve("phases.png"), () -> phases(result), progress);
		Pictures.writeForPrint(folder.resolve("latents.png"), () -> latents(result), progress);
		Pictures.writeForPrint(folder.resolve("manifold.png"), () -> ManifoldPicture.draw(result
			.manifold()), progress);
		return TrainingPlot.write(folder, result.model().history(), PANELS, subtitle(result.model()),
			progress);
	}
}
