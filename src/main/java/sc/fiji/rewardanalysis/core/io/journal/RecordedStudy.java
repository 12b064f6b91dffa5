package sc.fiji.rewardanalysis.core.io.journal;

import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Trial;

/**
 * What a journal holds. Immutable.
 *
 * @param version of the software that wrote it
 * @param seed of the study
 * @param engine the name of its engine
 * @param space what it searched
 * @param objectives the names of what it minimised
 * @param about whatever else it was about: texts, numbers, booleans, lists, maps
 * @param evaluations in the order told, with the objectives as they were worked out then
 * @param pending trials that were asked for and not told, in the order of asking
 * @param queued what waits to be tried before the engine proposes, in order
 * @param cut whether its last line is unfinished, and left out
 */
public record RecordedStudy(String version, long seed, String engine, SearchSpace space,
	List<String> objectives, Map<String, ?> about, List<Evaluation> evaluations,
	List<Trial> pending, List<Study.Queued> queued, boolean cut)
{

	public RecordedStudy {
		objectives = List.copyOf(objectives);
		evaluations = List.copyOf(evaluations);
		pending = List.copyOf(pending);
		queued = List.copyOf(queued);
	}
}
