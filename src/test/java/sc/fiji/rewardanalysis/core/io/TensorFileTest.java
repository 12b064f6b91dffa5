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

package sc.fiji.rewardanalysis.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.training.Tensor;
import sc.fiji.rewardanalysis.core.training.TrainingHistory;
import sc.fiji.rewardanalysis.core.training.TrainingState;

class TensorFileTest {

	private static TensorFile some() {
		final Map<String, Tensor> tensors = new LinkedHashMap<>();
		tensors.put("b/weight", Tensor.normal(new SplittableRandom(1), 1, 2, 3));
		tensors.put("a", new Tensor(new long[0], new float[] { Float.NaN }));
		tensors.put("empty", new Tensor(new long[] { 0, 4 }, new float[0]));
		return new TensorFile(Map.of("about", "ä \"quoted\""), tensors);
	}

	@Test
	void whatIsWrittenIsRead(@TempDir final Path folder) {
		final Path file = folder.resolve("some.safetensors");
		some().write(file);
		final TensorFile read = TensorFile.read(file);
		assertEquals(some(), read);
		assertEquals(List.of("b/weight", "a", "empty"), List.copyOf(read.tensors().keySet()));
	}

	/** The example of the format's description, byte for byte. */
	@Test
	void theFormatIsSafetensors() {
		final byte[] bytes = new TensorFile(Map.of(), Map.of("t", new Tensor(new long[] { 2 },
			new float[] { 1, -2 }))).bytes();
		final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		final int length = (int) buffer.getLong();
		assertEquals(0, length % 8);
		assertEquals("{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", new String(
			bytes, 8, length, StandardCharsets.UTF_8).strip());
		assertEquals(1f, buffer.getFloat(8 + length));
		assertEquals(-2f, buffer.getFloat(12 + length));
		assertEquals(16 + length, bytes.length);
	}

	@Test
	void otherFilesAreRefused(@TempDir final Path folder) throws Exception {
		for (final byte[] bytes : List.of(new byte[0], "PK\3\4 not one".getBytes(
			StandardCharsets.US_ASCII), new byte[100], header("[]"), header("{\"t\":3}"), header(
				"{\"t\":{}}")))
		{
			final Path file = folder.resolve("other");
			Files.write(file, bytes);
			final String message = assertThrows(RewardAnalysisException.class, () -> TensorFile.read(
				file)).getMessage();
			assertTrue(message.contains("safetensors"), message);
		}
		assertTrue(assertThrows(RewardAnalysisException.class, () -> TensorFile.read(folder.resolve(
			"none"))).getMessage().contains("choose a file that exists"));
	}

	private static byte[] header(final String json) {
		final byte[] text = json.getBytes(StandardCharsets.UTF_8);
		return ByteBuffer.allocate(8 + text.length).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length)
			.put(text).array();
	}

	@Test
	void damagedFilesAreRefused() {
		final byte[] whole = some().bytes();
		final SplittableRandom random = new SplittableRandom(2);
		for (int i = 0; i < 2000; i++) {
			final byte[] bytes = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
			if (random.nextBoolean()) bytes[random.nextInt(bytes.length)] ^= 1 << random.nextInt(8);
			try {
				TensorFile.of(bytes, "file");
			}
			catch (final RewardAnalysisException e) {
				assertTrue(e.getMessage().startsWith("file "), e.getMessage());
			}
		}
		assertTrue(assertThrows(RewardAnalysisException.class, () -> TensorFile.of(Arrays.copyOf(whole,
			whole.length - 1), "file")).getMessage().contains("cut off"));
		for (final String shape : List.of("[3]", "[-1]", "[99999999999]", "[65536,65536,65536]"))
			assertThrows(RewardAnalysisException.class, () -> TensorFile.of(header(
				"{\"t\":{\"dtype\":\"F32\",\"shape\":" + shape + ",\"data_offsets\":[0,0]}}"), "file"));
		assertTrue(assertThrows(RewardAnalysisException.class, () -> TensorFile.of(header(
			"{\"t\":{\"dtype\":\"F16\",\"shape\":[0],\"data_offsets\":[0,0]}}"), "file")).getMessage()
				.contains("32-bit"));
	}

	@Test
	void aTrainingsStateIsReadAsItWas(@TempDir final Path folder) {
		final Map<String, Tensor> weights = Map.of("w", Tensor.normal(new SplittableRandom(3), 1, 4));
		final TrainingState state = new TrainingState(Map.of("network", "test", "seed", "7"),
			TrainingHistory.of("loss", "f1").with(List.of(0.1 + 0.2, Double.NaN)), 12, weights, Map.of("w",
				Tensor.filled(1, 4)), Map.of("w", Tensor.filled(2, 4)));
		final Path file = folder.resolve("state.safetensors");
		TrainingFile.write(state, file);
		assertEquals(state, TrainingFile.read(file));
		TrainingFile.network(state).write(file);
		assertEquals(new TrainingState(state.about(), state.history(), 12, weights, Map.of(), Map.of()),
			TrainingFile.read(file));
		some().write(file);
		assertTrue(assertThrows(RewardAnalysisException.class, () -> TrainingFile.read(file)).getMessage()
			.contains("no training"));
		assertArrayEquals(new double[] { Double.NaN }, state.history().column("f1"));
	}
}
