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

package sc.fiji.rewardanalysis.command;

import java.awt.Point;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.ClassFiles;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.workflow.classes.AtomClassification;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.ClassOverlay;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.plot.ClassPlots;
import sc.fiji.rewardanalysis.ui.TableWindow;
import sc.fiji.rewardanalysis.ui.classes.Classes;
import sc.fiji.rewardanalysis.ui.classes.ClassesWindow;

/**
 * What there is to say of classified atoms.
 *
 * @param folder null for none
 */
record ClassReport(RegionScene scene, ClassFiles files, Path folder) implements Classes {

	/** Writes the files, and shows atoms, table and window. */
	void of(final Consumer<String> note, final Supplier<Optional<Point>> place,
		final Progress progress)
	{
		final AtomClassification found = files.found();
		if (folder != null) save(found, folder, progress);
		show(found);
		if (!Display.isInteractive() && folder == null) note.accept(files.summary());
		if (Display.isInteractive()) ClassesWindow.open("Classes of " + image().getTitle(), this, found,
			place);
		progress.update(1, found.classes().size() + " classes of atoms.");
	}

	private ClassFiles with(final AtomClassification found) {
		return new ClassFiles(found, files.run());
	}

	@Override
	public ImagePlus image() {
		return scene.analysed().source();
	}

	@Override
	public double pixelSize() {
		return scene.pixelSize();
	}

	@Override
	public String macro() {
		return files.run().macro();
	}

	@Override
	public String summary(final AtomClassification found) {
		return with(found).summary();
	}

	@Override
	public void show(final AtomClassification found) {
		final AnalysedImage analysed = scene.analysed();
		ClassOverlay.show(image(), analysed.slice(), scene.atoms().atoms(), found.labels(), found.names());
		TableWindow.show(with(found).atoms(), "Atoms of " + image().getTitle(), image());
	}

	@Override
	public void save(final AtomClassification found, final Path into, final Progress progress) {
		with(found).write(into);
		try {
			ClassPlots.write(into, found, scene.analysed().pixels(), pixelSize(), progress);
		}
		catch (final CancellationException exc) {
			// Pictures of an earlier run may be left, which aren't of these classes.
			List.of("patches", "overlay", "scores", "scores_second", "criteria", "criteria_second").forEach(
				name -> AtomicFile.delete(into.resolve(name + ".png")));
			throw exc;
		}
	}
}
