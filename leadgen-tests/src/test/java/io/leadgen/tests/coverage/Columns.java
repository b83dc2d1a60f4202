package io.leadgen.tests.coverage;

import io.leadgen.catalog.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Columns of people: generated ones of many shapes, and real ones. */
final class Columns {
    private static final ColumnType DOUBLE = ColumnType.DOUBLE;
    private static final int[] SIZES = {3_000, 10_000, 100_000, 1_000_000};

    private Columns() {}

    /** Twenty generated columns, each with its name. The sizes go round. */
    static Map<String, SortedColumn> generated() {
        Map<String, ToDoubleFunction<Random>> shapes = new LinkedHashMap<>();
        shapes.put("uniform 0 to 1", Random::nextDouble);
        shapes.put("uniform 0 to 500", dice -> 500 * dice.nextDouble());
        shapes.put("uniform 900 to 1,000", dice -> 900 + 100 * dice.nextDouble());
        shapes.put("uniform -50 to 1,000", dice -> -50 + 1_050 * dice.nextDouble());
        shapes.put("ages", dice -> Math.floor(18 + 60 * dice.nextDouble()));
        shapes.put("normal around 100", dice -> 100 + 15 * dice.nextGaussian());
        shapes.put("normal around 0", dice -> 300 * dice.nextGaussian());
        shapes.put("all negative", dice -> -5_000 - 800 * dice.nextGaussian());
        shapes.put("lognormal, narrow", dice -> Math.exp(3 + 0.3 * dice.nextGaussian()));
        shapes.put("lognormal", dice -> Math.exp(5.7 + dice.nextGaussian()));
        shapes.put("lognormal, wide", dice -> Math.exp(8 + 1.5 * dice.nextGaussian()));
        shapes.put("exponential", dice -> -250 * Math.log(1 - dice.nextDouble()));
        shapes.put(
                "half zero, then exponential", dice -> dice.nextBoolean() ? 0 : -90 * Math.log(1 - dice.nextDouble()));
        shapes.put("nine in ten zero", dice -> dice.nextInt(10) > 0 ? 0 : 1_000 + 200 * dice.nextGaussian());
        shapes.put(
                "two peaks", dice -> dice.nextBoolean() ? 10 + dice.nextGaussian() : 5_000 + 100 * dice.nextGaussian());
        shapes.put("two peaks around 0", dice -> (dice.nextBoolean() ? 1 : -1) * (400 + 30 * dice.nextGaussian()));
        shapes.put("Pareto 3", dice -> 50 * Math.pow(1 - dice.nextDouble(), -1 / 3.0));
        shapes.put("Pareto 1.5", dice -> 50 * Math.pow(1 - dice.nextDouble(), -1 / 1.5));
        shapes.put("counts from 0 to 5", dice -> dice.nextInt(6));
        shapes.put("tiny", dice -> 1e-4 * (1 + dice.nextDouble()));
        Map<String, SortedColumn> columns = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> {
            int size = SIZES[columns.size() % SIZES.length];
            Random dice = new Random(columns.size());
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                values[i] = shape.applyAsDouble(dice);
            }
            columns.put(name + ", " + size, new SortedColumn(values, DOUBLE));
        });
        return columns;
    }

    /** The numeric columns of a CSV of people without quotes, and two that are made of them; none without the file. */
    static Map<String, SortedColumn> real(Path csv) throws IOException {
        Map<String, SortedColumn> columns = new LinkedHashMap<>();
        if (!Files.exists(csv)) {
            return columns;
        }
        List<String> lines = Files.readAllLines(csv);
        List<String> header = List.of(lines.get(0).split(",", -1));
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            for (String name :
                    List.of("age", "fnlwgt", "education_num", "capital_gain", "capital_loss", "hours_per_week")) {
                values.computeIfAbsent(name, key -> new ArrayList<>())
                        .add(Double.valueOf(fields[header.indexOf(name)]));
            }
            add(values, "gain less loss", "capital_gain", "capital_loss", (gain, loss) -> gain - loss);
            add(values, "hours a year", "hours_per_week", "hours_per_week", (hours, same) -> 52 * hours);
            add(values, "weight of an hour", "fnlwgt", "hours_per_week", (weight, hours) -> weight / hours);
            add(values, "years of work", "age", "education_num", (age, education) -> age - education - 6);
        }
        values.forEach((name, all) -> columns.put(
                name + " of adults",
                new SortedColumn(
                        all.stream().mapToDouble(value -> value).toArray(),
                        name.equals("weight of an hour") ? DOUBLE : ColumnType.INT)));
        return columns;
    }

    private static void add(
            Map<String, List<Double>> values,
            String name,
            String one,
            String other,
            java.util.function.DoubleBinaryOperator made) {
        List<Double> ones = values.get(one);
        List<Double> others = values.get(other);
        values.computeIfAbsent(name, key -> new ArrayList<>())
                .add(made.applyAsDouble(ones.get(ones.size() - 1), others.get(others.size() - 1)));
    }
}
