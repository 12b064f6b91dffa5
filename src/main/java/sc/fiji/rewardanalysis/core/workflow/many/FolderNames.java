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

package sc.fiji.rewardanalysis.core.workflow.many;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Gives each image a folder of its own below the output folder: its path below the folder of
 * images without the extension. The extension stays where another image, a folder of images, or
 * a file of the whole run would have the same name, upper and lower case being the same, and
 * where the name would end in a dot or blank, which not every system can have. If that doesn't
 * help, slashes become {@code __}, or a number follows. A name of more than {@value #LONGEST}
 * bytes is cut and gets a number. No folder lies within another image's.
 */
public final class FolderNames {

	/** What the output folder has besides the images' folders. */
	private static final Set<String> RESERVED = Set.of("shared", "results.csv", "summary.txt",
		"report.html", "figures.png", "figures.svg", "folder.jsonl", "latest.json", "latest.png", "before.json",
		"stop", "stop.txt");

	/** Bytes of a name: systems have 255, and the folder has more in its name while it is written. */
	private static final int LONGEST = 200;

	/** Folded; those that are taken, and what lies above them. */
	private final Set<String> taken = new HashSet<>(), above = new HashSet<>();

	/** How many images would have a name without their extension; folded. */
	private final Map<String, Integer> wanted = new HashMap<>();

	/** Folders of images, with those above; folded. */
	private final Set<String> parents = new HashSet<>();

	/** Folders by image that were given before. */
	private final Map<String, String> known;

	/**
	 * @param known folders by image that were given before, and are kept
	 * @param images all others to come, as far as they are known
	 */
	public FolderNames(final Map<String, String> known, final Collection<String> images) {
		this.known = known;
		known.values().forEach(this::take);
		for (final String image : images) {
			wanted.merge(folded(bare(image)), 1, Integer::sum);
			for (int slash = image.indexOf('/'); slash >= 0; slash = image.indexOf('/', slash + 1))
				parents.add(folded(image.substring(0, slash)));
		}
	}

	/** The folder of an image, with slashes. */
	public String of(final String image) {
		final String before = known.get(image);
		if (before != null) return before;
		for (final String candidate : candidates(image))
			if (!isLong(candidate) && isFree(candidate)) return taking(candidate);
		final String cut = cut(flat(image));
		for (int i = 2;; i++) {
			final String candidate = cut + "-" + i;
			if (isFree(candidate)) return taking(candidate);
		}
	}

	private List<String> candidates(final String image) {
		final List<String> all = new ArrayList<>();
		final String bare = bare(image), folded = folded(bare);
		if (wanted.getOrDefault(folded, 1) == 1 && !parents.contains(folded) && !bare.matches(
			".*[. ]")) all.add(bare);
		if (!parents.contains(folded(image))) all.add(image);
		all.add(flat(image));
		return all;
	}

	private static String flat(final String image) {
		return image.replace("/", "__");
	}

	private static boolean isLong(final String folder) {
		return Arrays.stream(folder.split("/")).anyMatch(name -> bytes(name) > LONGEST);
	}

	/** As much of the name as isn't too long. */
	private static String cut(final String name) {
		// A character has a byte at least; what is beyond needn't be looked at.
		String cut = name.substring(0, Math.min(name.length(), LONGEST));
		if (!cut.isEmpty() && Character.isHighSurrogate(cut.charAt(cut.length() - 1))) cut = cut.substring(0, cut
			.length() - 1);
		while (bytes(cut) > LONGEST)
			cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
		return cut;
	}

	private static int bytes(final String name) {
		return name.getBytes(StandardCharsets.UTF_8).length;
	}

	private String taking(final String folder) {
		take(folder);
		return folder;
	}

	private void take(final String folder) {
		final String folded = folded(folder);
		taken.add(folded);
		for (int slash = folded.indexOf('/'); slash >= 0; slash = folded.indexOf('/', slash + 1))
			above.add(folded.substring(0, slash));
	}

	private boolean isFree(final String folder) {
		final String folded = folded(folder);
		if (taken.contains(folded) || above.contains(folded)) return false;
		if (RESERVED.contains(folded.split("/", 2)[0])) return false;
		for (int slash = folded.indexOf('/'); slash >= 0; slash = folded.indexOf('/', slash + 1))
			if (taken.contains(folded.substring(0, slash))) return false;
		return true;
	}

	/** Without the extension. */
	private static String bare(final String image) {
		final int dot = image.lastIndexOf('.');
		return dot > image.lastIndexOf('/') + 1 ? image.substring(0, dot) : image;
	}

	private static String folded(final String name) {
		return name.toLowerCase(Locale.ROOT);
	}
}
