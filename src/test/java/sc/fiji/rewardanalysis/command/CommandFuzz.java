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

import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.command.run.Insides;
import sc.fiji.rewardanalysis.command.run.NoteEvent;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.RunFiles;

/**
 * Runs commands with inputs that nobody should give them, one wrong or several at once, on images of
 * every kind. Each run must end by itself, or soon after a cancel, with a result or one sentence; leave
 * the image as it was; and leave no half-written file. The same seed gives the same cases.
 */
final class CommandFuzz implements AutoCloseable {

	/** The processor time that a run may take before it is cancelled, mostly and now and then, ms. */
	private static final long PATIENCE = Long.getLong("fuzz.patience", 300), LONG_PATIENCE = 3_000;

	/** And the time, however busy the machine is, until it has ended, ms. */
	private static final long LONGEST = 30_000;

	/** One in so many is waited for longer; these have little wrong, so that most give results. */
	private static final int LONG = 8;

	private static final double[] NUMBERS = { Double.NaN, Double.POSITIVE_INFINITY,
		Double.NEGATIVE_INFINITY, 0.0, -0.0, 1e300, -1e300, Double.MIN_VALUE, Double.MAX_VALUE, -1, 1, -0.5, 0.5,
		1e9, 1e-9, Integer.MAX_VALUE, Integer.MIN_VALUE };

	private static final String[] TEXTS = { "", " ", "=", "==", "a=b", "[", "]", "[]", "[[", "a=[b", "'", "\"",
		"\\", "%s%n%d", "{name}", "{", "{}", "\n", "a\nb", "\t", "\0", "NaN", "null", "-1", "1e400", "ä日本😀e\u0301",
		"<script>alert(1)</script>", "../../..", "*", "**/*", "x".repeat(100_000), "n: 1..", "n: ..", "n: 1..2; n: 1..2",
		"n: 2..1", "n: NaN..1", "n: 0..1 log", "n=|", "QC; QC", "min", "target x rows", "max mean.", ";", ";;;", "x > 1",
		"Plugins > No Such...", "evaluations=-1", "image=x output_folder=y", "evaluations", "lattice=custom" };

	private final Context context = new Context(CommandService.class, ConvertService.class,
		org.scijava.app.StatusService.class);
	private final List<CommandInfo> commands;
	private final GoodInputs good;
	private final Map<String, Supplier<ImagePlus>> images = HostileImages.all();
	private final List<File> files = new ArrayList<>();
	private final Path folder;
	private final List<EventSubscriber<?>> listeners;

	/** What came out of all runs: sentences, how often a run ended in which way, and that by command. */
	final Map<String, Integer> outcomes = new TreeMap<>(), sentences = new TreeMap<>();
	final Map<String, Map<String, Integer>> byCommand = new TreeMap<>();

	/** @param folder empty; what is made for the commands goes there */
	CommandFuzz(final Path folder) throws IOException {
		this.folder = folder;
		context.service(LogService.class).setLevel(Boolean.getBoolean("verbose") ? LogLevel.ERROR : LogLevel.NONE);
		listeners = context.service(EventService.class).subscribe(this);
		commands = Commands.all(context).stream().filter(c -> NeedsNetworks.Condition.holds() || !RecordedSteps.NETWORKS
			.contains(Commands.leaf(c))).toList();
		good = new GoodInputs(context, commands, Files.createDirectories(folder.resolve("good")));
		hostileFiles(Files.createDirectories(folder.resolve("files [1] 'a' ä日本😀e\u0301 .")));
		files.addAll(good.files());
	}

	/** Notes are for ImageJ's log, which has enough of them. */
	@EventHandler
	void onEvent(final NoteEvent note) {
		note.consume();
	}

	/** A case: a command, how its inputs differ from good ones, an image, and the processor time it may take, ms. */
	record Case(CommandInfo command, Map<String, Object> inputs, Map<String, Object> changed, String image,
		long patience)
	{

		@Override
		public String toString() {
			return Commands.leaf(command) + " of " + image + " with " + changed.entrySet().stream().map(e -> e.getKey() +
				"=<" + String.valueOf(e.getValue()).substring(0, Math.min(120, String.valueOf(e.getValue()).length())) +
				">").toList();
		}
	}

	private void hostileFiles(final Path into) throws IOException {
		files.add(new File(""));
		files.add(new File(" "));
		files.add(into.resolve("missing/deep/file.csv").toFile());
		files.add(into.toFile());
		files.add(Files.createFile(into.resolve("empty")).toFile());
		files.add(new File(into.resolve("empty").toFile(), "below a file.json"));
		files.add(new File("a\0b"));
		files.add(new File(into.toFile(), "n".repeat(300)));
		files.add(new File("/proc/none/such"));
		final byte[] bytes = new byte[3000];
		new Random(1).nextBytes(bytes);
		for (final String name : new String[] { "r.tif", "r.csv", "r.json", "r.safetensors", "r.pt", "r.onnx", "r.xml",
			"r.ijm" })
			files.add(Files.write(into.resolve(name), bytes).toFile());
		for (final String[] text : new String[][] { { "t.csv", "x,y\n1,NaN\n1e400,\"\n" }, { "u.csv",
			"x_px,y_px\n-1e300,1e300\n" }, { "t.json", "{\"name\": 3, \"a_nm\": 1e400, \"sites\": [[[]]]}" }, { "u.json",
				"[".repeat(50_000) }, { "v.json", "{\"name\":" + "[".repeat(50_000) + "]".repeat(50_000) + ",\"sites\":[]}" }, { "t.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>" }, {
					"t.ijm", "n = 1;\nwhile (true) { n++; }\n" }, { "u.ijm", "n = ;;(\n" } })
			files.add(Files.writeString(into.resolve(text[0]), text[1]).toFile());
	}

