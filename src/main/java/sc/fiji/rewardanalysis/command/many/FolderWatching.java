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

package sc.fiji.rewardanalysis.command.many;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import sc.fiji.rewardanalysis.command.run.MacroOptions;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.ResultFolder;
import sc.fiji.rewardanalysis.core.io.many.BeforeFile;
import sc.fiji.rewardanalysis.core.io.many.FolderJournal;
import sc.fiji.rewardanalysis.core.io.many.FolderTable;
import sc.fiji.rewardanalysis.core.io.many.LatestFile;
import sc.fiji.rewardanalysis.core.workflow.many.Arrivals.Listed;
import sc.fiji.rewardanalysis.core.workflow.many.FigureWords;
import sc.fiji.rewardanalysis.core.workflow.many.FileState;
import sc.fiji.rewardanalysis.core.workflow.many.FolderLog;
import sc.fiji.rewardanalysis.core.workflow.many.FolderNames;
import sc.fiji.rewardanalysis.core.workflow.many.FolderWatch;
import sc.fiji.rewardanalysis.core.workflow.many.ImageFile;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;
import sc.fiji.rewardanalysis.core.workflow.many.ManyImages;
import sc.fiji.rewardanalysis.core.workflow.many.MemoryBudget;
import sc.fiji.rewardanalysis.core.workflow.many.NaturalOrder;
import sc.fiji.rewardanalysis.core.workflow.many.Pace;
import sc.fiji.rewardanalysis.plot.Thumbnail;
import sc.fiji.rewardanalysis.ui.live.WatchWindow;

/** {@link WatchFolder} of a folder: what is done with each file, and what is written after each. */
final class FolderWatching implements FolderWatch.Source, FolderWatch.Work {

	/** A file of that name in the output folder ends it. */
	private static final List<String> STOP = List.of("STOP", "STOP.txt");

	/** The table is renewed once in that time, ns, and takes this part of it at most. */
	private static final long RENEWED = 1_000_000_000L;
	private static final double SHARE = 0.05;

	private final WatchRequest request;
	private final FolderRequest folder;
	private final FolderImage each;
	private final WatchWindow window;
	private final Consumer<String> note;
	private final Pace pace = new Pace();

	/** What became of each image, by its path; read on the thread that lists files, too. */
	private final Map<String, FolderLog.Entry> entries = new ConcurrentHashMap<>();
	private final Map<String, String> folders = new HashMap<>();
	private final FolderNames names;
	private final FolderLog log;
	private final Set<Listed> before;
	private final int known;
	private FileState state;
	private String options = "", trouble = "";

	/** The image whose search others start from; null for none. */
	private String start;
	private long due = System.nanoTime();
	private boolean changed = true;
	private FolderWatch.State last = new FolderWatch.State(0, 0, 0, "");

	/**
	 * @param log of the output folder
	 * @param window null for none
	 * @param note tells the user what is no error but should be known
	 */
	private FolderWatching(final WatchRequest request, final FolderLog log, final WatchWindow window,
		final Consumer<String> note)
	{
		this.request = request;
		this.log = log;
		this.window = window;
		this.note = note;
		folder = request.folder();
		each = new FolderImage(folder.analysis(), folder.output(), folder.pictures(), new MemoryBudget());
		log.known().forEach(this::remember);
		known = (int) entries.values().stream().filter(e -> e.outcome().isDone()).count();
		entries.values().forEach(e -> folders.put(e.outcome().image(), e.outcome().folder()));
		names = new FolderNames(folders, List.of());
		before = request.existing() ? Set.of() : before(request);
	}

	/**
	 * Watches until it ends.
	 *
	 * @param window null for none
	 */
	static FolderProcessing.Result run(final WatchRequest request, final WatchWindow window,
		final Consumer<String> note, final Progress progress)
	{
		final Path output = request.folder().output();
		AtomicFile.checkWritable(output);
		try (FolderLog log = FolderJournal.open(output, request.folder().about())) {
			STOP.forEach(name -> AtomicFile.delete(output.resolve(name)));
			ResultFolder.tidy(output);
			return new FolderWatching(request, log, window, note).run(progress);
		}
	}

