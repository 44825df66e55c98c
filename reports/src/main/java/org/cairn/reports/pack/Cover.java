package org.cairn.reports.pack;

import java.time.Instant;
import java.util.Optional;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;

/// What the first page says.
/// @param origin      name of the log, as in its checkpoints
/// @param packId      unique in the workspace, e.g. `DORA-2026-11-21-0007`; also seeds the document ids, so that the
/// same
///                    model renders to the same bytes
/// @param periodFrom  start of the period under review (UTC)
/// @param periodTo    its end, exclusive (UTC)
/// @param shown       which state of the workspace it is about
/// @param issuedAt    when the pack was issued, by the local clock (UTC)
public record Cover(
        String organisation,
        String origin,
        String packId,
        PackKind kind,
        FrameworkEdition framework,
        Instant periodFrom,
        Instant periodTo,
        ShownState shown,
        Instant issuedAt,
        Issuer issuer) {

    /// The posture as of this instant of the world.
    public Instant validAt() {
        return shown.validAt();
    }

    /// As it was known at this instant of the ledger's clock.
    public Instant knownAt() {
        return shown.knownAt();
    }

    /// Who signs the documents.
    /// @param name               as in the signing certificate
    /// @param key                names the signing key
    /// @param certificate        SHA-256 of the signing certificate (DER)
    /// @param rootCertificate    SHA-256 of the root certificate (DER): what an auditor compares
    /// @param timeStampAuthority who time-stamps the documents; empty where none is configured
    public record Issuer(
            String name,
            KeyId key,
            Digest certificate,
            Digest rootCertificate,
            Optional<StampedBy> timeStampAuthority) {}

    /// Who time-stamps the documents.
    /// @param name as in its certificate
    /// @param own  whether it is a key of the workspace, which proves order and not time
    public record StampedBy(String name, boolean own) {}
}
