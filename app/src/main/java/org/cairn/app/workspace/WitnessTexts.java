package org.cairn.app.workspace;

import org.cairn.checklist.event.WitnessEvent;

/// What an event about witnesses says, in one line.
final class WitnessTexts {
    private WitnessTexts() {}

    static Saying saying(WitnessEvent event) {
        return switch (event) {
            case WitnessEvent.WitnessTrusted trusted ->
                Saying.of(
                        "witness-trusted",
                        trusted.name(),
                        trusted.keys().size(),
                        trusted.keys().getFirst().name());
            case WitnessEvent.WitnessPolicySet policy ->
                policy.witnesses().isEmpty()
                        ? Saying.of("witness-policy-set.none")
                        : Saying.of("witness-policy-set", policy.quorum(), String.join(", ", policy.witnesses()));
            case WitnessEvent.CheckpointWitnessed witnessed ->
                Saying.of(
                        "checkpoint-witnessed",
                        witnessed.witness(),
                        witnessed.checkpoint().size(),
                        witnessed.claimedAt());
            case WitnessEvent.ForeignCheckpointRecorded foreign ->
                Saying.of(
                        "foreign-checkpoint-recorded",
                        foreign.checkpoint().origin(),
                        foreign.checkpoint().size(),
                        LogTexts.shortened(foreign.checkpoint().root().hex()));
        };
    }
}
