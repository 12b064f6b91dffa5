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

package sc.fiji.rewardanalysis.command.crystal;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.estimate.CalibrationCheck;
import sc.fiji.rewardanalysis.core.estimate.CellMatch;
import sc.fiji.rewardanalysis.core.estimate.Measured;
import sc.fiji.rewardanalysis.core.io.PhysicsFiles;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.imagej.PixelSize;
import sc.fiji.rewardanalysis.imagej.SampleArea;
import sc.fiji.rewardanalysis.plot.PhysicsPictures;
import sc.fiji.rewardanalysis.plot.Pictures;
import sc.fiji.rewardanalysis.ui.ReportTab;
import sc.fiji.rewardanalysis.ui.ReportWindow;
import sc.fiji.rewardanalysis.ui.RunPanel;

/** What there is to say of an estimate of the physics. */
record PhysicsReport(AnalysedImage analysed, PhysicsFiles files) {

	private static final Map<String, String> UNITS = Map.of("px2", "px²", "px-2", "per px²", "nm-2",
		"per nm²", "degrees", "°", "percent", "%");

	private static final List<String> CRYSTAL_HEADINGS = List.of("crystal", "misfit (%)", "shape (%)",
		"brightness", "columns", "pixel size (nm)");

	private static final String GONE = "The image was closed.";

	/**
	 * Writes the files, selects the sample if asked, and shows the window.
	 *
	 * @param folder null for none
	 */
	void of(final Path folder, final boolean select, final Consumer<String> note,
		final Supplier<Optional<Point>> place, final Progress progress)
	{
		if (folder != null) save(folder, progress);
		if (select && files.estimate().hasLattice()) area().select();
		if (!Display.isInteractive() && folder == null) note.accept(files.summary());
		if (Display.isInteractive()) ReportWindow.open(shown(folder), image().getWindow(), place);
		progress.update(1, files.estimate().hasLattice() ? "Estimated." : "No lattice is seen.");
	}

	private ReportWindow.Report shown(final Path folder) {
		final boolean hasLattice = files.estimate().hasLattice();
		return new ReportWindow.Report("Physics of " + image().getTitle(), files.summary(), hasLattice
			? "Nothing of this is used unless you press a button."
			: "No lattice is seen; nothing is estimated.", tabs(), new RunPanel.Run(folder, "physics.json",
				"these estimates", files.run().image().macro(), "", into -> () -> save(into, Progress.NONE)),
			"estimate-physics", actions());
	}

	/** Without a lattice only the spectrum. */
	List<ReportTab> tabs() {
		final ReportTab spectrum = ReportTab.picture("Spectrum", spectrum());
		return files.estimate().hasLattice() ? List.of(ReportTab.table("Estimates", List.of("quantity",
			"value", "what it is"), quantities()), ReportTab.table("Crystals", CRYSTAL_HEADINGS, crystals()),
			spectrum, ReportTab.picture("Mean cell", motif()), ReportTab.picture("Sample", sample())) : List
				.of(spectrum);
	}

	private void save(final Path folder, final Progress progress) {
		files.write(folder);
		Pictures.write(folder.resolve("spectrum.png"), this::spectrum, progress);
		if (files.estimate().hasLattice()) {
			Pictures.write(folder.resolve("motif.png"), this::motif, progress);
			Pictures.writeForPrint(folder.resolve("sample.png"), this::sample, progress);
			area().write(folder);
		}
		// Of an earlier run that saw a lattice.
		else List.of("motif.png", "sample.png", "sample.roi", "sample.tif").forEach(name -> AtomicFile
			.delete(folder.resolve(name)));
	}

	private SampleArea area() {
		return new SampleArea(analysed, files.estimate().sample());
	}

	private ImagePlus image() {
		return analysed.source();
	}

	private List<List<String>> quantities() {
		return files.quantities().stream().map(q -> List.of(q.name().replace("_nm", "").replace('_', ' '),
			CalibrationCheck.text(q.measured()) + " " + UNITS.getOrDefault(q.unit(), q.unit()), q.meaning()))
			.toList();
	}

	private List<List<String>> crystals() {
		return files.ranking().stream().map(m -> List.of(m.lattice().name(), percent(m.misfit()), percent(m
			.shapeMisfit()), String.format(Locale.ROOT, "%.2f", m.brightnessMisfit()), String.format(
				Locale.ROOT, "%.0f", m.columns()), CalibrationCheck.text(m.pixelSize()))).toList();
	}

	private static String percent(final double share) {
		return String.format(Locale.ROOT, "%.1f", 100 * share);
	}

	private BufferedImage spectrum() {
		return PhysicsPictures.spectrum(files.estimate());
	}

	private BufferedImage motif() {
		return PhysicsPictures.motif(files.estimate(), files.run().pixelSize());
	}

	private BufferedImage sample() {
		return PhysicsPictures.sample(analysed.pixels(), files.estimate().sample(), files.run()
			.pixelSize());
	}

	/** The one that suits the crystal, nm; null if the crystal isn't known. */
	private Measured pixelSize() {
		return files.matches().isEmpty() ? null : files.matches().get(0).pixelSize();
	}

	/** Why that pixel size is proposed, with what else is possible. */
	private String reason() {
		final StringBuilder text = new StringBuilder("Set the pixel size of \"" + image().getTitle() +
			"\" to " + CalibrationCheck.text(pixelSize()) + " nm,\nwhich suits " + files.lattice().name() +
			"?");
		for (final CellMatch other : files.matches().subList(1, files.matches().size()))
			if (other.cost() < files.matches().get(0).cost() + CellMatch.DECISIVE) text.append("\n").append(
				CalibrationCheck.text(other.pixelSize())).append(" nm is possible too.");
		final double now = PixelSize.known(image());
		return text.append(now > 0 ? String.format(Locale.ROOT, "\nIt is %.5g nm now.", now) : "").toString();
	}

	/** What is done with the estimates, and only if a button is pressed. */
	List<RunPanel.Action> actions() {
		return List.of(new RunPanel.Action("Set pixel size…",
			"Asks, and makes the pixel size that suits the crystal the image's.", pixelSize() != null,
			this::setPixelSize), new RunPanel.Action("Select sample",
				"Makes the sample the image's selection, so that columns are expected there only.", files
					.estimate().hasLattice(), question -> selectSample()));
	}

	private String setPixelSize(final Predicate<String> question) {
		if (Display.isGone(image())) return GONE;
		if (!question.test(reason())) return "";
		PixelSize.set(image(), pixelSize().value());
		return "The image's pixel size is set; save the image to keep it.";
	}

	private String selectSample() {
		if (Display.isGone(image())) return GONE;
		area().select();
		return "The sample is the image's selection.";
	}
}
