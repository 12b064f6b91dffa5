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

package sc.fiji.rewardanalysis.core.crystal;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Robust;

/**
 * All that a lattice through the atoms of an image tells.
 *
 * @param atoms px
 * @param fit their numbers and the grains
 * @param displacements from the reference
 * @param strains around each atom
 * @param defects sites without atoms, atoms without sites
 */
public record LatticeAnalysis(LatticeSettings settings, List<Blob> atoms, LatticeFit fit,
	Displacements displacements, Strains strains, List<Defect> defects)
{

	public LatticeAnalysis {
		atoms = List.copyOf(atoms);
		defects = List.copyOf(defects);
	}

	/**
	 * Runs it.
	 *
	 * @param image for brightness; null for none
	 * @param area where atoms were looked for
	 * @param region for the reference of a region; null for none
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException as {@link LatticeFit#of} and
	 *           {@link ReferenceLattice#of} say
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static LatticeAnalysis of(final List<Blob> atoms,
		final RandomAccessibleInterval<FloatType> image, final Area area,
		final Predicate<Position> region, final LatticeSettings settings, final Progress progress)
	{
		final SiteResponse response = image == null || atoms.isEmpty() ? null : new SiteResponse(image, Robust
			.median(atoms.stream().mapToDouble(Blob::sigma).toArray()));
		final LatticeFit fit = LatticeFit.of(atoms, area, settings.lattice(), settings.pixelSize(),
			response == null ? null : brightness(atoms, response), settings.tolerance(), progress.part(0, 0.6));
		final Displacements u = Displacements.of(fit, ReferenceLattice.of(fit, settings.reference(), settings
			.lattice(), settings.pixelSize(), region), progress.part(0.6, 0.7));
		progress.update(0.7, "Measuring strain");
		final Strains strains = Strains.of(u, settings.strain(), settings.strainRadius(), progress.part(0.7,
			0.9));
		progress.update(0.9, "Looking for vacancies");
		return new LatticeAnalysis(settings, atoms, fit, u, strains, Defects.of(u, area, settings.tolerance(),
			response, progress));
	}

	/** Dark atoms are as bright as they are dark. */
	private static double[] brightness(final List<Blob> atoms, final SiteResponse response) {
		final double[] values = atoms.stream().mapToDouble(a -> response.at(a.x(), a.y())).toArray();
		final double sign = Math.signum(Robust.median(values));
		return IntStream.range(0, values.length).mapToDouble(i -> sign * values[i]).toArray();
	}

	/** How many defects of a kind there are. */
	public int count(final Defect.Kind kind) {
		return (int) defects.stream().filter(d -> d.kind() == kind).count();
	}

	/** pm in a px; NaN if it isn't known. */
	public double picometres() {
		return 1000 * settings.pixelSize();
	}

	/** The species of an atom; empty if it has no site. */
	public String species(final int atom) {
		final IndexedAtom a = fit.indices().get(atom);
		return a.isIndexed() ? fit.grains().get(a.grain()).motif().species(a.site()) : "";
	}

	/** The species whose offset from its neighbours is mapped. */
	public String sublattice() {
		final Motif motif = fit.grains().get(0).motif();
		final boolean light = settings.sublattice() == Sublattice.LIGHTEST;
		if (!motif.hasAtomicNumbers()) return motif.species(light ? motif.size() - 1 : 0);
		return motif.species(IntStream.range(0, motif.size()).boxed().min(Comparator.comparingInt(s -> light
			? motif.atomicNumber(s) : -motif.atomicNumber(s))).orElseThrow());
	}

	/** Offsets of that species' atoms from the middle of their neighbours; NaN of the others. */
	public double[] offsets(final boolean right) {
		final double[] all = right ? displacements.relativeX() : displacements.relativeY();
		final String which = sublattice();
		for (int i = 0; i < all.length; i++)
			if (!species(i).equals(which)) all[i] = Double.NaN;
		return all;
	}

	/** The scatter of displacements along each axis, px: √(mean square / 2) of a grain's atoms. */
	public double scatter(final int grain) {
		final double[] x = displacements.ux(), y = displacements.uy();
		return Math.sqrt(0.5 * IntStream.of(fit.members(grain)).filter(i -> !Double.isNaN(x[i])).mapToDouble(
			i -> x[i] * x[i] + y[i] * y[i]).average().orElse(Double.NaN));
	}
}
