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

package sc.fiji.rewardanalysis.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

class PointGridTest {

	@Test
	void nobodyNearIsMissed() {
		final Random random = new Random(3);
		int near = 0;
		for (int trial = 0; trial < 100; trial++) {
			final List<Blob> points = new ArrayList<>();
			for (int i = random.nextInt(80); i >= 0; i--)
				points.add(new Blob(50 * random.nextDouble() - 20, 30 * random.nextDouble(), 1, 1));
			final double cell = 0.5 + 10 * random.nextDouble(), distance = 15 * random.nextDouble();
			final PointGrid grid = new PointGrid(points, cell);
			// Also around places outside all points.
			final Blob centre = new Blob(80 * random.nextDouble() - 40, 60 * random.nextDouble() - 20, 1,
				1);
			final Set<Integer> named = new TreeSet<>();
			grid.forEachNear(centre, distance, i -> assertTrue(named.add(i), "once each"));
			for (int i = 0; i < points.size(); i++) {
				final double dx = points.get(i).x() - centre.x(), dy = points.get(i).y() - centre.y();
				if (Math.hypot(dx, dy) <= distance) {
					assertTrue(named.contains(i));
					near++;
				}
			}
		}
		assertTrue(near > 100, "there is something to find");
	}

	@Test
	void oneCellIsEnoughForNoPoints() {
		new PointGrid(List.<Blob> of(), 1).forEachNear(new Blob(0, 0, 1, 1), 5, i -> assertEquals(-1, i));
		assertRefused(() -> new PointGrid(List.<Blob> of(), 0), "cell size");
	}

	/** As where a length is given in another unit: the cells are larger then, and nobody is missed. */
	@Test
	void cellsOfNoSizeTakeNoMemory() {
		final Random random = new Random(1);
		for (final double scale : new double[] { 1e-9, 1, 1e4, 2e9 })
			for (final double cell : new double[] { Double.MIN_VALUE, 1e-12, 1e12 }) {
				final List<Blob> points = new ArrayList<>();
				for (int i = 0; i < 50; i++)
					points.add(new Blob(scale * random.nextDouble(), scale * random.nextDouble(), 1, 1));
				final Set<Integer> named = new TreeSet<>();
				new PointGrid(points, cell).forEachNear(points.get(7), 0.2 * scale, named::add);
				for (int i = 0; i < points.size(); i++)
					if (Math.hypot(points.get(i).x() - points.get(7).x(), points.get(i).y() - points.get(7).y()) <= 0.2 *
						scale) assertTrue(named.contains(i), scale + " " + cell);
			}
	}
}
