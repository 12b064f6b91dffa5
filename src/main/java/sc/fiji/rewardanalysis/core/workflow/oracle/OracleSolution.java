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

package sc.fiji.rewardanalysis.core.workflow.oracle;

import java.util.List;

import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Preparation;

/**
 * A solution of a search, judged by oracles.
 *
 * @param id the number of its evaluation
 * @param preparation of the image
 * @param parameters of the detection
 * @param atoms all of them
 * @param counted those in the counted area
 * @param count our QC, against the band of possible counts
 * @param countOfPaper against the expected number
 * @param spacing our ER
 * @param onFront whether no other solution is better in our QC and ER
 * @param judged by each oracle
 */
public record OracleSolution(int id, Preparation preparation, LogParameters parameters, int atoms,
	int counted, double count, double countOfPaper, double spacing, boolean onFront,
	List<Judged> judged)
{

	/**
	 * What an oracle says.
	 *
	 * @param rewards QC and ER relative to its count
	 * @param match in the counted area
	 * @param onFront whether no other solution is better in these QC and ER
	 */
	public record Judged(OracleRewards rewards, Match match, boolean onFront) {}

	public OracleSolution {
		judged = List.copyOf(judged);
	}
}
