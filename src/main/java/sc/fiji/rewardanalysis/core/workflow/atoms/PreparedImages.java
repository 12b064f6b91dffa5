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
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions.Step;

/**
 * One image in all the preparations that a search may choose from, each with its
 * detector.
 * <p>
 * What is searched is an axis of names: {@value #BACKGROUND} and {@value #DENOISE}
 * with {@code off, on}, {@value #CONTRAST} with {@code bright, dark}; what is fixed has
 * no axis. Images are prepared when they are needed and the last few kept, as many as
 * fit into a quarter of what Java may use, their planes into another quarter.
 * Thread-safe.
 */
public final class PreparedImages {

	/** Name of an axis. */
	public static final String BACKGROUND = "background", DENOISE = "denoise",
			CONTRAST = "contrast";

	private static final String OFF = "off", ON = "on";

	/** What an image and its detector take besides planes. */
	private static final int BYTES_PER_PIXEL = 48;

	private static final int KEPT_SCALE_SPACES = 4;

	/**
	 * How many detectors an image keeps, and how many images keep together: those share what
	 * planes may occupy.
	 */
	record Keep(int own, int all) {

		/** None: detectors are made when they are needed, and forgotten. */
		static final Keep NOTHING = new Keep(0, 0);
	}

	/** Makes the detector of a preparation. */
	private interface Source {

		LogDetector detector(Preparation preparation, Progress progress);
	}

	private final Source source;
	private final int kept, keptScaleSpaces;
	private final double backgroundSigma, denoiseSigma;
	private final Parameter.Choice background, denoise, contrast;
	private final Map<Preparation, LogDetector> detectors = new LinkedHashMap<>(8, 0.75f, true);

	/**
	 * @param image two-dimensional, as recorded; must not change
	 * @param area where the statistics of the normalisation are taken
	 * @param unit in which thresholds are given
	 * @param backgroundSigma of the background step where it is on, px
	 * @param denoiseSigma of the denoising step where it is on, px
	 */
	public <T extends RealType<T>> PreparedImages(final RandomAccessibleInterval<T> image,
		final Area area, final Normalization unit, final PreparationOptions options,
		final double backgroundSigma, final double denoiseSigma)
	{
		this(given(image), area, unit, options, backgroundSigma, denoiseSigma, keep(
			1, options, image.dimension(0) * image.dimension(1)).get(0));
	}

	/**
	 * One of several images.
	 *
	 * @param image gives the same image whenever it is asked
	 * @param keep how many detectors
	 */
	<T extends RealType<T>> PreparedImages(final Supplier<RandomAccessibleInterval<T>> image,
		final Area area, final Normalization unit, final PreparationOptions options,
		final double backgroundSigma, final double denoiseSigma, final Keep keep)
	{
		this.backgroundSigma = Checks.positive("background_sigma", backgroundSigma);
		this.denoiseSigma = Checks.positive("denoise_sigma", denoiseSigma);
		background = step(BACKGROUND, options.background());
		denoise = step(DENOISE, options.denoise());
		contrast = new Parameter.Choice(CONTRAST, options.contrasts().stream().map(
			PreparedImages::name).toList());
		kept = keep.own;
		keptScaleSpaces = keep.own == keep.all && keep.own > 0 ? KEPT_SCALE_SPACES : Math.min(1, keep.own);
		source = (preparation, progress) -> {
			final RandomAccessibleInterval<T> recorded = image.get();
			final RandomAccessibleInterval<? extends RealType<?>> prepared = preparation.normalized(recorded, area,
				unit, progress);
			return kept == 0 ? LogDetector.once(prepared, recorded) : new LogDetector(prepared, recorded,
				keep.all);
		};
	}

	/**
	 * How many detectors each of several images of the same size may keep: together as many
	 * as fit into a quarter of what Java may use, but one for the only image. If they don't
	 * suffice, the first images have one and the others none.
	 *
	 * @param images how many
	 * @param pixels of an image
	 */
	static List<Keep> keep(final int images, final PreparationOptions options, final long pixels) {
		final long fit = Math.max(1, Runtime.getRuntime().maxMemory() / 4 / (BYTES_PER_PIXEL * Math.max(1,
			pixels)));
		final int each = (int) Math.min(options.combinations(), fit / images);
		if (each > 0) return Collections.nCopies(images, new Keep(each, each * images));
		return IntStream.range(0, images).mapToObj(i -> i < fit ? new Keep(1, (int) fit) : Keep.NOTHING)
			.toList();
	}

