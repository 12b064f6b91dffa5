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

import java.io.File;
import java.util.List;

import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.latent.PatchOptions;
import sc.fiji.rewardanalysis.core.latent.PhysicsLoss;
import sc.fiji.rewardanalysis.core.workflow.Range;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseScene;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomSource;
import sc.fiji.rewardanalysis.imagej.ImageAtoms;
import sc.fiji.rewardanalysis.imagej.PixelSize;

/**
 * The image whose phases are mapped, as the inputs say.
 *
 * @param analysed the slice that is shown
 * @param scene what is analysed of it
 * @param atoms where the atoms come from; empty for a raster
 */
record PhaseInputs(AnalysedImage analysed, PhaseScene scene, String atoms) {

	/** The paper's weight, and what did well in docs/latent-phases.md. */
	static final double PUBLISHED = 0.5, DIFFERENTIABLE = 10;

	/** From the middle of the weights searched to their ends. */
	private static final double SPAN = 10;

	/** Where patches are. */
	enum Placed {
			RASTER, ATOMS
	}

	static PhaseInputs of(final AnalysedImage analysed, final PatchOptions options,
		final String source, final File file, final double pixelSize, final String unit)
	{
		if (!options.isAroundAtoms()) return new PhaseInputs(analysed, new PhaseScene(analysed.pixels(),
			analysed.area(), List.of(), pixelSize(analysed, pixelSize, unit)), "");
		final ImageAtoms atoms = ImageAtoms.of(analysed.source(), analysed.slice(), analysed.source()
			.getRoi(), AnalysisCommand.choice(AtomSource.class, "atoms_from", source), AnalysisCommand
				.isGiven(file) ? file.toPath() : null);
		final List<Blob> inBox = atoms.atoms().stream().map(a -> new Blob(a.x() - analysed.x(), a.y() -
			analysed.y(), a.sigma(), a.response())).toList();
		return new PhaseInputs(analysed, new PhaseScene(analysed.pixels(), analysed.area(), inBox,
			pixelSize(analysed, pixelSize, unit)), atoms.origin());
	}

	/** NaN if it isn't known; then lengths are in px. */
	private static double pixelSize(final AnalysedImage analysed, final double given,
		final String unit)
	{
		if (given > 0) return PixelSize.nanometres(analysed.source(), given, unit);
		try {
			return PixelSize.ofImage(analysed.source());
		}
		catch (final RewardAnalysisException exc) {
			return Double.NaN;
		}
	}

	/** Of a raster, px. */
	static int stride(final int stride) {
		return Checks.atLeast("stride (px)", stride, 1);
	}

	/** @param weight below 0 for what suits the form */
	static PhysicsLoss physics(final PhysicsLoss.Form form, final double weight) {
		return switch (form) {
			case NONE -> PhysicsLoss.NONE;
			case PUBLISHED -> PhysicsLoss.published(weight < 0 ? PUBLISHED : weight);
			case DIFFERENTIABLE -> PhysicsLoss.differentiable(weight < 0 ? DIFFERENTIABLE : weight);
		};
	}

	/** The weights that are searched unless told otherwise. */
	static Range weights(final PhysicsLoss.Form form) {
		final double middle = physics(form, -1).weight();
		return new Range(middle / SPAN, middle * SPAN);
	}

}
