package sc.fiji.rewardanalysis.ui;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;

/** Where windows go. */
public final class Places {

	private Places() {}

	/** Puts a window to a place, but not beyond its screen. */
	public static void put(final Window window, final Point place) {
		final Rectangle screen = window.getGraphicsConfiguration().getBounds();
		window.setLocation(within(place.x, screen.x, screen.width - window.getWidth()), within(place.y,
			screen.y, screen.height - window.getHeight()));
	}

	private static int within(final int wanted, final int low, final int room) {
		return Math.max(low, Math.min(wanted, low + room));
	}
}
