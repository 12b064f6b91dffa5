package sc.fiji.rewardanalysis.core.detect;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * The scale-normalised negative Laplacian of Gaussian, −σ²(∂²/∂x² + ∂²/∂y²)G∗f,
 * by separable convolution in double precision.
 * <p>
 * Both second derivatives share their passes along y: one sweep over the rows
 * gives G∗f and G″∗f, a second one along x combines them. The image continues
 * beyond its border mirrored, the edge pixel repeated (scipy's {@code reflect}).
 * Summation runs from the kernel's ends to its centre, so that results equal
 * {@code scipy.ndimage.gaussian_laplace} to the last bits. Rows are shared among
 * the threads of {@link Parallelization}; each pixel is computed in the same order
 * whatever their number.
 */
final class LogFilter {

	private final double[] image;
	private final int width, height;

	/** @param image row by row, normalised, atoms bright */
	LogFilter(final double[] image, final int width, final int height) {
		this.image = image;
		this.width = width;
		this.height = height;
	}

	/**
	 * Fills {@code plane} with the response at scale σ (px).
	 *
	 * @throws java.util.concurrent.CancellationException if cancelled, within a few rows
	 */
	void apply(final double sigma, final double[] plane, final Progress progress) {
		final double[] g0 = GaussianKernel.gaussian(sigma);
		final double[] g2 = GaussianKernel.secondDerivative(sigma);
		forRows(height, (from, to) -> rows(from, to, g0, g2, -sigma * sigma, plane, progress));
		progress.checkCanceled();
	}

	private void rows(final int from, final int to, final double[] g0, final double[] g2,
		final double factor, final double[] plane, final Progress progress)
	{
		final int radius = g0.length - 1;
		final double[] smooth = new double[width + 2 * radius];
		final double[] curved = new double[width + 2 * radius];
		final double[] xx = new double[width], yy = new double[width];
		for (int y = from; y < to && !progress.isCanceled(); y++) {
			alongY(y, g0, g2, smooth, curved, radius);
			mirror(smooth, radius);
			mirror(curved, radius);
			alongX(curved, g0, yy);
			alongX(smooth, g2, xx);
			final int row = y * width;
			for (int x = 0; x < width; x++)
				plane[row + x] = (yy[x] + xx[x]) * factor;
		}
	}

	private void alongY(final int y, final double[] g0, final double[] g2, final double[] smooth,
		final double[] curved, final int offset)
	{
		final int centre = y * width;
		final double w0 = g0[0], w2 = g2[0];
		for (int x = 0; x < width; x++) {
			smooth[offset + x] = w0 * image[centre + x];
			curved[offset + x] = w2 * image[centre + x];
		}
		for (int k = g0.length - 1; k > 0; k--)
			addRows(reflect(y - k, height) * width, reflect(y + k, height) * width, g0[k], g2[k],
				smooth, curved, offset);
	}

	private void addRows(final int above, final int below, final double w0, final double w2,
		final double[] smooth, final double[] curved, final int offset)
	{
		for (int x = 0; x < width; x++) {
			final double pair = image[above + x] + image[below + x];
			smooth[offset + x] += w0 * pair;
			curved[offset + x] += w2 * pair;
		}
	}

	private void alongX(final double[] padded, final double[] g, final double[] out) {
		final int radius = g.length - 1;
		final double centre = g[0];
		for (int x = 0; x < width; x++)
			out[x] = centre * padded[radius + x];
		for (int k = radius; k > 0; k--) {
			final double w = g[k];
			final int left = radius - k, right = radius + k;
			for (int x = 0; x < width; x++)
				out[x] += w * (padded[left + x] + padded[right + x]);
		}
	}

	private void mirror(final double[] padded, final int radius) {
		for (int k = 1; k <= radius; k++) {
			padded[radius - k] = padded[radius + reflect(-k, width)];
			padded[radius + width - 1 + k] = padded[radius + reflect(width - 1 + k, width)];
		}
	}

	/** Index i of an endless image that is mirrored at its edges, edge repeated. */
	static int reflect(final int i, final int n) {
		final int m = Math.floorMod(i, 2 * n);
		return m < n ? m : 2 * n - 1 - m;
	}

	/** Shares rows 0 … height among the current threads, in bands. */
	static void forRows(final int height, final RowTask task) {
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final int bands = Math.min(height, Math.max(1, 4 * executor.getParallelism()));
		final List<Runnable> tasks = new ArrayList<>(bands);
		for (int i = 0; i < bands; i++) {
			final int from = (int) ((long) height * i / bands);
			final int to = (int) ((long) height * (i + 1) / bands);
			tasks.add(() -> task.run(from, to));
		}
		executor.runAll(tasks);
	}

	/** Work on rows {@code from} (inclusive) to {@code to} (exclusive). */
	@FunctionalInterface
	interface RowTask {

		void run(int from, int to);
	}
}
