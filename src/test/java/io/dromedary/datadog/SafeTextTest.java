// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.instance.Secret;
import io.dromedary.instance.Settings;
import io.dromedary.instance.Tls;
import java.net.URI;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SafeTextTest {

    private static final Settings SETTINGS = new Settings(
            null,
            URI.create("https://api.example"),
            false,
            new Secret("a.p+i-key$1"),
            new Secret("abc"),
            Duration.ofSeconds(30),
            Tls.DEFAULT);

    @Test
    void blanksOutKeysInAnyCaseAndLiterally() {
        assertThat(SafeText.of("<A.P+I-KEY$1> axp+i-key$1", SETTINGS)).isEqualTo("<[redacted]> axp+i-key$1");
    }

    @Test
    void blanksOutTheBeginningOfALongKey() {
        var settings = new Settings(
                null,
                URI.create("https://api.example"),
                false,
                new Secret("0123456789abcdef0123456789abcdef"),
                new Secret("fedcba98"),
                Duration.ofSeconds(30),
                Tls.DEFAULT);

        assertThat(SafeText.of("key 0123456789ABCDEF***, fedcba98, 0123456789ab0, 01234567", settings))
                .isEqualTo("key [redacted]***, [redacted], [redacted]0, 01234567");
    }

    @Test
    void keepsWordsThatHappenToBeInATooShortKey() {
        assertThat(SafeText.of("abc", SETTINGS)).isEqualTo("abc");
    }

    @Test
    void leavesOutTheQueryOfAUrlOnly() {
        assertThat(SafeText.of("at \"https://x.example/p?api_key=1&b=2\", why?", SETTINGS))
                .isEqualTo("at \"https://x.example/p\", why?");
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void looksAtTheBeginningOfALongTextOnly() {
        assertThat(SafeText.of("http://".repeat(200_000), SETTINGS)).hasSize(500);
    }

    @Test
    void makesOneLineOfMany() {
        assertThat(SafeText.of(" a\r\n\tb\u0000c\u2028\u202Ed ", SETTINGS)).isEqualTo("a b c d");
    }

    @Test
    void cutsNoCharacterInHalf() {
        var text = SafeText.of("x".repeat(498) + "\uD83D\uDC2A".repeat(10), SETTINGS);

        assertThat(text).hasSize(499).endsWith("x\u2026");
    }

    @Property
    boolean isShortAndFreeOfFormatsWhateverComes(@ForAll String text) {
        var safe = SafeText.of(text, SETTINGS);
        return safe.length() <= SafeText.MAX_LENGTH && safe.indexOf('%') < 0 && safe.indexOf('\n') < 0;
    }
}
