package org.cairn.verifier;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.NoteKey;
import org.cairn.proof.witness.Cosigned;
import org.cairn.proof.witness.WitnessPolicy;
import org.cairn.proof.witness.WitnessStatement;
import org.cairn.verifier.LogCheck.SignedLog;

/// What witnesses say about the pack's ledger, by the policy of the one who asks, or else by the pack's own.
/// @param own of the one who asks: where its quorum is not met, the pack is incomplete
record Witnessing(PackFiles files, Findings findings, Optional<WitnessPolicy> own) {
    /// Empty, and noted, where the pack's policy cannot be read.
    /// @param entries all of the pack's, proved to be in the log
    Optional<Report.Witnesses> judge(LogCheck check, SignedLog log, Optional<Collection<LedgerEntry>> entries)
            throws RefusedInput {
        Optional<WitnessPolicy> claimed = check.policy(log.keys());
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        entries.ifPresent(all -> new PolicyCheck(findings, all).check(claimed.get()));
        List<Cosigned> states = new WitnessCheck(files, findings, log, claimed.get()).check();
        if (own.isPresent()) {
            logIsNamed(own.get(), log);
        }
        WitnessStatement statement = WitnessStatement.of(own.orElse(claimed.get()), states, log.checkpoint());
        if (own.isPresent() && statement.quorumMissed()) {
            findings.missing(Layout.WITNESSED + ": cosignatures for the quorum of " + statement.threshold()
                    + " that the given policy asks for; " + statement.vouching().size() + " of its "
                    + statement.witnesses() + " witnesses cosigned");
        }
        return Optional.of(new Report.Witnesses(
                statement,
                own.isPresent() ? Report.Source.GIVEN : Report.Source.THE_PACK_ITSELF,
                states.stream().map(Cosigned::at).toList(),
                List.of(log.keys().ed25519(), log.keys().mlDsa44())));
    }

    /// A policy without logs leaves open which log is meant (C2SP tlog-policy).
    private void logIsNamed(WitnessPolicy policy, SignedLog log) {
        List<NoteKey> keys = List.of(log.keys().ed25519(), log.keys().mlDsa44());
        if (!policy.logs().isEmpty() && policy.logs().stream().noneMatch(keys::contains)) {
            findings.defect(Layout.CHECKPOINT, "is signed by no log that the given policy names");
        }
    }
}
