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

package sc.fiji.rewardanalysis.core.workflow.amorphous;

import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.clustering.ClusterModel;
import sc.fiji.rewardanalysis.core.clustering.GaussianMixture;
import sc.fiji.rewardanalysis.core.clustering.KMeans;
import sc.fiji.rewardanalysis.core.clustering.MixtureOptions;
import sc.fiji.rewardanalysis.core.clustering.Pca;
import sc.fiji.rewardanalysis.core.clustering.Points;
import sc.fiji.rewardanalysis.core.clustering.Samples;
import sc.fiji.rewardanalysis.core.feature.Features;
import sc.fiji.rewardanalysis.core.feature.GeometryFeature;
import sc.fiji.rewardanalysis.core.feature.NeighbourhoodGeometry;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;
import sc.fiji.rewardanalysis.core.feature.PatchWindow;
import sc.fiji.rewardanalysis.core.feature.Patches;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.region.Mask;
import sc.fiji.rewardanalysis.core.region.NearestAtoms;

/**
 * An image with its atoms, which is asked again and again: patches are cut and their principal
 * components made once for each window and normalisation (twice if both {@value
 * #USUAL_DIMENSIONS} components or fewer and more than that are asked for), neighbourhoods are
 * measured once, and so are the pixels of each atom. Thread-safe; the answers depend on the
 * questions alone.
 */
public final class AtomScene {

	/** Clusterings that are kept: a search comes back to those with another threshold. */
	private static final int CLUSTERINGS = 16;

	/** Windows and normalisations that are kept. */
	private static final int WINDOWS = 32;

	/** What each of these may take, as far as there are many atoms, bytes. */
	private static final long MEMORY = 256L << 20;

	/** However many atoms there are. */
	private static final int FEWEST_KEPT = 4;

	/**
	 * As many principal components are made as one asks for usually, or as one may ask for, so
	 * that an answer doesn't depend on what else is asked.
	 */
	private static final int USUAL_DIMENSIONS = 12;

	/** Starts of k-means. */
	private static final int STARTS = 5;

	private final RandomAccessibleInterval<? extends RealType<?>> image;
	private final Area area;
	private final List<Blob> atoms;
	private final double pixelSize;
	private final long seed;
	private final NeighbourhoodGeometry geometry;
	private final Points geometryFeatures;
	private final Disorder disorder;
	private final NearestAtoms nearest;
	private final Mask analysed;
	private final Kept<Window, PatchScores> scores;
	private final Kept<Clustering, Clusters> clusters;

	/** What patches depend on. */
	private record Window(double size, PatchNormalization normalization, int dimensions) {}

	/**
	 * @param image two-dimensional, of any brightness; (0, 0) is its first pixel
	 * @param area what is analysed
	 * @param atoms px; those outside the area don't count
	 * @param pixelSize nm
	 * @param lattice the crystal; null if it isn't known
	 * @param seed of the random starts of models
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException if there are too few atoms
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public AtomScene(final RandomAccessibleInterval<? extends RealType<?>> image, final Area area,
		final List<Blob> atoms, final double pixelSize, final Lattice lattice, final long seed,
		final Progress progress)
	{
		this.image = Checks.given("image", image);
		this.area = Checks.given("area", area);
		this.pixelSize = Checks.positive("pixel_size", pixelSize);
		this.seed = seed;
		this.atoms = Checks.given("atoms", atoms).stream().filter(area::contains).toList();
		scores = new Kept<>(kept(WINDOWS, Clustering.MOST_DIMENSIONS));
		clusters = new Kept<>(kept(CLUSTERINGS, Clustering.MOST_DIMENSIONS + GeometryFeature
			.values().length + Clustering.MOST_COMPONENTS));
		final int width = (int) image.dimension(0), height = (int) image.dimension(1);
		progress.update(0, "Measuring the surroundings of " + this.atoms.size() + " atoms");
		final List<NeighbourhoodGeometry> both = NeighbourhoodGeometry.of(this.atoms, area, lattice,
			pixelSize, new int[] { NeighbourhoodGeometry.AVERAGED, 0 }, progress);
		geometry = both.get(0);
		geometryFeatures = geometry.standardized();
		disorder = new Disorder(this.atoms, both.get(1), Area.image(width, height), lattice, pixelSize,
			progress);
		nearest = NearestAtoms.of(this.atoms, width, height, area, Double.POSITIVE_INFINITY, progress);
		analysed = Mask.of(area, width, height);
	}

	/** How many are kept that have so many numbers an atom. */
	private int kept(final int most, final int numbers) {
		return (int) Math.max(FEWEST_KEPT, Math.min(most, MEMORY / ((long) Double.BYTES * numbers * Math
			.max(1, atoms.size()))));
	}

