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

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Published problems whose greatest hypervolume is known. The definitions, references
 * and maxima are BoTorch's (botorch/test_functions/multi_objective.py of commit
 * e390e135), but for the reference 1.1 of ZDT, whose maxima are integrals over the
 * exact fronts, for BNH, the same, and for {@link #MIXED}.
 */
enum Problems {

		/** Belakaria, Deshwal &amp; Doppa 2019, Max-value entropy search, NeurIPS. */
		BRANIN_CURRIN("Branin-Currin", unitCube(2), new double[] { 18, 6 }, 59.36011874867746,
			ProblemFunctions::braninCurrin),

		/** Zitzler, Deb &amp; Thiele 2000, Evol. Comput. 8:173. */
		ZDT1("ZDT1", unitCube(3), new double[] { 1.1, 1.1 }, 0.87 + 1 / 150.0, x -> ProblemFunctions.zdt(x,
			(f, g) -> 1 - Math.sqrt(f / g))),

		/** The same, concave. */
		ZDT2("ZDT2", unitCube(3), new double[] { 1.1, 1.1 }, 0.54 + 1 / 300.0, x -> ProblemFunctions.zdt(x,
			(f, g) -> 1 - f * f / (g * g))),

		/** The same, in five pieces. */
		ZDT3("ZDT3", unitCube(3), new double[] { 1.1, 1.1 }, 1.3317629, x -> ProblemFunctions.zdt(x, (f,
			g) -> 1 - Math.sqrt(f / g) - f / g * Math.sin(10 * Math.PI * f))),

		/**
		 * The same as BoTorch has it, which leaves out a factor g: the same front, but the way
		 * there is shorter. What other programs reach was measured with this one.
		 */
		ZDT3_BOTORCH("ZDT3 as in BoTorch", unitCube(3), new double[] { 1.1, 1.1 }, 1.3317629,
			x -> ProblemFunctions.zdt(x, (f, g) -> (1 - Math.sqrt(f / g) - f / g * Math.sin(10 *
				Math.PI * f)) / g)),

		/** Deb, Thiele, Laumanns &amp; Zitzler 2002, CEC. */
		DTLZ2("DTLZ2, m = 2", unitCube(4), new double[] { 1.1, 1.1 }, 1.21 - Math.PI / 4, x -> ProblemFunctions.dtlz2(
			x, 2)),

		/** The same with three objectives. */
		DTLZ2_THREE("DTLZ2, m = 3", unitCube(5), new double[] { 1.1, 1.1, 1.1 }, 1.331 - Math.PI / 6,
			x -> ProblemFunctions.dtlz2(x, 3)),

		/** Tanabe &amp; Ishibuchi 2020, Appl. Soft Comput. 89:106078, RE3-5-4. */
		VEHICLE_SAFETY("VehicleSafety", cube(5, 1, 3), new double[] { 1864.72022, 11.81993945, 0.2903999384 },
			246.81607081187002, ProblemFunctions::vehicleSafety),

		/** Binh &amp; Korn 1997. */
		BNH("BNH", new SearchSpace(List.of(Parameter.of("x0", "", 0, 5, false), Parameter.of("x1", "", 0, 3,
			false))), new double[] { 140, 50 }, 5285 + 1 / 3.0, ProblemFunctions::bnh, new double[] {
				25, -7.7 }, ProblemFunctions::bnhConstraints),

		/** In the disk of Gelbart, Snoek &amp; Adams 2014. */
		CONSTRAINED_BRANIN_CURRIN("constrained Branin-Currin", unitCube(2), new double[] { 80, 12 }, 608.4004237022673,
			ProblemFunctions::braninCurrin, new double[] { 50 }, ProblemFunctions::disk),

		/** Jain &amp; Deb 2014, IEEE Trans. Evol. Comput. 18:602, as BoTorch has it. */
		C2_DTLZ2("C2-DTLZ2", unitCube(4), new double[] { 1.1, 1.1 }, 0.3996406303723544, x -> ProblemFunctions
			.dtlz2(x, 2), new double[] { 0 }, x -> ProblemFunctions.c2(ProblemFunctions.dtlz2(x, 2))),

		/**
		 * Branin-Currin with the first setting on 21 levels, and a choice of four that shifts
		 * both objectives. The maximum is that of all levels and choices with the second setting
		 * on 2 001 and on 20 001 values, extrapolated to infinitely many.
		 */
		MIXED("mixed Branin-Currin", new SearchSpace(List.of(new Parameter.Whole("x0", "", 0, 20), Parameter.of("x1", "", 0,
			1, false), new Parameter.Choice("kind", List.of("plain", "slow", "fast", "bad")))),
			new double[] { 18, 6 }, 50.64551, ProblemFunctions::mixed);

	private final String name;
	final SearchSpace space;
	final double[] reference;
	final double maximum;
	private final UnaryOperator<double[]> function;
	private final double[] limits;
	private final UnaryOperator<double[]> constraints;

	Problems(final String name, final SearchSpace space, final double[] reference, final double maximum,
		final UnaryOperator<double[]> function)
	{
		this(name, space, reference, maximum, function, new double[0], x -> new double[0]);
	}

	Problems(final String name, final SearchSpace space, final double[] reference, final double maximum,
		final UnaryOperator<double[]> function, final double[] limits,
		final UnaryOperator<double[]> constraints)
	{
		this.name = name;
		this.space = space;
		this.reference = reference;
		this.maximum = maximum;
		this.function = function;
		this.limits = limits;
		this.constraints = constraints;
	}

	/** What tables call it, with the number of settings. */
	String title() {
		return name + ", d = " + space.dimension();
	}

	/** A study of this problem. */
	Study study(final Engine engine, final long seed) {
		final List<Objective> objectives = IntStream.range(0, reference.length).mapToObj(
			j -> new Objective("f" + (j + 1), "", Link.identity(), reference[j])).toList();
		final List<Constraint> limited = IntStream.range(0, limits.length).mapToObj(
			i -> new Constraint("c" + (i + 1), "", limits[i])).toList();
		return new Study(space, objectives, limited, engine, seed);
	}

	/** Asks for and evaluates trials until the study has that many evaluations. */
	Study run(final Study study, final int evaluations) {
		while (study.evaluations().size() < evaluations) {
			final Trial trial = study.ask();
			study.tell(trial, observed(trial.configuration()), 0);
		}
		return study;
	}

	/** What evaluating a configuration gives. */
	Observation observed(final Configuration configuration) {
		final double[] x = configuration.asMap().values().stream().mapToDouble(Double::doubleValue)
			.toArray();
		return Observation.of(function.apply(x)).withConstraints(constraints.apply(x));
	}

	/** The part of the greatest hypervolume that a study has reached. */
	double fraction(final Study study) {
		return study.hypervolume() / maximum;
	}

	static double median(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		final int n = sorted.length;
		return 0.5 * (sorted[n / 2] + sorted[(n - 1) / 2]);
	}

	private static SearchSpace unitCube(final int dimension) {
		return cube(dimension, 0, 1);
	}

	private static SearchSpace cube(final int dimension, final double min, final double max) {
		return new SearchSpace(IntStream.range(0, dimension).mapToObj(i -> Parameter.of("x" + i, "",
			min, max, false)).toList());
	}
}
