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

package sc.fiji.rewardanalysis.core.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What an ONNX file says of its inputs: as much of the protocol buffer {@code onnx.proto} as
 * that takes. Nothing is run.
 */
public final class OnnxInputs {

	/** Fields of ModelProto, GraphProto, ValueInfoProto, TypeProto, TensorShapeProto. */
	private static final int GRAPH = 7, INITIALIZER = 5, INPUT = 11, NAME = 1, TYPE = 2, TENSOR = 1,
			ELEMENT = 1, SHAPE = 2, DIMENSION = 1, VALUE = 1, TENSOR_NAME = 8;

	private static final int VARINT = 0, FIXED64 = 1, BYTES = 2, FIXED32 = 5;

	/**
	 * An input.
	 *
	 * @param element type of its values; 1 is 32-bit floats
	 * @param shape its lengths; -1 for those that are free
	 */
	public record Input(String name, int element, List<Long> shape) {}

	private final List<Input> inputs = new ArrayList<>();
	private final Set<String> weights = new HashSet<>();
	private boolean graph;

	private OnnxInputs(final ByteBuffer model) {
		fields(model, (field, value, bytes) -> {
			if (field != GRAPH || bytes == null) return;
			graph = true;
			fields(bytes, (inner, v, b) -> {
				if (inner == INITIALIZER && b != null) fields(b, (f, w, n) -> {
					if (f == TENSOR_NAME && n != null) weights.add(text(n));
				});
				if (inner == INPUT && b != null) inputs.add(input(b));
			});
		});
	}

	/**
	 * The inputs that a user must give.
	 *
	 * @throws RewardAnalysisException if it is no ONNX file, or damaged
	 */
	public static List<Input> read(final Path file) {
		try {
			final OnnxInputs found = of(file);
			if (found.graph) return found.inputs.stream().filter(i -> !found.weights.contains(i.name()))
				.toList();
		}
		catch (final IOException | RuntimeException exc) {
			throw new RewardAnalysisException(exc, "%s is damaged or cut short; copy or export it again.", file
				.getFileName());
		}
		throw new RewardAnalysisException("%s is no ONNX file; choose another.", file.getFileName());
	}

	/** Whether a file is one, as far as can be told. */
	static boolean isModel(final Path file) {
		try {
			return of(file).graph;
		}
		catch (final IOException | RuntimeException exc) {
			// What isn't a protocol buffer ends anywhere.
			return false;
		}
	}

	private static OnnxInputs of(final Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file)) {
			return new OnnxInputs(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
		}
	}

	private interface Field {

		/** @param bytes of a message or text, else null */
		void found(int number, long value, ByteBuffer bytes);
	}

	private static void fields(final ByteBuffer from, final Field each) {
		while (from.hasRemaining()) {
			final long key = varint(from);
			final int number = (int) (key >>> 3);
			switch ((int) (key & 7)) {
				case VARINT -> each.found(number, varint(from), null);
				case FIXED64 -> each.found(number, from.getLong(), null);
				case FIXED32 -> each.found(number, from.getInt(), null);
				case BYTES -> {
					final int length = Math.toIntExact(varint(from));
					each.found(number, 0, from.slice(from.position(), length));
					from.position(from.position() + length);
				}
				default -> throw new RewardAnalysisException("This is no protocol buffer.");
			}
		}
	}

	private static long varint(final ByteBuffer from) {
		long value = 0;
		for (int shift = 0; shift < 64; shift += 7) {
			final byte b = from.get();
			value |= (long) (b & 0x7f) << shift;
			if (b >= 0) return value;
		}
		throw new RewardAnalysisException("This is no protocol buffer.");
	}

	private static String text(final ByteBuffer bytes) {
		return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
	}

	private static Input input(final ByteBuffer message) {
		final String[] name = { "" };
		final int[] element = { 0 };
		final List<Long> shape = new ArrayList<>();
		fields(message, (field, value, bytes) -> {
			if (field == NAME && bytes != null) name[0] = text(bytes);
			if (field == TYPE && bytes != null) fields(bytes, (f, v, tensor) -> {
				if (f == TENSOR && tensor != null) fields(tensor, (g, w, b) -> {
					if (g == ELEMENT) element[0] = (int) w;
					if (g == SHAPE && b != null) fields(b, (h, u, dimension) -> {
						if (h == DIMENSION && dimension != null) shape.add(length(dimension));
					});
				});
			});
		});
		return new Input(name[0], element[0], List.copyOf(shape));
	}

	private static long length(final ByteBuffer dimension) {
		final long[] length = { -1 };
		fields(dimension, (field, value, bytes) -> {
			if (field == VALUE && bytes == null && value > 0) length[0] = value;
		});
		return length[0];
	}
}
