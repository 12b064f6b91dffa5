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

package sc.fiji.rewardanalysis.core.io.journal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Constraint;
import sc.fiji.rewardanalysis.core.optimize.Engine;
import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.optimize.Objective;
import sc.fiji.rewardanalysis.core.optimize.Observation;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Trial;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;

/**
 * A problem with all that a journal has to keep: every kind of parameter, one that
 * depends on another, constraints, signals that are no numbers, failures, metrics.
 */
public final class JournalProblem {

	public static final String DARK = "dark, \"truly\"\n";

	public static final List<Parameter> PARAMETERS = List.of(new Parameter.Real("sigma", "px", 0.3, 11,
		true), new Parameter.Whole("n", "", 1, 5), new Parameter.Choice("contrast", List.of("bright",
			DARK)), new Parameter.Real("depth", "µm", -1, 0.7, false), new Parameter.Fixed("mode", "",
				0.1), new Parameter.Levels("window", "nm", List.of(0.3, 0.5, 1 / 1.1)));

	public static final SearchSpace SPACE = new SearchSpace(PARAMETERS).when("depth", "contrast", DARK);

	public static final List<Objective> OBJECTIVES = List.of(new Objective("QC", "1", Link.countBand(200.1,
		190, 210), 1), new Objective("ER", "1", Link.squareRoot(), 1));

	public static final List<Constraint> CONSTRAINTS = List.of(new Constraint("time", "s", 9));

	public static final long SEED = (1L << 60) + 1;

	/** The user's. */
	public static final Configuration FIRST = Configuration.of(Map.of("sigma", 1 / 3.0, "n", 2.0, "contrast",
		1.0, "depth", 0.1, "window", 1 / 1.1));

	private JournalProblem() {}

	public static Study study(final Engine engine) {
		return new Study(SPACE, OBJECTIVES, CONSTRAINTS, engine, SEED);
	}

	public static Observation evaluate(final Configuration c) {
		final double sigma = c.get("sigma"), n = c.get("n");
		if (sigma > 8) return Observation.failed("Too \"large\",\nby far.");
		final double depth = c.names().contains("depth") ? c.get("depth") : 0;
		final Map<String, Double> metrics = new LinkedHashMap<>();
		metrics.put("third", sigma / 3);
		metrics.put("unknown", Double.NaN);
		metrics.put("much", depth > 0.2 ? Double.NEGATIVE_INFINITY : -0.0);
		final double errors = sigma < 0.5 ? Double.POSITIVE_INFINITY : 0.01 * sigma + 0.1 * depth * depth;
		return new Observation(new double[] { 150 + 20 * sigma + n, errors }, new double[] { sigma + n },
			n < 5, metrics, "");
	}

	/** With what the caller enqueues at the start of a study and in the middle of it. */
	public static void run(final Study study, final StudyLog log, final int evaluations) {
		if (study.nextId() == 0 && study.queued().isEmpty()) study.enqueue(FIRST);
		while (study.evaluations().size() < evaluations) {
			final Trial trial = study.pending().stream().findFirst().orElseGet(() -> ask(study, log));
			log.told(study.tell(trial, evaluate(trial.configuration()), 0.1));
		}
	}

	public static Trial ask(final Study study, final StudyLog log) {
		log.queued(study.queued());
		final Trial trial = study.ask();
		log.asked(trial);
		return trial;
	}

	/** All of a study but its times; texts of doubles differ if a bit does. */
	public static String story(final Study study) {
		final StringBuilder story = new StringBuilder();
		study.evaluations().forEach(e -> story.append(e.id()).append(e.origin()).append(e
			.configuration()).append(Arrays.toString(e.unit())).append(e.observation().feasible()).append(
				Arrays.toString(e.signals())).append(Arrays.toString(e.constraints())).append(Arrays.toString(e
					.objectives())).append(e.feasible()).append(e.metrics()).append(e.failure()).append('\n'));
		study.pending().forEach(t -> story.append(t.id()).append(t.origin()).append(t.configuration())
			.append(Arrays.toString(t.unit())).append(t.expectedGain()).append('\n'));
		return story.append(study.queued()).append(study.nextId()).append(study.expectedGain()).append(
			Arrays.toString(study.hypervolumeTrace())).toString();
	}

	/** Works on a journal until it is killed: its file, how many evaluations, ms each. */
	public static void main(final String[] args) {
		final Study study = study(new SobolEngine());
		try (StudyJournal journal = StudyJournal.open(Path.of(args[0]), study, Map.of())) {
			if (study.nextId() == 0 && study.queued().isEmpty()) study.enqueue(FIRST);
			while (study.evaluations().size() < Integer.parseInt(args[1])) {
				final Trial trial = study.pending().stream().findFirst().orElseGet(() -> ask(study, journal));
				Thread.sleep(Long.parseLong(args[2]));
				journal.told(study.tell(trial, evaluate(trial.configuration()), 0));
			}
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}
}
