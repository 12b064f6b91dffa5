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

package sc.fiji.rewardanalysis.core.workflow.many;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Robust;

/**
 * The figures of many images, by name: which there are, and which images have some that are
 * unlike the others'. Immutable.
 */
public final class Figures {

	/**
	 * What tells of doubts in a result, and of what else should be known: texts that are figures of
	 * an image.
	 */
	public static final String CHECK = "check", NOTE = "note";

	/** With what the name of a figure's standard deviation begins. */
	public static final String SIGMA = "sigma_of_";

	/** Figures of the run instead of the image: nobody looks at them first. */
	private static final Set<String> OF_THE_RUN = Set.of("analysis_seconds", "evaluations", "seed",
		"hypervolume");

	/**
	 * So many robust standard deviations from the median are unlike: of 1000 images with 15 normally
	 * distributed figures one is taken for it by chance.
	 */
	private static final double FAR = 4;

	/** Less of the median than this is nothing to look at, however equal the others are. */
	private static final double NEAR = 0.05;

	/** Fewer images don't tell what is ordinary. */
	private static final int FEWEST = 8;

	/** Positive values over more than this ratio are compared by their logarithms. */
	private static final double WIDE = 10;

	/** Figures that are always told, however equal they are. */
	private static final int FIRST = 6;

	/** How many atoms there are, and between which numbers the crystal lets expect. */
	public static final String COUNT = "atoms_counted", FEWEST_POSSIBLE = "fewest", MOST_POSSIBLE =
		"most";

	private final List<ImageOutcome> outcomes;
	private final List<String> names;
	private final Map<String, double[]> numbers = new LinkedHashMap<>();
	private final Map<String, double[]> deviations = new LinkedHashMap<>();

	/**
	 * A figure of an image that is unlike the others'.
	 *
	 * @param name of the figure
	 * @param value of this image
	 * @param median of all images
	 * @param deviation how far it is from there, in robust standard deviations; with a sign
	 */
	public record Unlike(String name, double value, double median, double deviation) {}

	/** The figures of these images. */
	public Figures(final List<ImageOutcome> outcomes) {
		this.outcomes = List.copyOf(outcomes);
		names = merged(outcomes);
		for (final String name : names) {
			if (!isNumeric(name)) continue;
			final double[] values = outcomes.stream().mapToDouble(o -> o.figures().get(
				name) instanceof final Number n ? n.doubleValue() : Double.NaN).toArray();
			numbers.put(name, values);
			deviations.put(name, deviations(name, values));
		}
	}

	/**
	 * Each image's names in its order. One that only some images have comes after what it follows
	 * in the first of these.
	 */
	private static List<String> merged(final List<ImageOutcome> outcomes) {
		final List<String> names = new ArrayList<>();
		final Set<String> known = new HashSet<>();
		Set<String> last = Set.of();
		for (final ImageOutcome outcome : outcomes) {
			final Set<String> keys = outcome.figures().keySet();
			if (keys.equals(last)) continue;
			last = keys;
			int at = 0;
			for (final String name : keys)
				if (known.add(name)) names.add(at++, name);
				else at = names.indexOf(name) + 1;
		}
		return List.copyOf(names);
	}

	private boolean isNumeric(final String name) {
		boolean any = false;
		for (final ImageOutcome outcome : outcomes) {
			final Object value = outcome.figures().get(name);
			if (value == null) continue;
			if (!(value instanceof Number)) return false;
			any = true;
		}
		return any;
	}

	private static double[] deviations(final String name, final double[] values) {
		final long known = Arrays.stream(values).filter(Double::isFinite).count();
		if (known < FEWEST || OF_THE_RUN.contains(name)) return new double[values.length];
		final boolean wide = isWide(values);
		final double[] deviations = Robust.standardized(Arrays.stream(values).map(v -> !Double.isFinite(v)
			? Double.NaN : wide ? Math.log(v) : v).toArray());
		final double median = Robust.median(values);
		for (int i = 0; i < values.length; i++)
			if (Math.abs(values[i] - median) <= NEAR * Math.abs(median)) deviations[i] = 0;
		return deviations;
	}

