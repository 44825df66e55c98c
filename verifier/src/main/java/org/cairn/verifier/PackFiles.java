package org.cairn.verifier;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// The pack's files by name. Whatever keeps one from being read is noted as a finding, once, and the caller goes on
/// without it.
final class PackFiles {
    private final ZipArchive zip;
    private final Findings findings;
    private final SortedSet<String> names;

    PackFiles(ZipArchive zip, Findings findings) {
        this.zip = zip;
        this.findings = findings;
        names = new TreeSet<>(zip.members().keySet());
    }

    SortedSet<String> names() {
        return names;
    }

    /// The file's bytes; empty, and noted, if it is missing, damaged or in doubt.
    Optional<Bytes> read(String name) throws RefusedInput {
        try {
            Optional<ZipMember> member = present(name);
            return member.isPresent() ? Optional.of(zip.read(member.get())) : Optional.empty();
        } catch (DamagedFile e) {
            findings.defect(name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /// Notes the file if it is missing.
    void expect(String name) {
        present(name);
    }

    /// As [#read(String)], for the digest alone.
    Optional<Digest> sha256(String name) throws RefusedInput {
        return sha256(Bytes.empty(), name);
    }

    /// The digest of `prefix` followed by the file's bytes.
    Optional<Digest> sha256(Bytes prefix, String name) throws RefusedInput {
        try {
            Optional<ZipMember> member = present(name);
            return member.isPresent() ? Optional.of(zip.sha256(prefix, member.get())) : Optional.empty();
        } catch (DamagedFile e) {
            findings.defect(name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<ZipMember> present(String name) {
        Optional<ZipMember> member = Optional.ofNullable(zip.members().get(name));
        if (member.isEmpty() && !zip.faulty().contains(name)) {
            findings.missing(name);
        }
        return member;
    }
}
