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

package sc.fiji.rewardanalysis.core.io.points;

import java.util.Optional;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What a person says of a table of points.
 *
 * @param x heading of the column of x, or its number from 1; empty to recognise it
 * @param y likewise
 * @param kind heading of the column of classes; empty to recognise it
 * @param unit of x and y; empty to recognise it
 */
public record OracleColumns(String x, String y, String kind, Optional<PointUnit> unit) {

	/** Everything is recognised. */
	public static final OracleColumns AUTOMATIC = new OracleColumns("", "", "", Optional.empty());

	public OracleColumns {
		x = x.strip();
		y = y.strip();
		kind = kind.strip();
		if (x.isEmpty() != y.isEmpty()) throw new RewardAnalysisException(
			"Only one of oracle_x and oracle_y is given; give both columns, or none to have them recognised.");
	}
}
