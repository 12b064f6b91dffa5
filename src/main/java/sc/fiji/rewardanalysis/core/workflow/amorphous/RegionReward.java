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

package sc.fiji.rewardanalysis.core.workflow.amorphous;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import sc.fiji.rewardanalysis.core.reward.Reward;
import sc.fiji.rewardanalysis.core.reward.Score;

/** What amorphous regions are worth. Without regions nothing can be told: NaN. Immutable. */
public final class RegionReward implements Reward<AmorphousRegions> {

	/** η² of the atoms' disorder between regions and crystal. */
	public static final RegionReward SEPARATION = new RegionReward("separation", Direction.MAXIMIZE,
		"Share of the variance of the atoms' disorder that lies between amorphous and crystalline atoms (eta squared, 0 to 1).",
		AmorphousRegions::separation);

	/** The isoperimetric quotient of the mask. */
	public static final RegionReward COMPACTNESS = new RegionReward("compactness",
		Direction.MAXIMIZE,
		"4 pi area / perimeter² of all regions together: 1 for one disc, 1/n for n equal ones. The paper's area / perimeter² but for a factor.",
		r -> r.measures().roundness());

	/** The length of all outlines. */
	public static final RegionReward PERIMETER = new RegionReward("perimeter", Direction.MINIMIZE,
		"Length of all outlines over that of the image's border; what runs along that border doesn't count.",
		r -> r.measures().perimeter());

	/** What lacks of compactness. */
	static final RegionReward RAGGEDNESS = new RegionReward("1-compactness", Direction.MINIMIZE,
		"What lacks of compactness; compactness is " + COMPACTNESS.description, r -> 1 - r.measures()
			.roundness());

	/** What lacks of separation. */
	static final RegionReward MIXING = new RegionReward("1-separation", Direction.MINIMIZE,
		"What lacks of separation; separation is the " + SEPARATION.description.substring(0, 1)
			.toLowerCase(Locale.ROOT) + SEPARATION.description.substring(1), r -> 1 - r
				.separation());

	/** What is reported of every evaluation. */
	static final List<RegionReward> REPORTED = List.of(SEPARATION, COMPACTNESS, PERIMETER,
		new RegionReward("area_fraction", Direction.MINIMIZE,
			"Share of the analysed area that is amorphous.", r -> r.measures().areaFraction()),
		new RegionReward("contrast", Direction.MAXIMIZE,
			"How many times as disordered the surroundings of amorphous atoms are as those of the others.",
			AmorphousRegions::contrast), new RegionReward("regions", Direction.MINIMIZE,
				"Number of connected regions.", r -> r.regions().size()));

	private final String name, description;
	private final Direction direction;
	private final ToDoubleFunction<AmorphousRegions> value;

	private RegionReward(final String name, final Direction direction, final String description,
		final ToDoubleFunction<AmorphousRegions> value)
	{
		this.name = name;
		this.direction = direction;
		this.description = description;
		this.value = value;
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public String unit() {
		return "1";
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
	public Score score(final AmorphousRegions regions) {
		return Score.of(regions.regions().isEmpty() ? Double.NaN : value.applyAsDouble(regions));
	}
}
