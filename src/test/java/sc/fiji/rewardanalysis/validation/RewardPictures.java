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

package sc.fiji.rewardanalysis.validation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.plot.Pictures;

/**
 * Makes the pictures of {@code docs/rewards.md}: two images whose count alone misleads. Of all
 * parameter sets of {@link RewardSample} that have no count error the one of the smallest F1 is
 * shown, beside what the search picks. Prints the captions. Usage:
 * {@code RewardPictures docs/images}, or with {@code --data FOLDER} after it also the references
 * of the real images, to be looked at.
 */
public final class RewardPictures {

	private static final Color HIT = new Color(0x56B4E9), ALARM = new Color(0xD55E00), MISS = new Color(
		0xF0E442);
	private static final int ZOOM = 2, CAPTION = 58, GAP = 8;

	private static final RewardRule COUNT = RewardRule.of("QC band");

	private RewardPictures() {}

	/** Atoms, and where they count. */
	private record Panel(String title, RewardScene scene, List<Blob> atoms, Area area, double qc,
		double er)
	{

		private Match match() {
			return Matching.match(atoms, scene.truth(), 0.25 * scene.spacing(), area.inset(scene.spacing() /
				2));
		}

		private String numbers() {
			return String.format(Locale.ROOT, "QC %.3f, ER %.3f, F1 %.2f", qc, er, match().f1());
		}
	}

	public static void main(final String... args) {
		final Path folder = Path.of(args[0]);
		final RewardScene noisy = RewardScene.simulated(2, 2).stream().filter(s -> s.crystal().equals(
			"SrTiO3-001") && s.condition().equals("noise 0.5")).findFirst().orElseThrow();
		final RewardScene particle = RewardScene.inVacuum(2, 2).stream().filter(s -> s.crystal().equals(
			"SrTiO3-001")).findFirst().orElseThrow();
		write(folder, "reward-noise.png", List.of(count(noisy), searched("QC + ER, then lattice residual",
			noisy, noisy.area())));
		write(folder, "reward-vacuum.png", List.of(count(particle), searched("QC + ER", particle, particle
			.area()), searched("QC + ER, the particle selected", particle, RewardScene.particle())));
		if (args.length < 3) return;
		for (final RewardScene s : new RewardRealImages(System.out, Path.of(args[2])).scenes())
			write(folder, s.condition().replace(".tif", "_reference.png"), List.of(searched(s.condition(), s, s
				.area())));
	}

	/** The least F1 that a count without error may have. */
	private static Panel count(final RewardScene scene) {
		final RewardSample sample = new RewardSample(scene, 5, 24);
		final int[] tied = COUNT.picks(sample);
		final int worst = Arrays.stream(tied).boxed().min(Comparator.<Integer> comparingDouble(i -> sample.f1(i))
			.thenComparingInt(i -> i)).orElseThrow();
		System.out.println(String.format(Locale.ROOT,
			"%s: %d of %d parameter sets have the least count error; their F1 is %.2f to %.2f, the median %.2f.", scene
				.condition(), tied.length, sample.size(), sample.f1(worst), Arrays.stream(tied).mapToDouble(
					sample::f1).max().orElseThrow(), MarkdownTable.median(Arrays.stream(tied).mapToDouble(
						sample::f1).toArray())));
		final List<Blob> atoms = RewardSample.detector(scene).blobs(sample.parameters(worst), Progress.NONE);
		return new Panel("The count alone", scene, atoms, scene.area(), sample.rewards(worst)[0], sample
			.rewards(worst)[SampledRewards.NAMES.indexOf("ER")]);
	}

	private static Panel searched(final String title, final RewardScene scene, final Area area) {
		final RewardVerdict v = RewardVerdict.of(scene, area);
		if (!v.doubts().isEmpty()) System.out.println(scene.condition() + ", " + title + ": " + v.doubts());
		return new Panel(title, scene, v.solution().atoms().atoms(), area, v.reward("QC"), v.reward("ER"));
	}

	private static void write(final Path folder, final String name, final List<Panel> panels) {
		panels.forEach(p -> System.out.println(name + ": " + p.title + ": " + p.numbers()));
		final int w = ZOOM * (int) panels.get(0).scene.image().dimension(0);
		final int h = ZOOM * (int) panels.get(0).scene.image().dimension(1);
		final BufferedImage picture = new BufferedImage(panels.size() * (w + GAP) - GAP, h + CAPTION,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		for (final Panel p : panels) {
			draw((Graphics2D) g.create(0, 0, w, h + CAPTION), p, w, h);
			g.translate(w + GAP, 0);
		}
		g.dispose();
		Pictures.write(folder.resolve(name), picture);
	}

	private static void draw(final Graphics2D g, final Panel p, final int w, final int h) {
		g.drawImage(grey(p.scene), 0, 0, w, h, null);
		g.clipRect(0, 0, w, h);
		g.setStroke(new BasicStroke(1.8f));
		final int[] partner = p.match().partner();
		final boolean[] found = new boolean[p.scene.truth().size()];
		final Area counted = p.area.inset(p.scene.spacing() / 2);
		final double r = 0.3 * p.scene.spacing();
		for (int i = 0; i < partner.length; i++) {
			if (partner[i] >= 0) found[partner[i]] = true;
			// Nobody is blamed for what is at the border.
			if (partner[i] >= 0 || counted.contains(p.atoms.get(i))) mark(g, p.atoms.get(i), r,
				partner[i] >= 0 ? HIT : ALARM);
		}
		for (int i = 0; i < found.length; i++)
			if (!found[i] && counted.contains(p.scene.truth().get(i))) mark(g, p.scene.truth().get(i), r,
				MISS);
		g.setClip(null);
		g.setColor(Color.BLACK);
		g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
		g.drawString(p.title, 2, h + 23);
		g.setFont(g.getFont().deriveFont(Font.PLAIN));
		g.drawString(p.numbers(), 2, h + 49);
		g.dispose();
	}

	/** Shapes differ as well as colours. */
	private static void mark(final Graphics2D g, final Position at, final double radius,
		final Color colour)
	{
		final double x = (at.x() + 0.5) * ZOOM, y = (at.y() + 0.5) * ZOOM, r = radius * ZOOM;
		g.setColor(colour);
		if (colour == HIT) g.draw(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
		else if (colour == MISS) g.draw(new Rectangle2D.Double(x - r, y - r, 2 * r, 2 * r));
		else {
			g.draw(new Line2D.Double(x - r, y - r, x + r, y + r));
			g.draw(new Line2D.Double(x - r, y + r, x + r, y - r));
		}
	}

	private static BufferedImage grey(final RewardScene scene) {
		final int w = (int) scene.image().dimension(0), h = (int) scene.image().dimension(1);
		final double[] values = new double[w * h];
		int i = 0;
		for (final FloatType v : scene.image())
			values[i++] = v.getRealDouble();
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		final double low = sorted[sorted.length / 500], high = sorted[sorted.length - 1 - sorted.length /
			500];
		final BufferedImage grey = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
		for (int k = 0; k < values.length; k++) {
			final int level = (int) Math.max(0, Math.min(255, 255 * (values[k] - low) / (high - low)));
			grey.setRGB(k % w, k / w, level * 0x010101);
		}
		return grey;
	}
}