	private static boolean isWide(final double[] values) {
		double low = Double.POSITIVE_INFINITY, high = 0;
		for (final double v : values)
			if (Double.isFinite(v)) {
				low = Math.min(low, v);
				high = Math.max(high, v);
			}
		return low > 0 && high > WIDE * low;
	}

	/** All images, in order. */
	public List<ImageOutcome> outcomes() {
		return outcomes;
	}

	/** All names, in an order that suits every image's. */
	public List<String> names() {
		return names;
	}

	/** Names of figures that are numbers wherever they are known. */
	public List<String> numeric() {
		return List.copyOf(numbers.keySet());
	}

	/** A figure of every image; NaN where it isn't known. */
	public double[] values(final String name) {
		return numbers.get(name).clone();
	}

	/** Of the images that have the figure; NaN if none has. */
	public double median(final String name) {
		return Robust.median(numbers.get(name));
	}

	/** Whether a figure's values are positive and spread so far that ratios tell more. */
	public boolean isWide(final String name) {
		return isWide(numbers.get(name));
	}

	/**
	 * The figures to look at: the first ones, and of the others those that aren't the same in every
	 * image; all of them numbers.
	 *
	 * @param most how many there may be
	 */
	public List<String> main(final int most) {
		final List<String> main = new ArrayList<>();
		for (final String name : numbers.keySet())
			if (isOfResult(name) && (main.size() < FIRST || varies(name)) && isNew(main, name)) main.add(name);
		return List.copyOf(main.subList(0, Math.min(most, main.size())));
	}

	/** The same without those that are the same in every image. */
	public List<String> varying(final int most) {
		return main(Integer.MAX_VALUE).stream().filter(this::varies).limit(most).toList();
	}

	/** Whether none of them is the same in another unit. */
	private static boolean isNew(final List<String> names, final String name) {
		return FigureWords.unit(name).isEmpty() || names.stream().noneMatch(n -> !FigureWords.unit(n).isEmpty() &&
			FigureWords.name(n).equals(FigureWords.name(name)));
	}

	private static boolean isOfResult(final String name) {
		return !OF_THE_RUN.contains(name) && !name.startsWith(SIGMA) && !name.equals(FEWEST_POSSIBLE) && !name
			.equals(MOST_POSSIBLE);
	}

	private boolean varies(final String name) {
		return Arrays.stream(numbers.get(name)).filter(Double::isFinite).distinct().limit(2).count() > 1;
	}

	/** Whether there is a band of what is possible for a figure: {@link #FEWEST_POSSIBLE} to {@link #MOST_POSSIBLE}. */
	public boolean hasBand(final String name) {
		return name.equals(COUNT) && numbers.containsKey(FEWEST_POSSIBLE) && numbers.containsKey(
			MOST_POSSIBLE);
	}

	/** Whether an image's figure is unlike the others'. */
	public boolean isUnlike(final int image, final String name) {
		final double[] of = deviations.get(name);
		return of != null && Math.abs(of[image]) > FAR;
	}

	/** What is unlike in an image, the furthest first. */
	public List<Unlike> unlike(final int image) {
		final List<Unlike> all = new ArrayList<>();
		deviations.forEach((name, of) -> {
			if (Math.abs(of[image]) > FAR) all.add(new Unlike(name, numbers.get(name)[image], median(name),
				of[image]));
		});
		all.sort(Comparator.comparingDouble(u -> -Math.abs(u.deviation)));
		return Collections.unmodifiableList(all);
	}

	/** Doubts that the analysis itself has in an image's result; empty for none. */
	public String doubts(final int image) {
		return outcomes.get(image).figures().getOrDefault(CHECK, "").toString();
	}

	/**
	 * The images with a result that should be looked at first: those with doubts, then those with
	 * unlike figures, the most unlike first.
	 */
	public List<Integer> first() {
		final double[] furthest = IntStream.range(0, outcomes.size()).mapToDouble(i -> deviations.values()
			.stream().mapToDouble(of -> Math.abs(of[i])).max().orElse(0)).toArray();
		return IntStream.range(0, outcomes.size()).boxed().filter(i -> outcomes.get(i).isDone() && (!doubts(
			i).isEmpty() || furthest[i] > FAR)).sorted(Comparator.<Integer, Boolean> comparing(i -> doubts(i)
				.isEmpty()).thenComparing(i -> -furthest[i])).toList();
	}
}
