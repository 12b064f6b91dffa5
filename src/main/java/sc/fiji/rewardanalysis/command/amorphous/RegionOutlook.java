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

package sc.fiji.rewardanalysis.command.amorphous;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import sc.fiji.rewardanalysis.command.RegionScene;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRegions;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionSettings;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.plot.HeatPicture;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Fact;

/** What a dialog says of amorphous regions. */
final class RegionOutlook {

	private RegionOutlook() {}

	/**
	 * @param given whether the user gave the pixel size
	 * @param found null if they weren't looked for
	 */
	static Outlook of(final RegionScene scene, final boolean given, final RegionSettings settings,
		final FoundRegions found)
	{
		final double nm = scene.pixelSize();
		final List<Fact> facts = new ArrayList<>(List.of(new Fact("Pixel size", number(nm) + " nm, " +
			(given ? "as given" : "from the image"), "Windows, smoothing and dilation are lengths."),
			new Fact("Atoms", scene.atoms().atoms().size() + " from " + scene.atoms().origin(),
				"From " + scene.atoms().origin() + ".")));
		final double spacing = found == null ? Double.NaN : found.finder().scene().spacing();
		if (settings.features().hasPixels()) facts.add(new Fact("Window", found == null ? Outlook.PENDING
			: lengths(found.found().clusters().clustering().window(), nm),
			"Side of the square around each atom."));
		facts.add(new Fact("Smoothing", found == null ? Outlook.PENDING : lengths(settings.rule(spacing)
			.smoothing(), nm), "Standard deviation of the Gaussian that smooths the map of probabilities."));
		facts.add(new Fact("Amorphous", found == null ? Outlook.PENDING : area(found.found()),
			"Share of the analysed area, and compactness 4πA/P²: 1 for a disc."));
		facts.add(new Fact("Disorder", found == null ? Outlook.PENDING : disorder(found.found()),
			"How much more disordered the surroundings of atoms in regions are than those of the others."));
		return new Outlook(facts, found == null || found.found().isFeasible() ? slice(scene) : found
			.report().verdict(), null, null, "", found == null ? null : drawing(found));
	}

	/** That of a stack only one slice is looked at; else empty. */
	static String slice(final RegionScene scene) {
		final int slices = AnalysedImage.slices(scene.analysed().source());
		return slices < 2 ? "" : "Only slice " + scene.analysed().slice() + " of " + slices +
			" is analysed.";
	}

	static String area(final AmorphousRegions found) {
		return found.regions().isEmpty() ? "nothing" : String.format(Locale.ROOT,
			"%.1f %%, compactness %.2f", 100 * found.measures().areaFraction(), found.measures().roundness());
	}

	private static String disorder(final AmorphousRegions found) {
		return found.regions().isEmpty() ? "no regions" : String.format(Locale.ROOT, "%.1f times the crystal's",
			found.contrast());
	}

	static Outlook.Drawing drawing(final FoundRegions found) {
		final AmorphousRegions regions = found.found();
		return new Outlook.Drawing(overlay -> overlay.show(found.view()), Words.count(regions.regions()
			.size(), "region") + ", " + Words.count(regions.amorphousAtoms(), "atom"), HeatPicture.plain(
				found.map(), regions.mask().width(), regions.mask().height()));
	}

	static String lengths(final double nanometres, final double pixelSize) {
		return number(nanometres) + " nm = " + number(nanometres / pixelSize) + " px";
	}

	static String number(final double value) {
		return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
	}
}
