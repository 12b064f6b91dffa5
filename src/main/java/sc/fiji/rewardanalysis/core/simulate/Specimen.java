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

package sc.fiji.rewardanalysis.core.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import sc.fiji.rewardanalysis.core.lattice.ColumnVisitor;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Site;

/**
 * Places the columns: the lattice at a random position, the particle in it,
 * displacements, vacancies and drift.
 * <p>
 * A column's random numbers depend on the seed and on its cell and site only.
 * Changing one parameter therefore changes what it means to change and leaves the
 * rest of the specimen as it was.
 */
final class Specimen {

	/** How far a Gaussian shines, standard deviations. */
	static final double REACH = 5;

	/** The particle: the cation sublattice of bixbyite Dy2O3 (a = 1.066 nm), a/4. */
	private static final Lattice PARTICLE = new Lattice("Dy2O3-001", "Dy columns of Dy2O3",
		"a = 1.066 nm", 0.2665, 0.2665, 90, List.of(new Site("Dy", 66, 0, 0)));

	/** No host column is closer to the particle's rim than this, nm. */
	private static final double GAP = 0.13;

	/**
	 * In an amorphous zone the heaviest species keeps this share of its peak, a
	 * lighter one as much less as it is lighter.
	 */
	private static final double KEPT = 0.85;

	private final SimulationParameters p;
	private final AmorphousZones zones;
	private final long columnSeed, sigmaSeed;
	private final double heaviest;
	private final double margin;
	private final Map<String, Double> sigmas = new HashMap<>();
	private final List<Column> columns = new ArrayList<>();

	private Specimen(final SimulationParameters p, final AmorphousZones zones,
		final SplittableRandom random)
	{
		this.p = p;
		this.zones = zones;
		columnSeed = random.nextLong();
		sigmaSeed = random.nextLong();
		heaviest = p.lattice().sites().stream().mapToDouble(s -> Math.pow(s.atomicNumber(), p
			.exponent())).max().getAsDouble();
		// Columns outside shine in, and may be displaced or drift inwards.
		margin = 1 + (REACH * (Math.hypot(p.sigmaMax(), p.defocusGradient()) + p.thermalDisplacement() + p.rowJitter()) + (p
			.amorphousFraction() > 0 ? REACH * p.amorphousDisplacement() : 0) + Math.max(Math.abs(p
				.driftX()), Math.abs(p.driftY())) / 2) / p.pixelSize();
	}

	/** Where the embedded particle is, px, and how it is turned, degrees. */
	record Particle(double x, double y, double radius, double rotation) {

		/** A random place in the middle half of the image; radius 0 if there is none. */
		static Particle random(final SimulationParameters p, final SplittableRandom random) {
			return new Particle((0.25 + 0.5 * random.nextDouble()) * (p.width() - 1), (0.25 + 0.5 *
				random.nextDouble()) * (p.height() - 1), p.nanoparticleRadius() / p.pixelSize(), 90 *
					random.nextDouble());
		}
	}

	/** The columns in and around the image; the heaviest peak of the lattice is 1. */
	static List<Column> columns(final SimulationParameters p, final AmorphousZones zones,
		final Particle particle, final SplittableRandom random)
	{
		final double phaseU = random.nextDouble(), phaseV = random.nextDouble();
		final Specimen specimen = new Specimen(p, zones, random);
		final double px = p.pixelSize(), radius = particle.radius();
		final double cx = particle.x(), cy = particle.y();
		final double clear = radius > 0 ? radius + GAP / px : -1;
		final List<Site> sites = p.lattice().sites();
		final double[] a = p.lattice().vectorA(), b = p.lattice().vectorB();
		// A random place in the cell, counted from the image's centre.
		final double angle = Math.toRadians(p.rotation());
		final double ox = (phaseU * a[0] + phaseV * b[0]) / px;
		final double oy = (phaseU * a[1] + phaseV * b[1]) / px;
		specimen.visit(p.lattice(), p.rotation(), (p.width() - 1) / 2.0 + ox * Math.cos(angle) - oy *
			Math.sin(angle), (p.height() - 1) / 2.0 + ox * Math.sin(angle) + oy * Math.cos(angle), (
				site, i, j, x, y) -> {
				if (Math.hypot(x - cx, y - cy) > clear) specimen.add(sites.get(site), site, i, j, x, y,
					false);
			});
		if (radius > 0) specimen.visit(PARTICLE, particle.rotation(), cx, cy, (site, i, j, x, y) -> {
			if (Math.hypot(x - cx, y - cy) < radius) specimen.add(PARTICLE.sites().get(0), sites
				.size(), i, j, x, y, true);
		});
		return specimen.columns;
	}

	private void visit(final Lattice lattice, final double rotation, final double x,
		final double y, final ColumnVisitor visitor)
	{
		lattice.placedInPixels(p.pixelSize(), rotation, x, y).forEachColumn(-margin, -margin, p
			.width() - 1 + margin, p.height() - 1 + margin, visitor);
	}

	private void add(final Site site, final int number, final int i, final int j,
		final double idealX, final double idealY, final boolean particle)
	{
		final SplittableRandom random = of(columnSeed, number, i, j);
		final double spread = 1 + p.amplitudeSpread() * clamp(random.nextGaussian(), 3);
		final double gx = clamp(random.nextGaussian(), REACH), gy = clamp(random.nextGaussian(),
			REACH);
		if (random.nextDouble() < p.vacancies()) return;
		final double disorder = particle ? 0 : zones.weight(idealX, idealY);
		final double amplitude = height(site) * Math.max(0, spread) * (1 - disorder * (1 - KEPT * Math
			.min(1, height(site))));
		if (!(amplitude > 0)) return;
		final double sd = (p.thermalDisplacement() + disorder * p.amorphousDisplacement()) / p
			.pixelSize();
		final double x = idealX + sd * gx, y = idealY + sd * gy;
		// The line on which a column is scanned tells how far the specimen has drifted by then.
		final double time = Math.max(0, Math.min(1, (y + 0.5) / p.height())) - 0.5;
		columns.add(new Column(x + time * p.driftX() / p.pixelSize(), y + time * p.driftY() / p
			.pixelSize(), site.species(), amplitude, sigma(site.species()), !particle && zones
				.contains(idealX, idealY)));
	}

	/** Peak height of a full column, 1 for the lattice's heaviest species. */
	private double height(final Site site) {
		final double own = Math.pow(site.atomicNumber(), p.exponent());
		final Substitution s = p.substitution();
		return (site.species().equals(s.species()) ? (1 - s.fraction()) * own + s.fraction() * Math
			.pow(s.atomicNumber(), p.exponent()) : own) / heaviest;
	}

	/** The species' peak width, px, drawn once. */
	private double sigma(final String species) {
		return sigmas.computeIfAbsent(species, s -> (p.sigmaMin() + (p.sigmaMax() - p.sigmaMin()) *
			of(sigmaSeed, s.hashCode(), 0, 0).nextDouble()) / p.pixelSize());
	}

	private static double clamp(final double value, final double limit) {
		return Math.max(-limit, Math.min(limit, value));
	}

	/** A generator of its own for each column: its numbers hashed into a seed. */
	private static SplittableRandom of(final long seed, final int a, final int b, final int c) {
		long h = seed;
		for (final int part : new int[] { a, b, c })
			h = new SplittableRandom(h ^ part * 0x9E3779B97F4A7C15L).nextLong();
		return new SplittableRandom(h);
	}
}
