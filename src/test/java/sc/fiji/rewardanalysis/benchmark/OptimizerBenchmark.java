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

package sc.fiji.rewardanalysis.benchmark;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Engine;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.optimize.Objective;
import sc.fiji.rewardanalysis.core.optimize.Observation;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.Proposal;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.Study;

/**
 * One proposal of the Bayesian engine, on one thread, after so many evaluations of four
 * settings: even ones first, then half of them about the front, like in a search.
 * <p>
 * {@link #proposal} is what a search pays for each, the mean of three in a row, since an
 * engine remembers what it learnt before and does not learn everything anew each time.
 * {@link #firstProposal} is what the first one after a resumption pays.
 * <p>
 * How to run it, after {@code mvn -q test-compile dependency:build-classpath
 * -Dmdep.outputFile=target/classpath.txt -Dmdep.includeScope=test}:
 *
 * <pre>
 * java -cp target/test-classes:target/classes:$(cat target/classpath.txt) \
 *   org.openjdk.jmh.Main OptimizerBenchmark.proposal -p evaluations=100 -p objectives=2
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class OptimizerBenchmark {

	private static final int DIMENSION = 4, IN_A_ROW = 3;

	@Param({ "40", "100" })
	public int evaluations;

	@Param({ "2", "3" })
	public int objectives;

	/** One evaluation longer each; the first one is what the engine has seen before. */
	private List<Study> studies;
	private Engine engine;

	@Setup
	public void prepare() {
		final List<double[]> points = points();
		studies = IntStream.rangeClosed(0, IN_A_ROW).mapToObj(i -> study(points.subList(0, evaluations -
			IN_A_ROW + i))).toList();
	}

	/** What is measured takes milliseconds, so that this may be done each time. */
	@Setup(Level.Invocation)
	public void remember() {
		engine = new BayesianEngine();
		engine.propose(studies.get(0));
	}

	@Benchmark
	@OperationsPerInvocation(IN_A_ROW)
	public void proposal(final Blackhole blackhole) {
		for (int i = 1; i <= IN_A_ROW; i++)
			blackhole.consume(engine.propose(studies.get(i)));
	}

	@Benchmark
	public Proposal firstProposal() {
		return new BayesianEngine().propose(studies.get(IN_A_ROW));
	}

	/** As many as the longest study has. */
	private List<double[]> points() {
		final SplittableRandom random = new SplittableRandom(1);
		return IntStream.rangeClosed(0, evaluations).mapToObj(i -> {
			final double[] point = random.doubles(DIMENSION).toArray();
			// On the front of DTLZ2 all but the angles are 1/2.
			for (int k = objectives - 1; k < DIMENSION && i > evaluations / 2; k++)
				point[k] = 0.5 + 0.05 * (point[k] - 0.5);
			return point;
		}).toList();
	}

	private Study study(final List<double[]> points) {
		final SearchSpace space = new SearchSpace(IntStream.range(0, DIMENSION).mapToObj(i -> Parameter
			.of("x" + i, "", 0, 1, false)).toList());
		final Study study = new Study(space, IntStream.range(0, objectives).mapToObj(j -> new Objective(
			"f" + j, "", Link.identity(), 1.1)).toList(), new BayesianEngine(), 1);
		for (int i = 0; i < points.size(); i++)
			study.restore(new Evaluation(i, space.at(points.get(i)), points.get(i), Observation.of(dtlz2(
				points.get(i))), new double[objectives], true, 0, SobolEngine.ORIGIN));
		return study;
	}

	/** Deb, Thiele, Laumanns &amp; Zitzler 2002, CEC. */
	private double[] dtlz2(final double[] x) {
		double radius = 1;
		for (int k = objectives - 1; k < DIMENSION; k++)
			radius += (x[k] - 0.5) * (x[k] - 0.5);
		final double[] f = new double[objectives];
		for (int j = 0; j < objectives - 1; j++) {
			f[objectives - 1 - j] = radius * Math.sin(0.5 * Math.PI * x[j]);
			radius *= Math.cos(0.5 * Math.PI * x[j]);
		}
		f[0] = radius;
		return f;
	}
}
