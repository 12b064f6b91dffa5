package sc.fiji.rewardanalysis.core.workflow;

import sc.fiji.rewardanalysis.core.optimize.Study;

/**
 * What came out of a search.
 *
 * @param study its evaluations; those of an exact search are the cells that stand for its front
 * @param report how it went
 */
public record SearchResult(Study study, SearchReport report) {}
