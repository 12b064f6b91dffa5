package sc.fiji.rewardanalysis.core.io;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import sc.fiji.rewardanalysis.core.io.journal.TaskJournal;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionSearchSettings;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionTask;

/** What a {@link TaskJournal} tells of a search for amorphous regions. */
public final class RegionJournal implements StudyLog.Opener {

	private final TaskJournal journal;

	/**
	 * @param folder where the journal is; null to keep none
	 * @param warmStart the journal of an earlier search to start from; null for none
	 * @param lattice the crystal; null if it isn't known
	 * @param hash of the analysed pixels
	 */
	public RegionJournal(final Path folder, final Path warmStart, final RegionTask task,
		final RegionSearchSettings settings, final Lattice lattice, final String hash)
	{
		final Map<String, Object> about = new LinkedHashMap<>();
		about.put("analysis", RegionJson.ANALYSIS);
		about.put("image", TaskJournal.image(task.finder().scene().area(), hash));
		about.put("atoms", RegionStudyJson.atoms(task));
		about.put("settings", RegionStudyJson.settings(task, settings, lattice));
		journal = new TaskJournal(folder, warmStart, about);
	}

	@Override
	public StudyLog open(final Study study) {
		return journal.open(study);
	}
}
