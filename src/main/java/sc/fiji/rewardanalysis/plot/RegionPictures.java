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

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.jfree.chart.JFreeChart;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.clustering.Points;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRegions;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AtomScene;

/**
 * Pictures of amorphous regions: {@code overlay.png}, {@code probability.png}, {@code
 * scores.png} and {@code scores.svg}.
 */
public final class RegionPictures {

	private RegionPictures() {}

	/**
	 * Writes all of them, in place of those of an earlier run. There are no scores if atoms
	 * aren't told apart by at least two principal components.
	 *
	 * @param image the analysed box
	 * @param map of probabilities in the same box, row by row
	 * @return why there is no SVG though there should be; else empty
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static String write(final Path folder,
		final RandomAccessibleInterval<? extends RealType<?>> image, final AtomScene scene,
		final AmorphousRegions found, final float[] map, final Progress progress)
	{
		Pictures.writeForPrint(folder.resolve("overlay.png"), () -> ClassPicture.draw(image,
			ClassPicture.Classes.amorphous(scene.atoms(), found.amorphous()), new ClassPicture.Regions(found
				.labels(), "amorphous"), scene.pixelSize()), progress);
		Pictures.writeForPrint(folder.resolve("probability.png"), () -> HeatPicture.draw(map, found.mask()
			.width(), found.mask().height(), "probability to be amorphous", scene.pixelSize()), progress);
		if (found.clusters().principalComponents() >= 2) return Charts.write(folder, "scores", () -> scores(found), ScoresPlot.SIZE, found
			.clusters().atoms().length <= ScoresPlot.VECTORS, progress);
		AtomicFile.delete(folder.resolve("scores.png"));
		AtomicFile.delete(folder.resolve("scores.svg"));
		return "";
	}

	/** Atoms with features in the plane of the first two principal components. */
	public static JFreeChart scores(final AmorphousRegions found) {
		final Points all = found.clusters().features();
		final int[] kept = found.clusters().atoms();
		final int axes = found.clusters().principalComponents();
		final double[] values = new double[kept.length * axes];
		final boolean[] amorphous = new boolean[kept.length];
		for (int i = 0; i < kept.length; i++) {
			System.arraycopy(all.values(), i * all.dimension(), values, i * axes, axes);
			amorphous[i] = found.amorphous()[kept[i]];
		}
		final List<ScoresPlot.Ellipse> ellipses = ScoresPlot.Ellipse.of(found.clusters().model());
		return ScoresPlot.amorphous(new Points(kept.length, axes, values), amorphous, IntStream.range(0,
			ellipses.size()).mapToObj(c -> labelled(ellipses.get(c), c == found.component() ? 1 : 0)).toList(),
			null);
	}

	private static ScoresPlot.Ellipse labelled(final ScoresPlot.Ellipse e, final int label) {
		return new ScoresPlot.Ellipse(label, e.x(), e.y(), e.xx(), e.xy(), e.yy());
	}
}
