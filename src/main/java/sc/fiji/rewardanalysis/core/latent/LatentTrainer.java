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

package sc.fiji.rewardanalysis.core.latent;

import java.nio.file.Path;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * Trains models of patches. A cancel ends a training and keeps the last finished epoch; so does a
 * loss that is no number. Then the model's advice says so.
 */
public interface LatentTrainer {

	/**
	 * Trains from the beginning.
	 *
	 * @param after hears of the model after each epoch, on the calling thread
	 */
	LatentModel train(PatchSet patches, VaeSettings settings, Consumer<LatentModel> after,
		Progress progress);

	/**
	 * Goes on, to the last bit as if it had not been stopped if the patches are the same.
	 *
	 * @param epochs in all, those before counted
	 */
	LatentModel resume(LatentModel earlier, PatchSet patches, int epochs, Consumer<LatentModel> after,
		Progress progress);

	/**
	 * Reads what {@link LatentModel#save} has written.
	 *
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException if it is no such file
	 */
	LatentModel read(Path file);
}
