package sc.fiji.rewardanalysis.core.io;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

import java.nio.file.Path;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.simulate.DomainParameters;
import sc.fiji.rewardanalysis.core.simulate.DomainWalls;

/** What an image of two phases was made from, as JSON: repeats the simulation. */
public final class DomainFile {

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping()
		.create();

	private DomainFile() {}

	/** Writes all parameters. */
	public static void write(final Path file, final DomainParameters p) {
		Checks.given("parameters of domains", p);
		final JsonObject json = new JsonObject();
		json.add("first", LatticeFile.json(p.first()));
		json.add("second", LatticeFile.json(p.second()));
		json.addProperty("width_px", p.width());
		json.addProperty("height_px", p.height());
		json.addProperty("pixel_size_nm", p.pixelSize());
		json.addProperty("walls", p.walls().name().toLowerCase(Locale.ROOT));
		json.addProperty("grains", p.grains());
		json.addProperty("rotation_deg", p.rotation());
		json.addProperty("spread_deg", p.spread());
		json.addProperty("sigma_nm", p.sigma());
		json.addProperty("displacement_nm", p.displacement());
		json.addProperty("noise", p.noise());
		json.addProperty("seed", p.seed());
		AtomicFile.write(file, GSON.toJson(json) + "\n");
	}

	/**
	 * Reads what {@link #write} wrote.
	 *
	 * @throws RewardAnalysisException if something is missing or wrong
	 */
	public static DomainParameters read(final Path file) {
		final JsonFields f = JsonFields.read(file);
		final String walls = f.string("walls");
		for (final DomainWalls w : DomainWalls.values())
			if (w.name().toLowerCase(Locale.ROOT).equals(walls)) return new DomainParameters(LatticeFile
				.lattice(f.object("first")), LatticeFile.lattice(f.object("second")), f.integer("width_px"), f
					.integer("height_px"), f.number("pixel_size_nm"), w, f.integer("grains"), f.number(
						"rotation_deg"), f.number("spread_deg"), f.number("sigma_nm"), f.number(
							"displacement_nm"), f.number("noise"), f.longInteger("seed"));
		throw new RewardAnalysisException("%s has walls \"%s\"; write straight or curved.", file, walls);
	}
}
