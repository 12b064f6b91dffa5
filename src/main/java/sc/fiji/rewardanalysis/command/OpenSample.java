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

package sc.fiji.rewardanalysis.command;

import java.io.InputStream;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.io.Opener;

import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.imagej.Opened;

/** Opens one of the simulated images that come with the suite. */
@Plugin(type = Command.class, headless = true, menuPath = "Plugins > Reward Analysis > " +
	OpenSample.LEAF)
public final class OpenSample extends AnalysisCommand {

	/** Its name in menus and macros. */
	public static final String LEAF = "Open Sample";

	@Parameter(label = "Sample", choices = { "ybco-noise0.1", "ybco-noise0.3", "ybco-amorphous",
		"ybco-disc", "ybco-band", "ybco-ring", "srtio3", "si110-drift",
		"phases-straight", "phases-grains", "phases-dumbbells" }, persist = false,
		description = "Simulated HAADF images. ybco: YBa2Cu3O7 along [100] with little and with much noise, and with amorphous zones of several shapes; srtio3: SrTiO3 along [001]; si110-drift: silicon along [110], scanned with drift; phases: two phases, with straight walls, in rotated grains, and as dumbbells in rotated grains. Their true atom positions, zones and phases are in the sample-data folder.")
	private String sample = "ybco-noise0.1";

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus opened;

	@Override
	protected String leaf() {
		return LEAF;
	}

	@Override
	protected void analyse(final Progress progress) {
		final InputStream file = OpenSample.class.getResourceAsStream("/sample-data/" + sample +
			".tif");
		if (file == null) throw new RewardAnalysisException(
			"There is no sample \"%s\"; choose one from the list of %s.", sample, LEAF);
		opened = new Opener().openTiff(file, sample);
		Opened.show(opened);
	}
}
