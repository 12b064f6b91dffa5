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

package sc.fiji.rewardanalysis.command;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.Range;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomDetection;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomPreview;
import sc.fiji.rewardanalysis.core.workflow.atoms.ExpectedPhysics;
import sc.fiji.rewardanalysis.core.workflow.atoms.LogRanges;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.PixelSize;
import sc.fiji.rewardanalysis.imagej.SeriesFrames;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Fact;

/** What dialogs say of the values in them. */
final class Outlooks {

	/** Relative difference of two pixel sizes that is worth a word. */
	private static final double UNLIKE = 0.02;

	private Outlooks() {}

	/** Of one slice of several that are analysed: the others may be better. */
	static Outlook ofSlice(final Supplier<Outlook> slice) {
		try {
			return slice.get();
		}
		catch (final RewardAnalysisException exc) {
			return new Outlook(List.of(), "This slice: " + exc.getMessage(), null, null, "");
		}
	}

	/**
	 * Of a series, by the frame that is shown.
	 *
	 * @param interval time from a frame to the next, s; NaN if unknown
	 */
	static Outlook ofSeries(final SeriesFrames series, final double interval,
		final Supplier<Outlook> slice)
	{
		final Outlook shown = ofSlice(slice);
		final List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("Series", series.describe() + (series.size() == 1 || Double.isNaN(interval) ? ""
			: ", " + number(interval) + " s apart"),
			"All of them are analysed. The lines below are of the one that is shown."));
		facts.addAll(shown.facts());
		return new Outlook(facts, shown.warning(), shown.physics(), shown.preview(), shown.means(), shown
			.drawing());
	}

	/**
	 * @param given whether the user gave the pixel size
	 * @param note what the image's lattice says against it; empty if nothing
	 */
	static Outlook ofSearch(final AtomFindingTask task, final ImagePlus image, final boolean given,
		final AtomPreview preview, final String note)
	{
		final AtomPhysics physics = task.physics();
		final LogRanges ranges = task.ranges();
		final List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("Pixel size", number(physics.pixelSize()) + " nm, " + (given ? "as given"
			: "from the image"), "Check it first: twice the pixel size means four times as many columns."));
		addPhysics(facts, physics);
		facts.add(new Fact("DS", lengths(physics.neighbourSumLimit(), physics.pixelSize()),
			"An atom is an error if the distances to its four nearest neighbours sum to less."));
		facts.add(new Fact("Sigma searched", number(ranges.minSigma().low()) + " to " + number(ranges
			.maxSigma().high()) + " px", "Standard deviations of the blobs that are tried."));
		return new Outlook(facts, (warning(task, image, given) + " " + note).strip(), physics, preview, preview == null ? ""
			: means(preview.parameters()));
	}

	private static String warning(final AtomFindingTask task, final ImagePlus image,
		final boolean given)
	{
		final String invalid = task.validArea().describe();
		if (!given) return invalid;
		try {
			final double own = PixelSize.ofImage(image);
			final double now = task.physics().pixelSize();
			return Math.abs(own - now) <= UNLIKE * own ? invalid : (invalid + " The image itself says " + number(own) +
				" nm per pixel.").strip();
		}
		catch (final RewardAnalysisException exc) {
			// That is why it was given.
			return invalid;
		}
	}

	private static String means(final LogParameters p) {
		return String.format(Locale.ROOT, "In the middle of the search: sigma %s to %s px, overlap %s.", number(
			p.minSigma()), number(p.maxSigma()), number(p.overlap()));
	}

	private static void addPhysics(final List<Fact> facts, final AtomPhysics physics) {
		facts.add(new Fact("Expected columns", String.format(Locale.ROOT, "%.1f; %d to %d are possible", physics
			.expected(), physics.low(), physics.high()),
			"Mean and range of what the crystal shows in the analysed area without the rim in which columns are cut off, wherever the crystal sits in it."));
		facts.add(new Fact("Nearest columns", lengths(physics.nearestDistance(), physics.pixelSize()),
			"The shortest distance of two columns of the ideal crystal."));
	}

	/** Of an image that is made from these parameters. */
	static Outlook ofSimulation(final SimulationParameters p) {
		final double nm = p.pixelSize(), nearest = p.lattice().nearestDistance();
		final double columns = p.lattice().columnDensity() * p.width() * p.height() * nm * nm;
		final List<Fact> facts = List.of(new Fact("Image", number(p.width() * nm) + " × " + number(p.height() *
			nm) + " nm", "Pixels times pixel size: how much of the crystal is seen."), new Fact("Columns", "about " +
				Math.round(columns), "Of the ideal crystal in the whole image. Rotation, amorphous zones and a particle change it a little."),
			new Fact("Nearest columns", lengths(nearest, nm), "The shortest distance of two columns of the ideal crystal."),
			new Fact("Column sigma", number(p.sigmaMin() / nm) + " to " + number(p.sigmaMax() / nm) + " px",
				"What Find Atoms would need as its smallest and largest sigma."));
		// Two equal Gaussians have one maximum if they are closer than two sigmas.
		final String merged = nearest < 2 * p.sigmaMax() ? "Nearest columns are closer than two sigmas: they merge."
			: "";
		final String coarse = nearest < ExpectedPhysics.NEAREST * nm ? "Nearest columns are less than 3 px apart: Optimize Atom Finding refuses that."
			: "";
		return new Outlook(facts, (merged + " " + coarse).strip(), null, null, "");
	}

	private static String lengths(final double nanometres, final double pixelSize) {
		return number(nanometres) + " nm = " + number(nanometres / pixelSize) + " px";
	}

	/** To two digits. */
	private static String span(final double from, final double to) {
		final MathContext two = new MathContext(2);
		return new BigDecimal(from).round(two).toPlainString() + " to " + new BigDecimal(to).round(two)
			.toPlainString();
	}

	/** To three or four digits. */
	private static String number(final double value) {
		return new BigDecimal(value).round(new MathContext(value < 100 ? 3 : 4)).stripTrailingZeros()
			.toPlainString();
	}

	/**
	 * Of a detection with known parameters.
	 *
	 * @param pixelSize nm; NaN if it isn't known
	 * @param crystal its name, or {@link AtomForms#NO_CRYSTAL}
	 */
	record Detection(AtomDetection detection, AnalysedImage analysed, double pixelSize,
		String crystal)
	{

		Outlook of(final boolean find, final Progress progress) {
			final LogParameters p = detection.parameters();
			LogDetector.once(analysed.pixels()).checkKernelFits(p.maxSigma());
			final List<Fact> facts = new ArrayList<>();
			final double small = p.minSigma() * Math.sqrt(2), large = p.maxSigma() * Math.sqrt(2);
			facts.add(new Fact("Blob radius", span(small, large) + " px" + (Double.isNaN(pixelSize) ? ""
				: " = " + span(small * pixelSize, large * pixelSize) + " nm"),
				"1.41 times sigma: about where a column's brightness has fallen to a third."));
			AtomPhysics physics = null;
			String warning = "";
			try {
				physics = physics();
			}
			catch (final RewardAnalysisException exc) {
				warning = exc.getMessage();
			}
			if (!crystal.equals(AtomForms.NO_CRYSTAL)) warning = (warning + " " + ImagePhysics.note(
				analysed, Lattices.get(crystal), pixelSize, find, progress)).strip();
			if (physics != null) addPhysics(facts, physics);
			return new Outlook(facts, warning, physics, find ? AtomPreview.of(detection, analysed.pixels(),
				analysed.area(), physics == null ? null : physics.counted(), progress) : null, "");
		}

		/** What is expected; null without a crystal. */
		private AtomPhysics physics() {
			if (crystal.equals(AtomForms.NO_CRYSTAL)) return null;
			// With no pixel size, a complaint of what the image lacks.
			final double nm = Double.isNaN(pixelSize) ? PixelSize.ofImage(analysed.source())
				: pixelSize;
			return ExpectedPhysics.of(Lattices.get(crystal), nm, analysed.area(),
				ExpectedPhysics.DS_FRACTION, ExpectedPhysics.PIXEL_TOLERANCE);
		}

		/** Sigmas from the middle of what a search would try, and the threshold that suits them. */
		Map<String, Object> suggested(final Progress progress) {
			final AtomPhysics physics = physics();
			if (physics == null) throw new RewardAnalysisException(
				"Choose the crystal first; sigmas and threshold follow from it and from the image.");
			final LogDetector detector = LogDetector.once(analysed.pixels(), analysed.pixels());
			final LogRanges ranges = LogRanges.derivedSigmas(detector, physics);
			final LogParameters p = detection.parameters();
			final double min = rounded(middle(ranges.minSigma())), max = Math.max(min, rounded(middle(
				new Range(min, ranges.maxSigma().high()))));
			final LogParameters sigmas = new LogParameters(min, max, p.numSigma(), p.absoluteThreshold(), p
				.thresholdRel(), p.overlap(), p.logScale(), p.borderX(), p.borderY());
			final AtomPreview preview = AtomPreview.of(new AtomDetection(detection.preparation(), detection
				.normalization(), sigmas, detection.refinement(), detection.fit()), analysed.pixels(), analysed
					.area(), physics.counted(), progress);
			final Map<String, Object> values = new LinkedHashMap<>();
			values.put("min_sigma", min);
			values.put("max_sigma", max);
			values.put("threshold", new BigDecimal(preview.curve().suggested(physics.expected(), physics
				.low(), physics.high())).round(new MathContext(3)).doubleValue());
			return values;
		}
	}

	private static double middle(final Range range) {
		return Math.sqrt(range.low() * range.high());
	}

	private static double rounded(final double value) {
		return new BigDecimal(value).round(new MathContext(3)).doubleValue();
	}
}
