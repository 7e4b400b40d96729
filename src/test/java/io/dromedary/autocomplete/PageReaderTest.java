// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dromedary.datadog.ReplyErrorException;
import io.dromedary.datadog.ReplyReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {

    @Test
    void readsMetricNamesAndWhereTheNextPageBegins() throws IOException {
        var page = read(PageReader::metrics, """
                {"meta":{"x":[{}],"pagination":{"cursor":null,"next_cursor":"abc=","limit":1,"type":"cursor_limit"}},
                 "links":{"self":"https://api.datadoghq.com/api/v2/metrics?page[size]=1"},
                 "data":[{"type":"metrics","id":"a.b"},
                         {"id":"c","type":"manage_tags","attributes":{"id":"not this","tags":["env"]}}]}""");

        assertThat(page).isEqualTo(new Page(List.of("a.b", "c"), "abc=", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"errors\":\"away\"}", "{\"errors\":[\"away\",{}],\"data\":[]}"})
    void doesNotTakeAnErrorForAnEmptyList(String reply) {
        assertThatThrownBy(() -> read(PageReader::metrics, reply))
                .isInstanceOf(ReplyErrorException.class)
                .hasMessage("away");
    }

    @Test
    void knowsTheLastPage() throws IOException {
        assertThat(read(PageReader::metrics, "{\"data\":[],\"meta\":{\"pagination\":{\"next_cursor\":null}}}"))
                .isEqualTo(new Page(List.of(), "", 0));
        assertThat(read(PageReader::metrics, "{\"data\":[{\"id\":\"a\"}]}").cursor())
                .isEmpty();
    }

    @Test
    void readsHostsAndHowManyThereAre() throws IOException {
        var page = read(PageReader::hosts, """
                {"exact_total_matching":true,"total_returned":2,"host_list":[
                  {"last_reported_time":1640288946,"name":"vagrant","aliases":["x"],"meta":{"name":"not this",
                   "gohai":"{\\"name\\":1}"},"tags_by_source":{"Datadog":["host:vagrant"]}},
                  {"name":"i-1"}],"total_matching":41}""");

        assertThat(page).isEqualTo(new Page(List.of("vagrant", "i-1"), "", 41));
    }

    @Test
    void readsTags() throws IOException {
        var page = read(PageReader::tags, """
                {"data":{"type":"metrics","id":"m","attributes":{"ingested_tags":["no:no"],"tags":["env:prod","role"]}}}""");

        assertThat(page.names()).containsExactly("env:prod", "role");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"data\":null,\"host_list\":null,\"meta\":null}",
                "{\"data\":5,\"host_list\":\"x\",\"total_matching\":\"many\",\"meta\":[1]}",
                "{\"data\":[null,1,[{}],{\"id\":5},{\"id\":{}}],\"host_list\":[null,{\"name\":null}]}",
                "{\"data\":{\"attributes\":{\"tags\":{\"a\":[\"b\"]}}}}",
                "{\"data\":{\"attributes\":[]},\"meta\":{\"pagination\":{\"next_cursor\":7}}}"
            })
    void passesOverWhatItDoesNotExpect(String reply) throws IOException {
        for (var reader : readers()) {
            assertThat(read(reader, reply)).isEqualTo(new Page(List.of(), "", 0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "<html>",
                "{\"data\":[{\"id\":\"a\"}",
                "{\"host_list\":[",
                "{\"data\":{\"attributes\":{"
            })
    void failsOnWhatIsBrokenOff(String reply) {
        for (var reader : readers()) {
            assertThatThrownBy(() -> read(reader, reply)).isInstanceOf(IOException.class);
        }
    }

    private static List<ReplyReader<Page>> readers() {
        return List.of(PageReader::metrics, PageReader::hosts, PageReader::tags);
    }

    private static Page read(ReplyReader<Page> reader, String reply) throws IOException {
        return reader.read(new ByteArrayInputStream(reply.getBytes(StandardCharsets.UTF_8)));
    }
}
