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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import net.imglib2.algorithm.fft2.FFTConvolution;
import net.imglib2.algorithm.localextrema.LocalExtrema;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.complex.ComplexFloatType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The steps of TrackMate's LoG detector at one scale, by the same calls of
 * imglib2-algorithm: copy, convolution with a LoG kernel by Fourier transform, local
 * maxima. Prints the median time in milliseconds.
 * <p>
 * Usage: {@code TrackMateRecipe.java raw-floats size threads}
 */
public class TrackMateRecipe {

	private static final double SIGMA = 3;
	private static final float THRESHOLD = 0.05f;

	public static void main(final String... args) throws Exception {
		final int size = Integer.parseInt(args[1]), threads = Integer.parseInt(args[2]);
		final float[] pixels = new float[size * size];
		ByteBuffer.wrap(Files.readAllBytes(Path.of(args[0]))).order(ByteOrder.LITTLE_ENDIAN)
			.asFloatBuffer().get(pixels);
		final ExecutorService service = Executors.newFixedThreadPool(threads);
		final double[] times = new double[25];
		for (int i = 0; i < times.length; i++) {
			final long start = System.nanoTime();
			detect(pixels, size, service);
			times[i] = (System.nanoTime() - start) * 1e-6;
		}
		service.shutdown();
		// The first ones warm the compiler up.
		final double[] warm = Arrays.copyOfRange(times, 10, times.length);
		Arrays.sort(warm);
		System.out.println(warm[warm.length / 2]);
	}

	private static int detect(final float[] pixels, final int size, final ExecutorService service)
		throws Exception
	{
		final Img<FloatType> copy = ArrayImgs.floats(pixels.clone(), size, size);
		final FFTConvolution<FloatType> convolution = new FFTConvolution<>(copy, kernel(),
			new ArrayImgFactory<>(new ComplexFloatType()), service);
		convolution.convolve();
		return LocalExtrema.findLocalExtrema(copy, new LocalExtrema.MaximumCheck<>(new FloatType(
			THRESHOLD)), service).size();
	}

	private static Img<FloatType> kernel() {
		final int half = (int) (3 * SIGMA + 0.5) + 2, width = 2 * half + 1;
		final float[] values = new float[width * width];
		for (int i = 0; i < values.length; i++) {
			final double dx = i % width - half, dy = i / width - half;
			final double r2 = (dx * dx + dy * dy) / (SIGMA * SIGMA);
			values[i] = (float) ((2 - r2) * Math.exp(-r2 / 2) / (2 * Math.PI * SIGMA * SIGMA));
		}
		return ArrayImgs.floats(values, width, width);
	}
}
