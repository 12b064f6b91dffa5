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

package sc.fiji.rewardanalysis.imagej;

import java.awt.Color;
import java.io.File;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ij.IJ;
import ij.gui.Roi;

/**
 * Numbers of ImageJ's ROI groups, 1 to 255, whose names all images share. A name that the
 * user gave stays, and no preferences are written.
 * <p>
 * ImageJ paints what it reads from a file in the colour of its group, so of the free
 * numbers the one is taken whose colour is nearest to the one wanted.
 */
final class RoiGroups {

	/** Users count from 1. */
	private static final int LOWEST = 100, HIGHEST = 255;

	private RoiGroups() {}

	/**
	 * The group of that name; if there is none, one that is free gets it.
	 *
	 * @param colour what its ROIs shall look like once they were saved and read
	 * @param others whose groups are not free
	 * @return 0 for no group, where ImageJ doesn't know the groups' colours: it would say so
	 *         for each ROI
	 */
	static synchronized int number(final String name, final Color colour, final List<Roi> others) {
		if (!hasColours()) return 0;
		final int known = IntStream.rangeClosed(1, HIGHEST).filter(n -> name.equals(Roi.getGroupName(n)))
			.findFirst().orElse(0);
		if (known > 0) return known;
		final List<Integer> used = others.stream().map(Roi::getGroup).distinct().toList();
		final Roi probe = new Roi(0, 0, 1, 1);
		final int free = IntStream.rangeClosed(LOWEST, HIGHEST).filter(n -> Roi.getGroupName(
			n) == null && !used.contains(n)).boxed().min(Comparator.comparingDouble(n -> distance(probe, n,
				colour))).orElse(0);
		if (free > 0) Roi.setGroupName(free, name);
		return free;
	}

	private static double distance(final Roi probe, final int group, final Color colour) {
		probe.setGroup(group);
		final Color other = probe.getStrokeColor();
		return Math.hypot(Math.hypot(other.getRed() - colour.getRed(), other.getGreen() - colour
			.getGreen()), other.getBlue() - colour.getBlue());
	}

	/** Whether the table of the groups' colours is where ImageJ looks for it. */
	private static boolean hasColours() {
		final String folder = IJ.getDirectory("luts");
		return folder != null && Stream.of("Glasbey.lut", "glasbey.lut").anyMatch(name -> new File(folder,
			name).isFile());
	}
}
