// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Service;
import java.util.HexFormat;

/**
 * A run of a pipeline.
 *
 * @param key tells it apart
 * @param branch of git
 * @param version what it makes; empty for a branch that is only tested
 * @param env where it deploys; empty for a branch
 * @param endMs epoch milliseconds
 * @param failed whether its tests fail, so that it goes no further
 */
record Build(
        long key,
        Service service,
        String branch,
        String version,
        String env,
        long startMs,
        long endMs,
        boolean failed) {

    private static final String[] AUTHORS = {"Ada Okafor", "Chen Mei", "Dana Petrov", "Elif Kaya", "Femke de Boer"};

    String pipelineId() {
        return Integer.toString(100_000 + Dice.below(key + 1, 900_000));
    }

    String name() {
        return version.isEmpty() ? "test" : "deploy-" + env;
    }

    String sha() {
        return HexFormat.of().toHexDigits(Dice.key(key, 2))
                + HexFormat.of().toHexDigits(Dice.key(key, 3))
                + HexFormat.of().toHexDigits((int) key);
    }

    String repository() {
        return "https://git.shop.example/shop/" + service.name() + ".git";
    }

    String author() {
        return AUTHORS[Dice.below(key + 4, AUTHORS.length)];
    }

    String commitMessage() {
        return version.isEmpty() ? "Try " + branch.substring(branch.indexOf('/') + 1) : "Release " + version;
    }

    /** The time when so much of it is done, 0 to 1. */
    long at(double part) {
        return startMs + (long) ((endMs - startMs) * part);
    }

    /** What all events of it say. */
    Details common() {
        return new Details()
                .put("ci.provider.name", "github")
                .put("ci.provider.instance", "github-actions")
                .put("ci.pipeline.name", name())
                .put("ci.pipeline.id", pipelineId())
                .put("ci.pipeline.number", Integer.parseInt(pipelineId()) / 10)
                .put("ci.pipeline.url", "https://git.shop.example/shop/" + service.name() + "/runs/" + pipelineId())
                .put("git.branch", branch)
                .put("git.default_branch", "main")
                .put("git.repository_url", repository())
                .put("git.repository.id", "git.shop.example/shop/" + service.name())
                .put("git.repository.name", "shop/" + service.name())
                .put("git.commit.sha", sha())
                .put("git.commit.message", commitMessage())
                .put("git.commit.author.name", author());
    }
}
