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

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.run.Previewed;
import sc.fiji.rewardanalysis.command.run.UnseenAnalysis;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.io.AtomsTable;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomDetection;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.PixelSize;
import sc.fiji.rewardanalysis.plot.OverlayPicture;
import sc.fiji.rewardanalysis.plot.Pictures;
import sc.fiji.rewardanalysis.ui.TableWindow;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

/** Finds atoms with parameters that are given: {@code blob_log} in ImageJ. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins > Reward Analysis > " + FindAtoms.LEAF)
public final class FindAtoms extends AnalysisCommand implements Previewed {

	/** Its name in menus and macros. */
	public static final String LEAF = "Find Atoms...";

	@Parameter(label = "Image", persist = false)
	private ImagePlus image;

	@Parameter(label = "Slices of a stack", choices = { "current", "all" }, persist = false,
		description = "The slice that is shown, or one after the other all slices, channels and frames.")
	private String slices = "current";

	@Parameter(label = "Atoms are", choices = { "bright", "dark" }, persist = false,
		description = "Bright in HAADF and ADF images, dark in BF and ABF images.")
	private String contrast = "bright";

	@Parameter(label = "Subtract background, sigma (px; 0: off)", min = "0", stepSize = "5",
		style = "format:0.###", persist = false,
		description = "What changes over much more than this is taken away. Larger than the crystal's cell.")
	private double background_sigma = 0;

	@Parameter(label = "Denoise, sigma (px; 0: off)", min = "0", stepSize = "0.1",
		style = "format:0.###", persist = false,
		description = "Smooths the image with a Gaussian. Smaller than the atoms.")
	private double denoise_sigma = 0;

	@Parameter(label = "Normalization", choices = { "min-max", "noise", "none" }, persist = false,
		description = "The unit of the threshold: the analysed area's grey values from 0 to 1, multiples of the pixel noise, or grey values as they are.")
	private String normalization = "min-max";

	@Parameter(label = "Smallest sigma (px)", min = "0.1", stepSize = "0.1", style = "format:0.###",
		persist = false,
		description = "Standard deviation of the smallest blob; its radius is 1.41 times as large.")
	private double min_sigma = 3;

	@Parameter(label = "Largest sigma (px)", min = "0.1", stepSize = "0.1", style = "format:0.###",
		persist = false, description = "Standard deviation of the largest blob.")
	private double max_sigma = 8;

	@Parameter(label = "Number of sigmas", min = "1", persist = false,
		description = "How many scales are tried between the smallest and the largest sigma.")
	private int num_sigma = 10;

	@Parameter(label = "Threshold", min = "0", stepSize = "0.01", style = "format:0.#####",
		persist = false, description = "Fainter blobs are dropped. Lower it to find more atoms.")
	private double threshold = 0.05;

	@Parameter(label = "Relative threshold", min = "0", max = "1", stepSize = "0.01",
		style = "format:0.#####", persist = false,
		description = "Threshold as a fraction of the strongest blob; the larger of the two counts. 0: none.")
	private double threshold_rel = 0;

	@Parameter(label = "Overlap", min = "0", max = "1", stepSize = "0.05", style = "format:0.###",
		persist = false,
		description = "Of two blobs that share more than this fraction of the smaller one's area, one is dropped.")
	private double overlap = 0.5;

	@Parameter(label = "Sigmas evenly spaced on a logarithmic scale", persist = false,
		description = "More of the sigmas are small ones then; off: all are the same distance apart.")
	private boolean log_scale = false;

	@Parameter(label = "Exclude border (px)", min = "0", persist = false,
		description = "Atoms closer than this to the image's edge are dropped.")
	private int exclude_border = 0;

	@Parameter(label = "Refine positions", choices = { "none", "quadratic", "gaussian" },
		persist = false,
		description = "none: the pixel. quadratic: a parabola through the responses around it. gaussian: a Gaussian fitted to each column, with standard errors.")
	private String refine = "none";

	@Parameter(label = "Elliptic columns", persist = false,
		description = "Whether fitted Gaussians may be wider along one direction.")
	private boolean elliptic = false;

	@Parameter(label = "Output folder (empty: none)", style = "directory", persist = false,
		description = "Where atoms.csv, overlay.png and summary.txt are written.")
	private File output_folder = new File("");

	/**
	 * What options mean, for those who have other images than ImageJ's.
	 *
	 * @param context with the services of {@link UnseenAnalysis#services}
	 * @param options as a macro has them: {@code min_sigma=3 threshold=0.1}; empty for none
	 * @throws RewardAnalysisException if there are no such options
	 */
	public static AtomDetection detection(final Context context, final String options) {
		return ((FindAtoms) new UnseenAnalysis(context, LEAF, options).configured()).detection();
	}

	@Override
	protected String leaf() {
		return LEAF;
	}

	/** Which slices are analysed. */
	private enum Slices {
			CURRENT, ALL
	}

	@Override
	protected void analyse(final Progress progress) {
		final long start = System.nanoTime();
		final AtomDetection detection = detection();
		if (isGiven(output_folder)) AtomicFile.checkWritable(output_folder.toPath());
		final CsvTable table = isAllSlices() ? inAllSlices(detection, progress) : inSlice(AnalysedImage.of(image),
			detection, "", progress);
		TableWindow.show(table, "Atoms of " + image.getTitle(), image);
		if (!isGiven(output_folder)) return;
		table.write(output_folder.toPath().resolve("atoms.csv"));
		AtomicFile.write(output_folder.toPath().resolve("summary.txt"), summary(table, start));
	}

	private String summary(final CsvTable atoms, final long start) {
		final String where = isAllSlices() ? " in " + Words.count(AnalysedImage.slices(image), "slice") : "";
		return String.join("\n", "Found:      " + Words.count(atoms.size(), "atom") + where + ".", String
			.format(Locale.ROOT, "Time:       %.2f s. Reward Analysis %s.", (System.nanoTime() - start) * 1e-9,
				Version.current()), "Macro:      " + macroLine(), "");
	}

	private boolean isAllSlices() {
		return choice(Slices.class, "slices", slices) == Slices.ALL && AnalysedImage.slices(image) > 1;
	}

	private AtomDetection detection() {
		return new AtomDetection(new Preparation(background_sigma, denoise_sigma, choice(Contrast.class,
			"contrast", contrast)), choice(Normalization.class, "normalization", normalization),
			new LogParameters(min_sigma, max_sigma, num_sigma, threshold, threshold_rel, overlap, log_scale,
				exclude_border, exclude_border), choice(Refinement.class, "refine", refine),
			new FitOptions(elliptic, true));
	}

	@Override
	public Form form() {
		return AtomForms.findAtoms(image);
	}

	@Override
	public Outlook outlook(final AnalysedImage analysed, final Map<String, Object> aside,
		final boolean find, final Progress progress)
	{
		final Outlooks.Detection outlook = new Outlooks.Detection(detection(), analysed, pixelSize(),
			(String) aside.get(AtomForms.CRYSTAL));
		return isAllSlices() ? Outlooks.ofSlice(() -> outlook.of(find, progress)) : outlook.of(find, progress);
	}

	@Override
	public Map<String, Object> suggested(final AnalysedImage analysed,
		final Map<String, Object> aside, final Progress progress)
	{
		return new Outlooks.Detection(detection(), analysed, PixelSize.ofImage(image),
			(String) aside.get(AtomForms.CRYSTAL)).suggested(progress);
	}

	/**
	 * A slice in which nothing can be found doesn't spoil the others, and a cancel leaves those
	 * that are done.
	 */
	private CsvTable inAllSlices(final AtomDetection detection, final Progress progress) {
		final SortedMap<Integer, CsvTable> tables = new TreeMap<>();
		final AnalysedImage shown = AnalysedImage.of(image);
		final int n = AnalysedImage.slices(image);
		RewardAnalysisException last = null;
		for (int slice = 1; slice <= n; slice++) {
			try {
				progress.checkCanceled();
				tables.put(slice, inSlice(shown.at(slice), detection, String.format(
					Locale.ROOT, "_%04d", slice), progress.part((slice - 1.0) / n, (double) slice / n)));
			}
			catch (final RewardAnalysisException exc) {
				last = exc;
				note("slice " + slice + ": " + exc.getMessage());
			}
			catch (final CancellationException exc) {
				if (tables.isEmpty()) throw exc;
				note("Cancelled after " + (slice - 1) + " of " + n + " slices; their atoms are kept.");
				break;
			}
		}
		if (tables.isEmpty()) throw last;
		return CsvTable.stacked("slice", tables);
	}

	private CsvTable inSlice(final AnalysedImage analysed, final AtomDetection detection,
		final String suffix, final Progress progress)
	{
		final AtomDetection.Found found = detection.find(analysed.pixels(), analysed.area(), progress);
		final List<Blob> atoms = found.atoms().blobs();
		if (found.valid().invalid() > 0) note((suffix.isEmpty() ? "" : "slice " + analysed.slice() + ": ") +
			found.valid().describe());
		if (found.atoms().isRefined()) progress.update(1, "Positions: " + found.atoms().summary());
		final double pixel = pixelSize();
		if (isGiven(output_folder)) Pictures.writeForPrint(output_folder.toPath().resolve("overlay" + suffix +
			".png"), () -> OverlayPicture.draw(analysed.pixels(), atoms, new int[0], pixel), progress);
		AtomOverlay.show(analysed, atoms, new int[0]);
		AtomOverlay.showLeftOut(analysed, found.valid().area());
		return AtomsTable.of(found.atoms(), pixel, analysed.x(), analysed.y());
	}

	/** Blobs need no pixel size; without one the table's lengths stay empty. */
	private double pixelSize() {
		try {
			return PixelSize.ofImage(image);
		}
		catch (final RewardAnalysisException exc) {
			return Double.NaN;
		}
	}
}
