package sc.fiji.rewardanalysis.core.network;

import java.util.List;

import sc.fiji.rewardanalysis.core.Position;

/**
 * A square picture of columns and what a network shall make of it.
 *
 * @param size of a side, px
 * @param image {@code [y * size + x]}, mean 0, standard deviation 1; shared, not to be changed
 * @param target {@link ColumnTarget} of the columns; shared, not to be changed
 * @param columns whose centre is in the picture, px, pixel centres at integers
 * @param lattice name of the crystal
 * @param spacing distance of nearest columns of the perfect crystal, px
 * @param noise standard deviation of the noise on the picture from 0 to 1
 */
public record TrainingScene(int size, float[] image, float[] target, List<Position> columns,
	String lattice, double spacing, double noise)
{

	public TrainingScene {
		columns = List.copyOf(columns);
	}
}
