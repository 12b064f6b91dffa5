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

package sc.fiji.rewardanalysis.core.io;

import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * Where a run's image came from, and how the run was asked for.
 *
 * @param imageName the image's title
 * @param imageWidth px, of the whole image
 * @param imageHeight px, of the whole image
 * @param slice which one of a stack, from 1
 * @param x left edge of the analysed box in the image, px
 * @param y its upper edge, px
 * @param width its width, px
 * @param height its height, px
 * @param hash SHA-256 of the analysed pixels as big-endian floats
 * @param seconds what the run took
 * @param macro the line that repeats it
 */
public record ImageRun(String imageName, int imageWidth, int imageHeight, int slice, int x, int y,
	int width, int height, String hash, double seconds, String macro)
{

	public ImageRun {
		Checks.given("name of the image", imageName);
		Checks.given("hash", hash);
		Checks.given("macro line", macro);
	}

	JsonObject json() {
		final JsonObject json = new JsonObject();
		json.addProperty("name", imageName);
		json.addProperty("width_px", imageWidth);
		json.addProperty("height_px", imageHeight);
		json.addProperty("slice", slice);
		json.add("analysed_box_px", StudyJson.numbers(x, y, width, height));
		json.addProperty("sha256_of_analysed_pixels", hash);
		return json;
	}
}
