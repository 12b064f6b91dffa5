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

package sc.fiji.rewardanalysis.core.estimate;

import java.util.Arrays;
import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;
import sc.fiji.rewardanalysis.core.region.Mask;
import sc.fiji.rewardanalysis.core.region.PerimeterMethod;

/**
 * What an image says of the crystal that it shows, each number with its standard error. The
 * error holds what differs between parts of the image – noise and a scan that is not straight
 * –, not a distortion that is the same everywhere.
 */
public final class PhysicsEstimate {

	/** Error of the sample's outline, in distances of columns. */
	private static final double EDGE = 0.12;

	/** Of the shorter translation along the image's shorter side. */
	private static final double FEWEST_CELLS = 6;

	private final Spectrum spectrum;
	private final List<SpectrumPeak> peaks;
	private final double strongest;
	private final List<PeakIndexing.Grain> grains;
	private final PhaseFit fit;
	private final MeanCell motif;
	private final Mask sample;
	private final long analysed;

	/** Without a lattice the last ones are null, of a quick estimate the sample. */
	PhysicsEstimate(final Spectrum spectrum, final List<SpectrumPeak> peaks,
		final List<PeakIndexing.Grain> grains, final PhaseFit fit, final MeanCell motif,
		final Mask sample, final long analysed)
	{
		this.spectrum = spectrum;
		this.peaks = List.copyOf(peaks);
		strongest = spectrum.strongest();
		this.grains = List.copyOf(grains);
		this.fit = fit;
		this.motif = motif;
		this.sample = sample;
		this.analysed = analysed;
	}

	PhysicsEstimate with(final Mask outline, final long area, final MeanCell cell) {
		return new PhysicsEstimate(spectrum, peaks, grains, fit, cell, outline, area);
	}

	PhaseFit fit() {
		return fit;
	}

	/** Whether a lattice is seen; if not, only {@link #spectrum} to {@link #needed} tell anything. */
	public boolean hasLattice() {
		return fit != null;
	}

	/** The power spectrum. */
	public Spectrum spectrum() {
		return spectrum;
	}

	/** Its significant peaks, the one of most power first. */
	public List<SpectrumPeak> peaks() {
		return peaks;
	}

	/** The largest power over the mean of noise at its frequency. */
	public double strongest() {
		return strongest;
	}

	/** What it must be to be no accident, with two such peaks in different directions. */
	public double needed() {
		return spectrum.significant();
	}

	/** The two shortest independent translations, px, the shorter one first. */
	public LatticeVectors translations() {
		return seen().translations();
	}

	/** Length of the shorter translation, px. */
	public Measured a() {
		return seen().measured(LatticeVectors::lengthA);
	}

	/** Length of the longer one, px. */
	public Measured b() {
		return seen().measured(LatticeVectors::lengthB);
	}

	/** Between them, degrees, 60 to 90. */
	public Measured angle() {
		return seen().measured(LatticeVectors::angle);
	}

	/** From the image's x axis to the shorter translation, degrees, clockwise on the screen. */
	public Measured direction() {
		return seen().measured(t -> Math.toDegrees(Math.atan2(t.ay(), t.ax())));
	}

	/** Of the cell, px². */
	public Measured cellArea() {
		return seen().measured(LatticeVectors::area);
	}

	/** One cell, the mean of all. */
	public MeanCell motif() {
		seen();
		return motif;
	}

	/** Columns per px². */
	public Measured density() {
		final Measured area = cellArea(), count = motif().count();
		final double value = count.value() / area.value();
		return new Measured(value, Math.hypot(count.sigma() / area.value(), value * area.sigma() / area
			.value()));
	}

	/** How far parts of the image lie from the lattice, root mean square, px. */
	public double distortion() {
		return seen().distortion();
	}

	/** Standard deviation of a pixel's noise. */
	public double noise() {
		return spectrum.noise();
	}

	/** The lattice's peaks, the one of most power first. */
	public List<IndexedPeak> lattice() {
		seen();
		return grains.get(0).peaks();
	}

	/** The reciprocal lattice that they are indexed in, cycles per px. */
	public LatticeVectors reciprocal() {
		return seen().reciprocal();
	}

	/** Whether the image shows so few cells that a larger true one may have been missed. */
	public boolean isScarce() {
		return spectrum.resolution() * translations().lengthA() > 1 / FEWEST_CELLS;
	}

	/** Each grain's translations, px; the one that all else is about first. */
	public List<LatticeVectors> grains() {
		return grains.stream().map(PeakIndexing.Grain::translations).toList();
	}

	/** Share of the first grain in the power of all grains' peaks. */
	public double dominance() {
		seen();
		return grains.get(0).power() / grains.stream().mapToDouble(PeakIndexing.Grain::power).sum();
	}

	/** Typical distance of columns, px: the root of the area that each has. */
	public double spacing() {
		return Math.sqrt(translations().area() / Math.max(1, motif.count().value()));
	}

	/** Where there is sample, of the analysed box; null if it wasn't looked for. */
	public Mask sample() {
		seen();
		return sample;
	}

	/** Share of the analysed area that is sample. */
	public double sampleShare() {
		return (double) sample().area() / analysed;
	}

	/** How many columns the sample holds, by the density that is seen. */
	public Measured expected() {
		final Measured density = density(), count = density.times(sample().area());
		if (sample.area() == analysed) return count;
		// The sample's edge is known to a part of the columns' distance.
		final boolean[] all = new boolean[sample.pixels().length];
		Arrays.fill(all, true);
		final double edge = EDGE * spacing() * PerimeterMethod.CROFTON.of(sample, new Mask(sample.width(),
			sample.height(), all));
		return new Measured(count.value(), Math.hypot(count.sigma(), edge * density.value()));
	}

	/**
	 * Ways to explain the lattice by a crystal, the best one first. Each proposes a pixel size.
	 *
	 * @param pixelSize nm; NaN if unknown
	 */
	public List<CellMatch> explainedBy(final Lattice lattice, final double pixelSize) {
		return matching().matches(Checks.given("lattice", lattice), pixelSize);
	}

	/**
	 * The best explanation by each crystal, the best crystal first.
	 *
	 * @param pixelSize nm; NaN if unknown
	 */
	public List<CellMatch> ranking(final List<Lattice> lattices, final double pixelSize) {
		return matching().ranking(lattices, pixelSize);
	}

	private LatticeMatching matching() {
		return new LatticeMatching(spectrum, seen(), motif, lattice().stream().mapToDouble(p -> p.peak()
			.frequency()).max().orElse(0.5), needed() / lattice().get(0).peak().ratio());
	}

	private PhaseFit seen() {
		if (fit == null) throw new RewardAnalysisException(
			"No lattice is seen: the strongest wave has %.3g times the power of noise, and two in different directions need %.3g. Choose an image or a selection that shows columns in rows, less magnified or larger.",
			strongest, needed());
		return fit;
	}
}