	/**
	 * Looks which files are there, so that those that come from now on are new, however long it
	 * takes until the watch begins.
	 */
	static void lookBefore(final WatchRequest request) {
		if (request.existing()) return;
		AtomicFile.checkWritable(request.folder().output());
		before(request);
	}

	private FolderProcessing.Result run(final Progress progress) {
		final long begun = System.nanoTime();
		if (known > 0) note.accept(Words.count(known, "image") +
			" of an earlier run " + (known == 1 ? "is" : "are") + " there.");
		if (window == null) note.accept("Watching " + folder.scan().input() + "; a file STOP in " + folder
			.output() + " ends it.");
		final FolderWatch watch = new FolderWatch(request.rules(), this, this, pace, progress);
		final FolderWatch.Ending ending = watch.run();
		tell(watch.state());
		final List<ImageOutcome> all = outcomes();
		FolderTable.write(folder.output(), all);
		return new FolderProcessing.Result(all.stream().map(o -> image(o.image())).toList(), all, known,
			(System.nanoTime() - begun) * 1e-9, false, more(ending));
	}

	private List<String> more(final FolderWatch.Ending ending) {
		final int waiting = last.waiting() + last.writing();
		final List<String> lines = new ArrayList<>();
		lines.add("Pace:       " + pace.words(request.advice()));
		lines.add("Ended:      " + switch (ending) {
			case CANCELED -> "by the user";
			case STOPPED -> "by a file STOP";
			case QUIET -> String.format(Locale.ROOT, "after %s min without a new file", FigureWords.value(request
				.quiet()));
		} + (waiting == 0 ? "." : "; " + Words.count(waiting, "file") +
			" waited, which the same command takes up."));
		if (last.vanished() > 0) lines.add("Vanished:   " + Words.count(last.vanished(), "file") +
			" before they could be analysed.");
		return lines;
	}

	/** What was there before the first run of this watch, and is no new file. */
	private static Set<Listed> before(final WatchRequest request) {
		final Path output = request.folder().output();
		final Optional<Set<Listed>> known = BeforeFile.read(output, request.about());
		if (known.isPresent()) return known.get();
		final List<Listed> files = request.folder().scan().listing(Progress.NONE);
		BeforeFile.write(output, request.about(), files);
		return Set.copyOf(files);
	}

	private void remember(final FolderLog.Entry entry) {
		entries.put(entry.outcome().image(), entry);
		if (entry.outcome().isDone() && (folder.mode() == FolderRequest.Mode.PREVIOUS || folder
			.mode() == FolderRequest.Mode.FIRST && start == null)) start = entry.outcome().folder();
	}

	private ImageFile image(final String path) {
		folders.computeIfAbsent(path, names::of);
		return new ImageFile(path, folder.scan().input().resolve(path), folders.get(path));
	}

	@Override
	public List<Listed> list(final Progress progress) {
		return folder.scan().listing(progress);
	}

	@Override
	public Optional<Listed> now(final Listed file) {
		try {
			final BasicFileAttributes now = Files.readAttributes(folder.scan().input().resolve(file.path()),
				BasicFileAttributes.class);
			return Optional.of(new Listed(file.path(), now.size(), now.lastModifiedTime().toMillis()));
		}
		catch (final IOException exc) {
			return Optional.empty();
		}
	}

	@Override
	public boolean isKnown(final Listed file) {
		if (before.contains(file)) return true;
		final FolderLog.Entry entry = entries.get(file.path());
		if (entry == null) return false;
		final ImageFile image = new ImageFile(file.path(), folder.scan().input().resolve(file.path()), entry
			.outcome().folder());
		return entry.isOf(image, entry.options()) && ResultFolder.isOurs(folder.output().resolve(image
			.folder()));
	}

	@Override
	public boolean isStopped() {
		boolean stopped = false;
		for (final String name : STOP) {
			final Path file = folder.output().resolve(name);
			if (!Files.isRegularFile(file)) continue;
			AtomicFile.delete(file);
			stopped = true;
		}
		return stopped;
	}

