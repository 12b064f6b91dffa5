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

package sc.fiji.rewardanalysis.imagej;

import java.nio.file.Path;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.io.points.OracleColumns;

/**
 * What a user says of an oracle.
 *
 * @param source where it comes from
 * @param file null for none
 * @param title of the open image or table; empty for the image that is compared, or ImageJ's
 *          Results
 * @param columns of a table
 * @param threshold of a probability map: of 8 and 16 bits, as a part of the full range; of 32
 *          bits, a value
 * @param distance of local maxima in a probability map, px of the map; 0 for centroids of what
 *          is connected
 * @param scaled whether a map of another size is scaled to the image
 */
public record OracleRequest(OracleSource source, Path file, String title, OracleColumns columns,
	double threshold, double distance, boolean scaled)
{

	/** The threshold that networks for segmentation are used with. */
	public static final double THRESHOLD = 0.5;

	public OracleRequest {
		Checks.given("oracle_from", source);
		Checks.given("columns of the oracle", columns);
		title = title.strip();
		Checks.finite("oracle_threshold", threshold);
		Checks.atLeast("oracle_spacing", distance, 0);
	}

	/** A file of which everything is recognised. */
	public static OracleRequest of(final Path file) {
		return new OracleRequest(OracleSource.FILE, file, "", OracleColumns.AUTOMATIC, THRESHOLD, 0,
			false);
	}

	/** The same of another file. */
	public OracleRequest withFile(final Path other) {
		return new OracleRequest(OracleSource.FILE, other, title, columns, threshold, distance, scaled);
	}
}
