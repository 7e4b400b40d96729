// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import static io.dromedary.sandbox.lists.Pages.ok;
import static io.dromedary.sandbox.lists.Pages.query;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.Sandbox;
import org.junit.jupiter.api.Test;

class CatalogsTest {

    private final Sandbox sandbox = new Sandbox();

    @Test
    void pagesCoverAllOnce() {
        for (String path :
                new String[] {"/api/v2/catalog/entity", "/api/v2/catalog/relation", "/api/v2/catalog/kind"}) {
            var all = Pages.all(
                    sandbox,
                    path,
                    3,
                    page -> query("page[limit]", "3", "page[offset]", Integer.toString(3 * page)),
                    "/data",
                    "/id");
            assertThat(all).hasSize(ok(sandbox.get(path, "")).at("/meta/count").asInt());
        }
        assertThat(Pages.all(
                        sandbox,
                        "/api/v2/services/definitions",
                        3,
                        page -> query("page[size]", "3", "page[number]", Integer.toString(page)),
                        "/data",
                        "/id"))
                .hasSize(8);
    }

    @Test
    void saysWhoNeedsWhom() {
        var needed = ok(sandbox.get(
                        "/api/v2/catalog/relation",
                        query("filter[from_ref]", "service:checkout", "filter[type]", "RelationTypeDependsOn")))
                .path("data");
        assertThat(needed)
                .extracting(one -> one.at("/attributes/to/name").asText())
                .containsExactly("payment", "postgres", "kafka");
    }

    @Test
    void listsWhatIsTracedInAnEnvironment() {
        assertThat(ok(sandbox.get("/api/v2/apm/services", query("filter[env]", "staging")))
                        .at("/data/attributes/services"))
                .extracting(JsonNode::asText)
                .containsExactly("web", "checkout");
        assertThat(sandbox.get("/api/v2/apm/services", "").status()).isEqualTo(400);
    }

    @Test
    void describesAServiceOrSaysThatThereIsNone() {
        assertThat(ok(sandbox.get("/api/v2/services/definitions/cart", ""))
                        .at("/data/attributes/schema/team")
                        .asText())
                .isEqualTo("storefront");
        var missing = sandbox.get("/api/v2/services/definitions/not-a-service", "");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.json()).hasToString("{\"errors\":[\"Not Found\"],\"error_details\":[{}]}");
    }
}
