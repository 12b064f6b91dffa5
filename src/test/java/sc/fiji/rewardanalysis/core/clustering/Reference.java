package sc.fiji.rewardanalysis.core.clustering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.StreamSupport;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Reads the reference cases, which scikit-learn computed. */
final class Reference {

	private Reference() {}

	static JsonObject json(final String name) {
		return JsonParser.parseString(text(name + ".json")).getAsJsonObject();
	}

	/** A row a line, without its header. */
	static double[][] csv(final String name) {
		return text(name + ".csv").lines().skip(1).map(line -> Arrays.stream(line.split(","))
			.mapToDouble(Double::parseDouble).toArray()).toArray(double[][]::new);
	}

	static Points points(final double[][] rows) {
		return new Points(rows.length, rows[0].length, Arrays.stream(rows).flatMapToDouble(Arrays::stream)
			.toArray());
	}

	static FloatMatrix samples(final double[][] rows) {
		final float[] values = new float[rows.length * rows[0].length];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) rows[i / rows[0].length][i % rows[0].length];
		return new FloatMatrix(rows.length, rows[0].length, values);
	}

	static double[] vector(final JsonElement array) {
		return StreamSupport.stream(array.getAsJsonArray().spliterator(), false).mapToDouble(
			JsonElement::getAsDouble).toArray();
	}

	static double[][] matrix(final JsonElement array) {
		final JsonArray rows = array.getAsJsonArray();
		return StreamSupport.stream(rows.spliterator(), false).map(Reference::vector).toArray(
			double[][]::new);
	}

	private static String text(final String file) {
		try (InputStream in = Reference.class.getResourceAsStream("/reference/" + file)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
