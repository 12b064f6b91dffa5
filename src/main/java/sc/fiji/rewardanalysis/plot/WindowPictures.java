package sc.fiji.rewardanalysis.plot;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowMaps;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowResult;

/** Pictures of atom finding in windows: {@code overlay.png} and {@code windows.png}. */
public final class WindowPictures {

	/** The files. */
	public static final List<String> NAMES = List.of("overlay.png", "windows.png");

	/** The maps that are drawn, row by row. */
	private static final List<String> SHOWN = List.of("min_sigma", "threshold", "overlap", "QC", "ER",
		"confidence");

	private static final int COLUMNS = 3, GAP = 24;

	private WindowPictures() {}

	/**
	 * Writes both, in place of those of an earlier run.
	 *
	 * @param image the analysed box
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static void write(final Path folder,
		final RandomAccessibleInterval<? extends RealType<?>> image, final WindowResult result,
		final RefinedAtoms refined, final WindowMaps maps, final Progress progress)
	{
		final double pixelSize = result.parts().whole().physics().pixelSize();
		Pictures.writeForPrint(folder.resolve(NAMES.get(0)), () -> OverlayPicture.draw(image, refined
			.blobs(), result.errors(), pixelSize), progress);
		Pictures.writeForPrint(folder.resolve(NAMES.get(1)), () -> maps(maps, pixelSize), progress);
	}

	/**
	 * Parameters, errors and confidence side by side, each in its own colours; grey where there
	 * are none.
	 *
	 * @param pixelSize of the image, nm
	 */
	public static BufferedImage maps(final WindowMaps maps, final double pixelSize) {
		final List<BufferedImage> all = SHOWN.stream().map(maps::get).map(m -> HeatPicture.drawRange(m
			.values(), maps.width(), maps.height(), m.label(), pixelSize * maps.block())).toList();
		return Pictures.inRows(all, COLUMNS, GAP);
	}
}
