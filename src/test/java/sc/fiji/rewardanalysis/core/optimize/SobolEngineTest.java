package sc.fiji.rewardanalysis.core.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class SobolEngineTest {

	/** 2^k points put one into each of 2^k equal slices of every axis. */
	@Test
	void fillsEverySliceOfEveryAxis() {
		for (int seed = 0; seed < 10; seed++) {
			final ShiftedSobol sequence = new ShiftedSobol(5, new SplittableRandom(seed));
			final int[][] count = new int[5][64];
			for (int i = 0; i < 64; i++) {
				final double[] point = sequence.next();
				for (int axis = 0; axis < 5; axis++)
					count[axis][(int) (64 * point[axis])]++;
			}
			for (final int[] slices : count)
				for (final int n : slices)
					assertEquals(1, n);
		}
	}

	/** In two dimensions also each of 2^k rectangles of any shape: a (0, k, 2)-net. */
	@Test
	void isANetInThePlane() {
		final ShiftedSobol sequence = new ShiftedSobol(2, new SplittableRandom(3));
		final double[][] points = new double[64][];
		for (int i = 0; i < 64; i++)
			points[i] = sequence.at(i);
		for (int columns = 1; columns <= 64; columns *= 2) {
			final int rows = 64 / columns;
			final int[] count = new int[64];
			for (final double[] p : points)
				count[(int) (columns * p[0]) * rows + (int) (rows * p[1])]++;
			for (final int n : count)
				assertEquals(1, n);
		}
	}

	@Test
	void aStudyGetsTheSequenceOfItsSeed() {
		final Study study = Problems.ZDT1.study(new SobolEngine(), 11);
		final ShiftedSobol sequence = new ShiftedSobol(3, Seeds.of(11));
		for (int i = 0; i < 20; i++)
			assertArrayEquals(sequence.next(), study.ask().unit());
	}

	@Test
	void seedsAndTrialsDifferInTheirRandomNumbers() {
		assertEquals(Seeds.of(1, 2).nextLong(), Seeds.of(1, 2).nextLong());
		assertNotEquals(Seeds.of(1, 2).nextLong(), Seeds.of(1, 3).nextLong());
		assertNotEquals(Seeds.of(1, 2).nextLong(), Seeds.of(2, 2).nextLong());
		assertNotEquals(Seeds.of(1, 0).nextLong(), Seeds.of(1).nextLong());
	}
}
