package org.cairn.app.workspace;

import org.cairn.checklist.event.WitnessEvent;

/// What an event about witnesses says, in one line.
final class WitnessTexts {
    private WitnessTexts() {}

    static String summary(WitnessEvent event) {
        return switch (event) {
            case WitnessEvent.WitnessTrusted trusted ->
                "witness " + trusted.name() + " trusted, " + trusted.keys().size() + " keys of "
                        + trusted.keys().getFirst().name();
            case WitnessEvent.WitnessPolicySet policy ->
                policy.witnesses().isEmpty()
                        ? "no witness is asked any more"
                        : "quorum of " + policy.quorum() + " out of " + String.join(", ", policy.witnesses());
            case WitnessEvent.CheckpointWitnessed witnessed ->
                witnessed.witness() + " cosigned the state of "
                        + witnessed.checkpoint().size() + " entries, at " + witnessed.claimedAt() + " by its clock";
            case WitnessEvent.ForeignCheckpointRecorded foreign ->
                "state of another log recorded: " + foreign.checkpoint().origin() + ", "
                        + foreign.checkpoint().size() + " entries, root "
                        + LogTexts.shortened(foreign.checkpoint().root().hex());
        };
    }
}