	/** Each command with nothing wrong; without a display there is no ROI Manager. */
	List<Case> good() {
		return commands.stream().filter(c -> !GraphicsEnvironment.isHeadless() || !Commands.leaf(c).equals(
			AtomsToRoiManager.LEAF)).map(c -> new Case(c, good.of(c), Map.of(), GoodInputs.image(c), LONGEST)).toList();
	}

	/** The next one. */
	Case next(final Random random) {
		final CommandInfo command = commands.get(random.nextInt(commands.size()));
		final Map<String, Object> inputs = new LinkedHashMap<>(good.of(command));
		final List<ModuleItem<?>> items = new ArrayList<>();
		for (final ModuleItem<?> item : command.inputs())
			if (Insides.isPlain(item)) items.add(item);
		final Map<String, Object> changed = new LinkedHashMap<>();
		final boolean waited = random.nextInt(LONG) == 0;
		final int n = items.isEmpty() || random.nextInt(waited ? 3 : 8) == 0 ? 0 : waited || random.nextInt(3) > 0 ? 1 : 2 +
			random.nextInt(4);
		for (int i = 0; i < n; i++) {
			final ModuleItem<?> item = items.get(random.nextInt(items.size()));
			changed.put(item.getName(), value(item, random));
		}
		inputs.putAll(changed);
		final List<String> names = List.copyOf(images.keySet());
		return new Case(command, inputs, changed, waited || random.nextInt(3) > 0 ? GoodInputs.image(command) : names.get(random
			.nextInt(names.size())), waited ? LONG_PATIENCE : PATIENCE);
	}

	private Object value(final ModuleItem<?> item, final Random random) {
		final Class<?> type = org.scijava.util.Types.box(item.getType());
		if (type == Boolean.class) return random.nextBoolean();
		if (type == File.class) return files.get(random.nextInt(files.size()));
		if (type == String.class) {
			final List<?> choices = item.getChoices();
			if (choices == null || choices.isEmpty() || random.nextInt(4) == 0) return TEXTS[random.nextInt(TEXTS.length)];
			return choices.get(random.nextInt(choices.size()));
		}
		final Object low = item.getMinimumValue(), high = item.getMaximumValue();
		final double number = switch (random.nextInt(4)) {
			case 0 -> low == null ? -random.nextDouble() : ((Number) low).doubleValue() - random.nextInt(2) * random.nextInt(
				2);
			case 1 -> high == null ? 100 * random.nextDouble() : ((Number) high).doubleValue() + random.nextInt(2);
			default -> NUMBERS[random.nextInt(NUMBERS.length)];
		};
		return type == Integer.class ? (Object) (int) number : type == Long.class ? (Object) (long) number : number;
	}

