package sc.fiji.rewardanalysis.core.optimize;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * By how much a new point is expected to grow the hypervolume of a front of two
 * objectives, exactly, for independent normal beliefs about their latents.
 * <p>
 * The region that the front leaves undominated is cut into strips along the first
 * objective. With I the integral of {@link Link#improvement}, the points sorted by
 * the first objective, x₀ = −∞ and y₀ = the reference,
 * <p>
 * EHVI = Σ [I₁(xᵢ₊₁) − I₁(xᵢ)] · I₂(yᵢ).
 * <p>
 * Every term is a product of numbers that are not negative and precise in their
 * tails, so the sum is too and its logarithm, which is what an engine climbs (Ament
 * et al. 2023, arXiv:2310.20708), is good down to the smallest double. O(n) each.
 * After Emmerich, Yang, Deutz, Wang &amp; Fonseca 2016 (doi:10.1007/978-3-319-29975-4_8)
 * and Yang, Emmerich, Deutz &amp; Bäck 2019 (J. Glob. Optim. 75:3,
 * doi:10.1007/s10898-019-00798-7). Immutable.
 */
public final class ExpectedHypervolumeImprovement {

	/** Of the sum; what is smaller cannot change its last digit. */
	private static final double NEGLIGIBLE = 1e-17;

	/** Strip i spans the first objective from edge i − 1 to edge i, the second up to top i. */
	private final double[] edges, tops;
	private final Link first, second;

	/**
	 * @param front points in the objectives' own units; those dominated or beyond the
	 *          reference do no harm
	 * @param reference the two bounds
	 * @param first link of the first objective
	 * @param second link of the second objective
	 */
	public ExpectedHypervolumeImprovement(final double[][] front, final double[] reference,
		final Link first, final Link second)
	{
		this.first = Checks.given("The link of the first objective", first);
		this.second = Checks.given("The link of the second objective", second);
		if (reference.length != 2) throw new RewardAnalysisException(
			"The expected hypervolume improvement needs 2 objectives, not %d.", reference.length);
		final double[][] inside = Arrays.stream(front).filter(
			p -> p[0] < reference[0] && p[1] < reference[1]).toArray(double[][]::new);
		final boolean[] keep = ParetoFront.nonDominated(inside);
		final double[][] steps = IntStream.range(0, inside.length)
			.filter(i -> keep[i]).mapToObj(i -> inside[i]).sorted(Comparator.comparingDouble(p -> p[0]))
			.toArray(double[][]::new);
		edges = new double[steps.length + 1];
		tops = new double[steps.length + 1];
		tops[0] = reference[1];
		for (int i = 0; i < steps.length; i++) {
			edges[i] = steps[i][0];
			tops[i + 1] = steps[i][1];
		}
		edges[steps.length] = reference[0];
	}

	/**
	 * An improvement and its derivatives with respect to the belief.
	 *
	 * @param value product of the objectives' units
	 */
	public record Gain(double value, double byFirstMean, double byFirstSd, double bySecondMean,
		double bySecondSd)
	{}

	/**
	 * The improvement expected where the latents are believed to be N(mean, sd²).
	 * Standard deviations are above 0.
	 */
	public double value(final double firstMean, final double firstSd, final double secondMean,
		final double secondSd)
	{
		double sum = 0, before = 0;
		final double last = first.integral(edges[edges.length - 1], firstMean, firstSd);
		for (int i = 0; i < edges.length; i++) {
			final double edge = first.integral(edges[i], firstMean, firstSd);
			if (edge <= before) continue;
			final double top = second.integral(tops[i], secondMean, secondSd);
			sum += (edge - before) * top;
			before = edge;
			// Tops only fall: all that is left fits under this one.
			if ((last - before) * top < NEGLIGIBLE * sum) break;
		}
		return sum;
	}

	/** {@link #value} with its derivatives. */
	public Gain gain(final double firstMean, final double firstSd, final double secondMean,
		final double secondSd)
	{
		double sum = 0, m1 = 0, s1 = 0, m2 = 0, s2 = 0;
		final double last = first.integral(edges[edges.length - 1], firstMean, firstSd);
		Link.Improvement before = Link.Improvement.NONE;
		for (int i = 0; i < edges.length; i++) {
			final Link.Improvement edge = first.improvement(edges[i], firstMean, firstSd);
			final double width = edge.value() - before.value();
			if (width > 0) {
				final Link.Improvement top = second.improvement(tops[i], secondMean, secondSd);
				sum += width * top.value();
				m1 += (edge.byMean() - before.byMean()) * top.value();
				s1 += (edge.bySd() - before.bySd()) * top.value();
				m2 += width * top.byMean();
				s2 += width * top.bySd();
				before = edge;
				if ((last - edge.value()) * top.value() < NEGLIGIBLE * sum) break;
			}
		}
		return new Gain(sum, m1, s1, m2, s2);
	}
}
