package org.cairn.app.workspace;

import java.time.Instant;
import java.util.Optional;
import org.cairn.ledger.key.Keyring;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.PackException;
import org.cairn.reports.pack.PackSigner;
import org.cairn.reports.sign.DocumentSigning;

/// Signs a pack's list of files with the workspace's keys.
record KeyringPackSigner(Keyring keyring, DocumentSigning documents, Instant at) implements PackSigner {
    @Override
    public Bytes cms(Bytes sums) throws PackException {
        return documents.cms(sums, at);
    }

    @Override
    public Optional<Bytes> timeStamp(Bytes cms) throws PackException {
        return documents.timeStamp(cms);
    }

    @Override
    public Bytes ed25519(Bytes sums) {
        return keyring.signDetachedEd25519(sums);
    }

    @Override
    public Bytes mlDsa44(Bytes sums) {
        return keyring.signDetachedMlDsa44(sums);
    }
}
