package sc.fiji.rewardanalysis.ui.dialog;

/** Tool tips that aren't a yard long. */
final class Tips {

	/** More characters take several lines. */
	private static final int LINE = 60;

	private Tips() {}

	/** As a tool tip; null for none. */
	static String of(final String text) {
		if (text == null || text.isEmpty()) return null;
		final StringBuilder html = new StringBuilder("<html>");
		int column = 0;
		for (final String word : text.split(" ")) {
			if (column + word.length() > LINE) {
				html.append("<br>");
				column = 0;
			}
			html.append(column == 0 ? "" : " ").append(escaped(word));
			column += word.length() + 1;
		}
		return html.append("</html>").toString();
	}

	private static String escaped(final String word) {
		return word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}
}
