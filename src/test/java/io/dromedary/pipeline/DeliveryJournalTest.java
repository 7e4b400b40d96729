// SPDX-License-Identifier: Apache-2.0
package io.dromedary.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryJournalTest {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("deep/er/offset");
    }

    @Test
    void startsWithNothing() throws IOException {
        try (var journal = DeliveryJournal.open(file)) {
            assertThat(journal.at()).isEmpty();
            assertThat(journal.isDelivered("a")).isFalse();
        }
    }

    @Test
    void knowsWhatWasDeliveredWithoutBeingClosed() throws IOException {
        try (var journal = DeliveryJournal.open(file)) {
            journal.advance(1000, 1000);
            journal.delivered(item("a key of several words", 1500));

            Files.copy(file, directory.resolve("as-it-was-when-killed"));
        }
        try (var after = DeliveryJournal.open(directory.resolve("as-it-was-when-killed"))) {
            assertThat(after.at()).hasValue(1000);
            assertThat(after.isDelivered("a key of several words")).isTrue();
            assertThat(after.isDelivered("another")).isFalse();
        }
    }

    @Test
    void remembersWhereItBegan() throws IOException {
        try (var journal = DeliveryJournal.open(file)) {
            journal.begin(500);
            journal.advance(1000, 900);
        }
        try (var after = DeliveryJournal.open(file)) {
            assertThat(after.from()).isEqualTo(500);
            assertThat(after.at()).hasValue(1000);
        }
    }

    @Test
    void dropsALineThatWasBeingWritten() throws IOException {
        try (var journal = DeliveryJournal.open(file)) {
            journal.advance(1000, 1000);
            journal.delivered(item("whole", 1500));
        }
        Files.write(file, "1600 ha".getBytes(UTF_8), StandardOpenOption.APPEND);

        try (var after = DeliveryJournal.open(file)) {
            assertThat(after.isDelivered("whole")).isTrue();
            assertThat(after.isDelivered("ha")).isFalse();
            after.delivered(item("half", 1600));
        }
        try (var after = DeliveryJournal.open(file)) {
            assertThat(after.isDelivered("half")).isTrue();
        }
    }

    @Test
    void forgetsWhatIsNoLongerNeeded() throws IOException {
        try (var journal = DeliveryJournal.open(file)) {
            for (var i = 0; i < 1000; i++) {
                journal.delivered(item("key-" + i, i));
            }
            journal.advance(1000, 990);

            assertThat(journal.isDelivered("key-989")).isFalse();
            assertThat(journal.isDelivered("key-990")).isTrue();
            assertThat(Files.size(file)).isLessThan(200);
        }
    }

    @Test
    void belongsToOneSource() throws IOException {
        try (var journal = DeliveryJournal.open(file)) {
            assertThat(journal.at()).isEmpty();
            assertThatThrownBy(() -> DeliveryJournal.open(file)).hasMessageContaining("give each source its own");
        }
        DeliveryJournal.open(file).close();
    }

    @Test
    void tellsWhichLineIsDamagedAndTakesTheFileOnceItIsMended() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "at 1000\nfrom 500\nsoon key\n");

        assertThatThrownBy(() -> DeliveryJournal.open(file))
                .hasMessageContaining("damaged in line 3")
                .hasMessageContaining("delete it");

        Files.writeString(file, "at 1000\nfrom 500\n1200 key\n");
        try (var journal = DeliveryJournal.open(file)) {
            assertThat(journal.isDelivered("key")).isTrue();
        }
    }

    private static Item item(String key, long millis) {
        return new Item(key, millis, "{}");
    }
}
