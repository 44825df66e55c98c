package org.cairn.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.witness.WitnessPolicy;
import org.cairn.verifier.LogCheck.LogKeys;
import org.cairn.verifier.LogCheck.SignedLog;

/// Verifies an audit pack, offline and from its own content, and reports everything that is wrong. What is read here is
/// hostile until checked; nothing is written, no connection is opened.
public final class PackVerification {
    private final PackFiles files;
    private final Findings findings;
    private final Optional<Digest> expectedRoot;
    private final Optional<WitnessPolicy> ownPolicy;
    private Report.Counts counts = new Report.Counts(0, 0, 0, 0);

    private PackVerification(
            PackFiles files, Findings findings, Optional<Digest> expectedRoot, Optional<WitnessPolicy> ownPolicy) {
        this.files = files;
        this.findings = findings;
        this.expectedRoot = expectedRoot;
        this.ownPolicy = ownPolicy;
    }

    /// As [#verify(Path,Optional)], with trust in the root certificate that the pack carries.
    public static Report verify(Path zip) throws RefusedInput {
        return verify(zip, Optional.empty());
    }

    /// @param expectedRoot SHA-256 of the root certificate, as it became known by another way than the pack
    /// @throws RefusedInput if there is no such file, it is not a zip, or it is beyond a limit
    public static Report verify(Path zip, Optional<Digest> expectedRoot) throws RefusedInput {
        return verify(zip, expectedRoot, Optional.empty());
    }

    /// @param expectedRoot as above
    /// @param ownPolicy    whose signatures the one who asks wants to see; without it the policy in the pack is
    ///                     used, which is its owner's claim
    /// @throws RefusedInput as above
    public static Report verify(Path zip, Optional<Digest> expectedRoot, Optional<WitnessPolicy> ownPolicy)
            throws RefusedInput {
        try (ZipArchive archive = ZipArchive.open(zip, Limits.PACK)) {
            var findings = new Findings();
            findings.addAll(archive.defects());
            if (!archive.readable()) {
                return new Report(
                        findings.defects(),
                        List.of(),
                        Optional.empty(),
                        new Report.Counts(0, 0, 0, 0),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of());
            }
            return new PackVerification(new PackFiles(archive, findings), findings, expectedRoot, ownPolicy).verify();
        } catch (IOException e) {
            throw new RefusedInput(zip + ": cannot be closed: " + e.getMessage(), e);
        }
    }

    /// @param text 64 hexadecimal digits of either case; colons and spaces are skipped, as openssl prints them
    /// @throws IllegalArgumentException if it is anything else
    public static Digest parseFingerprint(String text) {
        return Digest.parseHex(text.replaceAll("[: ]", "").toLowerCase(Locale.ROOT));
    }

    private Report verify() throws RefusedInput {
        Optional<Bytes> sums = new SumsCheck(files, findings).check();
        Optional<PackManifest> manifest = manifest();
        Optional<CertificateChain> certificates = certificates();
        var log = new LogCheck(files, findings);
        Optional<LogKeys> keys = log.keys();
        Optional<SignedLog> signedLog = keys.isPresent() ? log.checkpoint(keys.get()) : Optional.empty();
        if (sums.isPresent()) {
            signatures(sums.get(), certificates, keys);
        }
        if (certificates.isPresent() && manifest.isPresent()) {
            documents(certificates.get(), manifest.get());
        }
        SortedMap<Long, LedgerEntry> entries =
                signedLog.isPresent() ? entries(signedLog.get(), manifest) : new TreeMap<>();
        Optional<Report.Witnesses> witnesses = signedLog.isPresent()
                ? new Witnessing(files, findings, ownPolicy).judge(log, signedLog.get(), whole(entries, manifest))
                : Optional.empty();
        return new Report(
                findings.defects(),
                findings.missing(),
                witnesses,
                counts,
                manifest.flatMap(PackManifest::shown),
                certificates.map(this::root),
                signedLog.map(SignedLog::checkpoint),
                findings.notes());
    }

