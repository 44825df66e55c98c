package org.cairn.app.workspace;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cairn.proof.KeyId;
import org.cairn.proof.authority.EnrolledKey;
import org.cairn.proof.authority.HolderId;
import org.cairn.proof.authority.People;
import org.cairn.proof.authority.Role;

/// Whether the one at work may review an answer: a reviewer, and not its author (decision 0052). The window, the queue
/// and the command line ask the same.
record ReviewerCheck(People people, Optional<HolderId> atWork) {
    static ReviewerCheck of(Parts parts) throws WorkspaceException {
        People people = parts.register().people();
        return new ReviewerCheck(
                people,
                parts.keyring().unlockedBy().isEmpty()
                        ? Optional.empty()
                        : holder(people, parts.keyring().person().keyId()));
    }

    /// @param author the key that signed the answer
    Set<Hurdle> hurdles(KeyId author) {
        Set<Hurdle> hurdles = EnumSet.noneOf(Hurdle.class);
        if (atWork.isEmpty()) {
            hurdles.add(Hurdle.NOBODY_AT_WORK);
        } else if (wrote(author)) {
            hurdles.add(Hurdle.OWN_WORK);
        } else if (!people.roles(atWork.get()).contains(Role.REVIEWER)) {
            hurdles.add(Hurdle.NOT_A_REVIEWER);
        }
        return hurdles;
    }

    boolean wrote(KeyId author) {
        return atWork.isPresent() && atWork.equals(holder(author));
    }

    Optional<HolderId> holder(KeyId key) {
        return holder(people, key);
    }

    private static Optional<HolderId> holder(People people, KeyId key) {
        return people.key(key).map(EnrolledKey::holder);
    }
}
