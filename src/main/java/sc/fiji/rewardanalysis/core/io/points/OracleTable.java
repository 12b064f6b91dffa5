/*-
 * #%L
 * Reward Analysis
 * %%
 * Copyright (C) 2026 Reward Analysis developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package sc.fiji.rewardanalysis.core.io.points;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.compare.OraclePoint;

/**
 * Says which columns of a table are points, and in what unit. Known are our own tables, the
 * truth of simulations, ImageJ's Results, TrackMate's spots, scikit-image's properties of
 * regions and whatever calls its columns x and y with a unit, as in {@code x_nm} or
 * {@code X (µm)}. What could mean several things is refused.
 */
public final class OracleTable {

	/** Headings of x and y without their units, in order of preference. */
	private static final List<String[]> PAIRS = List.of(new String[] { "x", "y" }, new String[] {
		"position_x", "position_y" }, new String[] { "x_position", "y_position" }, new String[] { "pos_x",
			"pos_y" }, new String[] { "x_pos", "y_pos" }, new String[] { "col", "row" }, new String[] {
				"column", "row" }, new String[] { "centroid-1", "centroid-0" }, new String[] {
					"centroid_weighted-1", "centroid_weighted-0" }, new String[] { "weighted_centroid-1",
						"weighted_centroid-0" }, new String[] { "centroid_x", "centroid_y" }, new String[] {
							"xm", "ym" });

	/** Those that are always px. */
	private static final Set<String> IN_PIXELS = Set.of("col", "column", "centroid-1",
		"centroid_weighted-1", "weighted_centroid-1");

	private static final List<String> KINDS = List.of("class", "species", "element", "type", "kind",
		"sublattice");

	private static final String TRACKMATE = "position_x", AREA = "Area";

	private static final Pattern BRACKETS = Pattern.compile("(.*?)[\\s_]*[(\\[](.*)[)\\]]"), SUFFIX =
		Pattern.compile("(.*?)[\\s_]+([^\\s_]+)");

	/** A longer heading has no unit: in long rows of blanks these patterns would look for ever. */
	private static final int LONGEST_HEADING = 200;

	/** A heading without its unit, and that. */
	private record Heading(String base, Optional<PointUnit> unit) {

		static Heading of(final String text) {
			final String plain = text.strip().toLowerCase(Locale.ROOT);
			if (plain.length() <= LONGEST_HEADING) for (final Pattern pattern : List.of(BRACKETS, SUFFIX)) {
				final Matcher matcher = pattern.matcher(plain);
				if (!matcher.matches()) continue;
				final Optional<PointUnit> unit = PointUnit.parse(matcher.group(2));
				if (unit.isPresent()) return new Heading(matcher.group(1).strip(), unit);
			}
			return new Heading(plain, Optional.empty());
		}
	}

	/**
	 * The columns of x and y.
	 *
	 * @param base what x is called
	 */
	private record Columns(int x, int y, String base, Optional<PointUnit> unit) {}

	private final PointTable table;
	private final OracleColumns wanted;
	private final OracleFrame frame;
	private final List<String> notes = new ArrayList<>();

	private OracleTable(final PointTable table, final OracleColumns wanted, final OracleFrame frame) {
		this.table = table;
		this.wanted = wanted;
		this.frame = frame;
	}

	/**
	 * Reads the points of a table.
	 *
	 * @param wanted what the user says of it
	 * @param frame the image that it is of
	 * @throws RewardAnalysisException if columns or unit aren't clear, a place is missing, or it
	 *           has points of several images and there is only one
	 */
	public static ReadPoints points(final PointTable table, final OracleColumns wanted,
		final OracleFrame frame)
	{
		return new OracleTable(table, wanted, frame).points();
	}

	private ReadPoints points() {
		final Columns columns = wanted.x().isEmpty() ? recognised() : named();
		final int skipped = columns.base.equals(TRACKMATE) ? headings(columns.x) : 0;
		final PointTable data = table.from(skipped);
		final Optional<PointUnit> unit = wanted.unit().or(() -> columns.unit).or(() -> skipped == 0
			? Optional.empty() : inBrackets(table.rows().get(skipped - 1).get(columns.x)));
		if (unit.isEmpty() && isAmbiguous(columns)) throw new RewardAnalysisException(
			"Columns %s and %s of %s don't say their unit, and \"%s\" is calibrated: ImageJ and TrackMate write px or the image's unit there. Choose oracle_unit.",
			table.header().get(columns.x), table.header().get(columns.y), table.origin(), frame.title());
		final boolean corner = hasAreas(data, columns);
		if (corner) notes.add("Places are those of areas, which ImageJ counts from the pixel's corner: half a pixel was taken off.");
		final double scale = unit.orElse(PointUnit.PIXEL).px(frame, table.origin());
		final int kind = kind();
		final List<OraclePoint> points = new ArrayList<>();
		for (final int row : rows(data))
			points.add(new OraclePoint(scale * data.number(row, columns.x), scale * data.number(row,
				columns.y), kind < 0 ? "" : data.rows().get(row).get(kind)));
		final String x = table.header().get(columns.x), y = table.header().get(columns.y);
		notes.add(0, String.format(Locale.ROOT, "Columns %s and %s, in %s%s.", x, y, unit.orElse(
			PointUnit.PIXEL).label(), kind < 0 ? "" : "; classes are " + table.header().get(kind)));
		if (table.hadCommas()) notes.add(1, "Its numbers have decimal commas.");
		return new ReadPoints(points, corner, unit.isPresent() || IN_PIXELS.contains(columns.base), notes)
			.checked(frame, table.origin());
	}

