package sc.fiji.rewardanalysis.plot;

import java.nio.file.Path;
import java.util.List;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.FolderReport;
import sc.fiji.rewardanalysis.core.io.FolderRun;
import sc.fiji.rewardanalysis.core.io.FolderTable;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;

/**
 * What an analysis of many images leaves beside the images' folders: {@code results.csv}, contact sheets,
 * {@code figures.png} and {@code figures.svg}, {@code report.html}.
 */
public final class FolderResults {

	private FolderResults() {}

	/**
	 * Writes all of it, in place of what an earlier run left; each file whole or not at all. An image whose
	 * folder has no thumbnail yet gets one.
	 *
	 * @param folder in which each image has a folder
	 * @param run what was done
	 * @param outcomes of all images, in order
	 * @return why there is no {@code figures.svg} though there should be; else empty
	 * @throws RewardAnalysisException if the folder can't be written to
	 * @throws java.util.concurrent.CancellationException if cancelled; the table is written then, and what
	 *           else had been
	 */
	public static String write(final Path folder, final FolderRun run,
		final List<ImageOutcome> outcomes, final Progress progress)
	{
		FolderTable.write(folder, outcomes);
		ContactSheet.write(folder, outcomes, progress.part(0, 0.8));
		final String lacks = FolderPlots.write(folder, outcomes, progress.part(0.8, 0.9));
		FolderReport.write(folder, run, outcomes, progress.part(0.9, 1));
		return lacks;
	}
}
