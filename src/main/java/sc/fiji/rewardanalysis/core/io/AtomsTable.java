package sc.fiji.rewardanalysis.core.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.reward.AtomSet;

/**
 * Atoms as rows: {@code id, x_px, y_px, x_nm, y_nm, sigma_px, response,
 * neighbour_sum_nm, is_error, is_counted}. Pixel centres are integers, (0, 0) is
 * the top-left pixel of the image.
 */
public final class AtomsTable {

	private static final List<String> HEADER = List.of("id", "x_px", "y_px", "x_nm", "y_nm",
		"sigma_px", "response", "neighbour_sum_nm", "is_error", "is_counted");

	private AtomsTable() {}

	/**
	 * Atoms that were judged against a crystal.
	 *
	 * @param errors indices of the atoms that the spacing error blames
	 * @param x left edge of the analysed box in the image, px
	 * @param y its upper edge, px
	 */
	public static CsvTable of(final AtomSet set, final int[] errors, final int x, final int y) {
		final CsvTable table = new CsvTable(HEADER);
		final boolean[] isError = new boolean[set.atoms().size()];
		Arrays.stream(errors).forEach(i -> isError[i] = true);
		for (int i = 0; i < set.atoms().size(); i++) {
			final Blob atom = set.atoms().get(i);
			final List<Object> row = row(i, atom, x, y, set.physics().pixelSize());
			row.add(set.neighbourSum(i));
			row.add(isError[i]);
			row.add(set.physics().counted().contains(atom));
			table.add(row);
		}
		return table;
	}

	/**
	 * Atoms of which no crystal is known.
	 *
	 * @param pixelSize nm per px; NaN if unknown, which leaves the lengths empty
	 */
	public static CsvTable of(final List<Blob> atoms, final double pixelSize, final int x,
		final int y)
	{
		final CsvTable table = new CsvTable(HEADER);
		for (int i = 0; i < atoms.size(); i++) {
			final List<Object> row = row(i, atoms.get(i), x, y, pixelSize);
			row.addAll(Arrays.asList(null, null, null));
			table.add(row);
		}
		return table;
	}

	private static List<Object> row(final int i, final Blob atom, final int left, final int top,
		final double pixelSize)
	{
		final double x = left + atom.x(), y = top + atom.y();
		return new ArrayList<>(List.of(i + 1, x, y, x * pixelSize, y * pixelSize, atom.sigma(), atom
			.response()));
	}
}
