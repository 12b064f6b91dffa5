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

package sc.fiji.rewardanalysis.core.io;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.clustering.ClusterModel;
import sc.fiji.rewardanalysis.core.feature.GeometryFeature;
import sc.fiji.rewardanalysis.core.feature.NeighbourhoodGeometry;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.region.Connectivity;
import sc.fiji.rewardanalysis.core.region.Labels;
import sc.fiji.rewardanalysis.core.region.Region;
import sc.fiji.rewardanalysis.core.region.RegionMeasures;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRegions;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRegions.AmorphousRegion;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AtomScene;
import sc.fiji.rewardanalysis.core.workflow.amorphous.Clustering;
import sc.fiji.rewardanalysis.core.workflow.amorphous.MaskRule;
import sc.fiji.rewardanalysis.core.workflow.amorphous.ModelType;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionFinder;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionRule;

/**
 * Amorphous regions as tables and sentences, however they were found. Positions are those of
 * the whole image: pixel centres are integers, (0, 0) is its top-left pixel.
 */
public final class RegionReport {

	private static final List<String> REGIONS = List.of("id", "area_px2", "area_nm2", "perimeter_px",
		"perimeter_nm", "skimage_perimeter_px", "skimage_crofton_px", "compactness", "x_px", "y_px", "x_nm",
		"y_nm", "left_px", "top_px", "width_px", "height_px", "holes", "touches_border", "atoms", "contrast",
		"mean_probability");

	private static final List<String> ATOMS = List.of("id", "x_px", "y_px", "x_nm", "y_nm", "sigma_px",
		"response", "class", "component", "probability_amorphous", "region");

	private final RegionFinder finder;
	private final AtomScene scene;
	private final AmorphousRegions found;
	private final int[] labels;
	private final int x, y;

	/**
	 * @param finder what found them
	 * @param x left edge of the analysed box in the image, px
	 * @param y its upper edge, px
	 */
	public RegionReport(final RegionFinder finder, final AmorphousRegions found, final int x,
		final int y)
	{
		this.finder = Checks.given("finder", finder);
		this.found = Checks.given("regions", found);
		this.x = x;
		this.y = y;
		scene = finder.scene();
		labels = found.labels();
	}

	/** What it tells of. */
	public AmorphousRegions found() {
		return found;
	}

	/** What found them. */
	public RegionFinder finder() {
		return finder;
	}

	/**
	 * A row a region, largest first. Perimeter and compactness leave out what runs along the
	 * border of the analysed area, and are Crofton's; those called after scikit-image count
	 * it, as {@code regionprops} does.
	 */
	public CsvTable regions() {
		final CsvTable table = new CsvTable(REGIONS);
		final double nm = scene.pixelSize();
		final List<Region> bordered = bordered();
		for (int i = 0; i < bordered.size(); i++) {
			final AmorphousRegion entry = found.regions().get(i);
			final Region r = entry.region(), b = bordered.get(i);
			table.add(List.of(i + 1, r.area(), r.area() * nm * nm, r.crofton(), r.crofton() * nm, b
				.perimeter(), b.crofton(), r.compactness(), x + r.x(), y + r.y(), (x + r.x()) * nm, (y + r
					.y()) * nm, x + r.left(), y + r.top(), r.width(), r.height(), r.holes(), r.touchesBorder(),
				entry.atoms(), entry.contrast(), entry.meanProbability()));
		}
		return table;
	}

	/** The same regions, measured with the border. */
	private List<Region> bordered() {
		final List<Region> all = Region.of(Labels.of(found.mask(), Connectivity.EIGHT), scene.analysed(),
			true);
		return all.stream().sorted(Comparator.comparingLong((Region r) -> -r.area()).thenComparingInt(
			Region::label)).toList();
	}

