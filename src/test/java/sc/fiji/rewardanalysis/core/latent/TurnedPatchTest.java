package sc.fiji.rewardanalysis.core.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.rewardanalysis.core.training.Tensor;

class TurnedPatchTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5, 12 })
	void fourQuarterTurnsAreNone(final int size) {
		final float[] patch = Tensor.normal(new SplittableRandom(size), 1, size * size).values();
		final float[] quarter = TurnedPatch.of(patch, size, Math.PI / 2);
		// from x towards y: the top right corner becomes the bottom right one
		assertEquals(patch[size - 1], quarter[size * size - 1], 1e-5);
		float[] turned = patch;
		for (int i = 0; i < 4; i++)
			turned = TurnedPatch.of(turned, size, Math.PI / 2);
		assertArrayEquals(patch, turned, 1e-5f);
		assertArrayEquals(patch, TurnedPatch.of(patch, size, 0), 0);
	}

	/** Bilinear interpolation is exact for a slope; within the disc nothing comes in from outside. */
	@Test
	void aSlopeTurns() {
		final int size = 11;
		final double angle = 0.7, centre = 5;
		final float[] slope = new float[size * size];
		for (int i = 0; i < slope.length; i++)
			slope[i] = (float) (i % size - centre);
		final float[] turned = TurnedPatch.of(slope, size, angle);
		for (int y = 0; y < size; y++)
			for (int x = 0; x < size; x++)
				if (Math.hypot(x - centre, y - centre) <= centre) assertEquals((x - centre) * Math.cos(angle) +
					(y - centre) * Math.sin(angle), turned[y * size + x], 1e-5);
	}
}
