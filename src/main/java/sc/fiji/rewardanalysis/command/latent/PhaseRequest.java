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
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.PhaseFiles;
import sc.fiji.rewardanalysis.core.io.PhaseRun;
import sc.fiji.rewardanalysis.core.latent.LatentModel;
import sc.fiji.rewardanalysis.core.latent.LatentTrainer;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseMapping;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseResult;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseSettings;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.plot.PhasePictures;
import sc.fiji.rewardanalysis.ui.ProgressWindow;
import sc.fiji.rewardanalysis.ui.live.LiveTraining;

/**
 * What the user asked {@link MapLatentPhases} for.
 *
 * @param earlier the file of a network to go on from; null to begin
 * @param show whether phases are shown on the image
 * @param folder where files go; null for none
 * @param macro the line that repeats the run
 */
record PhaseRequest(PhaseInputs inputs, PhaseSettings settings, Path earlier, boolean show,
	Path folder, String macro)
{

	/** The network is saved so often while it is trained, ns. */
	private static final long CHECKPOINT = 20_000_000_000L;

	/** Trains, writes the files and shows what came out. */
	void run(final LatentTrainer trainer, final ProgressWindow window, final Consumer<String> note,
		final Progress progress)
	{
		final long start = System.nanoTime();
		final LatentModel before = earlier == null ? null : trainer.read(earlier);
		final PhaseSettings used = before == null ? settings : new PhaseSettings(settings.patches(),
			before.settings().withEpochs(settings.network().epochs()), settings.segmentation());
		final AnalysedImage analysed = inputs.analysed();
		final PhaseResult result;
		try (LiveTraining live = new LiveTraining(window, analysed.source().getWindow(),
			PhasePictures.PANELS, settings.network().epochs(), subtitle(used.network())))
		{
			result = new PhaseMapping(inputs.scene(), used, trainer).run(before, new Watch(live, folder),
				progress.part(0, 0.95));
		}
		result.notes().forEach(note);
		new PhaseOutput(inputs, result, new PhaseFiles(result, new PhaseRun(analysed.run(analysed.hash(),
			start, macro), inputs.atoms(), earlier == null ? "" : earlier.toString())), folder).of(show,
				window, note, progress.again().part(0.95, 1));
	}

	private static String subtitle(final VaeSettings network) {
		return network.epochs() + " epochs, seed " + network.seed();
	}

	/** Shows a training, and saves it now and then. */
	private static final class Watch implements Consumer<LatentModel> {

		private final LiveTraining live;
		private final Path folder;
		private long saved = System.nanoTime();

		Watch(final LiveTraining live, final Path folder) {
			this.live = live;
			this.folder = folder;
		}

		@Override
		public void accept(final LatentModel model) {
			live.show(model.history());
			if (folder == null || System.nanoTime() - saved < CHECKPOINT) return;
			model.save(folder.resolve(PhaseFiles.NETWORK));
			saved = System.nanoTime();
		}
	}
}