    /// Empty where an entry is missing or broken: what only follows from that is not told again.
    private static Optional<Collection<LedgerEntry>> whole(
            SortedMap<Long, LedgerEntry> entries, Optional<PackManifest> manifest) {
        return manifest.filter(read -> entries.keySet().containsAll(read.entries()))
                .map(_ -> entries.values());
    }

    private Optional<PackManifest> manifest() throws RefusedInput {
        var check = new ManifestCheck(files, findings);
        Optional<PackManifest> manifest = check.read();
        if (manifest.isPresent()) {
            check.names(manifest.get());
        }
        return manifest;
    }

    private Optional<CertificateChain> certificates() throws RefusedInput {
        Optional<Bytes> root = files.read(Layout.ROOT);
        Optional<Bytes> chain = files.read(Layout.CHAIN);
        if (root.isEmpty() || chain.isEmpty()) {
            return Optional.empty();
        }
        try {
            CertificateChain certificates = CertificateChain.parse(chain.get(), root.get());
            if (expectedRoot.isPresent() && !expectedRoot.get().equals(certificates.rootFingerprint())) {
                findings.defect(
                        Layout.ROOT,
                        "its SHA-256 fingerprint is " + certificates.rootFingerprint() + ", not the one given: "
                                + expectedRoot.get());
            }
            return Optional.of(certificates);
        } catch (CertificateException e) {
            findings.defect(Layout.CHAIN, "the certificates cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Report.Root root(CertificateChain certificates) {
        Digest fingerprint = certificates.rootFingerprint();
        boolean given = expectedRoot.isPresent() && expectedRoot.get().equals(fingerprint);
        return new Report.Root(fingerprint, given ? Report.Source.GIVEN : Report.Source.THE_PACK_ITSELF);
    }

    private void signatures(Bytes sums, Optional<CertificateChain> certificates, Optional<LogKeys> keys)
            throws RefusedInput {
        var signatures = new SumsSignatures(files, findings);
        if (certificates.isPresent()) {
            signatures.byCertificate(sums, certificates.get());
        }
        signatures.timeStamp();
        if (keys.isPresent()) {
            signatures.byLog(sums, keys.get());
        }
    }

    private void documents(CertificateChain certificates, PackManifest manifest) throws RefusedInput {
        new SumsSignatures(files, findings).chain(certificates, manifest.issuedAt());
        new ManifestCheck(files, findings).root(manifest, certificates);
        pdf(Layout.REPORT, certificates);
        if (manifest.files().containsKey(Layout.STATEMENT)) {
            pdf(Layout.STATEMENT, certificates);
        }
        Optional<Bytes> workbook = files.read(Layout.WORKBOOK);
        if (workbook.isPresent()) {
            WorkbookCheck.refusal(workbook.get(), certificates).ifPresent(why -> findings.defect(Layout.WORKBOOK, why));
        }
    }

    private void pdf(String name, CertificateChain certificates) throws RefusedInput {
        Optional<Bytes> pdf = files.read(name);
        if (pdf.isPresent()) {
            PdfCheck.refusal(pdf.get(), certificates).ifPresent(why -> findings.defect(name, why));
        }
    }

    private SortedMap<Long, LedgerEntry> entries(SignedLog log, Optional<PackManifest> manifest) throws RefusedInput {
        SortedMap<Long, LedgerEntry> entries = new EntriesCheck(files, findings, log).check();
        int openings = 0;
        int withheld = 0;
        if (manifest.isPresent()) {
            var check = new ManifestCheck(files, findings);
            check.state(manifest.get(), log.checkpoint());
            check.entries(manifest.get(), entries);
            manifest.get().shown().ifPresent(shown -> new StateCheck(findings, shown).check(log.checkpoint(), entries));
            new IdentitiesCheck(files, findings, entries).check(manifest.get());
            openings = new EvidenceCheck(files, findings, entries, manifest.get()).check();
            new HostRunsCheck(files, findings, entries, manifest.get()).check();
            new AuditReviewsCheck(files, findings, entries, manifest.get()).check();
            withheld = manifest.get().withheld().size();
        }
        counts = new Report.Counts(files.names().size(), entries.size(), openings, withheld);
        return entries;
    }
}
