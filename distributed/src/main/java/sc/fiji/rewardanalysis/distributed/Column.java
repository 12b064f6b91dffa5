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

package sc.fiji.rewardanalysis.distributed;

import java.io.Serializable;
import java.util.List;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What a column of a table has.
 *
 * @param name its heading
 * @param kind of its fields
 * @param place where it stands, from 0; the least of several tables'
 */
record Column(String name, Kind kind, int place) implements Serializable {

	/** What fields are. */
	enum Kind {

			/** Whole numbers. */
			WHOLE(DataTypes.LongType),
			/** 1 or 0. */
			FLAG(DataTypes.BooleanType),
			/** Numbers. */
			NUMBER(DataTypes.DoubleType),
			/** Anything else. */
			TEXT(DataTypes.StringType);

		private final DataType type;

		Kind(final DataType type) {
			this.type = type;
		}

		/** As Spark has it. */
		DataType type() {
			return type;
		}

		/** A field's value; null if it is empty. */
		Object value(final String field) {
			if (field.isEmpty()) return null;
			return switch (this) {
				case WHOLE -> Long.valueOf(field);
				case FLAG -> field.equals("1");
				case NUMBER -> Double.valueOf(field);
				case TEXT -> field;
			};
		}
	}

	/** A column by its name and its fields. */
	static Column of(final String name, final int place, final List<String> fields) {
		if (fields.stream().anyMatch(f -> !f.isEmpty() && !isNumber(f))) return new Column(name, Kind.TEXT,
			place);
		final boolean whole = name.equals("id") || name.equals("slice");
		return new Column(name, whole ? Kind.WHOLE : name.startsWith("is_") ? Kind.FLAG : Kind.NUMBER,
			place);
	}

	private static boolean isNumber(final String field) {
		try {
			Double.parseDouble(field);
			return true;
		}
		catch (final NumberFormatException exc) {
			return false;
		}
	}

	/** What both have: numbers if both are, else texts. */
	Column and(final Column other) {
		if (!name.equals(other.name)) throw new RewardAnalysisException("%s is not %s.", name,
			other.name);
		return new Column(name, kind == other.kind ? kind : kind == Kind.TEXT || other.kind == Kind.TEXT
			? Kind.TEXT : Kind.NUMBER, Math.min(place, other.place));
	}
}
