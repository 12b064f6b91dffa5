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

package sc.fiji.rewardanalysis.core.workflow.macro;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.reward.Reward;
import sc.fiji.rewardanalysis.core.reward.Score;
import sc.fiji.rewardanalysis.core.workflow.Goal;

/**
 * Something that is pursued of a macro's outcome: a measure as small or as large as possible, or
 * near to a target. As a reward it is minimised: the measure, minus the measure, or its distance
 * to the target.
 *
 * @param aim what is wanted
 * @param measure of the outcome
 * @param target what it should be; 0 if there is none
 * @param worst a value of the measure that is worth nothing; NaN to take it from what the
 *          macro gives as it is
 */
public record MacroObjective(Aim aim, MacroMeasure measure, double target, double worst)
	implements Reward<MacroOutcome>
{

	/** What is wanted of a measure. */
	public enum Aim {
			/** As small as possible. */
			MIN,
			/** As large as possible. */
			MAX,
			/** Near to a number. */
			TARGET
	}

	private static final String NUMBER = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";

	private static final Pattern FORM = Pattern.compile(
		"(?i)(min|minimi[sz]e|max|maximi[sz]e|target\\s*[=:\\s]\\s*(" + NUMBER +
			"))(?:\\s+(.*?))?(?:\\s+worst\\s*[=:\\s]\\s*(" + NUMBER + "))?");

	/**
	 * Reads {@code min rows}, {@code max mean.Area}, {@code target 195 rows worst 400}.
	 *
	 * @throws RewardAnalysisException which says how to write it
	 */
	static MacroObjective of(final String text) {
		final Matcher parts = FORM.matcher(text.strip());
		if (!parts.matches()) throw new RewardAnalysisException(
			"objectives has \"%s\"; write QC, ER, min rows, max mean.Area or target 195 rows, with semicolons between them.",
			text.strip());
		final Aim aim = parts.group(2) != null ? Aim.TARGET : Aim.valueOf(parts.group(1).substring(0, 3)
			.toUpperCase(Locale.ROOT));
		return new MacroObjective(aim, MacroMeasure.of(parts.group(3) == null ? "" : parts.group(3)
			.strip()), aim == Aim.TARGET ? number("target", parts.group(2)) : 0, parts.group(4) == null
				? Double.NaN : number("worst", parts.group(4)));
	}

	private static double number(final String name, final String text) {
		return Checks.finite(name, Double.parseDouble(text));
	}

	/** As it is read again. */
	String canonical() {
		final String what = aim == Aim.TARGET ? "target " + MacroSearch.plain(target) : aim.name()
			.toLowerCase(Locale.ROOT);
		return what + " " + measure.inWords() + (Double.isNaN(worst) ? "" : " worst " + MacroSearch.plain(
			worst));
	}

	/**
	 * This as a goal.
	 *
	 * @param now the measure that the macro gives as it is; NaN if it gives none
	 * @throws RewardAnalysisException if there is nothing to tell the worst value from
	 */
	Goal<MacroOutcome> goal(final double now) {
		if (Double.isNaN(worst) && !Double.isFinite(now)) throw new RewardAnalysisException(
			"The macro as it is gives no number for %s (are its Results empty?), so nothing tells what is much and what is little; change its values, or add the worst value that is of any use, as in %s worst 100.",
			measure.inWords(), canonical());
		final double most = Double.isNaN(worst) ? now : worst;
		final double bound = switch (aim) {
			case MIN -> Double.isNaN(worst) ? most + Math.max(Math.abs(most), 1) : most;
			case MAX -> Double.isNaN(worst) ? Math.max(Math.abs(most), 1) - most : -most;
			case TARGET -> Double.isNaN(worst) ? Math.max(2 * Math.abs(most - target), Math.max(Math.abs(
				target), 1)) : Math.abs(most - target);
		};
		return new Goal<>(this, aim == Aim.TARGET ? Link.folded(target, 0) : Link.identity(), bound);
	}

	@Override
	public String name() {
		return switch (aim) {
			case MIN -> measure.inWords();
			case MAX -> "-" + measure.inWords();
			case TARGET -> "|" + measure.inWords() + " - " + MacroSearch.plain(target) + "|";
		};
	}

	@Override
	public String unit() {
		return "1";
	}

	@Override
	public Direction direction() {
		return Direction.MINIMIZE;
	}

	@Override
	public String description() {
		return switch (aim) {
			case MIN -> "What the macro gives for " + measure.inWords() + ".";
			case MAX -> "Minus what the macro gives for " + measure.inWords() +
				", so that less is better.";
			case TARGET -> "How far what the macro gives for " + measure.inWords() + " is from " +
				MacroSearch.plain(target) + ".";
		};
	}

	/** The signal of a target is the measure. */
	@Override
	public Score score(final MacroOutcome outcome) {
		final double value = measure.of(outcome);
		return switch (aim) {
			case MIN -> Score.of(value);
			case MAX -> Score.of(-value);
			case TARGET -> new Score(Math.abs(value - target), value, new int[0]);
		};
	}
}
