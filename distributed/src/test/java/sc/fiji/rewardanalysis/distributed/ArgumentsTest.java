package sc.fiji.rewardanalysis.distributed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class ArgumentsTest {

	private static Arguments of(final String... args) {
		return new Arguments(Set.of("input", "tile"), Set.of("resume"), args);
	}

	@Test
	void readsNamesAndFlags() {
		final Arguments arguments = of("--input", "a", "--resume", "--input", "--b");
		assertEquals(List.of("a", "--b"), arguments.all("input"));
		assertTrue(arguments.has("resume"));
		assertFalse(arguments.has("tile"));
		assertEquals(7, arguments.number("tile", 7, 1));
	}

	@Test
	void saysWhatIsWrong() {
		assertThrows(RewardAnalysisException.class, () -> of("--output", "a"));
		assertThrows(RewardAnalysisException.class, () -> of("input"));
		assertThrows(RewardAnalysisException.class, () -> of("--input"));
		assertThrows(RewardAnalysisException.class, () -> of("--input", "a", "--input", "b").text("input", ""));
		assertThrows(RewardAnalysisException.class, () -> of().required("input"));
		assertThrows(RewardAnalysisException.class, () -> of("--tile", "0").number("tile", 1, 1));
		assertThrows(RewardAnalysisException.class, () -> of("--tile", "big").number("tile", 1, 1));
	}
}
