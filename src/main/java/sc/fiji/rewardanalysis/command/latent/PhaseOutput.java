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

package sc.fiji.rewardanalysis.command.latent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.PhaseFiles;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.latent.LatentMaps;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseResult;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.imagej.Managers;
import sc.fiji.rewardanalysis.imagej.PhaseView;
import sc.fiji.rewardanalysis.plot.ManifoldPicture;
import sc.fiji.rewardanalysis.plot.PhasePictures;
import sc.fiji.rewardanalysis.plot.TrainingPlot;
import sc.fiji.rewardanalysis.ui.ProgressWindow;
import sc.fiji.rewardanalysis.ui.ReportTab;
import sc.fiji.rewardanalysis.ui.ReportWindow;
import sc.fiji.rewardanalysis.ui.RunPanel;
import sc.fiji.rewardanalysis.ui.TableWindow;

/**
 * What there is to say of phases.
 *
 * @param folder null for none
 */
record PhaseOutput(PhaseInputs inputs, PhaseResult result, PhaseFiles files, Path folder) {

	/** What a run writes besides the network. */
	private static final List<String> FILES = List.of(PhaseFiles.JSON, "phases.csv", "patches.csv",
		"latents.csv", "training.csv", "summary.txt", "methods.txt", "citations.bib", "phases.png",
		"latents.png", "manifold.png", "training.png", "training.svg", PhaseView.LATENTS,
		PhaseView.PHASES, PhaseView.ROIS);

	/** Writes the files, and shows phases, table and window. */
	void of(final boolean show, final ProgressWindow window, final Consumer<String> note,
		final Progress progress)
	{
		if (folder != null) {
			final String left = write(folder, progress);
			if (!left.isEmpty()) note.accept(left);
		}
		final ImagePlus image = inputs.analysed().source();
		if (show && result.isFeasible()) view().show();
		TableWindow.show(files.report().phases(), "Phases of " + image.getTitle(), image);
		if (!Display.isInteractive() && folder == null) note.accept(files.summary());
		if (Display.isInteractive()) ReportWindow.open(report(), image.getWindow(), window::place);
		progress.update(1, result.verdict());
	}

	private PhaseView view() {
		return new PhaseView(inputs.analysed(), result);
	}

	/** @return why there is no SVG though there should be; else empty */
	String write(final Path into, final Progress progress) {
		progress.update(0, "Writing files");
		// After a cancel none of an earlier run shall pass for one of this.
		FILES.forEach(name -> AtomicFile.delete(into.resolve(name)));
		try {
			files.write(into);
			view().write(into, progress);
			return PhasePictures.write(into, result, progress);
		}
		catch (final CancellationException exc) {
			return "Pictures were left out.";
		}
	}

	private ReportWindow.Report report() {
		final String title = "Phases of " + inputs.analysed().source().getTitle();
		return new ReportWindow.Report(title, files.summary(), String.join(" ", result.notes()), tabs(),
			new RunPanel.Run(folder, PhaseFiles.JSON, "these phases", files.run().image().macro(), "",
				into -> () -> write(into, Progress.NONE)), "map-latent-phases", actions());
	}

	/** Phases, latents with content first, what the network draws, how it was trained. */
	List<ReportTab> tabs() {
		final LatentMaps maps = result.maps();
		final List<ReportTab> tabs = new ArrayList<>();
		tabs.add(ReportTab.picture("Phases", () -> PhasePictures.phases(result)));
		final int first = maps.settings().firstContent();
		Stream.concat(IntStream.range(first, maps.count()).boxed(), IntStream.range(0, first).boxed())
			.forEach(k -> tabs.add(ReportTab.picture(maps.name(k), () -> PhasePictures.latent(result, k))));
		tabs.add(ReportTab.picture("Manifold", () -> ManifoldPicture.draw(result.manifold())));
		tabs.add(ReportTab.chart("Training", () -> TrainingPlot.chart(result.model().history(),
			PhasePictures.PANELS, 0, PhasePictures.subtitle(result.model()))));
		tabs.add(ReportTab.table("Table", files.report().phases()));
		return tabs;
	}

	private List<RunPanel.Action> actions() {
		final ImagePlus image = inputs.analysed().source();
		return List.of(new RunPanel.Action("On image", "Shows the phases in the image's overlay.", result
			.isFeasible(), ask -> {
				view().show();
				return "The phases are in the overlay of \"" + image.getTitle() + "\".";
			}), new RunPanel.Action("To ROI Manager", "Adds the phases to the ROI Manager, as areas.", result
				.isFeasible(), ask -> {
					Managers.add(image, view().rois());
					return "The phases are in the ROI Manager.";
				}), new RunPanel.Action("Latents as image",
					"Opens the latents as a stack, a slice each, in physical units.", true, ask -> {
						view().latents().show();
						return "";
					}));
	}
}