	/**
	 * A row an atom: {@code class} is amorphous in a region and else crystalline; {@code
	 * component} is that of the model, from 1, empty if the atom lies too close to the border
	 * for features; {@code region} is the one it lies in, empty for none. Then how regular its
	 * neighbours are, each a mean over the atom and its nearest ones; what needs a crystal is
	 * empty where none was found.
	 */
	public CsvTable atoms() {
		final List<String> header = new ArrayList<>(ATOMS);
		for (final GeometryFeature f : GeometryFeature.values())
			header.add(f.unit().isEmpty() ? f.key() : f.key() + "_" + f.unit());
		final CsvTable table = new CsvTable(header);
		final Integer[] components = new Integer[scene.atoms().size()];
		final int[] kept = found.clusters().atoms();
		for (int i = 0; i < kept.length; i++)
			components[kept[i]] = found.clusters().memberships().label(i) + 1;
		final double nm = scene.pixelSize();
		for (int i = 0; i < components.length; i++) {
			final Blob atom = scene.atoms().get(i);
			final int region = region(i);
			final List<Object> row = new ArrayList<>(Arrays.asList(i + 1, x + atom.x(), y + atom.y(), (x +
				atom.x()) * nm, (y + atom.y()) * nm, atom.sigma(), atom.response(), found.amorphous()[i]
					? "amorphous" : "crystalline", components[i], found.probability()[i], region == 0 ? null
						: region));
			for (final GeometryFeature f : GeometryFeature.values())
				row.add(geometry(f, i));
			table.add(row);
		}
		return table;
	}

	private int region(final int atom) {
		if (!found.amorphous()[atom]) return 0;
		final Blob at = scene.atoms().get(atom);
		final int width = found.mask().width();
		return labels[within(at.y(), found.mask().height()) * width + within(at.x(), width)];
	}

	private static int within(final double place, final int size) {
		return (int) Math.max(0, Math.min(size - 1, Math.rint(place)));
	}

	private double geometry(final GeometryFeature feature, final int atom) {
		final NeighbourhoodGeometry geometry = scene.geometry();
		final boolean needsCrystal = feature == GeometryFeature.DISPLACEMENT ||
			feature == GeometryFeature.MISSING_PARTNERS;
		return needsCrystal && geometry.grains().isEmpty() ? Double.NaN : geometry.value(feature, atom);
	}

	/** What was found, or why nothing, in a sentence with the numbers that decided. */
	public String verdict() {
		final RegionMeasures m = found.measures();
		if (!found.regions().isEmpty()) return format("%s, %.1f %% of the analysed area (%.4g nm²)%s.", Words
			.count(found.regions().size(), "amorphous region"), 100 * m.areaFraction(), found.mask().area() *
				scene.pixelSize() * scene.pixelSize(), found.isFeasible() ? ""
					: "; so much is no region in a crystal");
		if (found.dropped().isEmpty()) return format(
			"No amorphous region: nothing is amorphous with a probability above the threshold of %s%s.",
			plain(found.rule().threshold()), found.rule().smoothing() > 0 ? ", after smoothing" : "");
		final RegionRule rule = found.rule();
		final int most = found.dropped().stream().mapToInt(AmorphousRegion::atoms).max().orElse(0);
		final String candidates = "No amorphous region: " + Words.count(found.dropped().size(),
			"candidate") + ", ";
		if (most < rule.fewestAtoms()) return candidates + format(
			"the largest of %s; a region has at least %d (fewest_atoms).", Words.count(most, "atom"), rule
				.fewestAtoms());
		if (most == scene.atoms().size()) return candidates +
			"one of which holds all atoms, so there is no crystal beside it to compare it with; raise the threshold, or try other features or more components.";
		final String its = found.dropped().size() == 1 ? "its" : "their";
		final double contrast = found.dropped().stream().filter(r -> r.atoms() >= rule.fewestAtoms())
			.mapToDouble(AmorphousRegion::contrast).max().orElse(0);
		if (contrast < rule.leastContrast()) return candidates + format(
			"but the surroundings of %s atoms are at most %.2f times as disordered as the rest; a region's are at least %s times (least_contrast).",
			its, contrast, plain(rule.leastContrast()));
		return candidates + format(
			"but the surroundings of %s atoms, up to %.2f times as disordered as the rest, are so by less than %s of the distance of atoms, as in a crystal; least_contrast=0 keeps any.",
			its, contrast, plain(RegionRule.LINDEMANN));
	}

