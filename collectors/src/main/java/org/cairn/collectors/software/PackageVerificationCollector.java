package org.cairn.collectors.software;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.RandomBytes;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// Whether the programs of packages that guard the host are as they were installed: what `dpkg --verify` does, for the
/// packages named here and for programs and libraries only, so that a run takes a second and not a minute. The digests
/// are MD5 and lie on the host (deb-md5sums(5)): they show accidents and careless changes, not a careful attacker.
public final class PackageVerificationCollector implements Collector {
    private static final String INFO = "/var/lib/dpkg/info";
    private static final Pattern PACKAGE = Pattern.compile(
            "(sudo|openssh-(server|client|sftp-server)|login|passwd|util-linux|coreutils|bash|dash|systemd|libpam-(modules|runtime|modules-bin)|"
                    + "libpam0g|libc6|libc-bin|auditd|nftables|iptables|ufw|openssl|libssl3|libssl3t64|gpgv|apt|dpkg|cryptsetup-bin|"
                    + "iproute2|procps|rsyslog|apparmor|ca-certificates)(:[a-z0-9]+)?\\.md5sums");
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{32})  (\\S.*)");
    private static final Pattern PROGRAM = Pattern.compile("(usr/)?(s?bin|lib(exec|64)?)/.*");
    private static final long BUDGET_BYTES = 256L * 1024 * 1024;
    private static final int CHUNK = 1 << 20;
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "software.verification",
                    1,
                    "Programs of packages beside their installed digests",
                    List.of(INFO + "/*.md5sums", "the programs of some 30 packages"))
            .withRoot("sudo dpkg --verify", "programs closed to others, and every other package");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        switch (host.list(INFO)) {
            case Read.Refused<List<FileFacts>>(Refusal refusal) -> seen.refuse(refusal);
            case Read.Got<List<FileFacts>>(List<FileFacts> members) -> {
                Members programs = seen.population("programs");
                long left = BUDGET_BYTES;
                for (FileFacts member : members) {
                    if (PACKAGE.matcher(member.name()).matches()) {
                        left = packaged(seen, member, programs, left);
                    }
                }
            }
        }
        return seen.result();
    }

    private static long packaged(Observation seen, FileFacts list, Members programs, long budget)
            throws InterruptedException {
        Optional<String> text = seen.hashed(list.path(), CHUNK);
        if (text.isEmpty()) {
            programs.refuse(new Refusal(list.path(), Refusal.Why.DENIED, "could not be read"));
            return budget;
        }
        String name = list.name().replaceFirst("\\.md5sums$", "");
        long left = budget;
        int same = 0;
        for (String line : text.get().lines().toList()) {
            Matcher entry = LINE.matcher(line);
            if (entry.matches() && PROGRAM.matcher(entry.group(2)).matches()) {
                long room = left;
                switch (seen.host().scan("/" + entry.group(2), file -> md5(file, room))) {
                    case Read.Refused<Hashed>(Refusal refusal) -> refused(name, entry.group(2), refusal, programs);
                    case Read.Got<Hashed>(Hashed hashed) -> {
                        left -= hashed.bytes();
                        boolean equal = hashed.md5().equals(entry.group(1));
                        same += equal ? 1 : 0;
                        if (hashed.md5().isEmpty()) {
                            programs.refuse(new Refusal(
                                    "/" + entry.group(2), Refusal.Why.TOO_LARGE, "beyond what one run reads"));
                        } else if (!equal) {
                            programs.add(item(name, "/" + entry.group(2), "changed"));
                        }
                    }
                }
            }
        }
        if (same > 0) {
            programs.add(item(name, same + " programs and libraries", "same"));
        }
        return left;
    }

    /// A file that is gone is a finding; one that may not be read is not.
    private static void refused(String name, String path, Refusal refusal, Members programs) {
        if (refusal.why() == Refusal.Why.ABSENT) {
            programs.add(item(name, "/" + path, "absent"));
        } else {
            programs.refuse(refusal);
        }
    }

    private static Map<String, String> item(String name, String path, String state) {
        return new TreeMap<>(Map.of("package", name, "path", path, "state", state));
    }

    /// @param md5 empty where the file is beyond the budget
    private record Hashed(String md5, long bytes) {}

    private static Hashed md5(RandomBytes file, long budget) throws IOException, InterruptedException {
        if (file.size() > budget) {
            return new Hashed("", 0);
        }
        MessageDigest md5 = newMd5();
        long at = 0;
        for (byte[] chunk = file.read(at, CHUNK); chunk.length > 0; chunk = file.read(at, CHUNK)) {
            if (Thread.interrupted()) {
                throw new InterruptedException("hashing was cancelled");
            }
            md5.update(chunk);
            at += chunk.length;
        }
        return new Hashed(HexFormat.of().formatHex(md5.digest()), at);
    }

    private static MessageDigest newMd5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5 (java.security.MessageDigest)", e);
        }
    }
}
