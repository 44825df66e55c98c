package org.cairn.reports.pack;

import java.io.IOException;
import java.io.OutputStream;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.evidence.vault.Opening;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;

/// Opens payloads, as [org.cairn.evidence.vault.EvidenceVault] does.
@FunctionalInterface
public interface PayloadReader {
    Opening open(PayloadRef payload) throws VaultException;

    /// What a vault holds, the large ones piece by piece.
    static PayloadReader of(EvidenceVault vault) {
        return new PayloadReader() {
            @Override
            public Opening open(PayloadRef payload) throws VaultException {
                return vault.open(payload);
            }

            @Override
            public Bytes salt(PayloadRef payload) throws VaultException {
                return vault.salt(payload);
            }

            @Override
            public void copy(PayloadRef payload, OutputStream out) throws IOException, VaultException {
                vault.copy(payload, out);
            }
        };
    }

    default Bytes salt(PayloadRef payload) throws VaultException {
        return open(payload).salt();
    }

    /// Writes the content; what was written before it fails is not to be used.
    default void copy(PayloadRef payload, OutputStream out) throws IOException, VaultException {
        out.write(open(payload).content().toByteArray());
    }
}
