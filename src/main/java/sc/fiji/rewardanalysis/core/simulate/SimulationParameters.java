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

package sc.fiji.rewardanalysis.core.simulate;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.Lattice;

/**
 * Everything a simulated image depends on. Made with {@link #builder}; the
 * builder's defaults are a clean, noise-free image as a good microscope takes it.
 *
 * @param lattice the crystal
 * @param width image width, px
 * @param height image height, px
 * @param pixelSize size of a pixel, nm
 * @param rotation of the lattice, degrees, from +x towards +y (clockwise on the screen)
 * @param sigmaMin smallest standard deviation of a column's peak, nm; each species draws
 *          its own from [sigmaMin, sigmaMax]
 * @param sigmaMax largest standard deviation, nm
 * @param exponent p of the peak height Z<sup>p</sup>, relative to the heaviest species
 * @param amplitudeSpread relative standard deviation of the heights among columns of a
 *          species
 * @param vacancies share of columns that are missing, 0 to 1
 * @param substitution atoms of one species replaced by another element
 * @param thermalDisplacement standard deviation of each column's static displacement
 *          along x and along y, nm
 * @param background level below the peaks, in units of the heaviest column's peak
 * @param thicknessGradient relative change of brightness from the middle to the edge, in
 *          a random direction, 0 to 0.6
 * @param defocusGradient standard deviation of the blur at the right edge, nm, which grows
 *          evenly from none at the left edge: a specimen that is tilted against the focal
 *          plane. A column keeps its integrated intensity
 * @param driftX drift to the right from the first scan line to the last, nm
 * @param driftY drift downwards, nm
 * @param rowJitter standard deviation of the horizontal offset of each scan line, nm
 * @param amorphousFraction share of the image that is amorphous, 0 to 1; a particle in a
 *          zone takes its own area away
 * @param amorphousShape what the zones look like
 * @param amorphousCorrelation how far random amorphous zones reach, nm: length at which
 *          their shape decorrelates; other shapes don't depend on it
 * @param amorphousDisplacement standard deviation of the displacement in the zones, nm
 * @param nanoparticleRadius radius of one embedded particle of another lattice, nm; 0 for
 *          none
 * @param dose electrons per pixel at brightness 1 (Poisson noise); 0 for none
 * @param noise standard deviation of the Gaussian noise on the image of range 0 to 1
 * @param noiseGradient relative change of {@code noise} from the middle to the right edge, −1
 *          to 1; the same with the other sign to the left
 * @param seed of all random numbers; the same seed gives the same bytes
 */
