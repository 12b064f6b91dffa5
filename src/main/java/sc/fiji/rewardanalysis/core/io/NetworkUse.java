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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.network.NetworkMap;

/**
 * Which network was given an image, and how.
 *
 * @param hash SHA-256 of the network's file; empty for the one that comes with the suite
 * @param engine what computed it, in words
 * @param map what it gave
 * @param contrast of atoms
 * @param lattice the crystal; null if it isn't known
 * @param pixelSize of the image, nm; NaN if it isn't known
 */
public record NetworkUse(String hash, String engine, NetworkMap map, Contrast contrast,
	Lattice lattice, double pixelSize)
{

	public NetworkUse {
		Checks.given("hash", hash);
		Checks.given("engine", engine);
		Checks.given("map", map);
		Checks.given("contrast", contrast);
	}

	/** SHA-256 of a file; empty if there is none. */
	public static String hash(final Path file) {
		if (file == null) return "";
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(
				file)));
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "%s can't be read (%s); name another file.", file, AtomicFile
				.reason(exc));
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new IllegalStateException("Every Java platform has SHA-256.", exc);
		}
	}

	/** A sentence. */
	public String describe() {
		return String.format(Locale.ROOT,
			"%s (%s), given %d x %d px, %.4g for each of the image's, in %s normalization.", map.model()
				.name(), engine, map.probabilities().width(), map.probabilities().height(), map.rescaling()
					.factor(), map.model().normalization().name().toLowerCase(Locale.ROOT).replace('_', '-'));
	}

	JsonObject json() {
		final JsonObject json = new JsonObject();
		json.addProperty("name", map.model().name());
		if (!hash.isEmpty()) json.addProperty("sha256", hash);
		json.addProperty("engine", engine);
		json.addProperty("scale", map.rescaling().factor());
		json.add("input_px", StudyJson.numbers(map.probabilities().width(), map.probabilities()
			.height()));
		json.addProperty("normalization", map.model().normalization().name().toLowerCase(Locale.ROOT)
			.replace('_', '-'));
		json.addProperty("contrast", contrast.name().toLowerCase(Locale.ROOT));
		return json;
	}

	/** Adds what is known of the crystal. */
	void addCrystal(final JsonObject json) {
		json.add("lattice", lattice == null ? JsonNull.INSTANCE : LatticeFile.json(lattice));
		json.add("pixel_size_nm", StudyJson.number(pixelSize));
	}
}
