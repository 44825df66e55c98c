package org.cairn.app.workspace;

import java.util.List;
import java.util.Optional;
import org.cairn.app.exchange.BundleHead;
import org.cairn.app.exchange.BundleReader.SealedPayload;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.ExchangeEvent;
import org.cairn.checklist.event.ExchangeEvent.TransferKeyMade;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.PayloadRef;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.TransferKey;
import org.cairn.proof.Bytes;

/// Which payloads travel, and with which key they are opened.
final class BundlePayloads {
    private BundlePayloads() {}

    /// A transfer key's secret never leaves its workspace, and what a third log said travels from that log.
    static List<PayloadRef> of(Event event) {
        return event instanceof TransferKeyMade || event instanceof ExchangeEvent.EntryImported
                ? List.of()
                : PayloadRefs.of(event);
    }

    /// The newest transfer key of this workspace, if one was made.
    static Optional<TransferKeyMade> made(EventLog log) {
        return log.all(TransferKeyMade.class).stream().map(Recorded::event).reduce((_, newer) -> newer);
    }

    static TransferKey.Unsealing unsealing(Parts parts, BundleHead head) throws WorkspaceException, KeyException {
        TransferKeyMade made = made(parts.log())
                .orElseThrow(() -> new WorkspaceException(
                        Kind.BAD_INPUT,
                        "this workspace has no transfer key yet. Make its card: `cairn exchange pair`"));
        return TransferKey.of(parts.content(made.secret())).unseal(head.encapsulation(), head.sealingInfo());
    }

    /// Empty where it was sealed for another key, or changed.
    static Optional<Bytes> secret(TransferKey.Unsealing unsealing, SealedPayload payload) {
        try {
            return Optional.of(unsealing.open(
                    payload.sealedSecret(), Bytes.copyOf(payload.stored().toByteArray())));
        } catch (KeyException _) {
            return Optional.empty();
        }
    }
}
