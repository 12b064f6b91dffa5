package sc.fiji.rewardanalysis;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;

/** Small images of YBa2Cu3O7 for tests: 128 × 128 px, about 49 columns. */
public final class Ybco {

	public static final Lattice LATTICE = Lattices.get("YBa2Cu3O7-100");

	/** nm per px. */
	public static final double PIXEL = 0.015;

	public static final int SIZE = 128;

	public static final Area AREA = Area.image(SIZE, SIZE);

	private Ybco() {}

	/** An image with Gaussian noise of standard deviation 0.1. */
	public static SimulatedImage image() {
		return ImageSimulator.simulate(SimulationParameters.builder(LATTICE).size(SIZE, SIZE).pixelSize(
			PIXEL).noise(0.1).seed(1).build(), Progress.NONE);
	}

	/** Finding the atoms of such an image with everything derived. */
	public static AtomFindingTask task() {
		return task(AtomFindingSettings.of(LATTICE, PIXEL));
	}

	/** Finding the atoms of such an image. */
	public static AtomFindingTask task(final AtomFindingSettings settings) {
		return new AtomFindingTask(image().image(), AREA, settings, Progress.NONE);
	}
}
