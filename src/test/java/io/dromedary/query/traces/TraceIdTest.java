// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dromedary.call.FailedException;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIdTest {

    @ParameterizedTest
    @CsvSource({
        "6a1f2c3d4e5f60718293a4b5c6d7e8f9, 6a1f2c3d4e5f60718293a4b5c6d7e8f9",
        "6A1F2C3D4E5F60718293A4B5C6D7E8F9, 6a1f2c3d4e5f60718293a4b5c6d7e8f9",
        "6a1f2c3d-4e5f-6071-8293-a4b5c6d7e8f9, 6a1f2c3d4e5f60718293a4b5c6d7e8f9",
        "12345678901234567890123456789012, 12345678901234567890123456789012",
        "18446744073709551615, 18446744073709551615",
        "340282366920938463463374607431768211455, 340282366920938463463374607431768211455",
        "ffffffffffffffff, 18446744073709551615",
        "0xFF, 255",
        "0000000000000010, 16"
    })
    void readsIdsInAllForms(String text, String path) {
        assertThat(TraceId.path(text)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "trace",
                "../v1/monitor",
                "12 34",
                "340282366920938463463374607431768211456",
                "6a1f2c3d4e5f60718293a4b5c6d7e8f9a"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> TraceId.path(text)).isInstanceOf(FailedException.class);
    }

    @Property
    void losesNothingOf64Bits(@ForAll long bits) {
        var unsigned = Long.toUnsignedString(bits);

        assertThat(TraceId.unsigned(BigInteger.valueOf(bits))).isEqualTo(unsigned);
        assertThat(TraceId.decimal(String.format("%016x", bits))).isEqualTo(unsigned);
    }
}
