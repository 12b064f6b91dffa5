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

package sc.fiji.rewardanalysis.core.latent;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** Settings as texts, as a file keeps them, and back without loss. */
public final class VaeTexts {

	private VaeTexts() {}

	/** Texts by name, in a fixed order. */
	public static Map<String, String> of(final VaeSettings settings) {
		final Map<String, String> texts = new LinkedHashMap<>();
		put(texts, "invariance", settings.invariance());
		put(texts, "content", settings.content());
		put(texts, "width", settings.width());
		put(texts, "layers", settings.layers());
		put(texts, "shift prior", settings.shiftPrior());
		put(texts, "angle prior", settings.anglePrior());
		put(texts, "likelihood", settings.likelihood());
		put(texts, "noise", settings.noise());
		put(texts, "kl start", settings.kl().start());
		put(texts, "kl end", settings.kl().end());
		put(texts, "kl epochs", settings.kl().epochs());
		put(texts, "physics", settings.physics().form());
		put(texts, "physics weight", settings.physics().weight());
		put(texts, "physics delay", settings.physics().delay());
		put(texts, "round", settings.round());
		put(texts, "epochs", settings.epochs());
		put(texts, "batch", settings.batch());
		put(texts, "learning rate", settings.learningRate());
		put(texts, "pixels", settings.pixels());
		put(texts, "seed", settings.seed());
		return texts;
	}

	private static void put(final Map<String, String> texts, final String name, final Object value) {
		texts.put(name, value instanceof Enum<?> choice ? choice.name().toLowerCase(Locale.ROOT) : value
			.toString());
	}

	/**
	 * @param texts those of {@link #of} and any others
	 * @param name what messages call the file
	 * @throws RewardAnalysisException if one is missing or not understood
	 */
	public static VaeSettings settings(final Map<String, String> texts, final String name) {
		try {
			return new VaeSettings(choice(Invariance.class, texts, "invariance"), whole(texts, "content"),
				whole(texts, "width"), whole(texts, "layers"), number(texts, "shift prior"), number(texts,
					"angle prior"), choice(Likelihood.class, texts, "likelihood"), number(texts, "noise"),
				new KlRamp(number(texts, "kl start"), number(texts, "kl end"), whole(texts, "kl epochs")),
				new PhysicsLoss(choice(PhysicsLoss.Form.class, texts, "physics"), number(texts,
					"physics weight"), whole(texts, "physics delay")), flag(texts, "round"), whole(texts, "epochs"), whole(texts,
						"batch"), number(texts, "learning rate"), number(texts, "pixels"), Long.parseLong(text(
							texts, "seed")));
		}
		catch (final IllegalArgumentException e) {
			throw new RewardAnalysisException(e, "%s is damaged: its settings can't be read.", name);
		}
	}

	private static String text(final Map<String, String> texts, final String key) {
		final String text = texts.get(key);
		if (text == null) throw new IllegalArgumentException(key);
		return text;
	}

	private static int whole(final Map<String, String> texts, final String key) {
		return Integer.parseInt(text(texts, key));
	}

	private static boolean flag(final Map<String, String> texts, final String key) {
		if (!text(texts, key).matches("true|false")) throw new IllegalArgumentException(key);
		return Boolean.parseBoolean(text(texts, key));
	}

	private static double number(final Map<String, String> texts, final String key) {
		return Double.parseDouble(text(texts, key));
	}

	private static <E extends Enum<E>> E choice(final Class<E> type, final Map<String, String> texts,
		final String key)
	{
		return Enum.valueOf(type, text(texts, key).toUpperCase(Locale.ROOT));
	}
}
