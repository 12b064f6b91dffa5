package sc.fiji.rewardanalysis.validation;

import java.nio.file.Path;
import ij.IJ;
import ij.ImagePlus;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.estimate.*;
import sc.fiji.rewardanalysis.core.lattice.*;
import sc.fiji.rewardanalysis.core.simulate.*;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import java.util.*;

public final class EstimateStudy {
	public static void main(final String... args) {
		if (args.length > 0) { real(args); return; }
		for (final String name : Lattices.names()) for (final double rotation : new double[] {0, 17}) for (final double noise : new double[] {0, 0.3}) {
			final Lattice lattice = Lattices.get(name);
			final double px = 0.015;
			final SimulatedImage s = ImageSimulator.simulate(SimulationParameters.builder(lattice).size(512,512).pixelSize(px).rotation(rotation).noise(noise).seed(7).build(), Progress.NONE);
			final long t0 = System.nanoTime();
			final PhysicsEstimate e = PhysicsEstimation.of(s.image(), sc.fiji.rewardanalysis.core.Area.image(512,512), Contrast.BRIGHT, Progress.NONE);
			show(name + " " + rotation + " " + noise, e, lattice, px, t0);
		}
	}
	static void real(final String... args) {
		for (final String a : args) {
			final String[] p = a.split("@");
			final ImagePlus image = IJ.openImage(p[0]);
			final AnalysedImage an = AnalysedImage.of(image);
			final long t0 = System.nanoTime();
			final PhysicsEstimate e = PhysicsEstimation.of(an.pixels(), an.area(), p.length > 3 ? Contrast.DARK : Contrast.BRIGHT, Progress.NONE);
			show(Path.of(p[0]).getFileName().toString(), e, p.length > 1 && !p[1].isEmpty() ? Lattices.get(p[1]) : null, p.length > 2 && !p[2].isEmpty() ? Double.parseDouble(p[2]) : Double.NaN, t0);
		}
	}
	static void show(final String name, final PhysicsEstimate e, final Lattice lattice, final double px, final long t0) {
		final double t = (System.nanoTime() - t0) * 1e-9;
		System.out.printf(Locale.ROOT, "== %s  %.2f s peaks %d strongest %.3g needed %.3g%n", name, t, e.peaks().size(), e.strongest(), e.needed());
		if (!e.hasLattice()) { System.out.println("  no lattice"); return; }
		System.out.printf(Locale.ROOT, "  a %.4f±%.4f b %.4f±%.4f angle %.3f±%.3f dir %.2f cols %.0f±%.1f grains %d dom %.2f sample %.3f dist %.2f noise %.3g%n", e.a().value(), e.a().sigma(), e.b().value(), e.b().sigma(), e.angle().value(), e.angle().sigma(), e.direction().value(), e.motif().count().value(), e.motif().count().sigma(), e.grains().size(), e.dominance(), e.sampleShare(), e.distortion(), e.noise());
		if (lattice != null) for (final CellMatch m : e.explainedBy(lattice, Double.NaN)) System.out.printf(Locale.ROOT, "   px %.6f±%.6f (true %.6f, z %.1f) whole %b shape %.4f bright %.2f cols %.1f aspect %.4f shear %.2f cost %.1f%n", m.pixelSize().value(), m.pixelSize().sigma(), px, (m.pixelSize().value() - px) / m.pixelSize().sigma(), m.isWhole(), m.shapeMisfit(), m.brightnessMisfit(), m.columns(), m.aspect(), m.shear(), m.cost());
		final StringBuilder b = new StringBuilder("   ");
		for (final CellMatch m : e.ranking(Lattices.names().stream().map(Lattices::get).toList(), px)) b.append(String.format(Locale.ROOT, "%s %.1f%% c%.1f; ", m.lattice().name(), 100 * m.misfit(), m.cost()));
		System.out.println(b);
	}
}
