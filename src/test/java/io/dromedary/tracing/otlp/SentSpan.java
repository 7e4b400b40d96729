// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing.otlp;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A span as a receiver of the OpenTelemetry protocol reads it.
 *
 * @param parentId empty at the beginning of a trace
 * @param kind 1 internal, 2 server, 3 client
 * @param status 0 none, 1 well, 2 failed
 */
public record SentSpan(
        String traceId,
        String spanId,
        String parentId,
        String name,
        int kind,
        int status,
        String message,
        Map<String, String> attributes,
        List<String> events,
        Map<String, String> resource) {

    public static final int INTERNAL = 1;
    public static final int SERVER = 2;
    public static final int CLIENT = 3;
    public static final int FAILED = 2;

    /** Reads an ExportTraceServiceRequest, by the numbers of its fields. */
    static List<SentSpan> read(byte[] request) throws InvalidProtocolBufferException {
        var spans = new ArrayList<SentSpan>();
        for (var resourceSpans : messages(UnknownFieldSet.parseFrom(request), 1)) {
            var resource = attributes(messages(resourceSpans, 1).get(0), 1);
            for (var scopeSpans : messages(resourceSpans, 2)) {
                for (var span : messages(scopeSpans, 2)) {
                    spans.add(span(span, resource));
                }
            }
        }
        return spans;
    }

    private static SentSpan span(UnknownFieldSet span, Map<String, String> resource)
            throws InvalidProtocolBufferException {
        var status = messages(span, 15);
        var events = new ArrayList<String>();
        for (var event : messages(span, 11)) {
            events.add(text(event, 2));
        }
        return new SentSpan(
                hex(span, 1),
                hex(span, 2),
                hex(span, 4),
                text(span, 5),
                number(span, 6),
                status.isEmpty() ? 0 : number(status.get(0), 3),
                status.isEmpty() ? "" : text(status.get(0), 2),
                attributes(span, 9),
                events,
                resource);
    }

    private static Map<String, String> attributes(UnknownFieldSet from, int field)
            throws InvalidProtocolBufferException {
        var attributes = new TreeMap<String, String>();
        for (var pair : messages(from, field)) {
            var value = messages(pair, 2).get(0);
            attributes.put(text(pair, 1), value.hasField(3) ? String.valueOf(number(value, 3)) : text(value, 1));
        }
        return attributes;
    }

    private static List<UnknownFieldSet> messages(UnknownFieldSet from, int field)
            throws InvalidProtocolBufferException {
        var messages = new ArrayList<UnknownFieldSet>();
        for (var bytes : from.getField(field).getLengthDelimitedList()) {
            messages.add(UnknownFieldSet.parseFrom(bytes));
        }
        return messages;
    }

    private static ByteString bytes(UnknownFieldSet from, int field) {
        var all = from.getField(field).getLengthDelimitedList();
        return all.isEmpty() ? ByteString.EMPTY : all.get(0);
    }

    private static String text(UnknownFieldSet from, int field) {
        return bytes(from, field).toStringUtf8();
    }

    private static String hex(UnknownFieldSet from, int field) {
        return HexFormat.of().formatHex(bytes(from, field).toByteArray());
    }

    private static int number(UnknownFieldSet from, int field) {
        var all = from.getField(field).getVarintList();
        return all.isEmpty() ? 0 : all.get(0).intValue();
    }
}
