/**
 * What a task leaves, as files: tables, study, summary, methods paragraph, journal. Each task has
 * its own; what several have alike is {@link StudyTables}, {@code StudyJson}, {@link ImageRun},
 * {@link RunRecord}.
 */
package sc.fiji.rewardanalysis.core.io;
