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

package sc.fiji.rewardanalysis.learning;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** Says what to do when an engine doesn't start. Needs nothing of the Deep Java Library. */
final class EngineTrouble {

	private EngineTrouble() {}

	/**
	 * What a user can do about it.
	 *
	 * @param engine its name
	 * @param thrown what starting it threw
	 * @param folder where its libraries should be
	 */
	static RewardAnalysisException explain(final String engine, final Throwable thrown,
		final EngineFolder folder)
	{
		if (thrown instanceof final RewardAnalysisException known) return known;
		final List<Throwable> chain = new ArrayList<>();
		for (Throwable t = thrown; t != null && chain.size() < 20; t = t.getCause())
			chain.add(t);
		if (says(chain, "no space left", "not enough space", "disk quota", "disk full")) return folder
			.full(thrown, "the disk is full");
		if (isA(chain, AccessDeniedException.class, ReadOnlyFileSystemException.class) || says(chain,
			"permission denied", "read-only file system")) return folder.unwritable(thrown instanceof final Exception e
				? e : new IOException(thrown));
		if (says(chain, "no pytorch native library matches")) return folder.noLibraries();
		if (isA(chain, UnsatisfiedLinkError.class)) return unloadable(engine, chain, folder);
		if (isA(chain, NoClassDefFoundError.class, ClassNotFoundException.class) || says(chain,
			"deep learning engine not found")) return incomplete(engine, chain);
		if (chain.stream().anyMatch(t -> t.getClass().getName().matches(
			"(java\\.net|javax\\.net)\\..*")) || says(chain, "download", "offline mode",
				"index file")) return unreachable(chain, folder);
		return new RewardAnalysisException(thrown, "%s can't be started (%s). %s says what it needs.", engine, last(
			chain), Networks.HELP);
	}

	private static RewardAnalysisException unreachable(final List<Throwable> chain,
		final EngineFolder folder)
	{
		return new RewardAnalysisException(chain.get(0),
			"PyTorch can't be fetched from publish.djl.ai (%s). Connect to the internet and run it once " +
				"more; or put pytorch-native-cpu-%s-%s.jar of Maven Central into Fiji's folder jars and " +
				"restart Fiji (%s).", last(chain), EngineFolder.VERSION, folder.platform(), Networks.HELP);
	}

	private static RewardAnalysisException unloadable(final String engine,
		final List<Throwable> chain, final EngineFolder folder)
	{
		return new RewardAnalysisException(chain.get(0),
			"The libraries of %s don't load on this computer (%s). If they are damaged, delete %s and run " +
				"it once more; %s says what they need.", engine, last(chain), folder.folder(), Networks.HELP);
	}

	private static RewardAnalysisException incomplete(final String engine,
		final List<Throwable> chain)
	{
		if (engine.startsWith("Onnx")) return new RewardAnalysisException(chain.get(0),
			"Networks in ONNX files need onnxruntime-1.29.0.jar of Maven Central in Fiji's folder jars; " +
				"put it there and restart Fiji (%s), or export the network to TorchScript (.pt).",
			Networks.HELP);
		return new RewardAnalysisException(chain.get(0),
			"A part of the Deep Java Library is missing (%s): unpack " + Networks.ZIP +
				" into the Fiji folder again and restart Fiji (%s).", last(chain), Networks.HELP);
	}

	private static boolean says(final List<Throwable> chain, final String... texts) {
		return chain.stream().map(t -> String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT))
			.anyMatch(m -> Stream.of(texts).anyMatch(m::contains));
	}

	@SafeVarargs
	private static boolean isA(final List<Throwable> chain,
		final Class<? extends Throwable>... types)
	{
		return chain.stream().anyMatch(t -> Stream.of(types).anyMatch(type -> type.isInstance(t)));
	}

	/** The innermost reason; its kind if it gives none, or only the name of a host. */
	private static String last(final List<Throwable> chain) {
		final Throwable last = chain.get(chain.size() - 1);
		final String kind = last.getClass().getSimpleName(), text = last.getMessage();
		if (text == null) return kind;
		return text.contains(" ") ? text.replaceAll("\\s+", " ").replaceAll("\\.$", "") : kind + ": " +
			text;
	}
}
