package sc.fiji.rewardanalysis.command;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.estimate.CalibrationCheck;
import sc.fiji.rewardanalysis.core.estimate.CellMatch;
import sc.fiji.rewardanalysis.core.estimate.Measured;
import sc.fiji.rewardanalysis.core.estimate.PhysicsEstimate;
import sc.fiji.rewardanalysis.core.io.AtomicFile;
import sc.fiji.rewardanalysis.core.io.PhysicsFiles;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.imagej.PixelSize;
import sc.fiji.rewardanalysis.imagej.SampleArea;
import sc.fiji.rewardanalysis.plot.PhysicsPictures;
import sc.fiji.rewardanalysis.plot.Pictures;
import sc.fiji.rewardanalysis.ui.physics.Physics;
import sc.fiji.rewardanalysis.ui.physics.PhysicsWindow;

/** What there is to say of an estimate of the physics. */
record PhysicsReport(AnalysedImage analysed, PhysicsFiles files) implements Physics {

	private static final Map<String, String> UNITS = Map.of("px2", "px²", "px-2", "per px²", "nm-2",
		"per nm²", "degrees", "°", "percent", "%");

	/**
	 * Writes the files, selects the sample if asked, and shows the window.
	 *
	 * @param folder null for none
	 */
	void of(final Path folder, final boolean select, final Consumer<String> note,
		final Supplier<Optional<Point>> place, final Progress progress)
	{
		if (folder != null) save(folder, progress);
		if (select && files.estimate().hasLattice()) selectSample();
		if (!Display.isInteractive() && folder == null) note.accept(files.summary());
		if (Display.isInteractive()) PhysicsWindow.open("Physics of " + image().getTitle(), this, place);
		progress.update(1, files.estimate().hasLattice() ? "Estimated." : "No lattice is seen.");
	}

	private void save(final Path folder, final Progress progress) {
		files.write(folder);
		Pictures.write(folder.resolve("spectrum.png"), this::spectrum, progress);
		if (files.estimate().hasLattice()) {
			Pictures.write(folder.resolve("motif.png"), this::motif, progress);
			Pictures.writeForPrint(folder.resolve("sample.png"), this::sample, progress);
			area().write(folder);
		}
		// Of an earlier run that saw a lattice.
		else List.of("motif.png", "sample.png", "sample.roi", "sample.tif").forEach(name -> AtomicFile
			.delete(folder.resolve(name)));
	}

	private SampleArea area() {
		return new SampleArea(analysed, files.estimate().sample());
	}

	@Override
	public ImagePlus image() {
		return analysed.source();
	}

	@Override
	public String summary() {
		return files.summary();
	}

	@Override
	public List<List<String>> quantities() {
		return files.quantities().stream().map(q -> List.of(q.name().replace("_nm", "").replace('_', ' '),
			CalibrationCheck.text(q.measured()) + " " + UNITS.getOrDefault(q.unit(), q.unit()), q.meaning()))
			.toList();
	}

	@Override
	public List<String> crystalHeadings() {
		return List.of("crystal", "misfit (%)", "shape (%)", "brightness", "columns", "pixel size (nm)");
	}

	@Override
	public List<List<String>> crystals() {
		return files.ranking().stream().map(m -> List.of(m.lattice().name(), percent(m.misfit()), percent(m
			.shapeMisfit()), String.format(Locale.ROOT, "%.2f", m.brightnessMisfit()), String.format(
				Locale.ROOT, "%.0f", m.columns()), CalibrationCheck.text(m.pixelSize()))).toList();
	}

	private static String percent(final double share) {
		return String.format(Locale.ROOT, "%.1f", 100 * share);
	}

	@Override
	public BufferedImage spectrum() {
		return PhysicsPictures.spectrum(files.estimate());
	}

	@Override
	public BufferedImage motif() {
		final PhysicsEstimate estimate = files.estimate();
		return estimate.hasLattice() ? PhysicsPictures.motif(estimate, files.run().pixelSize()) : null;
	}

	@Override
	public BufferedImage sample() {
		final PhysicsEstimate estimate = files.estimate();
		return estimate.hasLattice() ? PhysicsPictures.sample(analysed.pixels(), estimate.sample(), files
			.run().pixelSize()) : null;
	}

	@Override
	public Measured pixelSize() {
		return files.matches().isEmpty() ? null : files.matches().get(0).pixelSize();
	}

	@Override
	public String reason() {
		final StringBuilder text = new StringBuilder("Set the pixel size of \"" + image().getTitle() +
			"\" to " + CalibrationCheck.text(pixelSize()) + " nm,\nwhich suits " + files.lattice().name() +
			"?");
		for (final CellMatch other : files.matches().subList(1, files.matches().size()))
			if (other.cost() < files.matches().get(0).cost() + CellMatch.DECISIVE) text.append("\n").append(
				CalibrationCheck.text(other.pixelSize())).append(" nm is possible too.");
		final double now = PixelSize.known(image());
		return text.append(now > 0 ? String.format(Locale.ROOT, "\nIt is %.5g nm now.", now) : "").toString();
	}

	@Override
	public void setPixelSize(final double nanometres) {
		PixelSize.set(image(), nanometres);
	}

	@Override
	public void selectSample() {
		area().select();
	}
}