	private Columns named() {
		final int x = column("oracle_x", wanted.x()), y = column("oracle_y", wanted.y());
		final Heading heading = Heading.of(table.header().get(x));
		return new Columns(x, y, heading.base, heading.unit);
	}

	private int column(final String input, final String heading) {
		int column = table.column(heading);
		if (column < 0 && heading.matches("\\d{1,3}")) column = Integer.parseInt(heading) - 1;
		if (column < 0 || column >= table.header().size()) throw new RewardAnalysisException(
			"%s is \"%s\"; the columns of %s are %s.", input, heading, table.origin(), String.join(", ", table
				.header()));
		return column;
	}

	/** Those in px first, then lengths, then those that don't say. */
	private Columns recognised() {
		if (!table.hasHeader()) throw new RewardAnalysisException(
			"%s has no headings; say which of its %d columns are which, oracle_x=1 and oracle_y=2 for instance (rows before columns, as AtomAI and numpy have them: oracle_x=2 and oracle_y=1).",
			table.origin(), table.header().size());
		final Map<Heading, Integer> headings = new HashMap<>();
		for (int i = 0; i < table.header().size(); i++)
			headings.putIfAbsent(Heading.of(table.header().get(i)), i);
		final List<Optional<PointUnit>> units = new ArrayList<>(List.of(Optional.of(PointUnit.PIXEL)));
		headings.keySet().stream().map(Heading::unit).filter(u -> u.filter(v -> v.length() != null)
			.isPresent()).distinct().sorted((a, b) -> a.get().length().compareTo(b.get().length())).forEach(
				units::add);
		units.add(Optional.empty());
		for (final Optional<PointUnit> unit : units)
			for (final String[] pair : PAIRS) {
				final Integer x = headings.get(new Heading(pair[0], unit)), y = headings.get(new Heading(
					pair[1], unit));
				if (x != null && y != null) return new Columns(x, y, pair[0], unit.isEmpty() && IN_PIXELS
					.contains(pair[0]) ? Optional.of(PointUnit.PIXEL) : unit);
			}
		throw new RewardAnalysisException(
			"%s has no columns that are known to be x and y; its columns are %s. Name them with oracle_x and oracle_y.",
			table.origin(), String.join(", ", table.header()));
	}

	/** How many rows of TrackMate's say what the columns are. */
	private int headings(final int x) {
		int rows = 0;
		while (rows < table.rows().size() && !PointTable.isNumber(table.rows().get(rows).get(x)))
			rows++;
		if (rows == table.rows().size()) throw new RewardAnalysisException(
			"%s has headings but no points; give one that has some.", table.origin());
		return rows;
	}

	private Optional<PointUnit> inBrackets(final String text) {
		if (!text.startsWith("(")) return Optional.empty();
		final Optional<PointUnit> unit = PointUnit.parse(text.replaceAll("[()]", ""));
		if (unit.isEmpty()) throw new RewardAnalysisException(
			"The places in %s are in %s, which is no unit of length that is known; choose oracle_unit.", table
				.origin(), text);
		return unit;
	}

	/**
	 * Programs write x for px and X for whatever the image is calibrated in; without a
	 * calibration that is px, too.
	 */
	private boolean isAmbiguous(final Columns columns) {
		final String x = table.header().get(columns.x);
		return frame.pixelSize() > 0 && !x.equals("x") && wanted.x().isEmpty();
	}

	/** Whether places are centres of areas, which ImageJ measures; points have none. */
	private boolean hasAreas(final PointTable data, final Columns columns) {
		final int area = table.header().indexOf(AREA);
		return area >= 0 && Set.of("x", "xm").contains(columns.base) && !data.rows().isEmpty() && data
			.number(0, area) > 0;
	}

	private int kind() {
		if (!wanted.kind().isEmpty()) return column("oracle_class", wanted.kind());
		return KINDS.stream().mapToInt(table::column).filter(i -> i >= 0).findFirst().orElse(-1);
	}

	/** The rows of the slice. */
	private int[] rows(final PointTable data) {
		final int frames = table.column("FRAME"), slices = table.column("slice");
		final int column = slices >= 0 ? slices : frames;
		final int[] all = IntStream.range(0, data.rows().size()).toArray();
		if (column < 0) return all;
		// TrackMate counts from 0.
		final int first = slices < 0 && table.header().get(frames).equals("FRAME") ? 0 : 1;
		final Set<Double> known = new HashSet<>();
		for (final int row : all)
			known.add(data.number(row, column));
		if (frame.slices() > 1) return IntStream.of(all).filter(row -> data.number(row, column) - first +
			1 == frame.slice()).toArray();
		if (known.size() > 1) throw new RewardAnalysisException(
			"%s has points of %d slices or frames, but \"%s\" is a single image; give a table of one.", table
				.origin(), known.size(), frame.title());
		return all;
	}
}
