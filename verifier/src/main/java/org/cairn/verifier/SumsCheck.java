package org.cairn.verifier;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// SHA256SUMS, as GNU coreutils `sha256sum` writes and checks it (info coreutils, "md5sum invocation"): 64 hexadecimal
/// digits, two spaces, the name. Every file but the sums and their signatures stands in it exactly once, and nothing
/// else.
final class SumsCheck {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

    private final PackFiles files;
    private final Findings findings;

    SumsCheck(PackFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /// @return the bytes of SHA256SUMS, for its signatures
    Optional<Bytes> check() throws RefusedInput {
        Optional<Bytes> sums = files.read(Layout.SUMS);
        if (sums.isPresent()) {
            Set<String> listed = new HashSet<>();
            List<String> lines = List.of(sums.get().asUtf8().split("\n", -1));
            for (int i = 0; i < lines.size() - 1; i++) {
                line(lines.get(i), i + 1, listed);
            }
            if (!lines.getLast().isEmpty()) {
                findings.defect(Layout.SUMS, "its last line does not end");
            }
            unlisted(listed);
        }
        return sums;
    }

    private void line(String line, int number, Set<String> listed) throws RefusedInput {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || MemberName.refusal(parts.group(2)).isPresent()) {
            findings.defect(Layout.SUMS, "line " + number + " is not: SHA-256, two spaces, name");
            return;
        }
        String name = parts.group(2);
        if (!listed.add(name) || Layout.isSums(name)) {
            findings.defect(Layout.SUMS, "line " + number + " lists " + name + ", which is listed twice or cannot be");
            return;
        }
        Optional<Digest> actual = files.sha256(name);
        if (actual.isPresent() && !actual.get().hex().equals(parts.group(1))) {
            findings.defect(name, "its SHA-256 differs from the one in SHA256SUMS");
        }
    }

    private void unlisted(Set<String> listed) {
        for (String name : files.names()) {
            if (!listed.contains(name) && !Layout.isSums(name)) {
                findings.defect(name, "is not listed in SHA256SUMS: it was added after the pack was signed");
            }
        }
    }
}
