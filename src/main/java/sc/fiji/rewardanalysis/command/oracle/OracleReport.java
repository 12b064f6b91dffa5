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

package sc.fiji.rewardanalysis.command.oracle;

import java.awt.Point;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jfree.chart.JFreeChart;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.RegionScene;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.OracleComparison;
import sc.fiji.rewardanalysis.core.io.EarlierStudy;
import sc.fiji.rewardanalysis.core.io.OracleFiles;
import sc.fiji.rewardanalysis.core.io.OracleRun;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.workflow.oracle.OracleFront;
import sc.fiji.rewardanalysis.core.workflow.oracle.OracleVerdict;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.imagej.OracleOverlay;
import sc.fiji.rewardanalysis.plot.Charts;
import sc.fiji.rewardanalysis.plot.OraclePicture;
import sc.fiji.rewardanalysis.plot.OraclePlots;
import sc.fiji.rewardanalysis.plot.Pictures;
import sc.fiji.rewardanalysis.ui.ReportTab;
import sc.fiji.rewardanalysis.ui.ReportWindow;
import sc.fiji.rewardanalysis.ui.RunPanel;
import sc.fiji.rewardanalysis.ui.TableWindow;

/**
 * What there is to say of atoms that were compared with an oracle.
 *
 * @param study an earlier search; null for none
 * @param start when the run began, ns
 * @param folder null for none
 */
record OracleReport(RegionScene scene, OracleVerdict verdict, EarlierStudy study, String macro,
	long start, Path folder)
{

	private static final String PICTURE = "comparison", ERRORS = "errors", OFFSETS = "offsets",
			FRONT = "front_oracle_";

	/** Judges the study, writes the files, and shows marks, table and window. */
	void of(final Consumer<String> note, final Supplier<Optional<Point>> place,
		final Progress progress)
	{
		final OracleFiles files = files(progress.part(0.1, 0.8));
		if (folder != null) save(files, folder, progress.again().part(0.8, 1));
		OracleOverlay.show(scene.analysed(), verdict.first());
		final ImagePlus image = scene.analysed().source();
		TableWindow.show(files.points(0), "Comparison of " + image.getTitle(), image);
		if (!Display.isInteractive() && folder == null) note.accept(files.summary());
		if (Display.isInteractive()) ReportWindow.open(shown(files), image.getWindow(), place);
		final OracleComparison c = verdict.first();
		progress.update(1, String.format(Locale.ROOT,
			"F1 %.3f: %d hits, %d false alarms, %d misses.", c.match().f1(), c.match().truePositives(), c
				.match().falsePositives(), c.match().falseNegatives()));
	}

	private OracleFiles files(final Progress progress) {
		final AnalysedImage analysed = scene.analysed();
		final OracleFront front = study == null ? null : OracleFront.of(analysed.pixels(), analysed.area(),
			study.settings(), study.solutions(), verdict.comparisons().stream().map(OracleComparison::oracle)
				.toList(), verdict.tolerance(), progress);
		return new OracleFiles(verdict, front, new OracleRun(analysed.run(analysed.hash(), start, macro),
			scene.atoms().origin(), study == null ? "" : study.origin()));
	}

	private ReportWindow.Report shown(final OracleFiles files) {
		return new ReportWindow.Report("Comparison of " + scene.analysed().source().getTitle() + " with " +
			verdict.first().oracle().origin(), files.summary(), "", tabs(files), new RunPanel.Run(folder,
				"comparison.json", "this comparison", macro, "", into -> () -> save(files, into,
					Progress.NONE)), "compare-with-oracle", List.of());
	}

	private List<ReportTab> tabs(final OracleFiles files) {
		final List<ReportTab> tabs = new ArrayList<>();
		tabs.add(ReportTab.chart("Errors", this::errors));
		tabs.add(ReportTab.chart("Offsets", this::offsets, OraclePlots.SQUARE));
		if (files.front() != null) for (int i = 0; i < files.front().oracles().size(); i++) {
			final int oracle = i;
			tabs.add(ReportTab.chart("Front, oracle " + name(i), () -> OraclePlots.front(files.front(),
				oracle, name(oracle))));
		}
		return tabs;
	}

	private JFreeChart errors() {
		return OraclePlots.errors(verdict.first(), scene.pixelSize());
	}

	private JFreeChart offsets() {
		return OraclePlots.offsets(verdict.first(), scene.pixelSize());
	}

	private static String name(final int oracle) {
		return oracle == 0 ? "A" : "B";
	}

	private void save(final OracleFiles files, final Path into, final Progress progress) {
		files.write(into);
		final List<String> fronts = List.of(FRONT + "a", FRONT + "b");
		try {
			Pictures.writeForPrint(into.resolve(PICTURE + ".png"), () -> OraclePicture.draw(scene.analysed()
				.pixels(), verdict.first(), scene.pixelSize()), progress);
			Charts.write(into, ERRORS, this::errors, OraclePlots.SIZE, true, progress);
			Charts.write(into, OFFSETS, this::offsets, OraclePlots.SQUARE, true, progress);
			for (int i = 0; i < fronts.size(); i++) {
				final int oracle = i;
				if (files.front() == null || files.front().oracles().size() <= i) delete(into, fronts.get(i));
				else Charts.write(into, fronts.get(i), () -> OraclePlots.front(files.front(), oracle, name(
					oracle)), OraclePlots.SIZE, true, progress);
			}
		}
		catch (final CancellationException exc) {
			// Pictures of an earlier run may be left, which aren't of this one.
			for (final String name : List.of(PICTURE, ERRORS, OFFSETS))
				delete(into, name);
			fronts.forEach(name -> delete(into, name));
			throw exc;
		}
	}

	private static void delete(final Path folder, final String name) {
		AtomicFile.delete(folder.resolve(name + ".png"));
		AtomicFile.delete(folder.resolve(name + ".svg"));
	}
}
