package sc.fiji.rewardanalysis.core.io;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import sc.fiji.rewardanalysis.core.io.journal.TaskJournal;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseTask;

/** What a {@link TaskJournal} tells of a search for the weight of a physics loss. */
public final class PhaseJournal implements StudyLog.Opener {

	private final TaskJournal journal;

	/**
	 * @param folder where the journal is; null to keep none
	 * @param warmStart the journal of an earlier search to start from; null for none
	 * @param hash of the analysed pixels
	 */
	public PhaseJournal(final Path folder, final Path warmStart, final PhaseTask task,
		final String hash)
	{
		final Map<String, Object> about = new LinkedHashMap<>();
		about.put("analysis", PhaseStudyFiles.ANALYSIS);
		about.put("image", TaskJournal.image(task.scene().area(), hash));
		about.put("pixel_size_nm", StudyJson.number(task.scene().pixelSize()));
		about.put("patches", PhaseJson.patches(task.settings().patches()));
		about.put("patches_count", task.patches().count());
		about.put("network", PhaseJson.network(task.settings().network()));
		about.put("segmentation", PhaseJson.segmentation(task.settings().segmentation()));
		journal = new TaskJournal(folder, warmStart, about);
	}

	@Override
	public StudyLog open(final Study study) {
		return journal.open(study);
	}
}
