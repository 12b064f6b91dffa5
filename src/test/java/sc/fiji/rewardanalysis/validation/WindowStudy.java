package sc.fiji.rewardanalysis.validation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowGrid;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowLog;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowOutcome;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowResult;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowSearch;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowSettings;

public final class WindowStudy {

	private static final double TOLERANCE = 0.05, RIM = 0.1;

	public static void main(final String... args) {
		final int size = Integer.parseInt(args[0]);
		final int seeds = Integer.parseInt(args[1]);
		final PrintStream out = System.out;
		final String lattice = args[2];
		final double tol = Double.parseDouble(args[5]); final double px = Double.parseDouble(args[3]);
		out.println("case,seed,size,margin,F1 whole,F1 windows,fp,fn,rmsd,fpw,fnw,rmsdw,own,whole,neigh,sec");
		for (int kase = 1; kase < 7; kase++)
			for (int seed = 1; seed <= seeds; seed++) {
				final SimulationParameters.Builder b = SimulationParameters.builder(Lattices.get(lattice)).size(size, size).pixelSize(px).noise(0.1).sigma(Double.parseDouble(args[4]),Double.parseDouble(args[4])).seed(seed);
				switch (kase) {
					case 6: b.defocusGradient(0.1); break;
					case 0: b.noise(0.2); break;
					case 1: b.thicknessGradient(0.6).noise(0.4).noiseGradient(0.95); break;
					case 2: b.noise(0.5).noiseGradient(0.95); break;
					case 3: b.defocusGradient(0.05); break;
					case 4: b.defocusGradient(0.05).noise(0.3).noiseGradient(0.95); break;
					default: b.thicknessGradient(0.6).defocusGradient(0.04).noise(0.3).noiseGradient(0.95);
				}
				final SimulatedImage image = ImageSimulator.simulate(b.build(), Progress.NONE);
				final Area area = Area.image(size, size);
				final AtomFindingTask whole = new AtomFindingTask(image.image(), area, AtomFindingSettings.of(Lattices.get(lattice), px), Progress.NONE);
				long t = System.nanoTime();
				final var r = whole.search().run(SearchEngine.AUTO, new StopRule(60, false), 1, Progress.NONE);
				final Evaluation e = whole.pick(r.study(), Pick.EUCLIDEAN).orElseThrow();
				final double tw = (System.nanoTime() - t) * 1e-9;
				final Match a = Matching.match(whole.solution(e, Progress.NONE).atoms().atoms(), image.columns(), tol / px, area.inset(RIM / px));
				for (final int columns : new int[] { 120 })
					for (final double margin : new double[] { 0 }) {
						t = System.nanoTime();
						final int w = (int) Math.ceil(Math.sqrt(columns / Lattices.get(lattice).columnDensity()) / px + whole.spacing());
						final WindowGrid grid = WindowGrid.of(area, w, w / 2);
						final WindowSearch search = new WindowSearch(whole, e, grid, new WindowSettings(SearchEngine.AUTO, 60, true, Pick.EUCLIDEAN, 1), Progress.NONE);
						final WindowResult res = search.run(WindowLog.NONE, Progress.NONE);
						final Match m = Matching.match(res.blobs(), image.columns(), tol / px, area.inset(RIM / px));
						out.println(String.format(Locale.ROOT, "%d,%d,%d,%7.2f | %.4f,%.4f | %d %d %.4f, %d %d %.4f, %d %d %d of %d,%.1f %.1f", kase, seed, columns, margin, a.f1(), m.f1(), a.falsePositives(), a.falseNegatives(), a.rmsd() * px, m.falsePositives(), m.falseNegatives(), m.rmsd() * px, res.from(WindowOutcome.Source.OWN), res.from(WindowOutcome.Source.WHOLE), res.from(WindowOutcome.Source.NEIGHBOUR), grid.windows().size(), tw, (System.nanoTime() - t) * 1e-9));
					}
			}
	}
}
