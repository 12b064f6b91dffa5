package sc.fiji.rewardanalysis.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Blob;

class AtomsTableTest {

	private static final List<Blob> ATOMS = List.of(new Blob(1, 2, 3, 0.5), new Blob(4, 5, 6, 0.25));

	@Test
	void coordinatesAreThoseOfTheImage() {
		assertEquals("id,x_px,y_px,x_nm,y_nm,sigma_px,response,neighbour_sum_nm,is_error,is_counted\n" +
			"1,11.0,22.0,5.5,11.0,3.0,0.5,,,\n2,14.0,25.0,7.0,12.5,6.0,0.25,,,\n", AtomsTable.of(ATOMS,
				0.5, 10, 20).toText());
	}

	@Test
	void withoutAPixelSizeLengthsStayEmpty() {
		assertEquals("1,1.0,2.0,,,3.0,0.5,,,", AtomsTable.of(ATOMS, Double.NaN, 0, 0).toText().lines()
			.skip(1).findFirst().orElseThrow());
	}
}
