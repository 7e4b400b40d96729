// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.dromedary.sandbox.catalog.Unit;
import io.dromedary.sandbox.eval.Measure;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes units: {@code [what, per what]}, either may be null; null when there is neither. */
final class UnitJson {

    private UnitJson() {}

    static void write(JsonGenerator out, Measure measure) throws IOException {
        out.writeFieldName("unit");
        if (measure.equals(Measure.NONE)) {
            out.writeNull();
            return;
        }
        out.writeStartArray();
        write(out, measure.unit());
        write(out, measure.per());
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, @Nullable Unit unit) throws IOException {
        if (unit == null) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeStringField("family", unit.family());
        out.writeStringField("name", unit.name());
        out.writeStringField("plural", unit.plural());
        out.writeNumberField("scale_factor", unit.scaleFactor());
        out.writeStringField("short_name", unit.shortName());
        out.writeNumberField("id", unit.id());
        out.writeEndObject();
    }
}
