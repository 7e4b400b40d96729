// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import java.util.Map;

/** Checks that the keys are there and could be keys. Whether Datadog takes them is not known here. Stateless. */
final class KeyReader {

    /** Datadog's keys have 32 to 64 characters; anything this long was not meant as one. */
    private static final int MAX_LENGTH = 512;

    Secret read(Option option, Map<String, String> secrets) {
        var key = secrets.getOrDefault(option.key(), "").strip();
        var name = option.fullName();
        if (key.isEmpty()) {
            throw new SettingsException("The " + label(option) + " is missing: enter it in the settings (" + name
                    + "). Datadog shows it under Organization Settings");
        }
        if (key.contains("{{")) {
            throw SettingsException.unresolved(option);
        }
        if (key.startsWith("$")) {
            throw new SettingsException(
                    name + " is a variable that was not replaced: check that the environment has it");
        }
        if (key.chars().anyMatch(Character::isWhitespace)) {
            throw new SettingsException(
                    name + " has a space or line break in it: copy the key again, on one line, without anything else");
        }
        if (key.chars().anyMatch(letter -> "\"'`“”‘’".indexOf(letter) >= 0)) {
            throw new SettingsException(name + " has quotes around or in it: enter the bare key");
        }
        if (key.length() > MAX_LENGTH || !key.chars().allMatch(letter -> letter > ' ' && letter < 0x7f)) {
            throw new SettingsException(
                    name + " does not look like a Datadog key: keys are short and have letters, digits, _ and - only");
        }
        return new Secret(key);
    }

    private static String label(Option option) {
        return option == Option.API_KEY ? "API key" : "application key";
    }
}
