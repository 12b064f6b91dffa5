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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.io.file.WholeFile;
import sc.fiji.rewardanalysis.core.training.Tensor;

/**
 * Named tensors of 32-bit floats with texts that describe them, as a
 * <a href="https://github.com/huggingface/safetensors">safetensors</a> file: a JSON header, then the
 * numbers, little-endian. Unlike a pickle it holds no code, and Python reads it too.
 *
 * @param metadata texts by name
 * @param tensors by name, in the order in which they were written
 */
public record TensorFile(Map<String, String> metadata, Map<String, Tensor> tensors) {

	/** More than any network of ours; a longer one is another kind of file. */
	private static final long LONGEST_HEADER = 10_000_000;

	private static final String METADATA = "__metadata__";

	/** Copies. */
	public TensorFile {
		metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
		tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
	}

	/** Writes it whole or not at all. */
	public void write(final Path file) {
		AtomicFile.write(file, bytes());
	}

	/** The file's bytes. */
	public byte[] bytes() {
		final JsonObject header = new JsonObject();
		if (!metadata.isEmpty()) {
			final JsonObject texts = new JsonObject();
			metadata.forEach(texts::addProperty);
			header.add(METADATA, texts);
		}
		long offset = 0;
		for (final Map.Entry<String, Tensor> entry : tensors.entrySet()) {
			final long end = offset + 4L * entry.getValue().values().length;
			header.add(entry.getKey(), entry(entry.getValue(), offset, end));
			offset = end;
		}
		// Blanks, so that the numbers begin at a multiple of eight, as the format asks.
		String text = header.toString();
		text += " ".repeat(Math.floorMod(-text.getBytes(StandardCharsets.UTF_8).length, 8));
		final byte[] json = text.getBytes(StandardCharsets.UTF_8);
		final ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(8 + json.length + offset)).order(
			ByteOrder.LITTLE_ENDIAN);
		bytes.putLong(json.length).put(json);
		for (final Tensor tensor : tensors.values()) {
			bytes.asFloatBuffer().put(tensor.values());
			bytes.position(bytes.position() + 4 * tensor.values().length);
		}
		return bytes.array();
	}

	private static JsonObject entry(final Tensor tensor, final long from, final long to) {
		final JsonObject json = new JsonObject();
		json.addProperty("dtype", "F32");
		final JsonArray shape = new JsonArray();
		for (final long length : tensor.shape())
			shape.add(length);
		json.add("shape", shape);
		final JsonArray offsets = new JsonArray();
		offsets.add(from);
		offsets.add(to);
		json.add("data_offsets", offsets);
		return json;
	}

	/**
	 * Reads a file.
	 *
	 * @throws RewardAnalysisException if it can't be read or is none
	 */
	public static TensorFile read(final Path file) {
		try {
			WholeFile.check(file);
			return of(Files.readAllBytes(file), file.toString());
		}
		catch (final IOException e) {
			throw new RewardAnalysisException(e, "Cannot read %s (%s); choose a file that exists.", file,
				AtomicFile.reason(e));
		}
	}

	/**
	 * Reads bytes.
	 *
	 * @param name what messages call them
	 */
	public static TensorFile of(final byte[] bytes, final String name) {
		final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		final long length = bytes.length < 8 ? -1 : buffer.getLong();
		if (length < 2 || length > Math.min(LONGEST_HEADER, bytes.length - 8L)) throw none(name, null);
		final byte[] json = new byte[(int) length];
		buffer.get(json);
		final String fields = new String(json, StandardCharsets.UTF_8);
		JsonFields.checkNesting(fields, name);
		try {
			final JsonObject header = JsonParser.parseString(fields).getAsJsonObject();
			final Map<String, String> metadata = new LinkedHashMap<>();
			final Map<String, Tensor> tensors = new LinkedHashMap<>();
			final ByteBuffer data = buffer.slice().order(ByteOrder.LITTLE_ENDIAN);
			for (final Map.Entry<String, JsonElement> entry : header.entrySet()) {
				final JsonObject value = entry.getValue().getAsJsonObject();
				if (entry.getKey().equals(METADATA)) value.entrySet().forEach(text -> metadata.put(text
					.getKey(), text.getValue().getAsString()));
				else tensors.put(entry.getKey(), tensor(value, data, entry.getKey(), name));
			}
			return new TensorFile(metadata, tensors);
		}
		catch (final JsonParseException | IllegalStateException | UnsupportedOperationException
				| NumberFormatException | NullPointerException | IndexOutOfBoundsException | ClassCastException exc)
		{
			throw none(name, exc);
		}
	}

	private static Tensor tensor(final JsonObject json, final ByteBuffer data, final String tensor,
		final String file)
	{
		final String type = json.get("dtype").getAsString();
		if (!type.equals("F32")) throw new RewardAnalysisException(
			"%s holds %s as %s; save it with 32-bit floats (F32).", file, tensor, type);
		final JsonArray lengths = json.getAsJsonArray("shape");
		final long[] shape = new long[lengths.size()];
		for (int d = 0; d < shape.length; d++)
			shape[d] = lengths.get(d).getAsLong();
		final JsonArray offsets = json.getAsJsonArray("data_offsets");
		final long from = offsets.get(0).getAsLong(), to = offsets.get(1).getAsLong();
		final long size = Tensor.size(shape);
		if (size < 0 || from < 0 || to - from != 4 * size) throw new RewardAnalysisException(
			"%s is damaged: %s isn't as long as it says.", file, tensor);
		if (to > data.limit()) throw new RewardAnalysisException(
			"%s is cut off: it holds %d bytes of numbers and %s ends at %d. Copy it again.", file, data
				.limit(), tensor, to);
		final float[] values = new float[(int) size];
		data.slice((int) from, (int) (to - from)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(
			values);
		return new Tensor(shape, values);
	}

	private static RewardAnalysisException none(final String name, final Exception cause) {
		return new RewardAnalysisException(cause,
			"%s is no safetensors file; choose one that Reward Analysis has written.", name);
	}
}