	private PreparedImages(final LogDetector only) {
		source = (preparation, progress) -> only;
		kept = 1;
		keptScaleSpaces = KEPT_SCALE_SPACES;
		backgroundSigma = denoiseSigma = 0;
		background = step(BACKGROUND, Step.OFF);
		denoise = step(DENOISE, Step.OFF);
		contrast = new Parameter.Choice(CONTRAST, List.of(name(Contrast.BRIGHT)));
	}

	/** One preparation of another one's, without a choice. */
	private PreparedImages(final PreparedImages other, final Preparation only) {
		source = other::detector;
		kept = other.kept;
		keptScaleSpaces = other.keptScaleSpaces;
		backgroundSigma = other.backgroundSigma;
		denoiseSigma = other.denoiseSigma;
		background = step(BACKGROUND, only.backgroundSigma() > 0 ? Step.ON : Step.OFF);
		denoise = step(DENOISE, only.denoiseSigma() > 0 ? Step.ON : Step.OFF);
		contrast = new Parameter.Choice(CONTRAST, List.of(name(only.contrast())));
	}

	/** The same without a choice. */
	PreparedImages only(final Preparation preparation) {
		return new PreparedImages(this, preparation);
	}

	/** A single image that is prepared already. */
	public static PreparedImages of(final LogDetector detector) {
		return new PreparedImages(Checks.given("detector", detector));
	}

	private static <T> Supplier<T> given(final T image) {
		Checks.given("image", image);
		return () -> image;
	}

	private static Parameter.Choice step(final String name, final Step step) {
		return new Parameter.Choice(name, switch (step) {
			case OFF -> List.of(OFF);
			case ON -> List.of(ON);
			case SEARCH -> List.of(OFF, ON);
		});
	}

	private static String name(final Contrast contrast) {
		return contrast.name().toLowerCase(Locale.ROOT);
	}

	/** How many scale spaces shall be kept: fewer of one of several images. */
	int keptScaleSpaces() {
		return keptScaleSpaces;
	}

	/** The axes of what is searched; none if there is a single preparation. */
	public List<Parameter> axes() {
		final List<Parameter> axes = new ArrayList<>(List.of(background, denoise, contrast));
		axes.removeIf(a -> !a.isFree());
		return axes;
	}

	/** The preparation at a point of a search space with {@link #axes}. */
	public Preparation preparation(final Configuration c) {
		return preparation(chosen(background, c), chosen(denoise, c), chosen(contrast, c));
	}

	/** The same point with another of its preparations. */
	Configuration at(final Configuration c, final Preparation preparation) {
		Configuration at = c;
		if (background.isFree()) at = at.with(BACKGROUND, preparation.backgroundSigma() > 0 ? 1 : 0);
		if (denoise.isFree()) at = at.with(DENOISE, preparation.denoiseSigma() > 0 ? 1 : 0);
		if (contrast.isFree()) at = at.with(CONTRAST, contrast.options().indexOf(name(preparation
			.contrast())));
		return at;
	}

	private static String chosen(final Parameter.Choice choice, final Configuration c) {
		return choice.isFree() ? choice.option(c) : choice.options().get(0);
	}

	private Preparation preparation(final String subtract, final String smooth,
		final String atoms)
	{
		return new Preparation(subtract.equals(ON) ? backgroundSigma : 0, smooth.equals(ON)
			? denoiseSigma : 0, atoms.equals(name(Contrast.DARK)) ? Contrast.DARK : Contrast.BRIGHT);
	}

	/** Every preparation that the search may choose, from 1 to 8. */
	public List<Preparation> all() {
		final List<Preparation> all = new ArrayList<>();
		for (final String subtract : background.options())
			for (final String smooth : denoise.options())
				for (final String atoms : contrast.options())
					all.add(preparation(subtract, smooth, atoms));
		return all;
	}

	/**
	 * The detector of the image in a preparation.
	 *
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public synchronized LogDetector detector(final Preparation preparation,
		final Progress progress)
	{
		final LogDetector known = detectors.get(preparation);
		if (known != null) return known;
		if (kept == 0) return source.detector(preparation, progress);
		// Before the next one is made, so that there are never more in memory.
		if (detectors.size() == kept) detectors.remove(detectors.keySet().iterator().next());
		final LogDetector fresh = source.detector(preparation, progress);
		detectors.put(preparation, fresh);
		return fresh;
	}
}
