package sc.fiji.rewardanalysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MarkedDocumentTest {

	private static final String BEFORE = "a\n<!-- p: begin -->\nold\n<!-- p: end -->\nb\n";
	private static final String AFTER = "a\n<!-- p: begin -->\n\nnew\n\n<!-- p: end -->\nb\n";

	@Test
	void replacesThePartAndNothingElse() {
		assertEquals(AFTER, MarkedDocument.replaced(BEFORE, "p", "new\n"));
		assertEquals(AFTER, MarkedDocument.replaced(AFTER, "p", "new"));
		assertThrows(IllegalArgumentException.class, () -> MarkedDocument.replaced(BEFORE, "q", "new"));
	}
}
