package sc.fiji.rewardanalysis.core.track;

import java.util.List;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Position;

/**
 * What is known of a frame of a series: its columns and how bright it is around them.
 *
 * @param columns px
 * @param area where columns are looked for, px
 * @param landscape null if there are only positions
 */
public record FramePoints(List<? extends Position> columns, Area area, Landscape landscape) {

	public FramePoints {
		columns = List.copyOf(Checks.given("list of columns", columns));
		Checks.given("area of a frame", area);
	}
}
