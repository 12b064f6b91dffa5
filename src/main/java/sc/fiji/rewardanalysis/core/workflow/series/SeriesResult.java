package sc.fiji.rewardanalysis.core.workflow.series;

import java.util.List;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.track.Trajectories;

/**
 * A series that was analysed, as far as it was.
 *
 * @param settings how
 * @param area what of each frame
 * @param size how many frames the series has
 * @param frames those that were analysed, in order from the first one
 * @param trajectories of their columns
 */
public record SeriesResult(SeriesSettings settings, Area area, int size, List<SeriesFrame> frames,
	Trajectories trajectories)
{

	public SeriesResult {
		frames = List.copyOf(frames);
	}

	/** Whether all frames were looked at. */
	public boolean isComplete() {
		return frames.size() == size;
	}

	/** How many frames have atoms. */
	public int done() {
		return (int) frames.stream().filter(SeriesFrame::isDone).count();
	}

	/** How many frames were searched so, see {@link SeriesFrame#search}. */
	public int searched(final String how) {
		return (int) frames.stream().filter(f -> f.search().equals(how)).count();
	}

	/** How many drifts were found that images and positions don't tell from another. */
	public int ambiguous() {
		return (int) frames.stream().filter(f -> f.isLinked() && f.drift().drift().isAmbiguous()).count();
	}

	/** How much was done, a sentence. */
	public String extent() {
		return String.format(Locale.ROOT, isComplete() ? "%d of %d frames analysed."
			: "%d of the first %d frames analysed; there are " + size + ".", done(), frames.size());
	}
}
