package sc.fiji.rewardanalysis.core.simulate;

import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A simulated image with its truth.
 *
 * @param image width × height; without noise it runs from 0 to 1
 * @param columns the columns whose centre lies in the image, from top to bottom;
 *          their neighbours outside shine in too
 * @param amorphous the amorphous zones row by row, {@code amorphous[y * width +
 *          x]}, nowhere true if there are none; shared, not to be changed
 * @param parameters what it was made from
 */
public record SimulatedImage(Img<FloatType> image, List<Column> columns, boolean[] amorphous,
	SimulationParameters parameters)
{

	public SimulatedImage {
		columns = List.copyOf(columns);
	}
}
