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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.rewardanalysis.command.run.MacroOptions;
import sc.fiji.rewardanalysis.core.DiskFullException;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.ResultFolder;
import sc.fiji.rewardanalysis.core.io.many.FolderJournal;
import sc.fiji.rewardanalysis.core.io.many.FolderTable;
import sc.fiji.rewardanalysis.core.workflow.many.FileState;
import sc.fiji.rewardanalysis.core.workflow.many.FolderLog;
import sc.fiji.rewardanalysis.core.workflow.many.ImageFile;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;
import sc.fiji.rewardanalysis.core.workflow.many.ManyImages;
import sc.fiji.rewardanalysis.core.workflow.many.MemoryBudget;
import sc.fiji.rewardanalysis.core.workflow.many.NaturalOrder;
import sc.fiji.rewardanalysis.imagej.Display;

/** {@link ProcessFolder} of a folder: what is known from its journal, and all the rest. */
final class FolderProcessing {

	/** How often the table is written while images are analysed, ns. */
	private static final long RENEWED = 3_000_000_000L;

	/** As many images that start from the first one take about as long as that, with their files. */
	private static final double FIRST = 5;

	private final FolderRequest request;
	private final FolderImage each;
	private final Consumer<String> note;
	private final Map<String, FileState> states = new ConcurrentHashMap<>();

	/** What is told of each image's options in the journal. */
	private final Map<String, String> told = new ConcurrentHashMap<>();

	/** What became of each image until now, by its path. */
	private final Map<String, ImageOutcome> outcomes = new ConcurrentHashMap<>();
	private long renewed = System.nanoTime();

	/**
	 * What came out.
	 *
	 * @param images all that there are
	 * @param outcomes in natural order; without those that a cancel left out
	 * @param known how many of them were done before
	 * @param seconds of this run
	 * @param isCanceled whether it was cut short
	 * @param more lines of the summary
	 */
	record Result(List<ImageFile> images, List<ImageOutcome> outcomes, int known, double seconds,
		boolean isCanceled, List<String> more)
	{

		List<ImageOutcome> failures() {
			return outcomes.stream().filter(o -> !o.isDone()).toList();
		}
	}

	/** @param note tells the user what is no error but should be known */
	FolderProcessing(final FolderRequest request, final Consumer<String> note) {
		this.request = request;
		this.note = note;
		each = new FolderImage(request.analysis(), request.output(), request.pictures(),
			new MemoryBudget());
	}

	/** Analyses all images that aren't known. */
	Result run(final Progress progress) {
		final long start = System.nanoTime();
		AtomicFile.checkWritable(request.output());
		try (FolderLog log = FolderJournal.open(request.output(), request.about())) {
			final Map<String, FolderLog.Entry> known = new HashMap<>();
			log.known().forEach(e -> known.put(e.outcome().image(), e));
			final Map<String, String> folders = known.values().stream().collect(Collectors.toMap(e -> e
				.outcome().image(), e -> e.outcome().folder()));
			final List<ImageFile> images = request.scan().images(folders, progress);
			if (images.isEmpty()) throw new RewardAnalysisException(
				"No file in %s%s matches the pattern; check pattern and recursive.", request.scan().input(),
				request.scan().recursive() ? " or below" : "");
			ResultFolder.tidy(request.output(), Stream.concat(images.stream().map(ImageFile::folder), folders
				.values().stream()));
			final Run run = new Run(log, known, images, progress);
			try {
				run.all();
			}
			catch (final DiskFullException exc) {
				throw stopped(exc, images.size());
			}
			final List<ImageOutcome> all = inOrder();
			FolderTable.write(request.output(), all);
			return new Result(images, all, run.before, (System.nanoTime() - start) * 1e-9, run.cutShort || progress
				.isCanceled() && all.size() < images.size(), List.of());
		}
	}

	/** What is done is in the journal; the table has a chance, for what was begun is deleted again. */
	private DiskFullException stopped(final DiskFullException full, final int images) {
		final List<ImageOutcome> all = inOrder();
		final DiskFullException stopped = new DiskFullException(full, String.format(Locale.ROOT,
			"%d of %s are done", all.stream().filter(ImageOutcome::isDone).count(), Words.count(images, "image")));
		try {
			FolderTable.write(request.output(), all);
		}
		catch (final DiskFullException exc) {
			stopped.addSuppressed(exc);
		}
		return stopped;
	}

	private List<ImageOutcome> inOrder() {
		return outcomes.values().stream().sorted((a, b) -> NaturalOrder.INSTANCE.compare(a.image(), b
			.image())).toList();
	}

	private final class Run {

		private final FolderLog log;
		private final Map<String, FolderLog.Entry> known;
		private final List<ImageFile> images;
		private final Progress progress;

		/** How many were known. */
		private int before;

		/** Whether there was a cancel before it was known what is to be done with each image. */
		private boolean cutShort;

