package org.cairn.app.workspace;

import java.util.Optional;
import org.cairn.ledger.key.AuthorityAdmission;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Envelope;
import org.cairn.proof.authority.People;

/// Who is enrolled, and what could be recorded next. A ledger open for writing keeps its admission up to date; of one
/// open
/// for reading the entries are gone through when this is first asked.
final class Register {
    private final Ledger ledger;
    private final AuthorityAdmission admission;

    Register(Ledger ledger, AuthorityAdmission admission) {
        this.ledger = ledger;
        this.admission = admission;
    }

    People people() throws WorkspaceException {
        catchUp();
        return admission.people();
    }

    /// Who had which key and role after the first `size` entries: of all of them it is known already, of fewer they are
    /// gone through again.
    People people(long size) throws WorkspaceException {
        catchUp();
        long before = admission.size();
        People newest = admission.people();
        if (before == size && admission.size() == size) {
            return newest;
        }
        AuthorityAdmission then = new AuthorityAdmission();
        record(then, size);
        return then.people();
    }

    /// Why the event of an envelope could not be recorded now even after more people signed it; empty where it could.
    Optional<String> refusalOfProposal(Envelope envelope) throws WorkspaceException {
        catchUp();
        return admission.refusalOfProposal(envelope);
    }

    private synchronized void catchUp() throws WorkspaceException {
        record(admission, ledger.size());
    }

    private void record(AuthorityAdmission into, long size) throws WorkspaceException {
        try {
            for (long next = into.size(); next < size; next++) {
                into.recorded(next, ledger.entry(next));
            }
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }
}
