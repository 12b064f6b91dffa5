package sc.fiji.rewardanalysis.ui.pareto;

import java.awt.EventQueue;
import java.awt.Rectangle;
import java.util.List;
import java.util.function.Consumer;

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.ImageCanvas;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.PointGrid;
import sc.fiji.rewardanalysis.core.workflow.EditedAtoms;
import sc.fiji.rewardanalysis.imagej.AtomMouse;
import sc.fiji.rewardanalysis.imagej.SolutionOverlay;
import sc.fiji.rewardanalysis.ui.Background;

/**
 * The image's side of the window: marks the chosen atom, draws neighbours, hears clicks, and
 * passes on edits. On the event thread.
 */
final class ImageLink implements Session.Listener, Selection.Listener, AtomMouse.Hand,
	AutoCloseable
{

	/** Which atoms have lines to their neighbours. */
	enum Neighbours {
			NONE, ERRORS, ALL
	}

	private final Session session;
	private final ImagePlus image;
	private final Runnable sliceChanged, closedOrOpened;
	private final Background drawing;
	private final Watch watch = new Watch();
	private AtomMouse mouse;
	private Neighbours neighbours = Neighbours.NONE;
	private Runnable editEnded = () -> {};
	private boolean editing, ended;
	private int slice;

	/** What is there, to find atoms near a click. */
	private Index index;

	/** @param of the layer, or what was edited since */
	private record Index(Object of, List<Blob> blobs, PointGrid grid) {}

	/**
	 * @param sliceChanged called when another slice is shown
	 * @param closedOrOpened called when the image was closed, and if it is opened again
	 */
	ImageLink(final Session session, final Runnable sliceChanged,
		final Runnable closedOrOpened)
	{
		this.session = session;
		this.sliceChanged = sliceChanged;
		this.closedOrOpened = closedOrOpened;
		image = session.solutions().image();
		slice = image.getCurrentSlice();
		drawing = new Background("Pareto window: drawing");
		session.addListener(this);
		session.selection().addListener(this);
		ImagePlus.addImageListener(watch);
		attach();
	}

	/** To the image's canvas, which is another one if its window was renewed. */
	private void attach() {
		final ImageCanvas canvas = session.isImageGone() ? null : image.getCanvas();
		if (ended || mouse != null && mouse.canvas() == canvas) return;
		if (mouse != null) mouse.close();
		mouse = canvas == null ? null : new AtomMouse(image, this);
		if (mouse != null) mouse.edit(editing);
	}

	private void gone(final boolean isGone) {
		final boolean before = session.isImageGone();
		session.imageGone(isGone);
		if (isGone) {
			editing = false;
			drawing.cancel();
		}
		attach();
		if (isGone != before) closedOrOpened.run();
	}

	/** Whether clicks on the image edit atoms. */
	void edit(final boolean on) {
		editing = on;
		if (mouse != null) mouse.edit(on);
	}

	/** Has this called when clicks no longer edit because another window wants them. */
	void whenEditEnds(final Runnable task) {
		editEnded = task;
	}

	/** Which atoms have lines to their neighbours. */
	void neighbours(final Neighbours which) {
		neighbours = which;
		drawNeighbours();
	}

	@Override
	public void found(final Found found) {
		// To show atoms took the marks away.
		mark(session.selection().atom());
		drawNeighbours();
	}

	@Override
	public void atomChosen(final int atom) {
		mark(atom);
	}

	/** Null if nothing is to be drawn: the slice has no atoms, or the image was closed. */
	private Layer layer() {
		return session.isImageGone() ? null : session.layer();
	}

	private void mark(final int atom) {
		final Layer layer = layer();
		if (layer == null) return;
		// Without a chosen atom the index can wait.
		final List<Blob> blobs = atom < 0 ? List.of() : index(layer).blobs;
		final Blob blob = atom < 0 || atom >= blobs.size() ? null : blobs.get(atom);
		SolutionOverlay.highlight(image, layer.slice(), layer.left(), layer.top(), blob);
		if (blob != null) scrollTo(layer.left() + blob.x(), layer.top() + blob.y());
	}

	/** Moves the image if the place can't be seen; the magnification stays. */
	private void scrollTo(final double x, final double y) {
		final ImageCanvas canvas = image.getCanvas();
		if (canvas == null || canvas.getSrcRect().contains(x, y)) return;
		final Rectangle seen = new Rectangle(canvas.getSrcRect());
		seen.x = Math.max(0, Math.min(image.getWidth() - seen.width, (int) x - seen.width / 2));
		seen.y = Math.max(0, Math.min(image.getHeight() - seen.height, (int) y - seen.height / 2));
		canvas.setSourceRect(seen);
		canvas.repaint();
	}

	private void drawNeighbours() {
		final Layer layer = layer();
		if (layer == null) return;
		final Neighbours which = neighbours;
		if (which == Neighbours.NONE) {
			drawing.cancel();
			SolutionOverlay.neighbours(image, layer.slice(), layer.left(), layer.top(), null);
			return;
		}
		drawing.run(progress -> SolutionOverlay.lines(layer.blobs(), layer.set()::nearestNeighbours, layer
			::isError, which == Neighbours.ERRORS), lines -> {
				if (!ended) SolutionOverlay.neighbours(image, layer.slice(), layer.left(), layer.top(), lines);
			}, reason -> session.say(reason, true));
	}

	/** What is there by now, edits that are still being judged included. */
	private Index index(final Layer layer) {
		final EditedAtoms atoms = session.atoms();
		final Object of = atoms != null && atoms.isEdited() ? atoms : layer;
		if (index != null && index.of == of) return index;
		final List<Blob> blobs = of == layer ? layer.blobs() : atoms.refined().blobs();
		index = new Index(of, blobs, new PointGrid(blobs, blobs.isEmpty() ? 1 : Math.max(1, 4 * blobs.get(0)
			.sigma())));
		return index;
	}

	@Override
	public int atomAt(final double x, final double y, final double reach) {
		final Layer layer = layer();
		if (layer == null) return Selection.NONE;
		final Index all = index(layer);
		if (all.blobs.isEmpty()) return Selection.NONE;
		final Blob at = new Blob(x - layer.left(), y - layer.top(), 1, 0);
		final int[] nearest = { Selection.NONE };
		final double[] least = { Double.POSITIVE_INFINITY };
		final double far = Math.max(reach, all.blobs.stream().mapToDouble(Blob::sigma).max().orElse(0));
		all.grid.forEachNear(at, far, i -> {
			final Blob b = all.blobs.get(i);
			final double d = Math.hypot(b.x() - at.x(), b.y() - at.y());
			if (d > Math.max(reach, b.sigma()) || d >= least[0]) return;
			least[0] = d;
			nearest[0] = i;
		});
		return nearest[0];
	}

	@Override
	public void choose(final int atom) {
		session.selection().chooseAtom(atom);
	}

	@Override
	public void add(final double x, final double y) {
		final Layer layer = layer();
		if (layer == null) return;
		final EditedAtoms before = session.atoms();
		session.edit(atoms -> atoms.add(x - layer.left(), y - layer.top()));
		if (session.atoms() != before) session.selection().chooseAtom(session.atoms().size() - 1);
	}

	@Override
	public void drag(final int atom, final double x, final double y) {
		final Layer layer = layer();
		// It may have been taken back while it was dragged.
		if (layer == null || session.atoms() == null || atom >= index(layer).blobs.size()) return;
		SolutionOverlay.highlight(image, layer.slice(), layer.left(), layer.top(), new Blob(x - layer
			.left(), y - layer.top(), index(layer).blobs.get(atom).sigma(), 0));
	}

	@Override
	public void move(final int atom, final double x, final double y) {
		final Layer layer = layer();
		if (layer == null) return;
		final EditedAtoms before = session.atoms();
		if (before != null && atom >= before.size()) return;
		session.edit(atoms -> atoms.move(atom, x - layer.left(), y - layer.top()));
		if (session.atoms() == before) mark(session.selection().atom());
	}

	@Override
	public void delete(final int atom) {
		session.edit(atoms -> atoms.delete(atom));
		session.selection().chooseAtom(Selection.NONE);
	}

	@Override
	public void deleteChosen() {
		final int atom = session.selection().atom();
		if (atom >= 0) delete(atom);
	}

	@Override
	public void editedElsewhere() {
		editing = false;
		editEnded.run();
		session.say("The atoms of this image are edited in another window now.", false);
	}

	@Override
	public void undo() {
		session.edit(EditedAtoms::undo);
	}

	/** Lets go of the image and takes the marks away; lines stay if they are wanted. */
	@Override
	public void close() {
		ended = true;
		ImagePlus.removeImageListener(watch);
		if (mouse != null) mouse.close();
		mouse = null;
		drawing.close();
		if (!session.isImageGone()) SolutionOverlay.highlight(image, 0, 0, 0, null);
	}

	private static void events(final Runnable task) {
		EventQueue.invokeLater(task);
	}

	/** ImageJ calls from any thread. */
	private final class Watch implements ImageListener {

		private void onEvents(final ImagePlus which, final Consumer<ImageLink> task) {
			if (which == image) events(() -> {
				if (!ended) task.accept(ImageLink.this);
			});
		}

		@Override
		public void imageOpened(final ImagePlus opened) {
			onEvents(opened, link -> link.gone(false));
		}

		@Override
		public void imageClosed(final ImagePlus gone) {
			onEvents(gone, link -> link.gone(true));
		}

		@Override
		public void imageUpdated(final ImagePlus updated) {
			onEvents(updated, link -> {
				if (link.session.isImageGone()) return;
				link.attach();
				if (link.slice == image.getCurrentSlice()) return;
				link.slice = image.getCurrentSlice();
				link.session.selection().chooseAtom(Selection.NONE);
				link.sliceChanged.run();
				link.drawNeighbours();
			});
		}
	}
}
