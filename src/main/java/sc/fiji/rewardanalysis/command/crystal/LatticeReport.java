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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Waiting;
import sc.fiji.rewardanalysis.core.crystal.Defect;
import sc.fiji.rewardanalysis.core.crystal.LatticeAnalysis;
import sc.fiji.rewardanalysis.core.crystal.LatticeMaps;
import sc.fiji.rewardanalysis.core.crystal.LatticeMarks;
import sc.fiji.rewardanalysis.core.io.ClassRun;
import sc.fiji.rewardanalysis.core.io.LatticeFitFiles;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.imagej.LatticeImages;
import sc.fiji.rewardanalysis.imagej.LatticeOverlay;
import sc.fiji.rewardanalysis.imagej.RegionImages;
import sc.fiji.rewardanalysis.plot.LatticePictures;
import sc.fiji.rewardanalysis.ui.MapWindow;
import sc.fiji.rewardanalysis.ui.ReportTab;
import sc.fiji.rewardanalysis.ui.ReportWindow;
import sc.fiji.rewardanalysis.ui.RunPanel;
import sc.fiji.rewardanalysis.ui.TableWindow;

/**
 * What there is to say of a fitted lattice.
 *
 * @param arrows by which displacements are drawn longer; 0 for a factor that suits them
 * @param macro the line that repeats it
 */
record LatticeReport(LatticeScene scene, LatticeAnalysis found, int arrows, String macro) {

	static final String STRAIN = "strain.tif";

	/** In the order of the maps. */
	private static final List<String> STRAINS = List.of("Strain xx", "Strain yy", "Strain xy",
		"Rotation");

	/** What a run writes. */
	private static final List<String> FILES = List.of("lattice.json", "atoms.csv", "defects.csv",
		"summary.txt", "displacement.png", "strain.png", STRAIN);

	/**
	 * Writes the files, and shows atoms, tables and maps.
	 *
	 * @param folder null for none
	 * @param seconds what the run took until now
	 * @param place where the window goes
	 */
	void of(final Path folder, final boolean maps, final DoubleSupplier seconds,
		final Consumer<String> note, final Supplier<Optional<Point>> place, final Progress progress)
	{
		final AnalysedImage analysed = scene.analysed();
		final ImagePlus image = analysed.source();
		final Progress most = progress.part(0, 0.6);
		final List<LatticeMaps.Layer> layers = folder != null || maps && Display.isInteractive() ? Waiting
			.unlessCancelled(() -> LatticeMaps.of(found, analysed.width(), analysed.height(), analysed.area(),
				most), most) : List.of();
		final LatticeFitFiles files = new LatticeFitFiles(found, new ClassRun(image.getTitle(), image
			.getWidth(), image.getHeight(), analysed.slice(), analysed.x(), analysed.y(), found.settings()
				.pixelSize(), scene.scene().atoms().origin(), seconds.getAsDouble(), macro));
		if (folder != null) write(files, layers, folder, progress.part(0.6, 1));
		LatticeOverlay.show(analysed, found, scale());
		TableWindow.show(files.atoms(), "Atoms of " + image.getTitle(), image);
		if (!found.defects().isEmpty()) TableWindow.show(files.defects(), "Defects of " + image.getTitle(),
			image);
		if (maps && !layers.isEmpty()) MapWindow.show(stack(layers), image);
		files.notes().forEach(note);
		if (!Display.isInteractive() && folder == null) note.accept(files.summary());
		if (Display.isInteractive()) open(files, layers, folder, place);
		progress.update(1, String.format(Locale.ROOT, "%d grain(s), %d vacancies, %d interstitials.", found.fit().grains()
			.size(), found.count(Defect.Kind.VACANCY), found.count(Defect.Kind.INTERSTITIAL)));
	}

	private void open(final LatticeFitFiles files, final List<LatticeMaps.Layer> layers,
		final Path folder, final Supplier<Optional<Point>> place)
	{
		final AnalysedImage analysed = scene.analysed();
		final ImagePlus image = analysed.source();
		final String marks = "Overlay:    arrows are displacements × " + LatticeMarks.words(scale()) +
			", squares vacancies, diamonds interstitials, triangles two atoms on a site.\n";
		final List<ReportTab> tabs = new ArrayList<>(List.of(ReportTab.picture(
			"Displacements", () -> LatticePictures.displacements(analysed.pixels(), found, scale()))));
		for (int i = 0; i < STRAINS.size(); i++) {
			final int panel = i;
			tabs.add(ReportTab.picture(STRAINS.get(i), () -> LatticePictures.panels(maps(layers), analysed
				.width(), analysed.height(), found.settings().pixelSize()).get(panel)));
		}
		ReportWindow.open(new ReportWindow.Report("Lattice of " + image.getTitle(), files.summary() + marks,
			"", tabs, new RunPanel.Run(folder, "lattice.json", "this lattice", macro, "", into -> () -> write(
				files, maps(layers), into, Progress.NONE)), "fit-lattice", List.of()), image.getWindow(), place);
	}

	/** Those that there are, or new ones. */
	private List<LatticeMaps.Layer> maps(final List<LatticeMaps.Layer> layers) {
		final AnalysedImage analysed = scene.analysed();
		return layers.isEmpty() ? LatticeMaps.of(found, analysed.width(), analysed.height(), analysed.area(),
			Progress.NONE) : layers;
	}

	private double scale() {
		return arrows > 0 ? arrows : LatticeMarks.scale(found);
	}

	private ImagePlus stack(final List<LatticeMaps.Layer> layers) {
		return LatticeImages.stack(layers, scene.analysed(), "Strain of " + scene.analysed().source()
			.getTitle());
	}

	private void write(final LatticeFitFiles files, final List<LatticeMaps.Layer> layers,
		final Path folder, final Progress progress)
	{
		// After a cancel none of an earlier run shall pass for one of this.
		FILES.forEach(name -> AtomicFile.delete(folder.resolve(name)));
		progress.update(0, "Writing files");
		try {
			LatticePictures.write(folder, scene.analysed().pixels(), found, layers, scale(), progress);
			progress.checkCanceled();
			RegionImages.write(stack(layers), folder.resolve(STRAIN));
			files.write(folder);
		}
		catch (final CancellationException exc) {
			FILES.forEach(name -> AtomicFile.delete(folder.resolve(name)));
			throw exc;
		}
	}
}
