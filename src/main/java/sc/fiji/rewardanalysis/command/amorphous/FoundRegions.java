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

package sc.fiji.rewardanalysis.command.amorphous;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleSupplier;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.RegionScene;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.RegionFiles;
import sc.fiji.rewardanalysis.core.io.RegionReport;
import sc.fiji.rewardanalysis.core.io.RegionRun;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRegions;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRule;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AtomScene;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionFinder;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionSettings;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.RegionView;
import sc.fiji.rewardanalysis.plot.RegionPictures;

/**
 * Amorphous regions of an image, found with given parameters.
 *
 * @param inputs where they were looked for
 * @param finder what found them
 * @param found the regions
 * @param map the probability to be amorphous in each pixel of the analysed box
 */
record FoundRegions(RegionScene inputs, RegionFinder finder, AmorphousRegions found,
	float[] map)
{

	static FoundRegions of(final RegionScene inputs, final RegionSettings settings,
		final AmorphousRule which, final long seed, final Progress progress)
	{
		final AtomScene scene = inputs.measured(seed, progress);
		progress.update(0.3, "Telling " + scene.atoms().size() + " atoms apart");
		final RegionFinder finder = new RegionFinder(scene, which);
		final AmorphousRegions found = finder.find(settings.clustering(scene.spacing()), settings.rule(scene
			.spacing()), progress);
		progress.update(0.8, "Mapping the probability to be amorphous");
		return new FoundRegions(inputs, finder, found, finder.map(found, progress));
	}

	RegionView view() {
		return new RegionView(inputs.analysed(), finder.scene().atoms(), found);
	}

	RegionReport report() {
		return new RegionReport(finder, found, inputs.analysed().x(), inputs.analysed().y());
	}

	/**
	 * Writes all files in place of those of an earlier run.
	 *
	 * @param seconds what the run took until now
	 * @return what else the user should know; empty if nothing
	 */
	String write(final Path folder, final DoubleSupplier seconds, final long seed,
		final String macro, final Progress progress)
	{
		progress.update(0.85, "Writing files");
		// After a cancel none of an earlier run shall pass for one of this.
		for (final String name : List.of("regions.csv", "atoms.csv", "regions.json", "summary.txt",
			RegionView.LABELS, RegionView.PROBABILITY))
			AtomicFile.delete(folder.resolve(name));
		final AnalysedImage analysed = inputs.analysed();
		final ImagePlus image = analysed.source();
		final String why = RegionPictures.write(folder, analysed.pixels(), finder.scene(), found, map,
			progress);
		view().write(map, folder, progress);
		new RegionFiles(report(), new RegionRun(image.getTitle(), image.getWidth(), image.getHeight(),
			analysed.x(), analysed.y(), analysed.width(), analysed.height(), analysed.hash(), inputs.atoms()
				.origin(), inputs.lattice(), seed, seconds.getAsDouble(), macro)).write(folder);
		return why;
	}
}
