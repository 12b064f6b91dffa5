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

package sc.fiji.rewardanalysis.core.detect;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Memory that is used again, because fresh memory must be cleared and brought in first.
 * Thread-safe.
 */
final class Buffers {

	/** So many of a shape are kept; more than threads need at a time is garbage. */
	private static final int MOST = 32;

	private record Shape(int rows, int length) {}

	private final Map<Shape, Queue<float[][]>> floats = new ConcurrentHashMap<>();
	private final Map<Integer, Queue<double[]>> doubles = new ConcurrentHashMap<>();

	/** Rows of equal length, their content undefined. */
	float[][] floats(final int rows, final int length) {
		final float[][] known = queue(floats, new Shape(rows, length)).poll();
		return known != null ? known : new float[rows][length];
	}

	/** An array, its content undefined. */
	double[] doubles(final int length) {
		final double[] known = queue(doubles, length).poll();
		return known != null ? known : new double[length];
	}

	/** Takes memory back that nobody looks at any more. */
	void giveBack(final float[][] rows) {
		final Queue<float[][]> queue = queue(floats, new Shape(rows.length, rows[0].length));
		if (queue.size() < MOST) queue.add(rows);
	}

	/** The same. */
	void giveBack(final double[] array) {
		final Queue<double[]> queue = queue(doubles, array.length);
		if (queue.size() < MOST) queue.add(array);
	}

	private static <K, V> Queue<V> queue(final Map<K, Queue<V>> queues, final K key) {
		return queues.computeIfAbsent(key, k -> new ConcurrentLinkedQueue<>());
	}
}
