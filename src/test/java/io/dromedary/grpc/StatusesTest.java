// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.grpc.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusesTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "400,INVALID_ARGUMENT",
        "401,UNAUTHENTICATED",
        "403,PERMISSION_DENIED",
        "404,NOT_FOUND",
        "408,DEADLINE_EXCEEDED",
        "413,RESOURCE_EXHAUSTED",
        "422,INVALID_ARGUMENT",
        "429,UNAVAILABLE",
        "500,INTERNAL",
        "501,INTERNAL",
        "502,UNAVAILABLE",
        "504,DEADLINE_EXCEEDED"
    })
    void translatesFailures(int httpStatus, Status.Code code) {
        var status = Statuses.of(new FailedException(new Failure(httpStatus, Source.PLUGIN, "what to do")))
                .getStatus();

        assertThat(status.getCode()).isEqualTo(code);
        assertThat(status.getDescription()).isEqualTo("what to do");
    }
}
