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

package sc.fiji.rewardanalysis.learning.columns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes network files as others' programs export them: a mean over 3 × 3 pixels, zeros beyond
 * the edge, and a logistic function of it.
 */
public final class ModelFiles {

	/** Of the logistic function, and where it is a half. */
	public static final double STEEP = 8, MIDDLE = 0.5;

	/** What {@link #onnx} and {@link #torchScript} give as a program of TorchScript. */
	public static final String PROBABILITY = "torch.sigmoid(" + logit() + ")";

	private ModelFiles() {}

	static String logit() {
		return "torch.mul(torch.sub(torch.avg_pool2d(x, [3, 3], [1, 1], [1, 1]), " + MIDDLE + "), " +
			STEEP + ")";
	}

	/** @param result an expression of the input {@code x} */
	public static Path torchScript(final Path file, final String result) throws IOException {
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			// A module with one attribute, training = False.
			entry(zip, "net/data.pkl",
				"\u0080\u0002c__torch__\nNet\nq\0)\u0081}(X\u0008\0\0\0trainingq\u0001\u0089ubq\u0002."
					.getBytes(StandardCharsets.ISO_8859_1));
			entry(zip, "net/code/__torch__.py", ("class Net(Module):\n  __parameters__ = []\n" +
				"  __buffers__ = []\n  training : bool\n  def forward(self: __torch__.Net,\n" +
				"    x: Tensor) -> Tensor:\n    return " + result + "\n").getBytes(StandardCharsets.UTF_8));
			entry(zip, "net/constants.pkl", new byte[] { (byte) 0x80, 2, ')', '.' });
			entry(zip, "net/version", "3\n".getBytes(StandardCharsets.UTF_8));
		}
		return file;
	}

	static void entry(final ZipOutputStream zip, final String name, final byte[] bytes)
		throws IOException
	{
		zip.putNextEntry(new ZipEntry(name));
		zip.write(bytes);
		zip.closeEntry();
	}

	/**
	 * A convolution and, if asked for, a logistic function.
	 *
	 * @param shape of the input; 0 for a length that is free
	 */
	public static Path onnx(final Path file, final boolean sigmoid, final long... shape) throws IOException {
		final float weight = (float) (STEEP / 9);
		final Message graph = new Message().message(1, node("Conv", new String[] { "x", "w", "b" }, "y")
			.message(5, ints("kernel_shape", 3, 3)).message(5, ints("pads", 1, 1, 1, 1)));
		if (sigmoid) graph.message(1, node("Sigmoid", new String[] { "y" }, "p"));
		final int channels = (int) Math.max(1, shape.length > 1 ? shape[1] : 1);
		final float[] weights = new float[9 * channels];
		java.util.Arrays.fill(weights, weight);
		graph.text(2, "net").message(5, tensor("w", weights, 1, channels, 3, 3)).message(5, tensor("b",
			new float[] { (float) (-STEEP * MIDDLE) }, 1)).message(11, value("x", shape)).message(12, value(
				sigmoid ? "p" : "y", 0, 1, 0, 0));
		Files.write(file, new Message().number(1, 8).message(7, graph).message(8, new Message().text(1,
			"").number(2, 13)).bytes());
		return file;
	}

	private static Message node(final String type, final String[] in, final String out) {
		final Message node = new Message();
		for (final String name : in)
			node.text(1, name);
		return node.text(2, out).text(4, type);
	}

	private static Message ints(final String name, final long... values) {
		final Message attribute = new Message().text(1, name);
		for (final long v : values)
			attribute.number(8, v);
		return attribute.number(20, 7);
	}

	private static Message tensor(final String name, final float[] values, final long... shape) {
		final Message tensor = new Message();
		for (final long n : shape)
			tensor.number(1, n);
		final ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
		for (final float v : values)
			raw.putFloat(v);
		return tensor.number(2, 1).text(8, name).bytes(9, raw.array());
	}

	private static Message value(final String name, final long... shape) {
		final Message dimensions = new Message();
		for (int i = 0; i < shape.length; i++)
			dimensions.message(1, shape[i] > 0 ? new Message().number(1, shape[i]) : new Message().text(2,
				name + i));
		return new Message().text(1, name).message(2, new Message().message(1, new Message().number(1, 1)
			.message(2, dimensions)));
	}

	/** A message of a protocol buffer. */
	private static final class Message {

		private final ByteArrayOutputStream out = new ByteArrayOutputStream();

		private Message number(final int field, final long value) {
			varint((long) field << 3);
			varint(value);
			return this;
		}

		private Message text(final int field, final String value) {
			return bytes(field, value.getBytes(StandardCharsets.UTF_8));
		}

		private Message message(final int field, final Message value) {
			return bytes(field, value.bytes());
		}

		private Message bytes(final int field, final byte[] value) {
			varint((long) field << 3 | 2);
			varint(value.length);
			out.writeBytes(value);
			return this;
		}

		private void varint(final long value) {
			long rest = value;
			for (; (rest & ~0x7fL) != 0; rest >>>= 7)
				out.write((int) (rest & 0x7f | 0x80));
			out.write((int) rest);
		}

		private byte[] bytes() {
			return out.toByteArray();
		}
	}
}
