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

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What other programs reach on the {@link Problems} in 40 evaluations, and what our
 * engine is asked to: fractions of the greatest hypervolume, mean ± standard deviation
 * over seeds. Measured for this project on one busy core of the machine where it is
 * developed, with scrambled Sobol starts of 2(d + 1) points for those that model:
 * <ul>
 * <li>a prototype in NumPy of about 150 lines: Gaussian processes without noise and the
 * exact log-EHVI, reference point given; 6 seeds, chosen among variants by some of them
 * <li>BoTorch, commit e390e135: qLogNEHVI at reduced effort (2 restarts, 64 raw samples,
 * 64 quasi-random samples), reference point given; 3 to 5 seeds, ZDT2 and VehicleSafety 2
 * <li>Optuna 5.0.0 GPSampler: logEHVI, deterministic objective, reference point not
 * given; 3 to 5 seeds, DTLZ2 of three objectives 1
 * <li>scikit-optimize 0.9: Gaussian process and expected improvement on randomly weighted
 * augmented Tchebycheff sums, without constraints; 3 to 5 seeds
 * <li>Optuna 5.0.0 TPE: 5 seeds
 * <li>pymoo 0.6.2 NSGA-II, population 20: 10 seeds
 * <li>random points: 20 seeds
 * </ul>
 *
 * @param required the least median that our engine should reach
 */
record PeerFigures(double required, String prototype, String botorch, String optunaGp, String skopt, String tpe,
	String pymoo, String random)
{

	static final List<String> TITLES = List.of("NumPy prototype", "BoTorch", "Optuna GP", "scikit-optimize", "Optuna TPE",
		"pymoo NSGA-II", "random");

	private static final Map<Problems, PeerFigures> ALL = new EnumMap<>(Problems.class);

	static {
		ALL.put(Problems.BRANIN_CURRIN, new PeerFigures(0.965, ".978±.002", ".965±.003", ".950±.004", ".729±.045",
			".537±.281", ".224±.272", ".289±.240"));
		ALL.put(Problems.ZDT1, new PeerFigures(0.97, ".981±.000", ".968±.003", ".968±.003", ".906±.009",
			".185±.132", ".080±.103", ".120±.124"));
		ALL.put(Problems.ZDT2, new PeerFigures(0.96, ".973±.000", ".866±.017", ".937±.013", ".717±.005",
			".023±.046", ".000±.000", ".002±.007"));
		ALL.put(Problems.ZDT3, new PeerFigures(0.82, "–", "–", "–", "–", "–", "–", "–"));
		ALL.put(Problems.ZDT3_BOTORCH, new PeerFigures(0.82, ".873±.037", ".837±.025", ".878±.050", ".779±.020",
			".550±.068", ".413±.034", ".456±.057"));
		ALL.put(Problems.DTLZ2, new PeerFigures(0.92, ".939±.008", ".923±.002", ".849±.014", ".653±.064",
			".689±.083", ".488±.073", ".544±.053"));
		ALL.put(Problems.DTLZ2_THREE, new PeerFigures(0.68, ".722±.018", "–", ".430±.000", ".312±.055", ".521±.029",
			".371±.043", ".422±.034"));
		ALL.put(Problems.VEHICLE_SAFETY, new PeerFigures(0.975, ".986±.001", ".981±.002", ".964±.018", ".945±.005",
			".734±.055", ".608±.031", ".647±.043"));
		ALL.put(Problems.BNH, new PeerFigures(0.985, ".988±.000", ".987±.000", ".952±.021", "–", ".950±.008",
			".933±.011", ".937±.013"));
		ALL.put(Problems.CONSTRAINED_BRANIN_CURRIN, new PeerFigures(0.98, ".993±.001", ".981±.002", ".993±.001", "–",
			".748±.036", ".656±.062", ".712±.087"));
		ALL.put(Problems.C2_DTLZ2, new PeerFigures(0.75, ".809±.080", "–", "–", "–", ".675±.043", ".454±.087",
			".461±.057"));
		ALL.put(Problems.MIXED, new PeerFigures(Double.NaN, "–", "–", "–", "–", "–", "–", "–"));
	}

	static PeerFigures of(final Problems problem) {
		return ALL.get(problem);
	}

	/** In the order of the titles. */
	List<String> columns() {
		return List.of(prototype, botorch, optunaGp, skopt, tpe, pymoo, random);
	}
}
