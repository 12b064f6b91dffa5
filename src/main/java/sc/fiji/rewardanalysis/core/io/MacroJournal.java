package sc.fiji.rewardanalysis.core.io;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.io.journal.TaskJournal;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroTask;

/** What a {@link TaskJournal} tells of a search for a macro's values: of another macro too. */
public final class MacroJournal implements StudyLog.Opener {

	private final TaskJournal journal;

	/**
	 * @param folder where the journal is; null to keep none
	 * @param warmStart the journal of an earlier search to start from; null for none
	 * @param area the analysed one
	 * @param hash of the analysed pixels
	 */
	public MacroJournal(final Path folder, final Path warmStart, final MacroTask task,
		final MacroSetup setup, final Area area, final String hash)
	{
		final Map<String, Object> about = new LinkedHashMap<>();
		about.put("analysis", MacroJson.ANALYSIS);
		about.put("image", TaskJournal.image(area, hash));
		about.put("macro_sha256", task.search().macro().hash());
		about.put("settings", MacroJson.settings(task, setup));
		journal = new TaskJournal(folder, warmStart, about);
	}

	@Override
	public StudyLog open(final Study study) {
		return journal.open(study);
	}
}
