package sc.fiji.rewardanalysis.ui;

import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;

import ij.plugin.BrowserLauncher;

/** The guide for users, in the browser. */
public final class Guide {

	/** Where the documentation lies. */
	public static final String BASE = "https://github.com/fiji/reward-analysis/blob/main/docs/";

	private Guide() {}

	/**
	 * The address of a section of the guide.
	 *
	 * @param anchor as in the page's address after the number sign
	 */
	public static URI address(final String anchor) {
		return URI.create(BASE + "guide.md#" + anchor);
	}

	/**
	 * Opens a section of the guide in the browser.
	 *
	 * @param anchor as in the page's address after the number sign
	 * @return whether a browser could be asked to
	 */
	public static boolean open(final String anchor) {
		final URI address = address(anchor);
		try {
			if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE))
				Desktop.getDesktop().browse(address);
			else BrowserLauncher.openURL(address.toString());
			return true;
		}
		catch (final IOException exc) {
			return false;
		}
	}
}