	/** Those in the area, px. */
	public List<Blob> atoms() {
		return atoms;
	}

	/** What is analysed. */
	public Area area() {
		return area;
	}

	/** The pixels that are analysed. */
	public Mask analysed() {
		return analysed;
	}

	/** nm per px. */
	public double pixelSize() {
		return pixelSize;
	}

	/** Median distance of an atom to its nearest one, nm. */
	public double spacing() {
		return disorder.spacing();
	}

	/** How regular the surroundings of each atom are. */
	public NeighbourhoodGeometry geometry() {
		return geometry;
	}

	Disorder disorder() {
		return disorder;
	}

	NearestAtoms nearest() {
		return nearest;
	}

	/**
	 * Clusters the atoms.
	 *
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException if there are too few atoms
	 *           for the model, or the window is too large
	 */
	public Clusters clusters(final Clustering clustering, final Progress progress) {
		return clusters.get(clustering, () -> fit(clustering, progress));
	}

	private Clusters fit(final Clustering clustering, final Progress progress) {
		final int[] kept;
		final Points points;
		if (clustering.features().hasPixels()) {
			final PatchScores patches = scores(clustering, progress);
			final Points pixels = patches.first(clustering.dimensions());
			kept = patches.atoms();
			points = clustering.features() == FeatureSet.PIXELS ? pixels : Features.beside(pixels, Features
				.rows(geometryFeatures, kept));
		}
		else {
			kept = IntStream.range(0, atoms.size()).toArray();
			points = geometryFeatures;
		}
		final ClusterModel model = clustering.model() == ModelType.KMEANS ? KMeans.fit(points, clustering
			.components(), STARTS, seed, progress) : GaussianMixture.fit(points, MixtureOptions.of(clustering
				.components(), clustering.covariance(), seed), progress);
		return new Clusters(clustering, kept, points, model, model.memberships(points, progress));
	}

	private PatchScores scores(final Clustering clustering, final Progress progress) {
		final int dimensions = clustering.dimensions() <= USUAL_DIMENSIONS ? USUAL_DIMENSIONS
			: Clustering.MOST_DIMENSIONS;
		return scores.get(new Window(clustering.window(), clustering.normalization(), dimensions), () -> {
			final Patches patches = patches(clustering.window(), clustering.normalization(), progress);
			final Samples samples = patches.cached(progress);
			Features.checkDiffer(samples, progress);
			final int most = Math.min(dimensions, Math.min(samples.dimension(), samples.size() - 1));
			return new PatchScores(patches.indices(), Features.scaled(Pca.fit(samples, most, seed, progress)
				.project(samples, progress)));
		});
	}

	/**
	 * The image around each atom.
	 *
	 * @param window side, nm
	 */
	public Patches patches(final double window, final PatchNormalization normalization,
		final Progress progress)
	{
		return cut(image, window, normalization, progress);
	}

	@SuppressWarnings({ "rawtypes", "unchecked" })
	private Patches cut(final RandomAccessibleInterval pixels, final double window,
		final PatchNormalization normalization, final Progress progress)
	{
		return Patches.of(pixels, area, atoms, PatchWindow.of(window / pixelSize), normalization,
			progress);
	}
}
