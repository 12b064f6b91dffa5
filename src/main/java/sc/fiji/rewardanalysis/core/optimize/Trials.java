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

package sc.fiji.rewardanalysis.core.optimize;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import sc.fiji.rewardanalysis.core.optimize.Study.Queued;

/** A study's trials before they are told: those to try next, and those that were asked for. */
final class Trials {

	private final SearchSpace space;
	private final Deque<Queued> queue = new ArrayDeque<>();
	private final Map<Integer, Trial> pending = new LinkedHashMap<>();
	private int nextId;
	private double expectedGain = Double.NaN;

	Trials(final SearchSpace space) {
		this.space = space;
	}

	/** Has a configuration tried before any proposal; fixed parameters may be left out. */
	void enqueue(final Configuration configuration, final String origin) {
		queue.addLast(new Queued(space.completed(configuration), origin));
	}

	void clearQueue() {
		queue.clear();
	}

	/** The first of the queue, or what is proposed; if that throws, nothing has happened. */
	Trial ask(final Supplier<Proposal> proposer) {
		final Trial trial = queue.isEmpty() ? proposed(proposer.get()) : queued(queue.removeFirst());
		nextId++;
		pending.put(trial.id(), trial);
		return trial;
	}

	private Trial queued(final Queued next) {
		return new Trial(nextId, next.configuration(), space.toUnit(next.configuration()), next.origin(),
			Double.NaN);
	}

	private Trial proposed(final Proposal proposal) {
		expectedGain = proposal.expectedGain();
		final Configuration configuration = space.at(space.snapped(proposal.unit()));
		// The point follows from the configuration, so that a study restored from configurations
		// has the same to the last bit.
		return new Trial(nextId, configuration, space.toUnit(configuration), proposal.origin(),
			expectedGain);
	}

	/**
	 * The pending trial that is meant, by its content: a trial of another study may have the same
	 * number.
	 *
	 * @return null if there is none
	 */
	Trial awaited(final Trial trial) {
		final Trial known = pending.get(trial.id());
		return known == null || !known.configuration().equals(trial.configuration()) ? null : known;
	}

	/** A trial of an earlier session, which isn't pending by that. */
	Trial restored(final int id, final Configuration configuration, final String origin,
		final double gain)
	{
		final Configuration completed = space.completed(configuration);
		return new Trial(id, completed, space.toUnit(completed), origin, gain);
	}

	/** Makes such a trial pending. If it is the first of the queue it is taken from there. */
	void restore(final Trial trial) {
		pending.put(trial.id(), trial);
		nextId = Math.max(nextId, trial.id() + 1);
		final boolean queued = new Queued(trial.configuration(), trial.origin()).equals(queue
			.peekFirst());
		if (queued) queue.removeFirst();
		// An engine's, not one of the user's.
		else if (!Study.USER.equals(trial.origin())) expectedGain = trial.expectedGain();
	}

	/** It was told, or told in an earlier session. */
	void done(final int id) {
		pending.remove(id);
		nextId = Math.max(nextId, id + 1);
	}

	boolean isPending(final int id) {
		return pending.containsKey(id);
	}

	/** In the order of asking. */
	List<Trial> pending() {
		return List.copyOf(pending.values());
	}

	List<Queued> queued() {
		return List.copyOf(queue);
	}

	int nextId() {
		return nextId;
	}

	/** The hypervolume that the latest proposal hoped to gain, or NaN. */
	double expectedGain() {
		return expectedGain;
	}
}
