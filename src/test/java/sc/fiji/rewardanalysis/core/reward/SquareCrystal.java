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

package sc.fiji.rewardanalysis.core.reward;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;

/**
 * A square lattice of spacing 10 px = 1 nm in an image of 100 × 100 px: 100 columns
 * at 4.5, 14.5, …, 94.5. The image reaches from -0.5 to 99.5, and all of it counts; moved by a cell, a
 * row leaves it.
 */
final class SquareCrystal {

	/** nm per px. */
	static final double PIXEL = 0.1;

	/** DS: the ideal sum of four neighbours' distances is 4 nm. */
	static final double DS = 3.2;

	private static final Area IMAGE = Area.image(100, 100);

	private SquareCrystal() {}

	/** All of the image counts, columns 10 px and more from the border are judged. */
	static AtomPhysics physics() {
		return physics(95, 105);
	}

	/** The same with another band of possible counts. */
	static AtomPhysics physics(final int low, final int high) {
		return new AtomPhysics(PIXEL, IMAGE, 100, low, high, IMAGE.inset(10), 64, DS, Math.sqrt(0.5),
			new double[][] { { 1, 1, 1, 1 } });
	}

	/** All columns, row by row: number 10 · row + column. */
	static List<Blob> atoms() {
		final List<Blob> atoms = new ArrayList<>();
		for (int i = 0; i < 100; i++)
			atoms.add(at(4.5 + 10 * (i % 10), 4.5 + 10 * (i / 10)));
		return atoms;
	}

	static Blob at(final double x, final double y) {
		return new Blob(x, y, 2, 0.5);
	}

	static AtomSet set(final List<Blob> atoms) {
		return new AtomSet(atoms, physics());
	}
}
