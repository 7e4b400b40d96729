// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "cpu, a.cpu b.cpus cpu cpu.idle gcpu, cpu cpu.idle a.cpu b.cpus gcpu",
        "CPU, system.Cpu.user cpus, cpus system.Cpu.user",
        "load, unload_time work_load_1 loads offload.load, loads work_load_1 offload.load unload_time",
        "aa, xaa.aa xaa, xaa.aa xaa",
        "user.h, trace.user.hits user.h, user.h trace.user.hits",
        "b, a-b a/b a:b ab, a-b a/b a:b ab",
        "zzz, a b c, ''"
    })
    void putsTheBestMatchFirst(String search, String names, String expected) {
        var found = Ranking.find(Arrays.asList(names.split(" ")), search, 100);

        assertThat(String.join(" ", found.names())).isEqualTo(expected);
        assertThat(found.all()).isTrue();
    }

    @Test
    void findsEverythingForAnEmptySearch() {
        assertThat(Ranking.find(List.of("b", "a"), "", 2).names()).containsExactly("b", "a");
    }

    @Test
    void keepsTheBestWhenThereAreTooMany() {
        var found = Ranking.find(List.of("x.cpu", "cpu.a", "cpu"), "cpu", 2);

        assertThat(found.names()).containsExactly("cpu", "cpu.a");
        assertThat(found.all()).isFalse();
    }

    @Property
    void findsWhatContainsTheSearchAndNothingElse(
            @ForAll @Size(max = 30) List<@AlphaChars @StringLength(max = 4) String> names,
            @ForAll @AlphaChars @StringLength(min = 1, max = 2) String search) {
        var found = Ranking.find(names, search, 100).names();

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(names.stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT)))
                        .toList());
    }
}
