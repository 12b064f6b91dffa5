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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Neighbours;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Robust;

/**
 * Sites of the crystal without an atom, and atoms without a site.
 * <p>
 * A vacancy is a site within the area, at least the distance of nearest sites from its
 * border, of whose about twelve nearest sites at least {@value #OCCUPIED} have their atoms, and
 * these on all sides (no gap above {@value #GAP} degrees), with no atom nearer to it than the
 * tolerance. So vacuum, holes, and the edges of grains have none. It is expected where a
 * linear fit of its neighbours' displacements says.
 * An interstitial is an atom near no site, or on one that another atom has, where at least
 * {@value #AROUND} of the sites around the nearest site have their atoms.
 * <p>
 * Confidence: with R the response of the image ({@link SiteResponse}) and R₀ its median at the atoms
 * on the same sites of the cells around (of an interstitial, at all atoms around), 1 − R / R₀ for
 * a vacancy and R / R₀ for an interstitial, cut off at 0 and 1. Without an image it is the
 * share of sites around that have their atoms.
 */
public final class Defects {

	private static final double OCCUPIED = 0.75, GAP = 125, AROUND = 0.6;

	/** Cells around whose atoms are compared with. */
	private static final int CELLS = 3;

	private final Displacements u;
	private final LatticeFit fit;
	private final SiteMap map;
	private final Neighbours nearest;
	private final Area area;
	private final double tolerance;
	private final SiteResponse response;
	private final List<Defect> found = new ArrayList<>();

	private Defects(final Displacements u, final Area area, final double tolerance,
		final SiteResponse response)
	{
		this.u = u;
		fit = u.fit();
		map = u.map();
		nearest = new Neighbours(fit.atoms());
		this.area = area;
		this.tolerance = tolerance;
		this.response = response;
	}

	/**
	 * Finds them.
	 *
	 * @param area where atoms were looked for
	 * @param tolerance that of the fit
	 * @param response of the image; null for none
	 * @return vacancies first, from top to bottom
	 */
	public static List<Defect> of(final Displacements u, final Area area, final double tolerance,
		final SiteResponse response, final Progress progress)
	{
		final Defects defects = new Defects(u, area, tolerance, response);
		for (int g = 0; g < u.fit().grains().size(); g++)
			if (u.has(g)) defects.vacancies(g, progress);
		defects.interstitials(progress);
		defects.found.sort(Comparator.comparing(Defect::kind).thenComparingDouble(Defect::y)
			.thenComparingDouble(Defect::x));
		return List.copyOf(defects.found);
	}

	private record Place(int h, int k, int site) {}

	private void vacancies(final int grain, final Progress progress) {
		final List<List<SiteMap.Step>> neighbours = map.neighbours(grain);
		final double distance = fit.grains().get(grain).nearestDistance();
		final Area inside = area.inset(distance);
		final Set<Place> asked = new HashSet<>();
		int done = 0;
		for (final int i : fit.members(grain)) {
			if (done++ % 512 == 0) progress.checkCanceled();
			final IndexedAtom a = fit.indices().get(i);
			for (final SiteMap.Step step : neighbours.get(a.site())) {
				if (map.atom(a, step) >= 0) continue;
				final Place place = new Place(a.h() + step.dh(), a.k() + step.dk(), step.site());
				if (asked.add(place)) ask(grain, place, neighbours.get(step.site()), inside, tolerance * distance);
			}
		}
	}

