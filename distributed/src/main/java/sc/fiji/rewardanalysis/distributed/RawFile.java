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

package sc.fiji.rewardanalysis.distributed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.distributed.StoredImage.Sample;

/** Files of nothing but pixels, row by row, after a header that is skipped. */
final class RawFile {

	private static final Set<String> KEYS = Set.of("width", "height", "type", "offset", "order");

	private RawFile() {}

	/**
	 * What a description means.
	 *
	 * @param text such as {@code width=65536,height=65536,type=16-bit,offset=0,order=little}; 8-bit,
	 *          16-bit (unsigned) or 32-bit (real) with little or big end first
	 * @param length of the file, bytes
	 * @throws RewardAnalysisException if it can't be, or the file is too short
	 */
	static StoredImage of(final String path, final String text, final long length) {
		final Map<String, String> values = new HashMap<>();
		for (final String pair : text.split(",")) {
			final String[] parts = pair.split("=", 2);
			if (parts.length < 2 || !KEYS.contains(parts[0])) throw new RewardAnalysisException(
				"\"%s\" in --raw is none of width=, height=, type=, offset=, order=.", pair);
			values.put(parts[0], parts[1]);
		}
		final int width = (int) number(values, "width", 0), height = (int) number(values, "height", 0);
		final long offset = number(values, "offset", 0);
		final Sample sample = switch (values.getOrDefault("type", "").toLowerCase(Locale.ROOT)) {
			case "8-bit" -> Sample.UINT8;
			case "16-bit" -> Sample.UINT16;
			case "32-bit" -> Sample.FLOAT32;
			default -> throw new RewardAnalysisException("type of --raw is \"%s\"; choose 8-bit, 16-bit or 32-bit.",
				values.get("type"));
		};
		final String order = values.getOrDefault("order", "little");
		if (!Set.of("little", "big").contains(order)) throw new RewardAnalysisException(
			"order of --raw is \"%s\"; choose little or big.", order);
		if (offset + (long) width * height * sample.bytes() > length) throw new RewardAnalysisException(
			"%s has %d bytes, fewer than %d x %d px of %s after %d bytes; check --raw.", path, length, width,
			height, values.get("type"), offset);
		return new StoredImage(path, width, height, sample, order.equals("little"), new long[] { offset },
			Math.max(1, height), Double.NaN);
	}

	private static long number(final Map<String, String> values, final String key, final long least) {
		try {
			final long value = Long.parseLong(values.getOrDefault(key, "0"));
			if (value >= least) return value;
		}
		catch (final NumberFormatException exc) {
			throw new RewardAnalysisException(exc, "%s of --raw is \"%s\", which is no whole number.", key,
				values.get(key));
		}
		throw new RewardAnalysisException("%s of --raw is %s; it must be at least %d.", key, values.get(
			key), least);
	}
}
