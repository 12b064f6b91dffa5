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

package sc.fiji.rewardanalysis.command.network;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.ValidArea;
import sc.fiji.rewardanalysis.core.io.AtomsTable;
import sc.fiji.rewardanalysis.core.io.NetworkAtomsFiles;
import sc.fiji.rewardanalysis.core.io.NetworkUse;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.network.NetworkPeaks;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.workflow.network.NetworkFinding;
import sc.fiji.rewardanalysis.core.workflow.network.NetworkTask;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.plot.OverlayPicture;
import sc.fiji.rewardanalysis.plot.Pictures;
import sc.fiji.rewardanalysis.ui.TableWindow;

/** {@link FindAtomsWithNetwork} with a threshold and a distance that are given. */
final class NetworkAtoms {

	private final NetworkRequest request;
	private final AnalysedImage image;
	private final Consumer<String> note;

	/** @param note tells the user what is no error but should be known */
	NetworkAtoms(final NetworkRequest request, final Consumer<String> note) {
		this.request = request;
		this.note = note;
		image = request.image();
	}

	/** Finds atoms, writes the files and shows them. */
	void run(final Progress progress) {
		final long start = System.nanoTime();
		final NetworkUse use = request.run(progress.part(0, 0.9));
		final ValidArea valid = request.valid(use.map(), progress);
		if (valid.invalid() > 0) note.accept(valid.describe());
		final List<Blob> found = NetworkFinding.atoms(NetworkPeaks.of(use.map(), request.threshold(),
			progress).stream().filter(valid.area()::contains).toList(), request.threshold(), request.distance());
		final RefinedAtoms refined = request.refined(found, progress.part(0.9, 0.98));
		final NetworkTask.Judged judged = request.lattice() == null ? null : NetworkTask.judged(found,
			valid.area(), request.settings());
		final CsvTable table = judged == null ? AtomsTable.of(refined, request.pixelSize(), image.x(), image
			.y()) : AtomsTable.of(judged.atoms(), refined, judged.errors(), image.x(), image.y());
		final int[] errors = judged == null ? new int[0] : judged.errors();
		final NetworkAtomsFiles files = new NetworkAtomsFiles(use, request.threshold(), request.distance(),
			table, refined.isRefined() ? refined.summary() : "centroids of the network's probabilities.",
			judged == null ? "" : judged.expectation(), image.run(image.hash(), start, request.macro()));
		if (request.folder() != null) write(request.folder(), files, refined, errors, progress.again());
		AtomOverlay.show(image, refined.blobs(), errors);
		AtomOverlay.showLeftOut(image, valid.area());
		if (request.map()) NetworkPictures.show(image, use.map());
		TableWindow.show(table, "Atoms of " + image.source().getTitle(), image.source());
		if (found.isEmpty()) note.accept(
			"The network finds no atom at this threshold; lower it, check scale and contrast, or try another network.");
		else if (!Display.isInteractive() && request.folder() == null) note.accept(files.summary());
		progress.update(1, found.size() + " atoms");
	}

	private void write(final Path folder, final NetworkAtomsFiles files, final RefinedAtoms refined,
		final int[] errors, final Progress progress)
	{
		files.write(folder);
		NetworkPictures.write(folder, image, files.use().map());
		Pictures.writeForPrint(folder.resolve("overlay.png"), () -> OverlayPicture.draw(image.pixels(),
			refined.blobs(), errors, request.pixelSize()), progress);
	}
}
