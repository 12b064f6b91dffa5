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

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import ai.djl.engine.EngineException;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** What DJL's LibUtils 0.35.1 throws becomes a sentence that says what to do. */
class EngineTroubleTest {

	private static final EngineFolder FOLDER = new EngineFolder(Path.of("/home/me/.djl.ai/pytorch"),
		"win-x86_64", "2.7.1");

	private static void assertSays(final Throwable thrown, final String... parts) {
		assertSays("PyTorch", thrown, parts);
	}

	private static void assertSays(final String engine, final Throwable thrown,
		final String... parts)
	{
		final String message = EngineTrouble.explain(engine, thrown, FOLDER).getMessage();
		for (final String part : parts)
			assertTrue(message.contains(part), message);
		assertFalse(message.contains("null"), message);
	}

	@Test
	void noInternet() {
		assertSays(new EngineException("Failed to save pytorch index file", new UnknownHostException(
			"publish.djl.ai")), "can't be fetched", "UnknownHostException: publish.djl.ai",
			"pytorch-native-cpu-2.7.1-win-x86_64.jar", "Maven Central", "docs/networks.md");
		assertSays(new EngineException("Failed to download PyTorch native library", new IOException(
			"Offline mode is enabled.")), "can't be fetched", "Offline mode is enabled)");
		assertSays(new EngineException("Failed to download PyTorch native library", new IOException(
			"Premature EOF")), "can't be fetched", "Premature EOF");
	}

	@Test
	void theDiskFillsUp() {
		assertSays(new EngineException("Failed to download PyTorch native library",
			new FileSystemException("/home/me/x", null, "No space left on device")), "500 MB",
			"the disk is full", "DJL_CACHE_DIR");
		assertSays(new EngineException("Failed to extract PyTorch native library", new IOException(
			"There is not enough space on the disk")), "the disk is full");
	}

	@Test
	void nothingMayBeWritten() {
		assertSays(new EngineException("Failed to extract PyTorch native library",
			new AccessDeniedException("/home/me/.djl.ai")), "nothing can be written there", FOLDER
				.folder().toString());
	}

	@Test
	void noLibrariesForThisComputer() {
		assertSays(new EngineException("No PyTorch native library matches your operating system: x"),
			"win-x86_64", "2.7.1", "Everything else");
	}

	@Test
	void librariesThatDoNotLoad() {
		assertSays(new EngineException("Failed to load PyTorch native library", new UnsatisfiedLinkError(
			"libtorch_cpu.so: file too short")), "don't load", "file too short", "delete " + FOLDER
				.folder());
	}

	@Test
	void missingJars() {
		assertSays(new NoClassDefFoundError("com/sun/jna/Library"), "com/sun/jna/Library",
			"fiji-networks.zip", "restart");
		assertSays("OnnxRuntime", new NoClassDefFoundError("ai/onnxruntime/OrtEnvironment"),
			"onnxruntime-1.29.0.jar", "restart");
		assertSays(new IllegalArgumentException("Deep learning engine not found: PyTorch"),
			"fiji-networks.zip");
	}

	@Test
	void anythingElse() {
		assertSays(new EngineException("Unexpected"), "can't be started (EngineException: Unexpected)",
			"docs/networks.md");
		final RewardAnalysisException known = new RewardAnalysisException("Known.");
		assertSame(known, EngineTrouble.explain("PyTorch", known, FOLDER));
	}
}
