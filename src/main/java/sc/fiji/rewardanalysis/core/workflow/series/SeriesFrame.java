package sc.fiji.rewardanalysis.core.workflow.series;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.track.FrameDrift;
import sc.fiji.rewardanalysis.core.workflow.atoms.Earlier;

/**
 * What became of a frame of a series. Immutable.
 *
 * @param index from 0
 * @param hash SHA-256 of its pixels as big-endian floats; empty if it couldn't be read
 * @param failure why there are no atoms, a sentence; empty if there are
 * @param search how it was searched: {@code cold}, or as {@code Course} says
 * @param figures parameters, expectation and rewards by their names in files, in order
 * @param atoms its atoms
 * @param drift since the last frame that showed the same crystal; null if there are no atoms
 * @param earlier what it leaves to the search of the next frame; null if it leaves nothing
 * @param seconds what it took
 */
public record SeriesFrame(int index, String hash, String failure, String search,
	Map<String, Double> figures, List<SeriesAtom> atoms, FrameDrift drift, Earlier earlier,
	double seconds)
{

	/** Of the first frame, and of all where nothing can be followed. */
	public static final String COLD = "cold";

	public SeriesFrame {
		Checks.atLeast("index of a frame", index, 0);
		Checks.given("hash", hash);
		Checks.given("failure", failure);
		Checks.given("search", search);
		figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
		atoms = List.copyOf(atoms);
	}

	/** A frame without a result. */
	static SeriesFrame failed(final int index, final String hash, final String why,
		final double seconds)
	{
		return new SeriesFrame(index, hash, why, "", Map.of(), List.of(), null, null, seconds);
	}

	/** Whether there are atoms. */
	public boolean isDone() {
		return failure.isEmpty();
	}

	/** Whether it shows the crystal of the frames before. */
	public boolean isLinked() {
		return isDone() && drift.drift().isFound();
	}
}
