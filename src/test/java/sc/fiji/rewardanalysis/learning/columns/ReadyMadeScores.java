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

package sc.fiji.rewardanalysis.learning.columns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ij.IJ;
import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.network.ModelInfo;
import sc.fiji.rewardanalysis.core.network.NetworkMap;
import sc.fiji.rewardanalysis.core.network.NetworkPeaks;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;

/**
 * The scores of the model card; not a test. Every crystal at every noise, as Find Atoms With Network
 * sees it; then, given a folder of real images with points that people have set, those.
 *
 * <pre>
 * java ... ReadyMadeScores FILE [folder with NAME.tif and NAME_human_labels.csv]
 * </pre>
 */
public final class ReadyMadeScores {

	private static final double[] NOISE = { 0, 0.1, 0.2, 0.3, 0.5, 0.75, 1 };

	/** Distances of nearest columns, px, to which images are scaled. */
	private static final double[] SPACINGS = { 6, 7, 8, 9, 10, 12, 16 };

	/** Of the images: none of those by which scales and rounds were chosen, which began at 1000. */
	private static final long SEED = 5000;

	private static final int IMAGES = 3, SIDE = 256;

	/** From which probability on there is a column. */
	private static final double THRESHOLD = 0.5;

	/** Of nearest columns in the simulated images, px: about as in the samples. */
	private static final double IMAGE_SPACING = 18;

	private ReadyMadeScores() {}

	public static void main(final String[] args) throws IOException {
		try (ColumnNetwork network = ColumnNetwork.read(Path.of(args[0]), 1)) {
			for (final String name : Lattices.names())
				System.out.println(row(network, name, name, 0));
			for (final double spacing : SPACINGS)
				System.out.println(row(network, Lattices.names().get(0), Double.toString(spacing), spacing));
			if (args.length > 1) real(network, Path.of(args[1]));
		}
	}

	private static String row(final ColumnNetwork network, final String lattice, final String label,
		final double spacing)
	{
		final StringBuilder line = new StringBuilder("| " + label + " |");
		for (final double noise : NOISE)
			line.append(String.format(Locale.ROOT, " %.3f |", f1(network, Lattices.get(lattice), noise,
				spacing)));
		return line.toString();
	}

	/** Over several images, F1 of all their columns. */
	private static double f1(final ColumnNetwork network, final Lattice lattice, final double noise,
		final double spacing)
	{
		final double pixel = lattice.nearestDistance() / IMAGE_SPACING, nearest = lattice
			.nearestDistance();
		final ModelInfo info = network.info();
		int hits = 0, wrong = 0;
		for (int i = 0; i < IMAGES; i++) {
			final SimulatedImage image = ImageSimulator.simulate(SimulationParameters.builder(lattice).size(
				SIDE, SIDE).pixelSize(pixel).rotation(17 + 31 * i).sigma(0.16 * nearest, 0.22 * nearest).noise(
					noise).seed(SEED + i).build(), Progress.NONE);
			// The network was opened for columns that are 1 nm apart.
			final double scale = spacing == 0 ? info.scale(1 / IMAGE_SPACING) : spacing / IMAGE_SPACING;
			final Match match = match(network, image.image(), scale, image.columns(), IMAGE_SPACING / 4,
				IMAGE_SPACING / 2);
			hits += match.truePositives();
			wrong += match.falsePositives() + match.falseNegatives();
		}
		return 2.0 * hits / Math.max(1, 2 * hits + wrong);
	}

	private static Match match(final ColumnNetwork network,
		final RandomAccessibleInterval<? extends RealType<?>> image, final double scale,
		final List<? extends Position> truth, final double tolerance, final double margin)
	{
		final Area area = Area.image((int) image.dimension(0), (int) image.dimension(1));
		final List<Blob> found = NetworkPeaks.of(NetworkMap.of(network, image, area,
			new NetworkMap.Options(Contrast.BRIGHT, scale, 0), Progress.NONE), THRESHOLD, Progress.NONE);
		return Matching.match(found, truth, tolerance, area.inset(margin));
	}

	/** Single atoms that people have marked, at some scales, pairs within 5 px. */
	private static void real(final ColumnNetwork network, final Path folder) throws IOException {
		final List<Path> labels;
		try (var files = Files.list(folder)) {
			labels = files.filter(f -> f.toString().endsWith("_human_labels.csv")).sorted().toList();
		}
		for (final Path file : labels) {
			final String name = file.getFileName().toString().replace("_human_labels.csv", "");
			final List<Blob> truth = new ArrayList<>();
			final List<String> rows = Files.readAllLines(file);
			for (final String row : rows.subList(1, rows.size())) {
				final String[] cells = row.split(",");
				truth.add(new Blob(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), 1, 1));
			}
			final ImagePlus image = IJ.openImage(folder.resolve(name + ".tif").toString());
			final float[] values = (float[]) image.getProcessor().convertToFloatProcessor().getPixels();
			for (final double scale : new double[] { 0.35, 0.5, 0.7, 1, 1.4 }) {
				final Match m = match(network, ArrayImgs.floats(values, image.getWidth(), image.getHeight()),
					scale, truth, 5, 8);
				System.out.printf(Locale.ROOT,
					"%s, scale %.2f: %d labels, F1 %.3f, precision %.3f, recall %.3f%n", name, scale, truth
						.size(), m.f1(), m.precision(), m.recall());
			}
		}
	}
}
