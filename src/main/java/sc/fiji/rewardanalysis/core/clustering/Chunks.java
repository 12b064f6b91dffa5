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

package sc.fiji.rewardanalysis.core.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;
import net.imglib2.parallel.TaskExecutors;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * Shares blocks among the threads of {@link Parallelization}. Where a chunk begins and ends
 * follows from the number of blocks alone, and results come in order, so sums over them
 * don't depend on the number of threads.
 */
final class Chunks {

	/** At most so many, which bounds the memory that their results take. */
	private static final int MOST = 64;

	/** Blocks of points that one thread does. */
	private static final int FEW = 4;

	private Chunks() {}

	/** Work on blocks {@code from} (inclusive) to {@code to} (exclusive). */
	@FunctionalInterface
	interface Work<T> {

		T on(int from, int to);
	}

	/**
	 * @param blocks how many there are, at least one
	 * @return what each chunk gave, in order
	 * @throws java.util.concurrent.CancellationException if cancelled, looked at between chunks
	 */
	static <T> List<T> map(final int blocks, final Work<T> work, final Progress progress) {
		return map(Parallelization.getTaskExecutor(), blocks, work, progress);
	}

	/** The same for blocks of points, few of which are done before another thread would wake up. */
	static <T> List<T> ofPoints(final int blocks, final Work<T> work, final Progress progress) {
		return map(blocks > FEW ? Parallelization.getTaskExecutor() : TaskExecutors.singleThreaded(),
			blocks, work, progress);
	}

	/**
	 * Independent starts on the same blocks of points: side by side where one has too few blocks
	 * for several threads, and otherwise one after the other.
	 */
	static void starts(final int blocks, final int starts, final IntConsumer start) {
		(blocks > FEW ? TaskExecutors.singleThreaded() : Parallelization.getTaskExecutor()).forEach(
			IntStream.range(0, starts).boxed().toList(), start::accept);
	}

	private static <T> List<T> map(final TaskExecutor threads, final int blocks, final Work<T> work,
		final Progress progress)
	{
		final int number = Math.min(blocks, MOST);
		final Object[] results = new Object[number];
		threads.forEach(IntStream.range(0, number).boxed().toList(), i -> {
			progress.checkCanceled();
			results[i] = work.on((int) ((long) blocks * i / number), (int) ((long) blocks * (i + 1) /
				number));
		});
		@SuppressWarnings("unchecked")
		final List<T> list = (List<T>) Arrays.asList(results);
		return list;
	}

	/** Adds up arrays in their order. */
	static double[][] sum(final List<double[][]> parts) {
		final double[][] sum = parts.get(0);
		for (final double[][] part : parts.subList(1, parts.size()))
			for (int i = 0; i < sum.length; i++)
				Vectors.add(part[i], sum[i]);
		return sum;
	}
}
