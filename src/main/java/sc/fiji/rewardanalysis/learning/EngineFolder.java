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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Where the Deep Java Library keeps PyTorch's native libraries, and whether they can get there.
 * Needs nothing of that library.
 *
 * @param folder of all versions, may not exist yet
 * @param platform operating system and processor, as DJL calls them
 * @param version of PyTorch, with a date if the libraries come with a jar and not from the internet:
 *          DJL keeps the two apart
 */
record EngineFolder(Path folder, String platform, String version) {

	/** The version of PyTorch; the POM's. */
	static final String VERSION = "2.7.1";

	/** What names another folder, as an environment variable or a system property. */
	static final String SETTING = "DJL_CACHE_DIR";

	/** Platforms that there are native libraries for. */
	static final Set<String> PLATFORMS = Set.of("linux-x86_64", "linux-aarch64", "osx-aarch64",
		"win-x86_64");

	/** What the libraries take, unpacked, and a little more, MB. */
	private static final long NEEDED = 500;

	private static final long MB = 1 << 20;

	/** Of this computer. */
	static EngineFolder here() {
		final UnaryOperator<String> settings = name -> System.getenv(name) != null ? System.getenv(
			name) : System.getProperty(name);
		return new EngineFolder(cache(settings).resolve("pytorch"), platform(System.getProperty(
			"os.name"), System.getProperty("os.arch")), versionHere());
	}

	/** Of a jar with libraries if there is one. */
	private static String versionHere() {
		final Properties properties = new Properties();
		try (InputStream jar = EngineFolder.class.getClassLoader().getResourceAsStream(
			"native/lib/pytorch.properties"))
		{
			if (jar != null) properties.load(jar);
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc,
				"The jar pytorch-native-cpu in Fiji's folder jars can't be read (%s); get it anew from Maven Central.",
				exc.getMessage());
		}
		return properties.getProperty("version", VERSION);
	}

	/** DJL's own rule: ENGINE_CACHE_DIR, DJL_CACHE_DIR, the user's folder, the one for temporary files. */
	static Path cache(final UnaryOperator<String> settings) {
		for (final String name : new String[] { "ENGINE_CACHE_DIR", SETTING }) {
			final String value = settings.apply(name);
			if (value != null && !value.isEmpty()) return Path.of(value).toAbsolutePath();
		}
		final Path home = Path.of(System.getProperty("user.home"));
		return (Files.isWritable(home) ? home : Path.of(System.getProperty("java.io.tmpdir")))
			.toAbsolutePath().resolve(".djl.ai");
	}

	/**
	 * DJL's name of a platform.
	 *
	 * @param system Java's os.name
	 * @param processor Java's os.arch
	 */
	static String platform(final String system, final String processor) {
		final String lower = system.toLowerCase(Locale.ROOT);
		final String os = lower.startsWith("win") ? "win" : lower.startsWith("mac") ? "osx" : lower;
		return os + "-" + (processor.equals("amd64") ? "x86_64" : processor);
	}

	/** Whether the libraries are there already. */
	boolean isComplete() {
		if (!Files.isDirectory(folder)) return false;
		try (Stream<Path> versions = Files.list(folder)) {
			// Then a processor or a GPU, cpu or cu128.
			return versions.anyMatch(v -> v.getFileName().toString().startsWith(version + "-c") && v
				.toString().endsWith(platform) && Files.exists(v.resolve(System.mapLibraryName("torch"))));
		}
		catch (final IOException exc) {
			throw unwritable(exc);
		}
	}

	/** What starting the engine does, for the progress bar. */
	String message() {
		if (isComplete()) return "PyTorch is being started.";
		return version.equals(VERSION) ? "PyTorch is being fetched (110 MB, once)."
			: "PyTorch is being unpacked (once).";
	}

	/**
	 * Finds out before anything is fetched what would fail.
	 *
	 * @throws RewardAnalysisException that says what to do, if the libraries aren't there and can't
	 *           get there
	 */
	void check() {
		if (isComplete()) return;
		if (!PLATFORMS.contains(platform)) throw noLibraries();
		try {
			Files.createDirectories(folder);
			Files.delete(Files.createTempFile(folder, "write", ".tmp"));
			check(Files.getFileStore(folder).getUsableSpace() / MB);
		}
		catch (final IOException exc) {
			throw unwritable(exc);
		}
	}

	/** @param free how much is free on the folder's disk, MB */
	void check(final long free) {
		if (free < NEEDED) throw full(null, free + " MB are free");
	}

	/** There is no PyTorch for this computer. */
	RewardAnalysisException noLibraries() {
		return new RewardAnalysisException(
			"There is no PyTorch %s for this computer (%s), so networks can't run on it; they do on " +
				"Linux and Windows with an Intel or AMD processor, on Linux with an ARM one and on Macs with " +
				"an Apple one. Everything else of the suite works.", VERSION, platform);
	}

	/** Nothing can be written there. */
	RewardAnalysisException unwritable(final Exception cause) {
		return new RewardAnalysisException(cause,
			"PyTorch's libraries are kept in %s, and nothing can be written there. Make it writable, or " +
				"set the environment variable %s to another folder, and restart Fiji.", folder, SETTING);
	}

	/** The disk is full. */
	RewardAnalysisException full(final Throwable cause, final String found) {
		return new RewardAnalysisException(cause,
			"PyTorch's libraries need %d MB in %s, but %s. Free some, or set the environment variable %s " +
				"to a folder on another disk and restart Fiji.", NEEDED, folder, found, SETTING);
	}
}
