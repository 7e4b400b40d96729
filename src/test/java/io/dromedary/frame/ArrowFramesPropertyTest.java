// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class ArrowFramesPropertyTest {

    @Property(tries = 300)
    void readsBackWhatWasWritten(@ForAll("frames") Frame frame) {
        var read = DecodedFrame.of(new ArrowFrames().write(frame));

        assertThat(read.metadata()).containsEntry("name", frame.name()).containsEntry("refId", frame.refId());
        assertThat(read.schema().getFields())
                .extracting("name")
                .isEqualTo(frame.fields().stream().map(Field::name).toList());
        assertThat(read.columns())
                .isEqualTo(frame.fields().stream()
                        .map(field -> expected(field.column()))
                        .toList());
    }

    private static List<?> expected(Column column) {
        return column.match(new Column.Cases<>() {
            @Override
            public List<?> times(Column.Times times) {
                return LongStream.of(times.epochNanos()).boxed().toList();
            }

            @Override
            public List<?> moments(Column.Moments moments) {
                return LongStream.of(moments.epochNanos())
                        .mapToObj(nanos -> nanos == Column.Moments.NULL ? null : nanos)
                        .collect(Collectors.toList());
            }

            @Override
            public List<?> numbers(Column.Numbers numbers) {
                return DoubleStream.of(numbers.values())
                        .mapToObj(value -> Double.isNaN(value) ? null : value)
                        .collect(Collectors.toList());
            }

            @Override
            public List<?> flags(Column.Flags flags) {
                return flags.values();
            }

            @Override
            public List<?> texts(Column.Texts texts) {
                return texts.values();
            }

            @Override
            public List<?> documents(Column.Documents documents) {
                return documents.values();
            }
        });
    }

    @Provide
    Arbitrary<Frame> frames() {
        return Arbitraries.integers()
                .between(0, 40)
                .flatMap(rows -> Arbitraries.of(0, 1, 2, 3, 4, 5)
                        .flatMap(kind -> field(kind, rows))
                        .list()
                        .ofMaxSize(5)
                        .flatMap(fields -> texts().map(name -> new Frame(name, name, Frames.META, fields))));
    }

    private static Arbitrary<Field> field(int kind, int rows) {
        return switch (kind) {
            case 0 -> Arbitraries.longs().array(long[].class).ofSize(rows).map(times -> Field.time("t", times));
            case 1 ->
                Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(Double.NaN)), Tuple.of(5, Arbitraries.doubles()))
                        .array(double[].class)
                        .ofSize(rows)
                        .map(values -> Field.numbers("n", Map.of(), FieldConfig.NONE, values));
            case 2 -> texts().injectNull(0.2).list().ofSize(rows).map(values -> Field.texts("s", values));
            case 3 ->
                Arbitraries.frequencyOf(
                                Tuple.of(1, Arbitraries.just(Column.Moments.NULL)), Tuple.of(5, Arbitraries.longs()))
                        .array(long[].class)
                        .ofSize(rows)
                        .map(times -> Field.of("m", FieldConfig.NONE, new Column.Moments(times)));
            case 4 ->
                Arbitraries.of(true, false)
                        .injectNull(0.2)
                        .list()
                        .ofSize(rows)
                        .map(values -> Field.of("f", FieldConfig.NONE, new Column.Flags(values)));
            default ->
                texts().list()
                        .ofSize(rows)
                        .map(values -> Field.of("d", FieldConfig.NONE, new Column.Documents(values)));
        };
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().withCharRange(' ', '\uD7FF').ofMaxLength(8);
    }
}
