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

package sc.fiji.rewardanalysis.learning.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.network.OutputMeaning;
import sc.fiji.rewardanalysis.core.network.OutputMeaning.Background;
import sc.fiji.rewardanalysis.core.network.OutputMeaning.Values;
import sc.fiji.rewardanalysis.core.network.ProbabilityModel;

@NeedsNetworks
class ForeignNetworkTest {

	private static final int W = 64, H = 96;

	@TempDir
	private Path folder;

	@Test
	void torchScriptGivesWhatItSays() throws IOException {
		check(ModelFiles.torchScript(folder.resolve("net.pt"), ModelFiles.PROBABILITY), OutputMeaning.AUTOMATIC);
	}

	/** Logits are recognised: of a background they are below 0. */
	@Test
	void logitsBecomeProbabilities() throws IOException {
		check(ModelFiles.torchScript(folder.resolve("logits.pth"), ModelFiles.logit()),
			OutputMeaning.AUTOMATIC);
		check(ModelFiles.onnx(folder.resolve("logits.onnx"), false, 0, 1, 0, 0), OutputMeaning.AUTOMATIC);
	}

	@Test
	void onnxGivesWhatItSays() throws IOException {
		check(ModelFiles.onnx(folder.resolve("net.onnx"), true, 0, 1, 0, 0), OutputMeaning.AUTOMATIC);
		// The name's ending doesn't matter.
		check(ModelFiles.onnx(folder.resolve("net.model"), true, 1, 1, 0, 0), OutputMeaning.AUTOMATIC);
	}

	/** Softmax of (l, 0) is the logistic function of l; the background comes last with AtomAI. */
	@Test
	void ofSeveralClassesAllButTheBackgroundAreColumns() throws IOException {
		final String zero = "torch.zeros_like(x)";
		check(ModelFiles.torchScript(folder.resolve("last.pt"), "torch.cat([" + ModelFiles.logit() + ", " +
			zero + "], 1)"), OutputMeaning.AUTOMATIC);
		check(ModelFiles.torchScript(folder.resolve("first.pt"), "torch.cat([" + zero + ", " + ModelFiles
			.logit() + "], 1)"), new OutputMeaning(Values.AUTOMATIC, Background.FIRST));
		check(ModelFiles.torchScript(folder.resolve("soft.pt"), "torch.softmax(torch.cat([" + ModelFiles
			.logit() + ", " + zero + "], 1), 1)"), OutputMeaning.AUTOMATIC);
	}

	@Test
	void oneSizeIsKnownFromTheFileOrFoundOut() throws IOException {
		final Path onnx = ModelFiles.onnx(folder.resolve("fixed.onnx"), true, 1, 1, 48, 80);
		try (ProbabilityModel model = NetworkModels.open(onnx, Double.NaN, OutputMeaning.AUTOMATIC)) {
			assertEquals(80, model.info().tiles().width());
			assertEquals(48, model.info().tiles().height());
		}
		final Path torch = ModelFiles.torchScript(folder.resolve("fixed.pt"), "torch.reshape(" +
			ModelFiles.PROBABILITY + ", [1, 1, 128, 128])");
		try (ProbabilityModel model = NetworkModels.open(torch, Double.NaN, OutputMeaning.AUTOMATIC)) {
			assertEquals(128, model.info().tiles().width());
			assertEquals(1, model.info().tiles().reach());
		}
	}

	@Test
	void otherShapesAreRefusedInWords() throws IOException {
		refused(ModelFiles.onnx(folder.resolve("rgb.onnx"), true, 0, 3, 0, 0), "one channel");
		refused(ModelFiles.onnx(folder.resolve("flat.onnx"), true, 0, 64), "N × 1 × height × width");
		refused(ModelFiles.torchScript(folder.resolve("class.pt"), "torch.mean(x, [2, 3])"),
			"(1, classes,");
		refused(ModelFiles.torchScript(folder.resolve("half.pt"),
			"torch.avg_pool2d(x, [2, 2], [2, 2])"), "one value or more for each pixel");
		refused(ModelFiles.torchScript(folder.resolve("rgb.pt"),
			"torch.conv2d(x, torch.ones([1, 3, 3, 3]))"), "can't read a picture of shape");
		refused(ModelFiles.torchScript(folder.resolve("word.pt"), "torch.nonsense(x)"), "can't be loaded");
	}

	@Test
	void filesThatAreNoNetworksSayWhatToDo() throws IOException {
		final Path good = ModelFiles.torchScript(folder.resolve("good.pt"), ModelFiles.PROBABILITY);
		final byte[] bytes = Files.readAllBytes(good);
		refused(Files.write(folder.resolve("cut.pt"), Arrays.copyOf(bytes, bytes.length / 2)),
			"damaged or cut short");
		final Path onnx = ModelFiles.onnx(folder.resolve("good.onnx"), true, 0, 1, 0, 0);
		final byte[] more = Files.readAllBytes(onnx);
		refused(Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(more, more.length / 2)), "damaged");
		refused(Files.write(folder.resolve("empty.pt"), new byte[0]), "empty");
		refused(Files.writeString(folder.resolve("text.pt"), "weights of a network"), "no network");
		refused(Files.write(folder.resolve("old.tar"), new byte[] { (byte) 0x80, 2, 'c' }), "pickle");
		refused(folder.resolve("none.pt"), "There is no file");
		refused(folder, "There is no file");
		final Path weights = folder.resolve("atomai.tar");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(weights))) {
			ModelFiles.entry(zip, "archive/data.pkl", new byte[] { 1 });
			ModelFiles.entry(zip, "archive/data/0", new byte[] { 1 });
		}
		refused(weights, "AtomAI");
	}

	private void refused(final Path file, final String why) {
		final String message = assertThrows(RewardAnalysisException.class, () -> NetworkModels.open(file,
			Double.NaN, OutputMeaning.AUTOMATIC).close()).getMessage();
		assertTrue(message.contains(why), message);
	}

	/** Against the formula. */
	private static void check(final Path file, final OutputMeaning meaning) {
		final float[] x = new float[W * H];
		final Random random = new Random(4);
		for (int i = 0; i < x.length; i++)
			x[i] = random.nextFloat();
		try (ProbabilityModel model = NetworkModels.open(file, Double.NaN, meaning)) {
			assertEquals(1, model.info().tiles().reach());
			final float[] p = model.probabilities(x, W, H);
			for (int i = 0; i < x.length; i++) {
				double sum = 0;
				for (int v = Math.max(0, i / W - 1); v <= Math.min(H - 1, i / W + 1); v++)
					for (int u = Math.max(0, i % W - 1); u <= Math.min(W - 1, i % W + 1); u++)
						sum += x[v * W + u];
				assertEquals(1 / (1 + Math.exp(-ModelFiles.STEEP * (sum / 9 - ModelFiles.MIDDLE))), p[i],
					1e-5);
			}
		}
	}
}
