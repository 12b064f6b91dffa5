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

import java.io.File;
import java.util.List;
import java.util.function.Predicate;

import ij.ImagePlus;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.command.RegionScene;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Waiting;
import sc.fiji.rewardanalysis.core.crystal.LatticeAnalysis;
import sc.fiji.rewardanalysis.core.crystal.LatticeSettings;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomSource;
import sc.fiji.rewardanalysis.imagej.ImageAtoms;

/**
 * Atoms to which a lattice is fitted, and those that are the reference.
 *
 * @param scene image and atoms
 * @param region which of the atoms in the box are the reference; null for no such choice
 */
record LatticeScene(RegionScene scene, Predicate<Position> region) {

	/**
	 * Reads the atoms: those in the selected area, or all if that is the reference.
	 *
	 * @param analysed the image, with its selection
	 * @param byRegion whether the selected area is the reference
	 */
	static LatticeScene of(final AnalysedImage analysed, final boolean byRegion,
		final AtomSource source, final File file, final Lattice lattice, final double pixelSize)
	{
		if (!byRegion) return new LatticeScene(RegionScene.of(analysed, source, file, lattice, pixelSize),
			null);
		final ImagePlus image = analysed.source();
		final Roi roi = image.getRoi();
		if (roi == null || !roi.isArea()) throw new RewardAnalysisException(
			"The reference is a region, but \"%s\" has no area selected; draw a rectangle around the part that is the reference, or choose another reference.",
			image.getTitle());
		final AnalysedImage whole = AnalysedImage.of(image, null);
		final RegionScene scene = new RegionScene(whole, ImageAtoms.of(image, whole.slice(), null, source,
			AnalysisCommand.isGiven(file) ? file.toPath() : null), lattice, pixelSize);
		return new LatticeScene(scene, p -> analysed.area().contains(p.x() - analysed.x(), p.y() - analysed
			.y()));
	}

	AnalysedImage analysed() {
		return scene.analysed();
	}

	/** The atoms in the box, px of it. */
	List<Blob> atoms() {
		return scene.inBox();
	}

	LatticeAnalysis fit(final LatticeSettings settings, final Progress progress) {
		// Parts of it ask too seldom whether to cancel.
		return Waiting.unlessCancelled(() -> LatticeAnalysis.of(atoms(), analysed().pixels(), analysed()
			.area(), region, settings, progress), progress);
	}
}
