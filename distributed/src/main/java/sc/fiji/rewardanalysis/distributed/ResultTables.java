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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

import sc.fiji.rewardanalysis.core.io.file.CsvTable;

/**
 * The journal as tables: a row an image and a row an atom, sorted by path, as Parquet and CSV. They
 * are written aside by Spark's committer and then put in place.
 */
final class ResultTables {

	private static final String PATH = "path", ROW = "row", ASIDE = "_next/";

	private final SparkSession spark;
	private final HadoopFiles output;

	ResultTables(final SparkSession spark, final HadoopFiles output) {
		this.spark = spark;
		this.output = output;
	}

	/** Writes both tables. */
	void write(final JavaRDD<ImageRecord> lines) {
		// Each table takes several passes, and unpacking lines is most of one.
		final JavaRDD<ImageRecord> records = lines.persist(StorageLevel.MEMORY_AND_DISK_SER());
		// What is left of a run that was killed.
		output.delete(ASIDE);
		write("images", images(records).repartition(1).sortWithinPartitions(PATH));
		write("atoms", atoms(records).sort(PATH, ROW).drop(ROW));
		for (final String name : List.of("images.parquet", "images.csv", "atoms.parquet", "atoms.csv"))
			output.replace(ASIDE + name, name);
		output.delete(ASIDE);
	}

	/** Writes a table that is in memory, as Parquet alone. */
	void write(final CsvTable table, final String name) {
		final List<Column> columns = IntStream.range(0, table.header().size()).mapToObj(i -> Column.of(
			table.header().get(i), i, IntStream.range(0, table.size()).mapToObj(row -> table.get(row, table
				.header().get(i))).toList())).toList();
		final List<Row> rows = IntStream.range(0, table.size()).mapToObj(row -> RowFactory.create(columns
			.stream().map(c -> c.kind().value(table.get(row, c.name()))).toArray())).toList();
		final String aside = output.path(ASIDE + name + ".parquet");
		spark.createDataFrame(rows, new StructType(columns.stream().map(ResultTables::field).toArray(
			StructField[]::new))).coalesce(1).write().mode(SaveMode.Overwrite).parquet(aside);
		output.replace(ASIDE + name + ".parquet", name + ".parquet");
		output.delete(ASIDE);
	}

	private static StructField field(final Column column) {
		return DataTypes.createStructField(column.name(), column.kind().type(), true);
	}

	/** Writes a table twice. */
	private void write(final String name, final Dataset<Row> table) {
		table.write().mode(SaveMode.Overwrite).parquet(output.path(ASIDE + name + ".parquet"));
		// Quotes as everybody but Spark writes them, and blanks, which it would take off.
		guarded(table).write().mode(SaveMode.Overwrite).option("header", true).option("escape", "\"").option(
			"emptyValue", "").option("ignoreLeadingWhiteSpace", false).option("ignoreTrailingWhiteSpace", false).csv(
				output.path(ASIDE + name + ".csv"));
	}

	/** With an apostrophe before what a spreadsheet would take for a formula, as in all other tables. */
	private static Dataset<Row> guarded(final Dataset<Row> table) {
		final UserDefinedFunction guard = functions.udf((UDF1<String, String>) text -> text == null ? null
			: CsvTable.guarded(text), DataTypes.StringType);
		final StructField[] fields = table.schema().fields();
		// By numbers, for a heading may have any character.
		final Dataset<Row> numbered = table.toDF(IntStream.range(0, fields.length).mapToObj(i -> "c" + i)
			.toArray(String[]::new));
		return numbered.select(IntStream.range(0, fields.length).mapToObj(i -> fields[i].dataType().equals(
			DataTypes.StringType) ? guard.apply(numbered.col("c" + i)) : numbered.col("c" + i)).toArray(
				org.apache.spark.sql.Column[]::new)).toDF(Stream.of(fields).map(f -> CsvTable.guarded(f.name()))
					.toArray(String[]::new));
	}

	private Dataset<Row> images(final JavaRDD<ImageRecord> records) {
		final List<Column> figures = columns(records.map(ImageRecord::figureColumns));
		final List<StructField> fields = new ArrayList<>();
		for (final String name : List.of(PATH, "status", "reason", "notes", "host", "executor", "folder"))
			fields.add(DataTypes.createStructField(name, DataTypes.StringType, true));
		for (final String name : List.of("length_bytes", "modified_ms", "ended_ms"))
			fields.add(DataTypes.createStructField(name, DataTypes.LongType, false));
		fields.add(DataTypes.createStructField("seconds", DataTypes.DoubleType, false));
		final List<String> fixed = fields.stream().map(StructField::name).toList();
		for (final Column c : figures)
			fields.add(DataTypes.createStructField(fixed.contains(c.name()) ? "figure_" + c.name() : c
				.name(), c.kind().type(), true));
		return spark.createDataFrame(records.map(r -> RowFactory.create(Stream.concat(Stream.of(r.file()
			.path(), r.isDone() ? "done" : "failed", r.reason(), r.notes(), r.host(), r.executor(), r
				.folder(), r.file().length(), r.file().modified(), r.ended(), r.seconds()), figures.stream()
					.map(c -> c.kind().value(r.figures().getOrDefault(c.name(), "")))).toArray())),
			new StructType(fields.toArray(StructField[]::new)));
	}

	private Dataset<Row> atoms(final JavaRDD<ImageRecord> records) {
		final List<Column> columns = columns(records.map(ImageRecord::atomColumns));
		final List<StructField> fields = new ArrayList<>();
		fields.add(DataTypes.createStructField(PATH, DataTypes.StringType, false));
		fields.add(DataTypes.createStructField(ROW, DataTypes.LongType, false));
		for (final Column c : columns)
			fields.add(field(c));
		return spark.createDataFrame(records.flatMap(r -> {
			final List<Row> rows = new ArrayList<>();
			r.values(columns).forEach(values -> rows.add(RowFactory.create(Stream.concat(Stream.of(r.file()
				.path(), (long) rows.size()), Stream.of(values)).toArray())));
			return rows.iterator();
		}), new StructType(fields.toArray(StructField[]::new)));
	}

	/** The columns of all, where they stand in most. */
	private static List<Column> columns(final JavaRDD<Map<String, Column>> some) {
		return sorted(some.fold(new TreeMap<>(), ResultTables::both).values());
	}

	private static List<Column> sorted(final Collection<Column> columns) {
		return columns.stream().sorted(Comparator.comparingInt(Column::place).thenComparing(
			Column::name)).toList();
	}

	private static Map<String, Column> both(final Map<String, Column> a,
		final Map<String, Column> b)
	{
		final Map<String, Column> both = new TreeMap<>(a);
		b.forEach((name, column) -> both.merge(name, column, Column::and));
		return both;
	}
}
