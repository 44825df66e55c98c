package org.cairn.app.ui.unlock;

import java.util.Optional;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.ledger.key.UnlockRefused;

/// Why a workspace did not open, in plain words. What has no words here keeps its own.
record RefusedWords(UnlockViewModel.Way way, Texts texts, Texts kit) {
    Problem of(Exception why) {
        Problem plain = Problem.of(why, kit);
        return why instanceof WorkspaceException refused
                ? key(refused)
                        .map(key -> new Problem(plain.code(), texts.text(key)))
                        .orElse(plain)
                : plain;
    }

    /// Whether a field that is folded away would help.
    boolean asksForMore(Exception why) {
        return why instanceof WorkspaceException refused
                && (refused.kind() == Kind.SECOND_FACTOR || refused.kind() == Kind.UNKNOWN_PERSON);
    }

    private Optional<String> key(WorkspaceException refused) {
        return switch (refused.kind()) {
            case WRONG_PASSPHRASE, SECOND_FACTOR -> refused.getCause() instanceof UnlockRefused by ? key(by) : none();
            case UNKNOWN_PERSON -> Optional.of("refused.unknown-person");
            case NO_PERSON -> Optional.of("refused.no-person");
            case LOCKED -> Optional.of("refused.locked");
            default -> none();
        };
    }

    private Optional<String> key(UnlockRefused refused) {
        return switch (refused.reason()) {
            case WRONG_SECRET -> Optional.of("refused.wrong-" + Texts.keyOf(way));
            case KEY_FILE_NEEDED -> Optional.of("refused.key-file-needed");
            case TOTP_NEEDED -> Optional.of("refused.digits-needed");
            case TOTP_WRONG -> Optional.of("refused.digits-wrong");
            case UNKNOWN_PERSON -> Optional.of("refused.unknown-person");
            case WAIT, TOKEN -> none(); // their own words say how long, and which token
        };
    }

    private static Optional<String> none() {
        return Optional.empty();
    }
}
