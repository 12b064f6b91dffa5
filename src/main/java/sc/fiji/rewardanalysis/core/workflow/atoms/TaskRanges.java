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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.Range;

/**
 * Where an {@link AtomFindingTask} searches. Immutable.
 *
 * @param all ranges; that of the threshold holds those of all preparations
 * @param thresholds by preparation, in the order of {@link PreparedImages#all}
 * @param weaker preparations whose strongest blobs are weaker than those of the opposite contrast,
 *          as far as that is known
 * @param own whether they follow from the image itself
 */
record TaskRanges(LogRanges all, Map<Preparation, Range> thresholds, Set<Preparation> weaker,
	boolean own)
{

	/** Those that follow from crystal and image, with what the user set in their place. */
	static TaskRanges derived(final PreparedImages images, final AtomPhysics physics,
		final AtomFindingSettings settings, final Progress progress)
	{
		final Map<Preparation, LogRanges> derived = derived(images, images.all(), physics, progress);
		final Map<Preparation, Range> thresholds = new LinkedHashMap<>();
		images.all().forEach(p -> thresholds.put(p, settings.threshold() != null ? settings.threshold()
			: derived.get(p).threshold()));
		// All but the thresholds are the same for every preparation.
		return new TaskRanges(derived.get(images.all().get(0)).given(settings).withThreshold(thresholds
			.values().stream().reduce(Range::union).orElseThrow()), thresholds, weaker(derived), true);
	}

	/** Those that several images share. */
	static TaskRanges shared(final PreparedImages images, final SharedRanges shared,
		final double spacing, final Set<Preparation> weaker)
	{
		final Map<Preparation, Range> thresholds = new LinkedHashMap<>();
		for (int i = 0; i < images.all().size(); i++)
			thresholds.put(images.all().get(i), shared.thresholds().get(i));
		return new TaskRanges(shared.in(spacing), thresholds, weaker, false);
	}

	/** The same with a range of thresholds for a single preparation. */
	TaskRanges only(final Preparation preparation, final Range threshold) {
		return new TaskRanges(all.withThreshold(threshold), Map.of(preparation, threshold), Set.of(), own);
	}

	/** The same for another image: which contrast is the weaker one isn't known there. */
	TaskRanges elsewhere() {
		return new TaskRanges(all, thresholds, Set.of(), false);
	}

	/** The same with another number of scales. */
	TaskRanges withNumSigma(final int number) {
		return new TaskRanges(all.withNumSigma(number), thresholds, weaker, own);
	}

	/** Whether the opposite contrast has the stronger blobs, if it is one of the preparations. */
	static boolean isWeaker(final PreparedImages images, final Preparation preparation,
		final AtomPhysics physics, final Progress progress)
	{
		return images.all().contains(preparation.inverse()) && weaker(derived(images, List.of(preparation,
			preparation.inverse()), physics, progress)).contains(preparation);
	}

	/** The ranges that follow from each preparation. */
	private static Map<Preparation, LogRanges> derived(final PreparedImages images,
		final List<Preparation> which, final AtomPhysics physics, final Progress progress)
	{
		final Map<Preparation, LogRanges> derived = new LinkedHashMap<>();
		// The first one last, so that the search finds it in memory.
		final List<Preparation> preparations = new ArrayList<>(which);
		Collections.reverse(preparations);
		final double n = preparations.size();
		for (int i = 0; i < n; i++) {
			final Progress part = progress.part(i / n, (i + 1) / n);
			derived.put(preparations.get(i), LogRanges.derived(images.detector(preparations.get(i), part
				.part(0, 0.5)), physics, part.part(0.5, 1)));
		}
		return derived;
	}

	/**
	 * Gaps between columns lie as regularly as columns, so where the contrast is searched
	 * no reward tells the two apart. But columns are narrower than what is between them:
	 * their blobs are the stronger ones. The upper end of the thresholds is twice the
	 * response that a quarter of the expected columns exceed.
	 */
	private static Set<Preparation> weaker(final Map<Preparation, LogRanges> derived) {
		return derived.keySet().stream().filter(p -> derived.containsKey(p.inverse()) && derived.get(p)
			.threshold().high() < derived.get(p.inverse()).threshold().high()).collect(Collectors
				.toUnmodifiableSet());
	}
}
