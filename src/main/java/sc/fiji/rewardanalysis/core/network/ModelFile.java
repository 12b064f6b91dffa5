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
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** What kind of network a file holds, by what is in it; its name doesn't matter. */
public enum ModelFile {

		/** Weights of a network of ours, as safetensors. */
		OURS,

		/** TorchScript: a program with its weights, a zip. */
		TORCH_SCRIPT,

		/** Open Neural Network Exchange, a protocol buffer. */
		ONNX;

	private static final String EXPORT =
		"export the network to TorchScript (.pt) or ONNX (.onnx) in Python, as docs/networks.md shows";

	/** Of which the first bytes are looked at. */
	private static final int HEAD = 512, USTAR = 257;

	/**
	 * @throws RewardAnalysisException if it is none of these, with what to do
	 */
	public static ModelFile of(final Path file) {
		final String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
		if (!Files.isRegularFile(file)) throw new RewardAnalysisException(
			"There is no file %s; check its name and folder.", file);
		final byte[] head;
		final long size;
		try (InputStream in = Files.newInputStream(file)) {
			head = in.readNBytes(HEAD);
			size = Files.size(file);
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "%s can't be read (%s); name another file.", file, exc
				.getMessage());
		}
		if (head.length == 0) throw new RewardAnalysisException("%s is empty; choose another file.", name);
		if (starts(head, 'P', 'K', 3, 4)) return ofZip(file, name);
		if (starts(head, 0x89, 'H', 'D', 'F')) throw new RewardAnalysisException(
			"%s is an HDF5 file, such as Keras writes; convert the network to ONNX (.onnx) in Python.", name);
		// Before pickles: the length that it begins with may have the first byte of one.
		if (isSafetensors(head, size)) return OURS;
		if (starts(head, 0x80) || isTar(head)) throw new RewardAnalysisException(
			"%s is a pickle of Python, which only Python can read; %s.", name, EXPORT);
		if (OnnxInputs.isModel(file)) return ONNX;
		throw new RewardAnalysisException(
			"%s is no network that can be read, or it is damaged; choose one that Train Network has written, a TorchScript (.pt) or an ONNX file (.onnx).",
			name);
	}

	/** TorchScript has code, a checkpoint of PyTorch has not. */
	private static ModelFile ofZip(final Path file, final String name) {
		boolean code = false, pickle = false;
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (final var entries = zip.entries(); entries.hasMoreElements();) {
				final String entry = entries.nextElement().getName();
				code |= entry.contains("/code/");
				pickle |= entry.endsWith("/data.pkl");
			}
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc,
				"%s is damaged or cut short (%s); copy or export it again.", name, exc.getMessage());
		}
		if (code && pickle) return TORCH_SCRIPT;
		if (pickle) throw new RewardAnalysisException(
			"%s holds weights without the network, as torch.save and AtomAI's save_model write them; %s.", name,
			EXPORT);
		throw new RewardAnalysisException(
			"%s is a zip without a network in it; choose a TorchScript (.pt) or an ONNX file (.onnx).", name);
	}

	private static boolean starts(final byte[] head, final int... bytes) {
		if (head.length < bytes.length) return false;
		for (int i = 0; i < bytes.length; i++)
			if ((head[i] & 0xff) != bytes[i]) return false;
		return true;
	}

	private static boolean isTar(final byte[] head) {
		return head.length >= USTAR + 5 && new String(head, USTAR, 5, java.nio.charset.StandardCharsets.US_ASCII)
			.equals("ustar");
	}

	/** Begins with the length of a JSON header. */
	private static boolean isSafetensors(final byte[] head, final long size) {
		if (head.length < 9 || head[8] != '{') return false;
		final long length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
		return length > 0 && length <= size - 8;
	}
}
