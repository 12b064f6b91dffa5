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

package sc.fiji.rewardanalysis.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Point;
import java.awt.Rectangle;
import java.util.List;

import org.junit.jupiter.api.Test;

class WindowPlacesTest {

	private static final Rectangle SCREEN = new Rectangle(0, 0, 1000, 800), OWN = new Rectangle(300,
		300, 400, 300);

	private static Point beside(final int x, final int y, final int width, final int height) {
		return WindowPlaces.beside(OWN, List.of(new Rectangle(x, y, width, height)), List.of(),
			SCREEN);
	}

	@Test
	void theFirstSideWithRoomIsTaken() {
		assertEquals(new Point(308, 50), beside(100, 50, 200, 200), "right");
		assertEquals(new Point(192, 50), beside(600, 50, 200, 200), "left");
		assertEquals(new Point(350, 258), beside(350, 50, 300, 200), "below");
		assertEquals(new Point(350, 192), beside(350, 500, 300, 200), "above");
	}

	@Test
	void aLargeImageIsHiddenAsLittleAsCanBe() {
		assertEquals(new Point(600, 0), beside(0, 0, 900, 800), "right, as far as the screen goes");
		assertEquals(new Point(600, 0), beside(0, -50, 900, 900), "not above the screen");
	}

	@Test
	void imageJsWindowIsSeenTooIfThereIsRoom() {
		final Rectangle image = new Rectangle(100, 150, 200, 200), main = new Rectangle(400, 0, 500, 200);
		assertEquals(new Point(100, 358), WindowPlaces.beside(OWN, List.of(image, main), List.of(),
			SCREEN), "below");
		assertEquals(new Point(600, 500), WindowPlaces.beside(OWN, List.of(new Rectangle(0, 0, 700, 600), main),
			List.of(), SCREEN), "a corner");
	}

	@Test
	void ofEqualPlacesTheOneThatHidesLeastOfOthersIsTaken() {
		final List<Rectangle> image = List.of(new Rectangle(350, 50, 150, 200));
		final Rectangle right = new Rectangle(600, 60, 100, 100);
		assertEquals(new Point(508, 50), WindowPlaces.beside(OWN, image, List.of(), SCREEN), "right");
		assertEquals(new Point(350, 258), WindowPlaces.beside(OWN, image, List.of(right), SCREEN), "below");
		assertEquals(new Point(350, 258), WindowPlaces.beside(OWN, image, List.of(right, new Rectangle(0, 0, 340,
			100)), SCREEN), "never on the image");
	}
}
