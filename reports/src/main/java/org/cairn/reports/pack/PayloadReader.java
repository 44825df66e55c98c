package org.cairn.reports.pack;

import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.Opening;
import org.cairn.evidence.vault.VaultException;

/// Opens payloads, as [org.cairn.evidence.vault.EvidenceVault#open(PayloadRef)] does.
@FunctionalInterface
public interface PayloadReader {
    Opening open(PayloadRef payload) throws VaultException;
}
