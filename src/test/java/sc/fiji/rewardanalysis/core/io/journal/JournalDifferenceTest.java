package sc.fiji.rewardanalysis.core.io.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.google.gson.JsonParser;

/** Whoever can't resume a study learns what is not the same. */
class JournalDifferenceTest {

	private static String of(final String there, final String here) {
		return JournalDifference.of(JsonParser.parseString(there), JsonParser.parseString(here)).orElse(
			"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { //
		"{\"a\":1,\"b\":[2]} | {\"a\":1,\"b\":[2]} | ``", //
		"{\"b\":1,\"a\":1} | {\"b\":2,\"a\":2} | b is 1 there and 2 here", //
		"{\"b\":[1,2]} | {\"b\":[1]} | b.1 is 2 there and missing here", //
		"{\"s\":[{\"name\":\"x\",\"max\":1}]} | {\"s\":[{\"name\":\"x\",\"max\":2}]} | s.x.max is 1 there and 2 here", //
		"{\"s\":[{\"name\":\"x\"}]} | {\"s\":[{\"name\":\"y\"}]} | s.x is {\"name\":\"x\"} there and missing here", //
		"{\"s\":[{\"name\":\"x\"},{\"name\":\"y\"}]} | {\"s\":[{\"name\":\"y\"},{\"name\":\"x\"}]} | the order in s differs", //
		"{\"about\":{}} | {\"about\":{\"image\":\"x\"}} | about.image is missing there and \"x\" here" })
	void namesTheFirst(final String there, final String here, final String words) {
		assertEquals(words, of(there, here));
	}

	@Test
	void ofLongValuesItShowsWhereTheyDiffer() {
		final String same = "x".repeat(100);
		assertEquals("a is ..." + "x".repeat(20) + "b" + "x".repeat(39) + "... there and ..." + "x".repeat(
			20) + "c" + "x".repeat(39) + "... here", of("{\"a\":\"" + same + "b" + same + "\"}", "{\"a\":\"" +
				same + "c" + same + "\"}"));
	}
}