public record SimulationParameters(Lattice lattice, int width, int height, double pixelSize,
	double rotation, double sigmaMin, double sigmaMax, double exponent, double amplitudeSpread,
	double vacancies, Substitution substitution, double thermalDisplacement, double background,
	double thicknessGradient, double defocusGradient, double driftX, double driftY, double rowJitter,
	double amorphousFraction, AmorphousShape amorphousShape, double amorphousCorrelation,
	double amorphousDisplacement, double nanoparticleRadius, double dose, double noise,
	double noiseGradient, long seed)
{

	/** Largest image, px: an array's length is an int. */
	private static final long MOST_PIXELS = 1L << 30;

	public SimulationParameters {
		Checks.given("lattice", lattice);
		Checks.atLeast("width", width, 8);
		Checks.atLeast("height", height, 8);
		Checks.within("pixel_size (nm)", pixelSize, 1e-4, 1);
		Checks.finite("rotation", rotation);
		Checks.positive("column_sigma_min (nm)", sigmaMin);
		Checks.within("column_sigma_max (nm)", sigmaMax, sigmaMin, 1);
		Checks.within("exponent", exponent, 0, 4);
		Checks.within("amplitude spread", amplitudeSpread, 0, 1);
		Checks.within("share of vacancies", vacancies, 0, 1);
		Checks.given("substitution", substitution);
		Checks.within("displacement (nm)", thermalDisplacement, 0, 1);
		Checks.atLeast("background", background, 0);
		Checks.within("thickness_gradient", thicknessGradient, 0, 0.6);
		Checks.within("defocus_gradient (nm)", defocusGradient, 0, 1);
		Checks.finite("drift_x (nm)", driftX);
		Checks.finite("drift_y (nm)", driftY);
		Checks.within("row_jitter (nm)", rowJitter, 0, 1);
		Checks.within("amorphous_fraction", amorphousFraction, 0, 1);
		Checks.given("amorphous_shape", amorphousShape);
		Checks.within("amorphous correlation (nm)", amorphousCorrelation, 0.05, 1e5);
		Checks.within("amorphous displacement (nm)", amorphousDisplacement, 0, 1);
		Checks.atLeast("nanoparticle_radius (nm)", nanoparticleRadius, 0);
		Checks.atLeast("dose (e/px)", dose, 0);
		Checks.atLeast("noise", noise, 0);
		Checks.within("noise_gradient", noiseGradient, -1, 1);
		if ((long) width * height > MOST_PIXELS) throw new RewardAnalysisException(
			"%d x %d px is too large an image to simulate; keep it below 32768 x 32768.", width,
			height);
		final double frame = Math.min(width, height) * pixelSize;
		if (Math.hypot(driftX, driftY) > frame) throw new RewardAnalysisException(
			"The drift of %s nm exceeds the frame of %s nm; make it smaller.", Double.toString(Math
				.hypot(driftX, driftY)), Double.toString(frame));
		if (nanoparticleRadius > frame) throw new RewardAnalysisException(
			"The nanoparticle's radius of %s nm exceeds the frame of %s nm; make it smaller.", Double
				.toString(nanoparticleRadius), Double.toString(frame));
	}

	/** Starts from the defaults. */
	public static Builder builder(final Lattice lattice) {
		return new Builder(lattice);
	}

	/** Starts from these parameters. */
	public Builder toBuilder() {
		final Builder builder = new Builder(lattice);
		builder.width = width;
		builder.height = height;
		builder.pixelSize = pixelSize;
		builder.rotation = rotation;
		builder.sigmaMin = sigmaMin;
		builder.sigmaMax = sigmaMax;
		builder.exponent = exponent;
		builder.amplitudeSpread = amplitudeSpread;
		builder.vacancies = vacancies;
		builder.substitution = substitution;
		builder.thermalDisplacement = thermalDisplacement;
		builder.background = background;
		builder.thicknessGradient = thicknessGradient;
		builder.defocusGradient = defocusGradient;
		builder.driftX = driftX;
		builder.driftY = driftY;
		builder.rowJitter = rowJitter;
		builder.amorphousFraction = amorphousFraction;
		builder.amorphousShape = amorphousShape;
		builder.amorphousCorrelation = amorphousCorrelation;
		builder.amorphousDisplacement = amorphousDisplacement;
		builder.nanoparticleRadius = nanoparticleRadius;
		builder.dose = dose;
		builder.noise = noise;
		builder.noiseGradient = noiseGradient;
		builder.seed = seed;
		return builder;
	}

	/** Collects the parameters; each setter is named after its component. */
	public static final class Builder {

		private Lattice lattice;
		private int width = 512;
		private int height = 512;
		private double pixelSize = 0.015;
		private double rotation = 0;
		private double sigmaMin = 0.045;
		private double sigmaMax = 0.06;
		private double exponent = 1.7;
		private double amplitudeSpread = 0.03;
		private double vacancies = 0;
		private Substitution substitution = Substitution.NONE;
		private double thermalDisplacement = 0.003;
		private double background = 0.1;
		private double thicknessGradient = 0.15;
		private double defocusGradient = 0;
		private double driftX = 0;
		private double driftY = 0;
		private double rowJitter = 0;
		private double amorphousFraction = 0;
		private AmorphousShape amorphousShape = AmorphousShape.RANDOM;
		private double amorphousCorrelation = 3;
		private double amorphousDisplacement = 0.045;
		private double nanoparticleRadius = 0;
		private double dose = 0;
		private double noise = 0;
		private double noiseGradient = 0;
		private long seed = 1;

		private Builder(final Lattice lattice) {
			this.lattice = lattice;
		}

		/** Image size, px. */
		public Builder size(final int width, final int height) {
			this.width = width;
			this.height = height;
			return this;
		}

		/** Range of the columns' standard deviations, nm. */
		public Builder sigma(final double sigmaMin, final double sigmaMax) {
			this.sigmaMin = sigmaMin;
			this.sigmaMax = sigmaMax;
			return this;
		}

		/** Drift over the frame, nm. */
		public Builder drift(final double driftX, final double driftY) {
			this.driftX = driftX;
			this.driftY = driftY;
			return this;
		}

		/** The crystal. */
		public Builder lattice(final Lattice lattice) {
			this.lattice = lattice;
			return this;
		}

		/** Size of a pixel, nm. */
		public Builder pixelSize(final double pixelSize) {
			this.pixelSize = pixelSize;
			return this;
		}

		/** Degrees. */
		public Builder rotation(final double rotation) {
			this.rotation = rotation;
			return this;
		}

		/** Power of Z. */
		public Builder exponent(final double exponent) {
			this.exponent = exponent;
			return this;
		}

		/** Relative. */
		public Builder amplitudeSpread(final double amplitudeSpread) {
			this.amplitudeSpread = amplitudeSpread;
			return this;
		}

		/** Share, 0 to 1. */
		public Builder vacancies(final double vacancies) {
			this.vacancies = vacancies;
			return this;
		}

		/** Replaced atoms. */
		public Builder substitution(final Substitution substitution) {
			this.substitution = substitution;
			return this;
		}

		/** nm. */
		public Builder thermalDisplacement(final double thermalDisplacement) {
			this.thermalDisplacement = thermalDisplacement;
			return this;
		}

		/** Heaviest column's peak is 1. */
		public Builder background(final double background) {
			this.background = background;
			return this;
		}

		/** Relative. */
		public Builder thicknessGradient(final double thicknessGradient) {
			this.thicknessGradient = thicknessGradient;
			return this;
		}

		/** nm. */
		public Builder defocusGradient(final double defocusGradient) {
			this.defocusGradient = defocusGradient;
			return this;
		}

		/** nm. */
		public Builder rowJitter(final double rowJitter) {
			this.rowJitter = rowJitter;
			return this;
		}

		/** Share, 0 to 1. */
		public Builder amorphousFraction(final double amorphousFraction) {
			this.amorphousFraction = amorphousFraction;
			return this;
		}

		/** Of the zones. */
		public Builder amorphousShape(final AmorphousShape amorphousShape) {
			this.amorphousShape = amorphousShape;
			return this;
		}

		/** nm. */
		public Builder amorphousCorrelation(final double amorphousCorrelation) {
			this.amorphousCorrelation = amorphousCorrelation;
			return this;
		}

		/** nm. */
		public Builder amorphousDisplacement(final double amorphousDisplacement) {
			this.amorphousDisplacement = amorphousDisplacement;
			return this;
		}

		/** nm; 0 for none. */
		public Builder nanoparticleRadius(final double nanoparticleRadius) {
			this.nanoparticleRadius = nanoparticleRadius;
			return this;
		}

		/** e/px; 0 for none. */
		public Builder dose(final double dose) {
			this.dose = dose;
			return this;
		}

		/** On the image of range 0 to 1. */
		public Builder noise(final double noise) {
			this.noise = noise;
			return this;
		}

		/** Relative. */
		public Builder noiseGradient(final double noiseGradient) {
			this.noiseGradient = noiseGradient;
			return this;
		}

		/** Any number. */
		public Builder seed(final long seed) {
			this.seed = seed;
			return this;
		}

		/** Checks the parameters. */
		public SimulationParameters build() {
			return new SimulationParameters(lattice, width, height, pixelSize, rotation, sigmaMin,
				sigmaMax, exponent, amplitudeSpread, vacancies, substitution, thermalDisplacement,
				background, thicknessGradient, defocusGradient, driftX, driftY, rowJitter,
				amorphousFraction, amorphousShape, amorphousCorrelation, amorphousDisplacement, nanoparticleRadius,
				dose, noise, noiseGradient, seed);
		}
	}
}
