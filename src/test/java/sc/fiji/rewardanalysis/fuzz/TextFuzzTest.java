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

package sc.fiji.rewardanalysis.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.LengthUnit;
import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.points.PointUnit;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;
import sc.fiji.rewardanalysis.core.latent.VaeTexts;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.network.NetworkCard;
import sc.fiji.rewardanalysis.core.network.NetworkShape;
import sc.fiji.rewardanalysis.core.workflow.classes.Split;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroObjectives;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroSearch;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroText;
import sc.fiji.rewardanalysis.core.workflow.many.FilePatterns;
import sc.fiji.rewardanalysis.core.workflow.many.FolderNames;
import sc.fiji.rewardanalysis.core.workflow.many.NaturalOrder;

/** What users type, damaged: understood, or refused in a sentence. */
class TextFuzzTest {

	private static final String MACRO = """
		#@ Double(label="Radius", value=2.5) radius
		sigma = 2; method = "Otsu";
		run("Find Maxima...", "prominence=[10] size=20-500 output=[Point Selection] strict");
		""";

	@Test
	void macros() {
		TextMutator.tryAll("macro", 500, text -> {
			final MacroText macro = new MacroText("m.ijm", text);
			MacroSearch.proposal(macro);
			MacroText.runnable(text);
		}, MACRO);
		final MacroText macro = new MacroText("m.ijm", MACRO);
		TextMutator.tryAll("search", 400, text -> {
			final MacroSearch search = MacroSearch.of(macro, text);
			search.canonical();
			search.asWritten();
		}, "prominence: 5..200 log; sigma: 1..10 int; radius: 2", "output: [Count, List]; strict: on|off", "size.low = 1 to 30");
		TextMutator.tryAll("objectives", 400, MacroObjectives::of, "QC; ER", "max mean.Area; target 195 rows worst 400", "min rows");
	}

	@Test
	void filesAndFolders() {
		TextMutator.tryAll("patterns", 400, text -> FilePatterns.parse(text).matches("a/b/image-007.tif"), "*.tif;*.dm4",
			"**/a?/*.tif, b*", "a/**");
		TextMutator.tryAll("folders", 300, text -> {
			final FolderNames names = new FolderNames(Map.of(), List.of(text, text + "x", "a.tif"));
			names.of(text);
			names.of(text + "x");
			NaturalOrder.INSTANCE.compare(text, "a/image10.tif");
		}, "a/b/image.tif", "image10.dm4", "shared/x. ");
	}

	@Test
	void words() {
		TextMutator.tryAll("unit", 200, text -> {
			LengthUnit.parse(text);
			LengthUnit.isReciprocal(text);
			PointUnit.parse(text);
		}, "nm", "\u00B5m", "1/nm", "pixels");
		TextMutator.tryAll("split", 100, Split::of, "brightest", "3", "none");
		TextMutator.tryAll("lattice", 100, Lattices::get, "SrTiO3-001");
		TextMutator.tryAll("lines", 100, text -> Words.lines(text, 40), "Some words, and some more of them: a sentence.");
	}

	/** The texts of networks' files. */
	@Test
	void descriptions() {
		final Map<String, String> card = new NetworkCard(new NetworkShape(4, 2), 5, 9, "some", 1, Version.current()).texts(),
				settings = VaeTexts.of(VaeSettings.DEFAULTS);
		for (final String key : card.keySet())
			TextMutator.tryAll("card: " + key, 30, text -> NetworkCard.of(with(card, key, text), "n"), card.get(key));
		for (final String key : settings.keySet())
			TextMutator.tryAll("latents: " + key, 30, text -> VaeTexts.settings(with(settings, key, text), "n"), settings.get(key));
	}

	private static Map<String, String> with(final Map<String, String> texts, final String key, final String text) {
		final Map<String, String> changed = new LinkedHashMap<>(texts);
		changed.put(key, text);
		return changed;
	}
}
