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

package sc.fiji.rewardanalysis.core.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.lattice.Lattice;

/**
 * What a network's file says of it: all that is needed to use it, and where it comes from.
 *
 * @param shape of the network
 * @param spacingLow least distance of nearest columns that it was trained on, px
 * @param spacingHigh largest, px
 * @param training what it was trained on and how, in words; the same for the same settings, but for
 *          the number of epochs
 * @param seed of weights and scenes
 * @param version of the suite that trained it
 */
public record NetworkCard(NetworkShape shape, double spacingLow, double spacingHigh, String training,
	long seed, String version)
{

	private static final String KIND = "network", COLUMNS = "U-Net for atom columns", CHANNELS =
		"channels", LEVELS = "levels", LOW = "least spacing of columns (px)", HIGH =
			"largest spacing of columns (px)", TRAINING = "training", SEED = "seed", VERSION = "version";

	/** Up to so many times the least distance images are given as they are. */
	private static final double ROOM = 1.125;

	public NetworkCard {
		Checks.given("shape of the network", shape);
		Checks.positive("least spacing of columns (px)", spacingLow);
		Checks.atLeast("largest spacing of columns (px)", spacingHigh, spacingLow);
		Checks.given("training", training);
		Checks.given("version", version);
	}

	/** Of a network that is to be trained. */
	public static NetworkCard of(final NetworkSettings settings) {
		final SceneSettings s = settings.scenes();
		final String crystals = s.lattices().stream().map(Lattice::name).collect(Collectors.joining(
			" "));
		return new NetworkCard(settings.shape(), s.spacingLow(), s.spacingHigh(), "crystals " +
			crystals + ", invented " + s.invented() + ", varied " + s.varied() + ", size " + s.size() +
			" px, noise " + s.noiseLow() + " to " + s.noiseHigh() + "; images an epoch " + settings
				.images() + ", held out " + settings.heldOut() + ", batch " + settings.batch() +
			", learning rate " + settings.learningRate(), settings.seed(), Version.current());
	}

	/** As a file's texts. */
	public Map<String, String> texts() {
		final Map<String, String> texts = new LinkedHashMap<>();
		texts.put(KIND, COLUMNS);
		texts.put(CHANNELS, Integer.toString(shape.channels()));
		texts.put(LEVELS, Integer.toString(shape.levels()));
		texts.put(LOW, Double.toString(spacingLow));
		texts.put(HIGH, Double.toString(spacingHigh));
		texts.put("input", "mean 0 and standard deviation 1 of the image, atoms bright; zeros beyond it");
		texts.put("output", "logit of the probability that a column's centre is within " +
			ColumnTarget.RADIUS + " px");
		texts.put(TRAINING, training);
		texts.put(SEED, Long.toString(seed));
		texts.put(VERSION, version);
		return texts;
	}

	/**
	 * From a file's texts.
	 *
	 * @param name what messages call the file
	 */
	public static NetworkCard of(final Map<String, String> texts, final String name) {
		if (!COLUMNS.equals(texts.get(KIND))) throw new RewardAnalysisException(
			"%s is no network for atom columns but %s; choose a file that Train Network has written.", name,
			texts.containsKey(KIND) ? "\"" + texts.get(KIND) + "\"" : "another file");
		try {
			return new NetworkCard(new NetworkShape(Integer.parseInt(texts.get(CHANNELS)), Integer
				.parseInt(texts.get(LEVELS))), Double.parseDouble(texts.get(LOW)), Double.parseDouble(texts
					.get(HIGH)), texts.get(TRAINING), Long.parseLong(texts.get(SEED)), texts.get(VERSION));
		}
		catch (final NumberFormatException | NullPointerException exc) {
			throw new RewardAnalysisException(exc,
				"%s is damaged: its description of the network can't be read.", name);
		}
	}

	/**
	 * What such a network asks of its input: columns near the least distance that it was trained on, for
	 * then it sees most of the crystal around each, which is what helps it most where there is noise
	 * (docs/model-card.md).
	 *
	 * @param name for tables and messages
	 * @param nearest distance of nearest columns in the image, nm; NaN if nobody knows
	 */
	public ModelInfo info(final String name, final double nearest) {
		return new ModelInfo(name, nearest / Math.min(spacingHigh, ROOM * spacingLow), nearest / spacingLow,
			InputNormalization.STANDARD, TileShape.any(shape.multiple(), shape.reach()));
	}
}
