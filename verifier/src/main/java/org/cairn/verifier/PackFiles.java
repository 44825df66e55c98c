package org.cairn.verifier;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// The pack's files by name. Whatever keeps one from being read is noted as a finding, once, and the caller goes on
/// without it.
final class PackFiles {
    private static final String SALT = ".salt";
    private static final int SALT_BYTES = 32;
    /// Smaller files are unpacked again sooner than remembered.
    private static final int WORTH_KEEPING_BYTES = 1 << 18;

    /// @param digest of salt and file
    private record Salted(Bytes salt, Digest digest) {}

    private final Map<String, Salted> salted = new HashMap<>();
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
        Optional<ZipMember> member = Optional.ofNullable(zip.members().get(name));
        if (member.isEmpty() || member.get().sizeBytes() < WORTH_KEEPING_BYTES) {
            return sha256(Bytes.empty(), name);
        }
        Optional<Bytes> salt = saltOf(name);
        if (salt.isEmpty()) {
            return sha256(Bytes.empty(), name);
        }
        try {
            ZipArchive.TwoDigests both = zip.sha256Twice(salt.get(), member.get());
            salted.put(name, new Salted(salt.get(), both.prefixed()));
            return Optional.of(both.plain());
        } catch (DamagedFile e) {
            findings.defect(name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /// What stands before the file in its commitment, where the pack has it and it is whole. What is wrong with it is
    /// noted where it is read for itself.
    private Optional<Bytes> saltOf(String name) throws RefusedInput {
        ZipMember salt = zip.members().get(name + SALT);
        if (salt == null || salt.sizeBytes() != SALT_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(zip.read(salt));
        } catch (DamagedFile _) {
            return Optional.empty();
        }
    }

    /// The digest of `prefix` followed by the file's bytes.
    Optional<Digest> sha256(Bytes prefix, String name) throws RefusedInput {
        Salted known = salted.remove(name);
        if (known != null && known.salt().equals(prefix)) {
            return Optional.of(known.digest());
        }
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
