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
