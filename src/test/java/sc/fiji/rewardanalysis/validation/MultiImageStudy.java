package sc.fiji.rewardanalysis.validation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.workflow.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.PooledAtomFinding;
import sc.fiji.rewardanalysis.core.workflow.Pooling;

/**
 * One parameter set for several images beside those that each of them would choose alone,
 * judged by images that none of them has seen. Four images of YBa2Cu3O7 with noise from
 * 0.1 to 0.7 are searched, six with noise in between are held out. Prints one CSV line a
 * search, then medians.
 * <p>
 * Usage: {@code MultiImageStudy [size_px] [evaluations] [seeds] [noise]}; a seed is one of
 * the images and of the optimiser. With a noise, a fifth image that has it is searched with
 * the others, and none alone.
 */
public final class MultiImageStudy {

	private static final double[] NOISE = { 0.1, 0.3, 0.5, 0.7 }, HELD_OUT = { 0.1, 0.2, 0.3, 0.4, 0.5,
		0.6 };

	private MultiImageStudy() {}

	public static void main(final String... args) {
		final int size = args.length > 0 ? Integer.parseInt(args[0]) : 192;
		final int evaluations = args.length > 1 ? Integer.parseInt(args[1]) : 60;
		final int seeds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
		final boolean fifth = args.length > 3;
		final double[] noise = fifth ? Arrays.copyOf(NOISE, NOISE.length + 1) : NOISE;
		if (fifth) noise[NOISE.length] = Double.parseDouble(args[3]);
		final PrintStream out = System.out;
		out.println("seed,search,searched_QC,searched_ER,held_out_QC,held_out_ER,held_out_f1,worst_f1,seconds");
		final Map<String, List<double[]>> all = new LinkedHashMap<>();
		for (int seed = 1; seed <= seeds; seed++) {
			final List<SimulatedImage> images = new ArrayList<>();
			for (int i = 0; i < noise.length; i++)
				images.add(LogStarStudy.image(size, noise[i], 100 * seed + i));
			for (int i = 0; i < HELD_OUT.length; i++)
				images.add(LogStarStudy.image(size, HELD_OUT[i], 100 * seed + 50 + i));
			for (final Pooling pooling : Pooling.values())
				print(out, seed, pooling.name().toLowerCase(Locale.ROOT), run(images, noise.length, -1, pooling,
					evaluations, seed), all);
			for (int only = 0; only < (fifth ? 0 : noise.length); only++)
				print(out, seed, "alone at " + noise[only], run(images, noise.length, only, Pooling.MEAN,
					evaluations, seed), all);
		}
		all.forEach((search, rows) -> {
			final double[] medians = new double[rows.get(0).length];
			for (int j = 0; j < medians.length; j++) {
				final int column = j;
				medians[j] = median(rows.stream().mapToDouble(r -> r[column]).toArray());
			}
			out.println(line("median", search, medians));
		});
	}

	/**
	 * @param searched how many images may be searched; the others are held out
	 * @param only the one that is; −1 for all
	 */
	private static double[] run(final List<SimulatedImage> images, final int searched,
		final int only, final Pooling pooling, final int evaluations, final long seed)
	{
		final List<PooledAtomFinding.Image> chosen = new ArrayList<>();
		final List<SimulatedImage> truth = new ArrayList<>();
		for (int i = 0; i < images.size(); i++) {
			final boolean heldOut = i >= searched;
			if (only >= 0 && i != only && !heldOut) continue;
			final SimulatedImage image = images.get(i);
			truth.add(image);
			chosen.add(new PooledAtomFinding.Image("image_" + i, heldOut, image::image, area(image),
				AtomFindingSettings.of(Lattices.get("YBa2Cu3O7-100"), LogStarStudy.PIXEL)));
		}
		final long start = System.nanoTime();
		final PooledAtomFinding pooled = new PooledAtomFinding(chosen, pooling, Progress.NONE);
		final Study study = pooled.newStudy(new BayesianEngine(), seed);
		pooled.run(study, new StopRule(evaluations, false), Progress.NONE, e -> {});
		final Evaluation picked = pooled.pick(study, Pick.EUCLIDEAN).orElseThrow();
		final double seconds = (System.nanoTime() - start) * 1e-9;
		final double[] seen = pooled.searchedMeans(picked), heldOut = pooled.heldOutMeans(List.of(
			picked), Progress.NONE).get(picked.id());
		final List<Double> f1 = new ArrayList<>();
		for (int i = 0; i < chosen.size(); i++)
			if (chosen.get(i).heldOut()) f1.add(LogStarStudy.match(pooled.solution(i, picked, Progress.NONE)
				.orElseThrow(), truth.get(i), area(truth.get(i))).f1());
		return new double[] { seen[0], seen[1], heldOut[0], heldOut[1], f1.stream().mapToDouble(
			v -> v).average().orElseThrow(), f1.stream().mapToDouble(v -> v).min().orElseThrow(), seconds };
	}

	private static Area area(final SimulatedImage image) {
		return Area.image((int) image.image().dimension(0), (int) image.image().dimension(1));
	}

	private static void print(final PrintStream out, final int seed, final String search,
		final double[] row, final Map<String, List<double[]>> all)
	{
		all.computeIfAbsent(search, s -> new ArrayList<>()).add(row);
		out.println(line(Integer.toString(seed), search, row));
	}

	private static String line(final String seed, final String search, final double[] row) {
		return seed + "," + search + "," + String.join(",", Arrays.stream(row).mapToObj(v -> String.format(
			Locale.ROOT, "%.4f", v)).toList());
	}

	private static double median(final double[] values) {
		Arrays.sort(values);
		final int n = values.length;
		return 0.5 * (values[(n - 1) / 2] + values[n / 2]);
	}
}
