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

import java.io.File;
import java.nio.file.Path;
import java.util.List;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AtomScene;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomSource;
import sc.fiji.rewardanalysis.imagej.ImageAtoms;

/**
 * The image with its atoms and crystal, as the commands' inputs say, which several share.
 *
 * @param analysed the part of the image that is analysed
 * @param atoms px of the image
 * @param lattice the crystal; null if it isn't known
 * @param pixelSize nm
 */
public record RegionScene(AnalysedImage analysed, ImageAtoms atoms, Lattice lattice, double pixelSize) {

	/**
	 * Reads the atoms.
	 *
	 * @param file of the atoms, if they come from one
	 */
	public static RegionScene of(final AnalysedImage analysed, final AtomSource source, final File file,
		final Lattice lattice, final double pixelSize)
	{
		final ImagePlus image = analysed.source();
		return new RegionScene(analysed, ImageAtoms.of(image, analysed.slice(), image.getRoi(), source,
			AnalysisCommand.isGiven(file) ? file.toPath() : null), lattice, pixelSize);
	}

	/** Atoms in the analysed box, px of it. */
	public List<Blob> inBox() {
		return atoms.atoms().stream().map(a -> new Blob(a.x() - analysed.x(), a.y() - analysed.y(), a.sigma(),
			a.response())).toList();
	}

	/** Measures the surroundings of the atoms. */
	public AtomScene measured(final long seed, final Progress progress) {
		return new AtomScene(analysed.pixels(), analysed.area(), inBox(), pixelSize, lattice, seed,
			progress);
	}

	/** Refuses to write over the file that the atoms come from. */
	public static void checkKept(final File atomsFile, final File folder) {
		if (!AnalysisCommand.isGiven(atomsFile) || !AnalysisCommand.isGiven(folder)) return;
		final Path from = atomsFile.toPath().toAbsolutePath().normalize();
		if (from.equals(folder.toPath().toAbsolutePath().normalize().resolve("atoms.csv")))
			throw new RewardAnalysisException(
				"The atoms come from %s, over which this command would write; choose another output_folder.",
				from);
	}
}
