package sc.fiji.rewardanalysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** No number is written, and no letter made large or small, as the user's country would. */
class NumbersAlikeTest {

	private static final Path SOURCES = Path.of("src/main/java");

	/** What takes the country of the machine where none is named. */
	private static final Pattern COUNTRY = Pattern.compile(
		"String\\.format\\(\\s*(?!\\s*Locale\\.ROOT)|\\.formatted\\(|\\.printf\\(\\s*(?!\\s*Locale\\.ROOT)|" +
			"\\.to(Lower|Upper)Case\\(\\)|NumberFormat\\.get\\w*Instance\\(\\)|new DecimalFormat\\(\"[^\"]*\"\\)|" +
			"new NumberTickUnit\\([\\d.]+\\)|\\.getBytes\\(\\)|new (FileReader|FileWriter|Scanner)\\(|" +
			"Charset\\.defaultCharset");

	@Test
	void noSourceAsksForTheCountry() throws IOException {
		final List<String> found = new ArrayList<>();
		try (Stream<Path> files = Files.walk(SOURCES)) {
			for (final Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList())
				COUNTRY.matcher(Files.readString(file)).results().forEach(r -> found.add(file.getFileName() + ": " +
					r.group()));
		}
		assertEquals(List.of(), found);
	}
}
