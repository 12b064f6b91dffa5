package sc.fiji.rewardanalysis.validation;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.SimulatedSeries;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.track.FrameDrift;
import sc.fiji.rewardanalysis.core.track.FrameLinks;
import sc.fiji.rewardanalysis.core.track.TrackedSeries;
import sc.fiji.rewardanalysis.core.workflow.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.many.SeriesFrame;
import sc.fiji.rewardanalysis.core.workflow.many.SeriesLog;
import sc.fiji.rewardanalysis.core.workflow.many.SeriesResult;
import sc.fiji.rewardanalysis.core.workflow.many.SeriesRun;
import sc.fiji.rewardanalysis.core.workflow.many.SeriesSettings;
import sc.fiji.rewardanalysis.core.workflow.many.SeriesSource;

/**
 * The tables of docs/time-series.md: how well columns are linked and drift is found in simulated
 * series with known truth, and what a frame costs. With a file name it only writes the series of
 * the pictures there.
 */
public final class SeriesStudy {

	private static final double PIXEL = 0.015;

	private SeriesStudy() {}

	public static void main(final String... args) {
		if (args.length == 1) write(new File(args[0]));
		else {
			positions();
			images(256, 30);
			images(512, 12);
		}
	}

	private static SimulatedSeries.Settings settings(final String lattice, final int size,
		final int frames, final double vacancies, final double errors, final long seed)
	{
		return new SimulatedSeries.Settings(Lattices.get(lattice), PIXEL, size, frames, 0.2, 0.1, 0.1, Set
			.of(5, 12, 22), Set.of(9), vacancies, 0.03, errors, errors, 0.05, 0.1, seed);
	}

	/** Positions with errors that are known, and the images for the translations alone. */
	private static void positions() {
		System.out.println("| crystal | vacancies | missing and false in a frame | images | precision of links | recall | largest drift error | ambiguous drifts | wrong drifts | wrong, though said to be clear |");
		System.out.println("|---|---|---|---|---|---|---|---|---|---|");
		for (final String lattice : List.of("YBa2Cu3O7-100", "SrTiO3-001", "Fe-100"))
			for (final double vacancies : new double[] { 0, 0.01, 0.02 })
				for (final boolean withImages : new boolean[] { true, false })
					row(lattice, vacancies, 0.05, withImages);
		row("YBa2Cu3O7-100", 0.02, 0.1, true);
		row("YBa2Cu3O7-100", 0.02, 0.2, true);
	}

	private static void row(final String lattice, final double vacancies, final double errors,
		final boolean withImages)
	{
		double precision = 0, recall = 0, worst = 0;
		int ambiguous = 0, wrong = 0, misled = 0, all = 0;
		final int seeds = 5;
		for (int seed = 1; seed <= seeds; seed++) {
			final SimulatedSeries series = new SimulatedSeries(settings(lattice, 256, 30, vacancies, errors,
				seed));
			final TrackedSeries tracked = TrackedSeries.of(series, withImages, 2);
			precision += tracked.precision() / seeds;
			recall += tracked.recall() / seeds;
			worst = Math.max(worst, tracked.worstDrift());
			for (final FrameDrift d : tracked.drifts()) {
				if (d.reference() < 0 || !d.drift().isFound()) continue;
				all++;
				final boolean isWrong = Math.hypot(d.drift().dx() - series.totalX(d.frame()) + series.totalX(d
					.reference()), d.drift().dy() - series.totalY(d.frame()) + series.totalY(d.reference())) > 0.4 *
						series.settings().spacing();
				if (d.drift().isAmbiguous()) ambiguous++;
				if (isWrong) wrong++;
				if (isWrong && !d.drift().isAmbiguous()) misled++;
			}
		}
		System.out.printf(Locale.ROOT,
			"| %s | %.0f %% | %.0f %% | %s | %.4f | %.4f | %.2f px | %d of %d | %d | %d |%n", lattice, 100 *
				vacancies, 100 * errors, withImages ? "yes" : "no", precision, recall, worst, ambiguous, all, wrong,
			misled);
	}

	/** The whole way, from images. */
	private static void images(final int size, final int frames) {
		final SimulatedSeries series = new SimulatedSeries(settings("YBa2Cu3O7-100", size, frames, 0.02, 0,
			1));
		final AtomFindingSettings finding = AtomFindingSettings.of(Lattices.get("YBa2Cu3O7-100"), PIXEL);
		final SeriesResult result = new SeriesRun(source(series), new SeriesSettings(finding,
			SearchEngine.AUTO, new StopRule(60, false), Pick.EUCLIDEAN, 1, Refinement.GAUSSIAN, new FitOptions(
				false, true), SeriesSettings.track(finding, 0, 2))).run(SeriesLog.NONE, Progress.NONE, f -> {});
		double worst = 0, first = 0, later = 0;
		int followed = 0;
		for (final SeriesFrame f : result.frames()) {
			final FrameLinks links = result.trajectories().frames().get(f.index());
			if (links.isLinked()) worst = Math.max(worst, Math.hypot(links.totalX() - series.totalX(f.index()),
				links.totalY() - series.totalY(f.index())));
			if (f.index() == 0) first = f.seconds();
			else if (f.search().startsWith("followed")) {
				later += f.seconds();
				followed++;
			}
		}
		System.out.printf(Locale.ROOT,
			"%n%d x %d px, %d frames: largest drift error %.3f px; %d frames followed; a followed frame with refinement and drift takes %.1f %% of the first one (%.2f s).%n",
			size, size, frames, worst, followed, 100 * later / followed / first, first);
		result.frames().forEach(f -> System.out.printf(Locale.ROOT, "frame %d: %s, %d atoms, %.2f s%n", f
			.index() + 1, f.search(), f.atoms().size(), f.seconds()));
	}

	private static SeriesSource source(final SimulatedSeries series) {
		return new SeriesSource() {

			@Override
			public int size() {
				return series.settings().frames();
			}

			@Override
			public Area area() {
				return series.area();
			}

			@Override
			public Frame read(final int index) {
				return new Frame(series.image(index), "");
			}
		};
	}

	private static void write(final File file) {
		final SimulatedSeries series = new SimulatedSeries(settings("YBa2Cu3O7-100", 256, 30, 0.02, 0, 1));
		final ImageStack stack = new ImageStack(256, 256);
		for (int f = 0; f < series.settings().frames(); f++) {
			final Img<FloatType> image = series.image(f);
			final float[] pixels = new float[256 * 256];
			int i = 0;
			for (final FloatType value : image)
				pixels[i++] = value.get();
			stack.addSlice(new FloatProcessor(256, 256, pixels));
		}
		final ImagePlus image = new ImagePlus("series", stack);
		image.setDimensions(1, 1, series.settings().frames());
		image.getCalibration().pixelWidth = PIXEL;
		image.getCalibration().pixelHeight = PIXEL;
		image.getCalibration().setUnit("nm");
		image.getCalibration().frameInterval = 0.5;
		image.getCalibration().setTimeUnit("s");
		IJ.saveAsTiff(image, file.getPath());
	}
}
