package sc.fiji.rewardanalysis.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordsTest {

	@Test
	void countsAreSaid() {
		assertEquals("1 atom", Words.count(1, "atom"));
		assertEquals("0 atoms", Words.count(0, "atom"));
	}

	@Test
	void linesBreakBetweenWords() {
		assertEquals("one two\nthree", Words.lines("one two three", 7));
		assertEquals("one\ntwo", Words.lines("one two", 6));
		assertEquals("a\nlongerthanaline\nb c", Words.lines("a longerthanaline b c", 5));
		assertEquals("", Words.lines("", 5));
		assertEquals("same", Words.lines("same", 100));
	}
}