	private void ask(final int grain, final Place p, final List<SiteMap.Step> around,
		final Area inside, final double reach)
	{
		final IndexedAtom empty = new IndexedAtom(IndexedAtom.Status.OUTSIDE, grain, p.h, p.k, p.site, 0);
		final int[] atoms = around.stream().mapToInt(step -> map.atom(empty, step)).filter(i -> i >= 0)
			.toArray();
		final double occupied = (double) atoms.length / around.size();
		if (occupied < OCCUPIED || gap(empty, around) > GAP) return;
		final double[] place = u.place(grain, p.h, p.k, p.site);
		final LocalLinear linear = new LocalLinear(1);
		for (final int i : atoms) {
			final IndexedAtom a = fit.indices().get(i);
			final double[] other = u.place(grain, a.h(), a.k(), a.site());
			linear.add(0, other[0] - place[0], other[1] - place[1], 1, u.at(i, true), u.at(i, false));
		}
		final double[] moved = linear.value();
		final double x = place[0] + moved[0], y = place[1] + moved[1];
		if (!inside.contains(x, y) || nearest.nearest(x, y, reach) >= 0) return;
		found.add(new Defect(Defect.Kind.VACANCY, x, y, -1, grain, p.h, p.k, p.site, occupied,
			response == null ? occupied : clamped(1 - response.at(x, y) / usual(empty))));
	}

	/** The widest angle between neighbours that are there, degrees. */
	private double gap(final IndexedAtom empty, final List<SiteMap.Step> around) {
		final double[] angles = around.stream().filter(step -> map.atom(empty, step) >= 0).mapToDouble(step -> Math
			.toDegrees(Math.atan2(step.y(), step.x()))).sorted().toArray();
		double widest = 360 + angles[0] - angles[angles.length - 1];
		for (int i = 1; i < angles.length; i++)
			widest = Math.max(widest, angles[i] - angles[i - 1]);
		return widest;
	}

	/** Median response of the same site around. */
	private double usual(final IndexedAtom at) {
		final List<Integer> atoms = new ArrayList<>();
		for (int dh = -CELLS; dh <= CELLS; dh++)
			for (int dk = -CELLS; dk <= CELLS; dk++) {
				final int i = map.atom(at.grain(), at.h() + dh, at.k() + dk, at.site());
				if (i >= 0) atoms.add(i);
			}
		return usual(atoms.stream().mapToInt(i -> i).toArray());
	}

	private double usual(final int[] atoms) {
		return Robust.median(Arrays.stream(atoms).mapToDouble(i -> response.at(fit.atoms().get(i).x(), fit.atoms()
			.get(i).y())).toArray());
	}

	private static double clamped(final double value) {
		return Double.isNaN(value) ? 0 : Math.max(0, Math.min(1, value));
	}

	private void interstitials(final Progress progress) {
		final List<List<List<SiteMap.Step>>> neighbours = new ArrayList<>();
		for (int g = 0; g < fit.grains().size(); g++)
			neighbours.add(map.neighbours(g));
		for (int i = 0; i < fit.atoms().size(); i++) {
			if (i % 1024 == 0) progress.checkCanceled();
			final IndexedAtom a = fit.indices().get(i);
			final boolean twice = a.status() == IndexedAtom.Status.DOUBLE;
			if (!twice && a.status() != IndexedAtom.Status.OFF_SITE) continue;
			final IndexedAtom beside = beside(i);
			if (beside == null) continue;
			final List<SiteMap.Step> around = neighbours.get(beside.grain()).get(beside.site());
			final double occupied = around.stream().filter(step -> map.atom(beside, step) >= 0).count() /
				(double) around.size();
			if (occupied < AROUND) continue;
			final Position atom = fit.atoms().get(i);
			found.add(new Defect(twice ? Defect.Kind.DOUBLE : Defect.Kind.INTERSTITIAL, atom.x(), atom.y(), i,
				beside.grain(), a.h(), a.k(), a.site(), occupied, response == null ? occupied : clamped(response.at(
					atom.x(), atom.y()) / usualAround(i))));
		}
	}

	/** The nearest atom with a site; null if none of the nearest has one. */
	private IndexedAtom beside(final int atom) {
		for (final Neighbours.Neighbour n : nearest.of(atom, 6))
			if (fit.indices().get(n.atom()).isIndexed()) return fit.indices().get(n.atom());
		return null;
	}

	private double usualAround(final int atom) {
		return usual(Arrays.stream(nearest.of(atom, 24)).mapToInt(Neighbours.Neighbour::atom).filter(i -> fit
			.indices().get(i).isIndexed()).toArray());
	}
}
