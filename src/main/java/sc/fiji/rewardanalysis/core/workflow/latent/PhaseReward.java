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

package sc.fiji.rewardanalysis.core.workflow.latent;

import java.util.List;
import java.util.function.ToDoubleFunction;

import sc.fiji.rewardanalysis.core.reward.Reward;
import sc.fiji.rewardanalysis.core.reward.Score;

/** What phases are worth. Without phases nothing can be told: NaN. Immutable. */
public final class PhaseReward implements Reward<PhaseResult> {

	/** Share of the latents' variance that lies between phases. */
	static final PhaseReward SEPARATION = new PhaseReward("separation", "1", Direction.MAXIMIZE,
		"Share of the variance of the latents used that lies between phases (0 to 1).", r -> r
			.segmentation().separation());

	/** How much the encoder says in all. */
	static final PhaseReward DIVERGENCE = new PhaseReward("content_kl", "nats", Direction.MAXIMIZE,
		"Mean Kullback-Leibler divergence of the content latents of a patch from their prior.",
		PhaseReward::content);

	/** What is reported of every evaluation. */
	public static final List<PhaseReward> REPORTED = List.of(SEPARATION, DIVERGENCE);

	private final String name, unit, description;
	private final Direction direction;
	private final ToDoubleFunction<PhaseResult> value;

	private PhaseReward(final String name, final String unit, final Direction direction,
		final String description, final ToDoubleFunction<PhaseResult> value)
	{
		this.name = name;
		this.unit = unit;
		this.direction = direction;
		this.description = description;
		this.value = value;
	}

	/** The length of all boundaries. */
	static PhaseReward boundary(final String unit) {
		return new PhaseReward("boundary", unit, Direction.MINIMIZE,
			"Length of all boundaries between phases, each counted once.", PhaseResult::boundary);
	}

	/** How badly patches are drawn. */
	static PhaseReward reconstruction() {
		return new PhaseReward("reconstruction", "1", Direction.MINIMIZE,
			"Root-mean-square difference of the patches' pixels, 0 to 1, and what the network draws for them.",
			PhaseResult::reconstruction);
	}

	private static double content(final PhaseResult result) {
		double sum = 0;
		for (int k = result.maps().settings().firstContent(); k < result.maps().count(); k++)
			sum += result.maps().divergence(k);
		return sum;
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public String unit() {
		return unit;
	}

	@Override
	public Direction direction() {
		return direction;
	}

	@Override
	public String description() {
		return description;
	}

	@Override
	public Score score(final PhaseResult result) {
		return Score.of(result.isFeasible() ? value.applyAsDouble(result) : Double.NaN);
	}
}