		Run(final FolderLog log, final Map<String, FolderLog.Entry> known,
			final List<ImageFile> images, final Progress progress)
		{
			this.log = log;
			this.known = known;
			this.images = images;
			this.progress = progress;
		}

		/** Works until all are done, or a cancel. */
		void all() {
			try {
				untilDone();
			}
			catch (final CancellationException exc) {
				if (!progress.isCanceled()) throw exc;
				cutShort = true;
				// The table says what is there, whichever options the images would have had.
				for (final ImageFile image : images)
					if (!outcomes.containsKey(image.image()) && isThere(image)) before++;
			}
		}

		private void untilDone() {
			final Map<String, Map<String, String>> options = new LinkedHashMap<>();
			images.forEach(image -> options.put(image.image(), request.of(image)));
			double begun = 0.01;
			if (request.mode() == FolderRequest.Mode.SHARED) {
				begun = 0.5;
				share(options, progress.part(0, begun));
			}
			else options.forEach((image, own) -> told.put(image, MacroOptions.text(own)));
			if (request.mode() == FolderRequest.Mode.FIRST) {
				begun = Math.min(0.9, FIRST / (FIRST + images.size() - 1));
				before += follow(options, progress.part(0, begun));
			}
			final List<ImageFile> left = new ArrayList<>();
			for (final ImageFile image : images) {
				progress.checkCanceled();
				if (outcomes.containsKey(image.image())) continue;
				if (isKnown(image)) before++;
				else left.add(image);
			}
			if (before > 0) note.accept(before + " of " + images.size() + " images were analysed before.");
			work(left, options, progress.part(begun, 0.98));
		}

		/** Whether nothing is to be done; then its outcome is among the others. */
		private boolean isKnown(final ImageFile image) {
			return isThere(image, told.get(image.image()));
		}

		private boolean isThere(final ImageFile image) {
			final FolderLog.Entry entry = known.get(image.image());
			return entry != null && isThere(image, entry.options());
		}

		private boolean isThere(final ImageFile image, final String options) {
			final FolderLog.Entry entry = known.get(image.image());
			if (entry == null || !entry.isOf(image, options) || !ResultFolder.isOurs(request.output().resolve(image
				.folder()))) return false;
			states.put(image.image(), entry.state());
			outcomes.put(image.image(), entry.outcome());
			return true;
		}

		private void share(final Map<String, Map<String, String>> options, final Progress part) {
			final SharedSearch.Result shared = new SharedSearch(request, note).run(images, options, part);
			shared.failures().forEach((image, reason) -> {
				final ImageFile file = images.stream().filter(i -> i.image().equals(image)).findFirst()
					.orElseThrow();
				done(new ImageOutcome(image, file.folder(), reason, Map.of(), 0));
			});
			shared.options().forEach((image, fixed) -> {
				options.get(image).putAll(fixed);
				told.put(image, MacroOptions.text(options.get(image)));
			});
		}

		/**
		 * Analyses the first image that can be, and lets the others start from its search.
		 *
		 * @return whether that was known, 1 or 0
		 */
		private int follow(final Map<String, Map<String, String>> options, final Progress part) {
			final Optional<ImageFile> before = images.stream().filter(this::isKnown).findFirst();
			ImageFile first = before.orElse(null);
			for (final ImageFile image : images) {
				if (first != null) break;
				work(List.of(image), options, part);
				progress.checkCanceled();
				final ImageOutcome outcome = outcomes.get(image.image());
				if (outcome != null && outcome.isDone()) first = image;
			}
			if (first == null) return 0;
			final String start = request.start(first.folder());
			final String hash = states.get(first.image()).sha256();
			for (final ImageFile image : images) {
				if (image.equals(first) || outcomes.containsKey(image.image())) continue;
				final Map<String, String> own = options.get(image.image());
				own.put(FolderRequest.WARM_START, start);
				// Of another content it would be another start.
				told.put(image.image(), MacroOptions.text(own) + " sha256=" + hash);
			}
			return before.isPresent() ? 1 : 0;
		}

		private void work(final List<ImageFile> some, final Map<String, Map<String, String>> options,
			final Progress part)
		{
			final int workers = request.workers() == 0 ? ManyImages.automatic(some.size()) : request.workers();
			new ManyImages(workers).run(some, (image, own) -> {
				final FileState state = FileState.of(image.file());
				states.put(image.image(), state);
				return each.analyse(image, state, options.get(image.image()), () -> {}, own);
			}, this::done, part);
		}

		private void done(final ImageOutcome outcome) {
			outcomes.put(outcome.image(), outcome);
			log.done(new FolderLog.Entry(outcome, states.get(outcome.image()), told.getOrDefault(outcome
				.image(), "")));
			if (!outcome.isDone() && !Display.isInteractive()) note.accept(outcome.image() + ": " + outcome
				.failure());
			renew();
		}
	}

	/** For whoever looks while it runs. */
	private synchronized void renew() {
		final long now = System.nanoTime();
		if (now - renewed < RENEWED) return;
		renewed = now;
		FolderTable.write(request.output(), inOrder());
	}
}
