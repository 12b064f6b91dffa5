package sc.fiji.rewardanalysis.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.crystal.Defect;
import sc.fiji.rewardanalysis.core.crystal.LatticeAnalysis;
import sc.fiji.rewardanalysis.core.crystal.LatticeMaps;
import sc.fiji.rewardanalysis.core.crystal.LatticeMarks;

/** A lattice's displacements, defects and strains for a page. */
public final class LatticePictures {

	private LatticePictures() {}

	/**
	 * The image with an arrow of each displacement, and marks of defects.
	 *
	 * @param scale by which arrows are longer than displacements
	 */
	public static BufferedImage displacements(final RandomAccessibleInterval<? extends RealType<?>> image,
		final LatticeAnalysis found, final double scale)
	{
		final GreyGround ground = new GreyGround(image);
		final Legend legend = new Legend(entries(found, scale), ground.width());
		final BufferedImage picture = new BufferedImage(ground.width(), ground.height() + legend.height(),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		ground.draw(g);
		g.setClip(0, 0, ground.width(), ground.height());
		final float width = ground.zoom() > 1 ? 2f : 1.2f;
		g.setColor(new Color(LatticeMarks.ARROW));
		g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		LatticeMarks.arrows(found, scale).forEach(line -> g.draw(path(line, ground.zoom())));
		g.setStroke(new BasicStroke(1.6f * width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
		for (final Defect d : found.defects()) {
			g.setColor(new Color(LatticeMarks.rgb(d.kind())));
			g.draw(path(LatticeMarks.mark(d, found), ground.zoom()));
		}
		if (found.picometres() > 0) ScaleBar.draw(g, ground.width(), ground.height(), found.settings().pixelSize() /
			ground.zoom());
		g.setClip(null);
		legend.draw(g, ground.height());
		g.dispose();
		return picture;
	}

	private static List<Legend.Entry> entries(final LatticeAnalysis found, final double scale) {
		final boolean pm = found.picometres() > 0;
		final List<Legend.Entry> entries = new ArrayList<>(List.of(new Legend.Entry(String.format(Locale.ROOT,
			"displacement × %s, median %.3g %s", LatticeMarks.words(scale), LatticeMarks.medianLength(
				found) * (pm ? found.picometres() : 1), pm ? "pm" : "px"),
			new Color(LatticeMarks.ARROW), true)));
		for (final Defect.Kind kind : Defect.Kind.values())
			if (found.count(kind) > 0) entries.add(new Legend.Entry(switch (kind) {
				case VACANCY -> "□ vacancy";
				case INTERSTITIAL -> "◇ interstitial";
				case DOUBLE -> "△ two on a site";
			} + " (" + found.count(kind) + ")", new Color(LatticeMarks.rgb(kind)), true));
		return entries;
	}

	private static Path2D path(final double[] line, final double zoom) {
		final Path2D path = new Path2D.Double();
		for (int i = 0; i < line.length; i += 2) {
			// A pixel's centre is half a pixel from the corner where Java2D counts from.
			final double x = (line[i] + 0.5) * zoom, y = (line[i + 1] + 0.5) * zoom;
			if (i == 0) path.moveTo(x, y);
			else path.lineTo(x, y);
		}
		return path;
	}

	/**
	 * The maps of strain and rotation, two in a row, each with its colours; strains have one
	 * range.
	 */
	public static BufferedImage strains(final List<LatticeMaps.Layer> layers, final int width,
		final int height, final double pixelSize)
	{
		final List<LatticeMaps.Layer> shown = layers.stream().filter(LatticeMaps.Layer::isStrain).toList();
		final double range = LatticeMaps.largest(shown.stream().filter(l -> l.unit().equals("%")).toList());
		final List<BufferedImage> panels = shown.stream().map(layer -> HeatPicture.drawAroundZero(layer.values(), width,
			height, layer.symbol() + " (" + layer.unit() + ")", pixelSize, layer.unit().equals("%") ? range : LatticeMaps
				.largest(List.of(layer)))).toList();
		return Pictures.inRows(panels, 2, panels.isEmpty() ? 0 : panels.get(0).getWidth() / 40);
	}

	/**
	 * Writes {@code displacement.png} and {@code strain.png}.
	 *
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static void write(final Path folder,
		final RandomAccessibleInterval<? extends RealType<?>> image, final LatticeAnalysis found,
		final List<LatticeMaps.Layer> layers, final double scale, final Progress progress)
	{
		Pictures.writeForPrint(folder.resolve("displacement.png"), () -> displacements(image, found, scale),
			progress);
		Pictures.writeForPrint(folder.resolve("strain.png"), () -> strains(layers, (int) image.dimension(0),
			(int) image.dimension(1), found.settings().pixelSize()), progress);
	}
}