	/** What was found and how, line by line. */
	public List<String> lines() {
		final List<String> lines = new ArrayList<>();
		lines.add("Regions:    " + verdict() + left());
		if (!found.regions().isEmpty()) lines.add("Measures:   " + measures());
		lines.add(format("Atoms:      %d, of which %d lie in regions; %d too close to the border for features.",
			scene.atoms().size(), found.amorphousAtoms(), scene.atoms().size() - found.clusters()
				.atoms().length));
		lines.add("Features:   " + features());
		lines.add("Classes:    " + classes());
		lines.add("Mask:       " + mask());
		return lines;
	}

	String measures() {
		final RegionMeasures m = found.measures();
		return format(
			"outlines %.4f of the length of the image's border; compactness 4πA/P² %.4f, the paper's A/P² %.4f; separation %.4f, contrast %.2f.",
			m.perimeter(), m.roundness(), m.paperCompactness(), found.separation(), found.contrast());
	}

	private String left() {
		return found.regions().isEmpty() || found.dropped().isEmpty() ? "" : format(
			" %d more had fewer than %d atoms or less than %s times the crystal's disorder.", found.dropped()
				.size(), found.rule().fewestAtoms(), plain(found.rule().leastContrast()));
	}

	String features() {
		final Clustering c = found.clusters().clustering();
		final String pixels = format("the image around each atom, %s nm wide, normalization %s, %s",
			plain(c.window()), word(c.normalization()), Words.count(found.clusters().principalComponents(),
				"principal component"));
		return switch (c.features()) {
			case PIXELS -> pixels + ".";
			case GEOMETRY -> "how regular the neighbours of each atom are.";
			case BOTH -> pixels + "; and how regular its neighbours are.";
		};
	}

	String classes() {
		final Clustering c = found.clusters().clustering();
		final ClusterModel model = found.clusters().model();
		final String shares = String.join(", ", IntStream.range(0, model.components()).mapToObj(
			i -> format("%.1f %%", 100 * model.weights()[i])).toList());
		return (c.model() == ModelType.KMEANS ? "k-means" : "Gaussian mixture, covariance " + word(c
			.covariance())) + format(", %d components%s with %s of the atoms; number %d %s: %s.", model
				.components(), model.components() < c.components() ? " of " + c.components() : "", shares, found
					.component() + 1, found.regions().isEmpty() ? "would be amorphous" : "is amorphous",
				switch (finder.which()) {
						case DISORDER -> "its atoms are the most disordered";
						case SPREAD -> "its features scatter the most";
						case RAREST -> "it has the fewest atoms";
					});
	}

	String mask() {
		final RegionRule rule = found.rule();
		return (rule.mask() == MaskRule.NEAREST ? "pixels nearest to atoms" : "boxes around atoms") + format(
			" that are amorphous with a probability above %s%s, dilated by %s nm; regions of at least %s%s.",
			plain(rule.threshold()), rule.mask() == MaskRule.NEAREST ? " (smoothed by " + plain(rule
				.smoothing()) + " nm)" : "", plain(rule.dilation()), Words.count(rule.fewestAtoms(), "atom"),
			rule.leastContrast() == 0 ? "" : format(
				" and %s times the crystal's disorder, by %s of the distance of atoms or more", plain(rule
					.leastContrast()), plain(RegionRule.LINDEMANN)));
	}

	static String word(final Enum<?> value) {
		return value == null ? "none" : value.name().toLowerCase(Locale.ROOT);
	}

	/** To four digits, without zeros at the end. */
	static String plain(final double value) {
		return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
	}

	private static String format(final String format, final Object... values) {
		return String.format(Locale.ROOT, format, values);
	}
}
