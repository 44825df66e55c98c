package org.cairn.app.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.app.ui.kit.Texts;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.witness.Vouching;
import org.cairn.proof.witness.WitnessStatement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WitnessWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private final Locale before = Locale.getDefault();

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    private static Checkpoint state(long size) {
        return new Checkpoint("acme", size, Digest.sha256(Bytes.utf8("root of " + size)));
    }

    private static Vouching word(String name, long size, Duration ago) {
        return new Vouching(name, state(size), NOW.minus(ago));
    }

    private static List<WitnessStatement> statements() {
        return List.of(
                new WitnessStatement(state(13), 0, 0, Optional.empty(), List.of()),
                new WitnessStatement(state(13), 2, 1, Optional.empty(), List.of()),
                new WitnessStatement(
                        state(13),
                        3,
                        2,
                        Optional.of(11L),
                        List.of(
                                word("bank", 12, Duration.ofDays(12)),
                                word("notary", 11, Duration.ofMinutes(90)),
                                word("early", 4, Duration.ofHours(-2)))),
                new WitnessStatement(state(2), 1, 1, Optional.of(2L), List.of(word("bank", 2, Duration.ofMinutes(1)))));
    }

    /// The command line says the same.
    @Test
    void englishIsWhatTheStatementItselfSays() {
        Locale.setDefault(Locale.ENGLISH);
        WitnessWords words = new WitnessWords(Texts.beside(LedgerView.class));

        for (WitnessStatement statement : statements()) {
            List<String> expected = new ArrayList<>(List.of(Texts.sentence(statement.headline(NOW))));
            statement
                    .details(NOW)
                    .forEach(line -> expected.add(
                            line.startsWith("the quorum") || line.startsWith("entr") ? Texts.sentence(line) : line));
            assertEquals(expected, words.of(statement, NOW));
        }
    }

    @Test
    void germanSaysItInGerman() {
        Locale.setDefault(Locale.GERMAN);
        WitnessWords words = new WitnessWords(Texts.beside(LedgerView.class));

        assertEquals(
                List.of(
                        "Kein Zeuge ist benannt, noch nie außerhalb verankert",
                        "Einträge 0 bis 12: Kein Zeuge hat sie gesehen"),
                words.of(statements().getFirst(), NOW));
        assertEquals(
                List.of(
                        "Bezeugt von 3 von 3, zuletzt außerhalb verankert datiert 2026-11-21T11:30:00Z, nach der Uhr"
                                + " dieses Rechners in der Zukunft",
                        "bank hat den Stand von 12 Einträgen mitgezeichnet, am 2026-11-09T09:30:00Z nach eigener Uhr"
                                + " (vor 12 Tagen)",
                        "notary hat den Stand von 11 Einträgen mitgezeichnet, am 2026-11-21T08:00:00Z nach eigener Uhr"
                                + " (vor 1 Stunde)",
                        "early hat den Stand von 4 Einträgen mitgezeichnet, am 2026-11-21T11:30:00Z nach eigener Uhr"
                                + " (datiert 2026-11-21T11:30:00Z, nach der Uhr dieses Rechners in der Zukunft)",
                        "Die Mehrheit von 2 bürgt für die ersten 11 von 13 Einträgen",
                        "Eintrag 12: Kein Zeuge hat ihn gesehen"),
                words.of(statements().get(2), NOW));
    }
}
