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
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.jfree.chart.JFreeChart;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.workflow.classes.AtomClass;
import sc.fiji.rewardanalysis.core.workflow.classes.AtomClassification;
import sc.fiji.rewardanalysis.core.workflow.classes.ClassificationPass;

/** Pictures of a classification of atoms. */
public final class ClassPlots {

	private ClassPlots() {}

	/** The mean patches of the classes. */
	public static List<PatchMontage.Patch> patches(final AtomClassification found) {
		return IntStream.range(0, found.classes().size()).mapToObj(c -> {
			final AtomClass cls = found.classes().get(c);
			return new PatchMontage.Patch(cls.name(), c, cls.count(), cls.side(), cls.mean());
		}).toList();
	}

	/** Whether a pass has a plane of scores, which takes two principal components. */
	public static boolean hasPlane(final ClassificationPass pass) {
		return pass.scores().dimension() > 1;
	}

	/** The atoms of a pass in the plane of its principal components, by what they are in the end. */
	public static JFreeChart scores(final AtomClassification found, final ClassificationPass pass) {
		final List<ScoresPlot.Ellipse> byComponent = ScoresPlot.Ellipse.of(pass.mixture());
		final List<ScoresPlot.Ellipse> ellipses = IntStream.range(0, pass.classes()).mapToObj(c -> {
			final ScoresPlot.Ellipse e = byComponent.get(pass.order()[c]);
			return new ScoresPlot.Ellipse(found.number(pass, c), e.x(), e.y(), e.xx(), e.xy(), e.yy());
		}).toList();
		return ScoresPlot.classes(pass.scores(), IntStream.of(pass.atoms()).map(i -> found.labels()[i])
			.toArray(), found.names(), ellipses, pass.explained());
	}

	/**
	 * Writes {@code patches.png}, {@code overlay.png}, {@code scores.png}, {@code criteria.png}
	 * and, of a second pass, {@code scores_second.png} and {@code criteria_second.png}.
	 *
	 * @param image the analysed box, in whose coordinates the atoms are
	 * @param pixelSize nm; NaN if unknown
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static void write(final Path folder, final AtomClassification found,
		final RandomAccessibleInterval<? extends RealType<?>> image, final double pixelSize,
		final Progress progress)
	{
		Pictures.writeForPrint(folder.resolve("patches.png"), () -> PatchMontage.draw(patches(found), found
			.window().size(), pixelSize), progress);
		Pictures.writeForPrint(folder.resolve("overlay.png"), () -> ClassPicture.draw(image,
			new ClassPicture.Classes(found.atoms(), found.labels(), found.names()), null, pixelSize), progress);
		final ClassificationPass second = found.second();
		chart(folder, "scores", hasPlane(found.first()) ? () -> scores(found, found
			.first()) : null, progress);
		chart(folder, "scores_second", second != null && hasPlane(second) ? () -> scores(found, second)
			: null, progress);
		criteria(folder, "criteria", found.first(), progress);
		criteria(folder, "criteria_second", second, progress);
	}

	private static void criteria(final Path folder, final String name, final ClassificationPass pass,
		final Progress progress)
	{
		if (pass == null || pass.selection() == null) AtomicFile.delete(folder.resolve(name + ".png"));
		else Charts.write(folder, name, () -> ModelSelectionPlot.chart(pass.selection()),
			ModelSelectionPlot.SIZE, false, progress);
	}

	private static void chart(final Path folder, final String name,
		final Supplier<JFreeChart> chart, final Progress progress)
	{
		if (chart == null) AtomicFile.delete(folder.resolve(name + ".png"));
		else Charts.write(folder, name, chart, ScoresPlot.SIZE, false, progress);
	}
}