	@Override
	public FolderWatch.Attempt attempt(final Listed file, final Progress progress) {
		final ImageFile image = image(file.path());
		if (window != null) window.working(image.image());
		final Map<String, String> own = new LinkedHashMap<>(folder.of(image));
		if (start != null && Files.exists(Path.of(folder.start(start)))) own.put(FolderRequest.WARM_START,
			folder.start(start));
		return attempt(image, own, progress);
	}

	private FolderWatch.Attempt attempt(final ImageFile image, final Map<String, String> own,
		final Progress progress)
	{
		options = MacroOptions.text(own);
		state = null;
		final boolean[] opened = { false };
		final List<ImageOutcome> outcome = new ManyImages(1).run(List.of(image), (one, part) -> {
			state = FileState.of(one.file());
			return each.analyse(one, state, own, () -> opened[0] = true, part);
		}, done -> {}, progress);
		return new FolderWatch.Attempt(outcome.isEmpty() ? null : outcome.get(0), opened[0]);
	}

	@Override
	public void done(final FolderWatch.Done done, final FolderWatch.State now) {
		final ImageOutcome outcome = done.outcome();
		final FolderLog.Entry entry = new FolderLog.Entry(outcome, state, options);
		log.done(entry);
		remember(entry);
		changed = true;
		final Optional<Path> picture = outcome.isDone() ? Thumbnail.picture(folder.output().resolve(outcome
			.folder())) : Optional.empty();
		latest(done, now, picture);
		renew();
		if (window != null) window.show(new WatchWindow.Row(outcome, done.isFresh() ? done.lag()
			: Double.NaN, image(outcome.image()).file(), picture.orElse(null)));
		else note.accept(outcome.image() + ": " + (outcome.isDone() ? FigureWords.brief(outcome)
			: outcome.failure()) + (done.isFresh() ? String.format(Locale.ROOT, " (%.1f s after it arrived)",
				done.lag()) : ""));
		tell(now);
	}

	/** The picture first: whoever sees the new text finds its picture. */
	private void latest(final FolderWatch.Done done, final FolderWatch.State now,
		final Optional<Path> picture)
	{
		final Path shown = folder.output().resolve(LatestFile.PICTURE);
		try {
			if (picture.isPresent()) AtomicFile.write(shown, Files.readAllBytes(picture.get()));
			else AtomicFile.delete(shown);
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "%s can't be read (%s); leave the results alone.", picture
				.get(), AtomicFile.reason(exc));
		}
		final Instant finished = Instant.now();
		final long good = good();
		new LatestFile(done.outcome(), done.isFresh() ? finished.minusMillis(Math.round(1000 * done.lag()))
			: null, finished, done.isFresh() ? done.lag() : Double.NaN, now.waiting(), (int) good, entries
				.size() - (int) good).write(folder.output());
	}

	private long good() {
		return entries.values().stream().filter(e -> e.outcome().isDone()).count();
	}

	@Override
	public void rest(final FolderWatch.State now) {
		renew();
		tell(now);
	}

	private void tell(final FolderWatch.State now) {
		if (window == null && !now.trouble().equals(trouble) && !now.trouble().isEmpty()) note.accept(now
			.trouble() + " It is tried again.");
		trouble = now.trouble();
		if (window != null && (!now.equals(last) || changed)) {
			final int good = (int) good();
			window.tell(new WatchWindow.Counts(good, entries.size() - good, now.waiting(), now.writing()), now
				.trouble().isEmpty() ? pace.words(now.waiting(), request.advice()) : now.trouble());
		}
		last = now;
	}

	/** The table, rarely enough. */
	private void renew() {
		final long begin = System.nanoTime();
		if (!changed || begin < due) return;
		FolderTable.write(folder.output(), outcomes());
		changed = false;
		due = System.nanoTime() + Math.max(RENEWED, (long) ((System.nanoTime() - begin) / SHARE));
	}

	private List<ImageOutcome> outcomes() {
		return entries.values().stream().map(FolderLog.Entry::outcome).sorted((a, b) -> NaturalOrder.INSTANCE
			.compare(a.image(), b.image())).collect(Collectors.toList());
	}
}