	/** @return what is wrong; empty if nothing is */
	String run(final Case one) throws IOException, InterruptedException {
		final Path into = Files.createDirectories(folder.resolve("out")).resolve("o");
		final Map<String, Object> inputs = new LinkedHashMap<>(one.inputs);
		if (one.command.getInput("output_folder") != null) inputs.putIfAbsent("output_folder", into.toFile());
		final ImagePlus image = images.get(one.image).get();
		final boolean shown = one.command.getInput("image") != null;
		if (shown) inputs.put("image", image);
		final Roi selection = image.getRoi();
		final String contents = HostileImages.contents(image), marks = HostileImages.marks(image);
		final long begun = System.nanoTime();
		final Future<? extends Module> future = context.service(CommandService.class).run(one.command, true, inputs);
		final long start = processorTime();
		long cancelled = 0;
		Module module = null;
		while (module == null) {
			try {
				module = future.get(20, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException exc) {
				final long now = System.nanoTime();
				if (cancelled == 0 && processorTime() - start > one.patience) cancelled = now;
				if (cancelled != 0) IJ.setKeyDown(KeyEvent.VK_ESCAPE);
				if (now - begun > 1_000_000 * (LONGEST + 10 * one.patience) || cancelled != 0 && now - cancelled > 1_000_000 *
					LONGEST) return "hangs: " + stack();
			}
			catch (final ExecutionException exc) {
				return "threw " + exc.getCause();
			}
		}
		IJ.resetEscape();
		final double seconds = (processorTime() - start) * 1e-3;
		final Cancelable command = (Cancelable) module.getDelegateObject();
		final List<String> wrong = new ArrayList<>();
		final String reason = command.getCancelReason();
		final boolean refused = command.isCanceled();
		if (refused) wrong.addAll(complaints(reason));
		// The one input that asks for another selection.
		if (Boolean.TRUE.equals(inputs.get("select_sample"))) image.setRoi(selection);
		if (shown && !HostileImages.contents(image).equals(contents)) wrong.add("changed the image");
		if (shown && refused && cancelled == 0 && !HostileImages.marks(image).equals(marks)) wrong.add("changed the overlay");
		if (!GraphicsEnvironment.isHeadless() && Window.getWindows().length > 0) wrong.add("left a window");
		final List<String> left = new ArrayList<>(left());
		// It goes with the last file that it knows.
		if (left.size() > 1) left.removeIf(name -> name.endsWith(RunFiles.NAME));
		for (final Path hidden : KilledRun.hidden(folder.resolve("out")))
			wrong.add("left " + hidden);
		// A journal is what the next run goes on from; a folder's run that had failures tells them in its table.
		if (refused && cancelled == 0 && !left.isEmpty() && !left.contains("o/summary.txt") && !left.stream().allMatch(
			name -> name.endsWith(".jsonl"))) wrong.add("left " + left + " after: " + reason);
		AtomicFile.deleteAll(folder.resolve("out"));
		final String outcome = cancelled != 0 ? "cancelled" : refused ? "refused" : "result";
		outcomes.merge(outcome, 1, Integer::sum);
		byCommand.computeIfAbsent(Commands.leaf(one.command), leaf -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
		if (refused) sentences.merge(Commands.leaf(one.command) + " " + reason, 1, Integer::sum);
		if (seconds > 10 + one.patience * 1e-3) wrong.add("took " + seconds + " s");
		return String.join("; ", wrong);
	}

	/** What this Java has used until now, ms. */
	private static long processorTime() {
		return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
	}

	private static List<String> complaints(final String reason) {
		final List<String> wrong = new ArrayList<>();
		if (reason == null || reason.isBlank()) return List.of("says nothing");
		if (!reason.endsWith(".") || reason.contains("\n")) wrong.add("isn't a sentence: " + reason);
		if (reason.matches("(?s).*(unexpectedly|Exception|java\\.|sc\\.fiji\\.|\\bat [a-z.]+\\().*")) wrong.add(
			"tells of the program: " + reason);
		if (reason.length() > 1200) wrong.add("has " + reason.length() + " characters: " + reason.substring(0, 200));
		return wrong;
	}

	private List<String> left() throws IOException {
		final Path out = folder.resolve("out");
		try (Stream<Path> all = Files.walk(out)) {
			return new ArrayList<>(all.filter(Files::isRegularFile).map(f -> out.relativize(f).toString().replace(
				File.separatorChar, '/')).sorted().toList());
		}
	}

	private static String stack() {
		final StringBuilder text = new StringBuilder();
		Thread.getAllStackTraces().forEach((thread, frames) -> {
			if (Stream.of(frames).anyMatch(f -> f.getClassName().startsWith("sc.fiji") && !f.getClassName().contains(
				"Fuzz"))) text.append(thread.getName()).append(": ").append(Stream.of(frames).limit(14).map(
					StackTraceElement::toString).toList()).append(' ');
		});
		return text.toString();
	}

	@Override
	public void close() {
		context.service(EventService.class).unsubscribe(listeners);
		context.dispose();
	}

	/** Arguments: number of cases, seed. Prints what is wrong, and all sentences. */
	public static void main(final String... args) throws Exception {
		final Path folder = Files.createTempDirectory("fuzz");
		final Random random = new Random(Long.parseLong(args[1]));
		int wrong = 0;
		try (CommandFuzz fuzz = new CommandFuzz(folder)) {
			for (final Case one : fuzz.good()) {
				final long start = processorTime();
				final String complaint = fuzz.run(one);
				System.out.printf("%5d ms %s %s%n", processorTime() - start, one, complaint);
			}
			System.out.println(fuzz.byCommand + "\n" + fuzz.sentences);
			fuzz.byCommand.clear();
			for (int i = 0; i < Integer.parseInt(args[0]); i++) {
				final Case one = fuzz.next(new Random(random.nextLong()));
				if (i < Integer.getInteger("from", 0)) continue;
				if (Boolean.getBoolean("verbose")) System.out.println(i + " " + one);
				if (i % 100 == 0) System.out.println(i + " " + fuzz.byCommand);
				final String complaint = fuzz.run(one);
				if (complaint.isEmpty()) continue;
				wrong++;
				System.out.println("WRONG " + i + " " + one + "\n      " + complaint);
				if (complaint.startsWith("hangs")) break;
			}
			System.out.println(wrong + " wrong; " + fuzz.outcomes);
			fuzz.byCommand.forEach((leaf, outcomes) -> System.out.println(leaf + " " + outcomes));
			if (args.length > 2) Files.write(Path.of(args[2]), fuzz.sentences.entrySet().stream().map(e -> e.getValue() + " " +
				e.getKey()).toList());
		}
		finally {
			AtomicFile.deleteAll(folder);
		}
		System.exit(0);
	}
}
