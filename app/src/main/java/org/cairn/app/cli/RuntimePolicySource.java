package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.cairn.app.workspace.AcceptedDeviations;
import org.cairn.app.workspace.ApprovedPolicy;
import org.cairn.app.workspace.BaselineVersion;
import org.cairn.causality.policy.RuntimePolicy;
import org.cairn.causality.query.Window;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNull;

/// A policy, and whence it is known.
/// @param version  empty for a file that nobody approved here
/// @param accepted deviations that are accepted today; empty for a file
record RuntimePolicySource(
        RuntimePolicy policy,
        Digest sha256,
        Optional<Path> file,
        Optional<BaselineVersion> version,
        Optional<AcceptedDeviations> accepted) {
    RuntimePolicySource(ApprovedPolicy approved, AcceptedDeviations accepted) {
        this(
                approved.policy(),
                approved.version().policy(),
                Optional.empty(),
                Optional.of(approved.version()),
                Optional.of(accepted));
    }

    Json json(Window window) {
        return Json.object()
                .with("system", policy.system())
                .with("sha256", sha256.hex())
                .with("file", JsonOutput.text(file.map(Path::toString)))
                .with("entry", version.<Json>map(is -> Json.number(is.entry())).orElse(new JsonNull()))
                .with(
                        "inForceSince",
                        JsonOutput.text(version.map(is -> is.from().toString())))
                .with(
                        "inForceThroughout",
                        version.<Json>map(is -> new JsonFlag(throughout(is, window)))
                                .orElse(new JsonNull()))
                .build();
    }

    private static boolean throughout(BaselineVersion version, Window window) {
        return window.from().filter(from -> !version.from().isAfter(from)).isPresent();
    }

    String text(Window window) {
        if (version.isEmpty()) {
            return "policy of " + policy.system() + ", "
                    + file.map(Path::toString).orElse("") + ": a file, which nobody approved here";
        }
        BaselineVersion is = version.get();
        return "baseline of " + policy.system() + ", version of entry " + is.entry() + ", approved by "
                + String.join(" and ", is.approvers()) + ", in force since " + is.from()
                + (throughout(is, window) ? "" : ": not yet when the window began");
    }
}
