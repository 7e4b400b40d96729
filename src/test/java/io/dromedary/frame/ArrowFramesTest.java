// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.junit.jupiter.api.Test;

class ArrowFramesTest {

    private static final long[] TIMES = {Frames.NOON, Frames.NOON + 1, Frames.NOON + 15_000_000_000L};

    private final ArrowFrames frames = new ArrowFrames();

    private DecodedFrame roundTrip(Frame frame) {
        return DecodedFrame.of(frames.write(frame));
    }

    @Test
    void keepsTimesToTheNanosecondAndNullsApart() {
        var read = roundTrip(Frames.series(Map.of(), FieldConfig.NONE, TIMES, 1.5, Double.NaN, -0.0));

        assertThat(read.batches()).isEqualTo(1);
        assertThat(read.columns())
                .containsExactly(
                        List.of(TIMES[0], TIMES[1], TIMES[2]), Arrays.asList((Object) 1.5, (Object) null, -0.0));
    }

    @Test
    void declaresWhatGrafanaReadsTypesFrom() {
        var read = roundTrip(Frames.of(
                Frames.META,
                Field.time("Time", TIMES),
                Field.numbers("Value", Map.of(), FieldConfig.NONE, new double[3]),
                Field.texts("Text", List.of("a", "b", "c"))));

        assertThat(read.schema().getFields()).extracting("name").containsExactly("Time", "Value", "Text");
        assertThat(read.field(0).getType()).isEqualTo(new ArrowType.Timestamp(TimeUnit.NANOSECOND, null));
        assertThat(read.field(1).getType()).isEqualTo(new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE));
        assertThat(read.field(2).getType()).isEqualTo(ArrowType.Utf8.INSTANCE);
        assertThat(read.schema().getFields()).extracting("nullable").containsExactly(false, true, true);
        assertThat(read.schema().getFields())
                .extracting(field -> field.getMetadata().get("tstype"))
                .containsExactly("time", "number", "string");
    }

    @Test
    void tellsGrafanaOnlyOfNullsThereMayBe() {
        var read = roundTrip(Frames.of(
                Frames.META,
                Field.of("body", FieldConfig.NONE, new Column.Texts(List.of("a"), false)),
                Field.of("end", FieldConfig.NONE, new Column.Moments(new long[] {1})),
                Field.of("muted", FieldConfig.NONE, new Column.Flags(List.of(true))),
                Field.of("labels", FieldConfig.NONE, new Column.Documents(List.of("{}")))));

        assertThat(read.schema().getFields()).extracting("nullable").containsExactly(false, true, true, false);
        assertThat(read.field(2).getType()).isEqualTo(ArrowType.Bool.INSTANCE);
        assertThat(read.field(3).getType()).isEqualTo(ArrowType.Binary.INSTANCE);
    }

    @Test
    void keepsLabelsConfigAndMetaAsJson() {
        var meta = FrameMeta.of(
                FrameType.TIMESERIES_MULTI, "avg:cpu{\"x\"}", List.of(Notice.warning("cut"), Notice.info("wide")));
        var read = roundTrip(Frames.of(
                meta,
                Field.time("Time", TIMES),
                Field.numbers(
                        "Value",
                        Map.of("host", "b\"1", "env", "prod"),
                        FieldConfig.series("b1, prod", "percent", 15_000),
                        new double[3])));

        assertThat(read.metadata())
                .containsOnly(Map.entry("name", "cpu"), Map.entry("refId", "A"), Map.entry("meta", """
                        {"type":"timeseries-multi","typeVersion":[0,1],"notices":[{"severity":"warning","text":"cut"},\
                        {"severity":"info","text":"wide"}],"executedQueryString":"avg:cpu{\\"x\\"}"}"""));
        assertThat(read.field(0).getMetadata()).containsOnlyKeys("tstype");
        assertThat(read.field(1).getMetadata())
                .containsEntry("labels", "{\"env\":\"prod\",\"host\":\"b\\\"1\"}")
                .containsEntry("config", """
                        {"displayNameFromDS":"b1, prod","unit":"percent","interval":15000}""");
    }

    @Test
    void leavesOutTheBatchWhenThereAreNoRows() {
        var read = roundTrip(Frames.series(Map.of("a", "b"), FieldConfig.NONE, new long[0]));

        assertThat(read.batches()).isZero();
        assertThat(read.schema().getFields()).hasSize(2);
    }

    @Test
    void writesAFrameWithoutFields() {
        var read = roundTrip(Frames.of(Frames.META));

        assertThat(read.batches()).isZero();
        assertThat(read.schema().getFields()).isEmpty();
        assertThat(read.metadata()).containsEntry("refId", "A");
    }

    @Test
    void keepsTextsNullsAndEmptyTextsApart() {
        var texts = Arrays.asList("naïve", null, "", "naïve", "naïve", "\uD83D\uDC2A", null, "h", "i");
        var read = roundTrip(Frames.of(Frames.META, Field.texts("Text", texts)));

        assertThat(read.columns()).hasSize(1);
        assertThat(read.columns().get(0)).isEqualTo(texts);
    }

    @Test
    void replacesHalfASurrogatePairInsteadOfFailing() {
        var read = roundTrip(new Frame("\uD83D", "\uDC2A", Frames.META, List.of(Field.texts("a", List.of("x\uD83D")))));

        assertThat(read.metadata()).containsEntry("name", "?").containsEntry("refId", "?");
        assertThat(read.columns()).containsExactly(List.of("x?"));
    }

    @Test
    void alignsEveryBufferTo8Bytes() {
        var file = frames.write(Frames.of(
                Frames.META,
                Field.time("Time", TIMES),
                Field.numbers("Value", Map.of(), FieldConfig.NONE, new double[] {1, Double.NaN, 3}),
                Field.texts("Text", List.of("a", "bc", "def"))));
        var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        var footerLength = bytes.getInt(file.length - 10);
        var footer = Footer.getRootAsFooter(bytes.slice(file.length - 10 - footerLength, footerLength));
        var block = footer.recordBatches(0);
        var message = Message.getRootAsMessage(bytes.slice((int) block.offset() + 8, block.metaDataLength() - 8));
        var batch = (RecordBatch) message.header(new RecordBatch());

        assertThat(block.offset() % 8).isZero();
        assertThat(block.metaDataLength() % 8).isZero();
        assertThat(block.bodyLength()).isEqualTo(message.bodyLength());
        assertThat(batch.buffersLength()).isEqualTo(2 + 2 + 3);
        for (var i = 0; i < batch.buffersLength(); i++) {
            assertThat(batch.buffers(i).offset() % 8).isZero();
        }
        assertThat(batch.nodes(1).nullCount()).isEqualTo(1);
        assertThat(batch.buffers(0).length())
                .as("no bitmap where nothing is null")
                .isZero();
    }

    @Test
    void startsAndEndsWithTheMagic() {
        var text = new String(frames.write(Frames.of(Frames.META)), UTF_8);

        assertThat(text).startsWith("ARROW1\0\0").endsWith("ARROW1");
    }
}
