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
