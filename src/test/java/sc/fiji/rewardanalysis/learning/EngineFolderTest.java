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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

import ai.djl.util.Platform;
import ai.djl.util.Utils;

/** Where PyTorch's libraries land, and what is found out before they are fetched. */
class EngineFolderTest {

	@TempDir
	Path temp;

	private EngineFolder folder(final String version) {
		return new EngineFolder(temp.resolve("pytorch"), "linux-x86_64", version);
	}

	/** The folder and the platform are those that DJL itself goes by. */
	@Test
	void itIsWhereTheLibraryLooks() {
		final EngineFolder here = EngineFolder.here();
		assertEquals(Utils.getEngineCacheDir("pytorch").toAbsolutePath(), here.folder());
		final Platform platform = Platform.fromSystem("pytorch");
		assertEquals(platform.getClassifier(), here.platform());
		assertEquals(platform.getVersion(), EngineFolder.VERSION);
		assertEquals(Platform.detectPlatform("pytorch").getVersion(), here.version());
	}

	@Test
	void settingsNameTheFolder() {
		assertEquals(temp, EngineFolder.cache(Map.of("DJL_CACHE_DIR", temp.toString())::get));
		assertEquals(temp.resolve("b"), EngineFolder.cache(Map.of("DJL_CACHE_DIR", temp.toString(),
			"ENGINE_CACHE_DIR", temp.resolve("b").toString())::get));
		assertEquals(".djl.ai", EngineFolder.cache(name -> null).getFileName().toString());
	}

	@ParameterizedTest
	@CsvSource({ "Linux, amd64, linux-x86_64", "Linux, aarch64, linux-aarch64",
		"Mac OS X, aarch64, osx-aarch64", "Mac OS X, x86_64, osx-x86_64",
		"Windows 11, amd64, win-x86_64" })
	void platformsAreNamedAsTheJarsAre(final String system, final String processor,
		final String name)
	{
		assertEquals(name, EngineFolder.platform(system, processor));
	}

	@Test
	void saysWhatStartingDoes() throws IOException {
		assertEquals("PyTorch is being fetched (110 MB, once).", folder("2.7.1").message());
		assertEquals("PyTorch is being unpacked (once).", folder("2.7.1-20250812").message());
		final Path version = Files.createDirectories(temp.resolve("pytorch/2.7.1-cpu-linux-x86_64"));
		assertFalse(folder("2.7.1").isComplete());
		Files.createFile(version.resolve(System.mapLibraryName("torch")));
		assertEquals("PyTorch is being started.", folder("2.7.1").message());
		// DJL doesn't take the one for the other.
		assertFalse(folder("2.7.1-20250812").isComplete());
	}

	@Test
	void goodFolderStaysEmpty() throws IOException {
		folder("2.7.1").check();
		try (var left = Files.list(temp.resolve("pytorch"))) {
			assertEquals(0, left.count());
		}
	}

	@Test
	void aFolderThatCannotBeMade() throws IOException {
		Files.createFile(temp.resolve("pytorch"));
		assertSays(() -> folder("2.7.1").check(), temp.resolve("pytorch").toString(), "DJL_CACHE_DIR",
			"restart");
	}

	@Test
	void tooFullADisk() {
		assertSays(() -> folder("2.7.1").check(120), "500 MB", "120 MB are free", "DJL_CACHE_DIR");
	}

	@Test
	void aComputerThatPyTorchIsNotMadeFor() {
		assertSays(new EngineFolder(temp, "osx-x86_64", "2.7.1")::check, "osx-x86_64", "2.7.1",
			"Everything else of the suite works");
		assertFalse(Files.exists(temp.resolve("pytorch")));
	}

	private static void assertSays(final Runnable check, final String... parts) {
		final String message = assertThrows(RewardAnalysisException.class, check::run).getMessage();
		for (final String part : parts)
			assertTrue(message.contains(part), message);
	}
}
