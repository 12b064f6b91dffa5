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

package sc.fiji.rewardanalysis.command.crystal;

import java.io.File;
import java.util.List;
import java.util.Map;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.run.Previewed;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Waiting;
import sc.fiji.rewardanalysis.core.io.ProjectionFiles;
import sc.fiji.rewardanalysis.core.io.cif.CifFile;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.lattice.AtomColumn;
import sc.fiji.rewardanalysis.core.lattice.CrystalProjection;
import sc.fiji.rewardanalysis.core.lattice.ZoneAxis;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

/** Makes a crystal for the other commands out of a CIF file and a zone axis. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins > Reward Analysis > " + ProjectCrystal.LEAF)
public final class ProjectCrystal extends AnalysisCommand implements Previewed {

	/** Its name in menus and macros. */
	public static final String LEAF = "Project Crystal...";

	@Parameter(label = "Crystal (.cif)", style = "open", persist = false,
		description = "A CIF file with cell, atoms and symmetry operations.")
	private File cif_file = new File("");

	@Parameter(label = "Zone axis", persist = false,
		description = "The direction along the beam, towards the viewer: three whole numbers such as 0 0 1, [110] or 1,-1,0, of the cell in the file.")
	private String zone_axis = "0 0 1";

	@Parameter(label = "Columns", choices = { "visible", "all" }, persist = false,
		description = "visible: those that a HAADF image shows. all: light ones too, for images in which they are seen.")
	private String columns = "visible";

	@Parameter(label = "Least brightness", min = "0", max = "1", stepSize = "0.01", style = "format:0.###",
		persist = false,
		description = "Z² summed along the beam, in proportion to the brightest column: dimmer ones aren't visible. Beside elements from calcium on, elements up to fluorine never are.")
	private double least_brightness = CrystalProjection.LEAST_BRIGHTNESS;

	@Parameter(label = "Output folder (empty: none)", style = "directory", persist = false,
		description = "Where lattice.json, which the other commands take as a custom crystal, columns.csv, summary.txt and projection.png are written.")
	private File output_folder = new File("");

	/** Which columns are taken. */
	private enum Columns {
			VISIBLE, ALL
	}

	@Override
	protected String leaf() {
		return LEAF;
	}

	/** They are crystals for later runs, perhaps in the same folder. */
	@Override
	protected boolean addsFiles() {
		return true;
	}

	@Override
	protected void analyse(final Progress progress) {
		if (isGiven(output_folder)) AtomicFile.checkWritable(output_folder.toPath());
		final Progress most = progress.part(0, 0.8);
		// Reading a file can't hear of a cancel.
		final ProjectionFiles files = Waiting.unlessCancelled(() -> files(most), most);
		new ProjectionReport(files).of(path(output_folder), this::note, () -> window().place(), progress.part(0.8, 1));
	}

	private ProjectionFiles files(final Progress progress) {
		final long start = System.nanoTime();
		if (!isGiven(cif_file)) throw new RewardAnalysisException(
			"cif_file is empty; name a .cif file with the crystal.");
		final Columns which = choice(Columns.class, "columns", columns);
		final ZoneAxis zone = ZoneAxis.parse(zone_axis);
		final CifFile cif = CifFile.read(cif_file.toPath());
		final CrystalProjection projection = CrystalProjection.of(cif.crystal(), zone, progress);
		final List<AtomColumn> visible = projection.visible(least_brightness);
		return new ProjectionFiles(cif, projection, which == Columns.ALL ? projection.columns() : visible, (System
			.nanoTime() - start) / 1e9, macroLine());
	}

	@Override
	public Form form() {
		return ProjectionReport.form();
	}

	@Override
	public Outlook outlook(final AnalysedImage analysed, final Map<String, Object> aside, final boolean find,
		final Progress progress)
	{
		return ProjectionReport.outlook(files(progress));
	}
}
