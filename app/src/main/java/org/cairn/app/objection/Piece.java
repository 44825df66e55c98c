package org.cairn.app.objection;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.checklist.posture.EvidenceForce;
import org.cairn.evidence.EvidenceId;

/// What an auditor sees of a piece of evidence at first glance.
/// @param from       since when what it shows held
/// @param to         until when, exclusive; of what a machine read, the instant after
/// @param force      how far it counts as attached
/// @param incomplete the populations of which not every member was seen
/// @param byHand     what a person said of it; empty where a machine read it
public record Piece(
        EvidenceId id,
        Instant from,
        Instant to,
        EvidenceForce force,
        List<String> incomplete,
        Optional<ByHand> byHand) {
    private static final List<String> PICTURES = List.of(".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".heic");

    public Piece {
        incomplete = List.copyOf(incomplete);
    }

    /// @param dated whether somebody said which day it shows
    public record ByHand(String title, String fileName, boolean dated) {
        boolean picture() {
            String name = fileName.toLowerCase(Locale.ROOT);
            return PICTURES.stream().anyMatch(name::endsWith);
        }

        boolean names(String host) {
            String words = (title + "\n" + fileName).toLowerCase(Locale.ROOT);
            return words.contains(host.toLowerCase(Locale.ROOT));
        }
    }
}
