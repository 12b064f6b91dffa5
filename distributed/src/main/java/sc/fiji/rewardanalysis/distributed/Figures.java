package sc.fiji.rewardanalysis.distributed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import sc.fiji.rewardanalysis.core.io.CsvTable;

/** What there is to tell of a result, from its files. */
final class Figures {

	private static final String PARETO = "pareto.csv", ATOMS = "atoms.csv", PICKED = "picked";

	private Figures() {}

	/** Numbers and texts by name, with as many digits as it takes. */
	static Map<String, String> of(final Path folder) {
		final Map<String, String> figures = new LinkedHashMap<>();
		if (Files.exists(folder.resolve(ATOMS))) figures.put("atoms", Integer.toString(CsvTable.read(
			folder.resolve(ATOMS)).size()));
		if (!Files.exists(folder.resolve(PARETO))) return figures;
		final CsvTable front = CsvTable.read(folder.resolve(PARETO));
		for (int row = 0; row < front.size(); row++)
			for (final String name : front.header())
				if (front.get(row, PICKED).equals("1") && !name.equals(PICKED)) figures.put(name, front.get(row,
					name));
		return figures;
	}
}
