// SPDX-License-Identifier: Apache-2.0
package io.dromedary.pipeline;

import io.dromedary.call.FailedException;
import io.dromedary.frame.Frame;
import io.dromedary.query.Answer;
import java.util.List;
import java.util.Objects;

/** In a pipeline a query that failed is a failure of the step that asked. */
final class Answered {

    private Answered() {}

    /**
     * Returns the frames of all answers.
     *
     * @throws FailedException if a query failed
     */
    static List<Frame> frames(List<Answer> answers) {
        answers.stream()
                .map(Answer::failure)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(failure -> {
                    throw new FailedException(failure);
                });
        return answers.stream().flatMap(answer -> answer.frames().stream()).toList();
    }
}
