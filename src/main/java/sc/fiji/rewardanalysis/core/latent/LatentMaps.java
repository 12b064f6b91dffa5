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

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The latents of an image's patches, in units that mean something, and which of them tell
 * anything: a latent has collapsed if it hardly differs from patch to patch (a range of means of
 * {@value #COLLAPSED} or less, the paper's rule), or if its distributions hardly differ from the
 * prior N(0, 1) (a mean divergence below {@value #SILENT} nats). Such a latent is left out of
 * segmentations.
 *
 * @param patches where they are
 * @param settings of the model
 * @param latents of each patch
 */
public record LatentMaps(PatchSet patches, VaeSettings settings, Latents latents) {

	/** Of the means, in standard deviations of the prior. */
	static final double COLLAPSED = 1e-3;

	/** Nats per patch. */
	static final double SILENT = 0.01;

	public LatentMaps {
		Checks.given("patches", patches);
		Checks.given("settings", settings);
		Checks.given("latents", latents);
		if (latents.patches() != patches.count()) throw new RewardAnalysisException(
			"There are latents of %d patches and %d patches.", latents.patches(), patches.count());
	}

	/** How many latents there are, the invariance's first. */
	public int count() {
		return latents.means().length;
	}

	/** The name of a latent. */
	public String name(final int latent) {
		return latents.names().get(latent);
	}

	/** {@code rad} of an angle, {@code px} of a shift, {@code 1} of content. */
	public String unit(final int latent) {
		if (isContent(latent)) return "1";
		return settings.invariance().rotates() && latent == 0 ? "rad" : "px";
	}

	/** Whether it tells of a patch's content, not of its position or angle. */
	public boolean isContent(final int latent) {
		return latent >= settings.firstContent();
	}

	/** A latent by patch: content in standard deviations of the prior, shifts in px of the image. */
	public float[] values(final int latent) {
		final double pixels = (double) patches.options().window() / patches.size();
		final double scale = settings.scale(latent, patches.size()) * (unit(latent).equals("px") ? pixels
			: 1);
		final float[] values = latents.means()[latent].clone();
		if (scale != 1) for (int i = 0; i < values.length; i++)
			values[i] *= scale;
		return values;
	}

	/** From the least to the largest mean, in standard deviations of the prior. */
	public double range(final int latent) {
		float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY;
		for (final float mean : latents.means()[latent]) {
			low = Math.min(low, mean);
			high = Math.max(high, mean);
		}
		return (double) high - low;
	}

	/** The mean Kullback–Leibler divergence from the prior, nats per patch: what it tells. */
	public double divergence(final int latent) {
		final float[] means = latents.means()[latent], deviations = latents.deviations()[latent];
		double sum = 0;
		for (int i = 0; i < means.length; i++) {
			final double m = means[i], s = Math.max(deviations[i], 1e-12);
			sum += 0.5 * (m * m + s * s - 1) - Math.log(s);
		}
		return sum / means.length;
	}

	/** Whether it tells nothing. */
	public boolean isCollapsed(final int latent) {
		return !(range(latent) > COLLAPSED) || !(divergence(latent) >= SILENT);
	}

	/** Content latents that tell something, the most telling one first. */
	public List<Integer> telling() {
		return IntStream.range(settings.firstContent(), count()).boxed().filter(k -> !isCollapsed(k))
			.sorted(Comparator.comparingDouble((Integer k) -> -divergence(k))).toList();
	}

	/** Names of content latents that have collapsed. */
	public List<String> collapsed() {
		return IntStream.range(settings.firstContent(), count()).filter(this::isCollapsed).mapToObj(
			this::name).toList();
	}
}
