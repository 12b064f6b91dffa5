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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The zip brings what Fiji lacks and nothing else, and the default build needs Maven Central only. */
class InstallationTest {

	/** What the ImageJ Updater uploads, by folder (net.imagej.updater.Checksummer, 2025). */
	private static final Map<String, String> UPLOADED = Map.of("plugins",
		".*\\.(jar|class|txt|ijm|py|rb|clj|js|bsh|groovy|gvy)", "jars", ".*\\.(jar|class)", "macros",
		".*\\.(txt|ijm|png|py|groovy)", "scripts", ".*\\.(m|ijm|py|rb|clj|js|bsh|groovy|gvy)", "luts", ".*\\.lut",
		"images", ".*\\.(png|tif|txt|ico)", "licenses", ".*");

	private static Element parse(final String file) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File(file))
			.getDocumentElement();
	}

	private static List<Element> children(final Node parent, final String name) {
		final List<Element> children = new ArrayList<>();
		final NodeList all = parent.getChildNodes();
		for (int i = 0; i < all.getLength(); i++)
			if (all.item(i).getNodeName().equals(name)) children.add((Element) all.item(i));
		return children;
	}

	private static List<Element> elements(final Element root, final String name) {
		final List<Element> elements = new ArrayList<>();
		final NodeList all = root.getElementsByTagName(name);
		for (int i = 0; i < all.getLength(); i++)
			elements.add((Element) all.item(i));
		return elements;
	}

	private static String text(final Element parent, final String child) {
		return children(parent, child).stream().map(Element::getTextContent).findFirst().orElse("");
	}

	/** The table of libraries: versions built with, and what Fiji has. */
	private static Map<String, String[]> table(final String name) throws Exception {
		final String page = Files.readString(Path.of("docs/installing.md"));
		final Matcher row = Pattern.compile(
			"(?m)^\\| ([\\w.-]+:[\\w.-]+) \\| (\\S+) \\| (.*?) \\|(?: .*)?$").matcher(page.substring(page.indexOf(
				"<!-- " + name + ": begin"), page.indexOf("<!-- " + name + ": end")));
		final Map<String, String[]> table = new TreeMap<>();
		while (row.find())
			table.put(row.group(1), new String[] { row.group(2), row.group(3) });
		return table;
	}

	/** The suite's licence, and what there is of others. */
	private static final List<String> NOTICES = List.of("LICENSE",
		"${project.build.directory}/${project.build.finalName}-THIRD-PARTY.txt");

	private static List<String> files(final Element assembly) {
		return elements(assembly, "file").stream().map(f -> text(f, "outputDirectory") + " " + text(f, "source"))
			.toList();
	}

	/** What the notices say is in the zip for networks is what is there, and what is put there by hand is in neither. */
	@Test
	void theNoticesAreThoseOfTheZip() throws Exception {
		final String template = Files.readString(Path.of("src/assembly/third-party.ftl"));
		final Set<String> brought = new TreeSet<>();
		elements(parse("src/assembly/fiji-networks.xml"), "include").forEach(i -> brought.add(i.getTextContent()));
		assertEquals(brought, assigned(template, "networks"));
		final Set<String> byHand = new TreeSet<>();
		table("networks").forEach((library, row) -> {
			if (row[1].startsWith("[by hand]")) byHand.add(library);
		});
		assertEquals(byHand, assigned(template, "byHand"));
	}

	private static Set<String> assigned(final String template, final String name) {
		final Matcher list = Pattern.compile("(?s)<#assign " + name + " = \\[(.*?)]>").matcher(template);
		assertTrue(list.find(), name);
		return new TreeSet<>(List.of(list.group(1).replaceAll("[\"\\s]", "").split(",")));
	}

	/** Modes in a zip are given, lest they be those of whoever builds it. */
	@Test
	void modesAreGiven() throws Exception {
		for (final String name : List.of("fiji", "fiji-networks")) {
			final Element assembly = parse("src/assembly/" + name + ".xml");
			for (final String kind : List.of("file", "fileSet", "dependencySet"))
				for (final Element e : elements(assembly, kind))
					assertEquals("0644", text(e, "fileMode"), name + ": " + text(e, "outputDirectory"));
		}
	}

	/** The jars of ours go into plugins, libraries by name into jars, and each of those is said to be lacking. */
	@Test
	void theZipBringsWhatFijiLacks() throws Exception {
		final Element assembly = parse("src/assembly/fiji.xml");
		final List<String> files = files(assembly);
		assertEquals("plugins ${project.build.directory}/${project.build.finalName}.jar", files.get(0));
		assertEquals(NOTICES.stream().map(n -> "licenses/reward-analysis " + n).toList(), files.subList(1, files
			.size()));
		final Set<String> brought = new TreeSet<>();
		for (final Element set : elements(assembly, "dependencySet")) {
			assertEquals("jars", text(set, "outputDirectory"));
			assertFalse(children(set, "includes").isEmpty(), "all libraries would come along");
			elements(set, "include").forEach(i -> brought.add(i.getTextContent()));
		}
		final Set<String> lacking = new TreeSet<>();
		table("libraries").forEach((library, row) -> {
			if (row[1].equals("-")) lacking.add(library);
		});
		assertEquals(lacking, brought);
	}

	/** What networks need beside, in a zip of its own; the libraries of one platform are in neither. */
	@Test
	void theOtherZipBringsWhatNetworksNeed() throws Exception {
		final Element assembly = parse("src/assembly/fiji-networks.xml");
		assertEquals(NOTICES.stream().map(n -> "licenses/reward-analysis-networks " + n).toList(), files(assembly));
		assertEquals(List.of("src/assembly/licenses licenses/reward-analysis-networks"), elements(assembly,
			"fileSet").stream().map(s -> text(s, "directory") + " " + text(s, "outputDirectory")).toList());
		assertTrue(Files.readString(Path.of("src/assembly/licenses/Apache-2.0.txt")).contains(
			"TERMS AND CONDITIONS"));
		final Set<String> brought = new TreeSet<>();
		for (final Element set : elements(assembly, "dependencySet")) {
			assertEquals("jars", text(set, "outputDirectory"));
			elements(set, "include").forEach(i -> brought.add(i.getTextContent()));
		}
		final Set<String> lacking = new TreeSet<>();
		table("networks").forEach((library, row) -> {
			if (row[1].startsWith("in the zip")) lacking.add(library);
		});
		assertEquals(lacking, brought);
		assertFalse(brought.stream().anyMatch(b -> b.contains("native")), brought.toString());
		assertTrue(brought.contains("ai.djl:api"));
	}

	/** Whatever else there is lies where the Updater looks, and is what it takes, but for examples. */
	@Test
	void everyFileCanBeUploaded() throws Exception {
		final List<String> wrong = new ArrayList<>();
		for (final Element set : elements(parse("src/assembly/fiji.xml"), "fileSet")) {
			final String folder = text(set, "outputDirectory").split("/")[0];
			assertTrue(UPLOADED.containsKey(folder), folder);
			try (Stream<Path> files = Files.walk(Path.of(text(set, "directory")))) {
				final PathMatcher included = FileSystems.getDefault().getPathMatcher("glob:" + elements(set,
					"include").get(0).getTextContent());
				files.filter(Files::isRegularFile).filter(f -> included.matches(f.getFileName())).filter(f -> !f
					.toString().matches(UPLOADED.get(folder)))
					.forEach(f -> wrong.add(f + " in " + folder));
			}
		}
		assertEquals(List.of(), wrong);
	}

	/** Of the examples, macros only; the page says where the others are. */
	@Test
	void theExamplesAreWhereThePageSays() throws Exception {
		final List<String> included = elements(parse("src/assembly/fiji.xml"), "fileSet").stream().map(s -> text(
			s, "directory") + " " + elements(s, "include").stream().map(Element::getTextContent).toList())
			.toList();
		assertEquals(List.of("macros [*.ijm]"), included);
		final String page = Files.readString(Path.of("docs/installing.md"));
		assertTrue(page.contains("`macros/reward-analysis/*.ijm`"));
		assertTrue(page.contains("Groovy and Python are in neither: they are in the folder `macros` of the sources"));
		for (final String example : List.of("Optimize_Atom_Finding.groovy", "Optimize_Atom_Finding.py"))
			assertTrue(Files.exists(Path.of("macros", example)), example);
	}

	/** Every library of the POM is in the table, and each of the table is used at that very version. */
	@Test
	void theTableIsThatOfTheBuild() throws Exception {
		final Map<String, String[]> table = table("libraries");
		table.putAll(table("networks"));
		final Element pom = parse("pom.xml");
		for (final Element d : children(children(pom, "dependencies").get(0), "dependency"))
			if (!text(d, "scope").equals("test")) assertTrue(table.containsKey(text(d, "groupId") + ":" + text(d,
				"artifactId")), text(d, "artifactId") + " is not in docs/installing.md");
		final Set<String> jars = new TreeSet<>();
		for (final String path : System.getProperty("java.class.path").split(File.pathSeparator))
			jars.add(Path.of(path).getFileName().toString());
		table.forEach((library, row) -> assertTrue(jars.contains(library.split(":")[1] + "-" + row[0] + ".jar"),
			library + " " + row[0] + " is not what is built with"));
	}

	/** What the page and the messages tell users to get from Maven Central is what the build has. */
	@Test
	void thePageNamesTheVersionsOfTheBuild() throws Exception {
		final Element properties = elements(parse("pom.xml"), "properties").get(0);
		final String page = Files.readString(Path.of("docs/networks.md")), pytorch = text(properties,
			"pytorch.version"), onnx = table("networks").get("com.microsoft.onnxruntime:onnxruntime")[0];
		for (final String name : List.of("pytorch-native-cpu-" + pytorch + "-", "onnxruntime-" + onnx +
			".jar", "pytorch-jni-" + pytorch + "-" + text(properties, "djl.version") + ".jar"))
			assertTrue(page.contains(name), name);
		final String sources = "src/main/java/sc/fiji/rewardanalysis/learning/";
		assertTrue(Files.readString(Path.of(sources + "EngineTrouble.java")).contains("onnxruntime-" + onnx +
			".jar"));
		assertTrue(Files.readString(Path.of(sources + "EngineFolder.java")).contains("VERSION = \"" + pytorch +
			"\""));
	}

	@Test
	void onlyTheProfileAsksAnotherRepository() throws Exception {
		final Element pom = parse("pom.xml");
		assertTrue(children(pom, "repositories").isEmpty() && children(pom, "pluginRepositories").isEmpty());
		final List<Element> profiles = elements(pom, "profile");
		assertEquals(List.of("fiji"), profiles.stream().filter(p -> !elements(p, "repository").isEmpty()).map(
			p -> text(p, "id")).toList());
		// The others name PyTorch of one platform each, for the tests.
		for (final Element profile : profiles)
			assertEquals(text(profile, "id").startsWith("networks-"), !elements(profile, "os").isEmpty(),
				"nobody starts it unasked");
	}
}
