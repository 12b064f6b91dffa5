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

package sc.fiji.rewardanalysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Packages by layer as a Mermaid graph, made from what they import. Packages below one that stands
 * for them are drawn as one box; an arrow is left out where others lead to the same.
 */
final class PackageDrawing {

	/** From the top, by title. */
	private static final Map<String, List<String>> LAYERS = new LinkedHashMap<>();

	static {
		LAYERS.put("what users see", List.of("distributed", "command", "ui"));
		LAYERS.put("ImageJ, pictures, networks, files", List.of("imagej", "plot", "learning", "core.io"));
		LAYERS.put("searches", List.of("core.workflow.*", "core.workflow"));
	}

	/** Each is one box with all below it. */
	private static final Set<String> WHOLE = Set.of("command", "ui", "imagej", "learning",
		"core.io");

	private PackageDrawing() {}

	private static String box(final String name) {
		if (name.startsWith("core.workflow.")) return "core.workflow.*";
		return WHOLE.stream().filter(w -> name.startsWith(w + ".")).findFirst().orElse(name);
	}

	/** Which box needs which. */
	static Map<String, Set<String>> boxes(final Map<String, Set<String>> imports) {
		final Map<String, Set<String>> boxes = new TreeMap<>();
		imports.forEach((name, others) -> {
			final Set<String> needed = boxes.computeIfAbsent(box(name), b -> new TreeSet<>());
			others.stream().filter(imports::containsKey).map(PackageDrawing::box).filter(b -> !b.equals(box(
				name))).forEach(needed::add);
		});
		return boxes;
	}

	/** The graph in Mermaid's language. */
	static String of(final Map<String, Set<String>> imports) {
		final Map<String, Set<String>> boxes = boxes(imports);
		final List<String> lines = new ArrayList<>(List.of("graph TD"));
		final Set<String> left = new TreeSet<>(boxes.keySet());
		LAYERS.forEach((title, names) -> {
			lines.addAll(layer(title, names));
			left.removeAll(names);
		});
		left.remove("core");
		lines.addAll(layer("algorithms", List.copyOf(left)));
		lines.add("\t" + node("core"));
		boxes.forEach((name, needed) -> direct(boxes, needed).forEach(n -> lines.add("\t" + id(name) +
			" --> " + id(n))));
		return String.join("\n", lines) + "\n";
	}

	private static List<String> layer(final String title, final List<String> names) {
		return Stream.of(Stream.of("\tsubgraph " + id(title) + "[\"" + title + "\"]"), names.stream().map(
			n -> "\t\t" + node(n)), Stream.of("\tend")).flatMap(s -> s).toList();
	}

	/** Those that none of the others leads to. */
	private static List<String> direct(final Map<String, Set<String>> boxes, final Set<String> needed) {
		return needed.stream().filter(n -> needed.stream().noneMatch(other -> !other.equals(n) && Packages
			.reached(boxes, boxes.get(other)).contains(n))).toList();
	}

	private static String node(final String name) {
		return id(name) + "[\"" + name + "\"]";
	}

	private static String id(final String name) {
		return name.replace("*", "all").replaceAll("\\W+", "_");
	}
}
