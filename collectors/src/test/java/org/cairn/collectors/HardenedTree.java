package org.cairn.collectors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cairn.collectors.host.Fakes;

/// A host set up as every check asks, as a folder of files.
final class HardenedTree {
    private static final Path TREE = Path.of("src/test/host/hardened");
    private static final String NO_SUCH_VERSION =
            "ended with status 1: 40C7:error:0A00042E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version:SSL alert number 70";
    /// What its commands answer.
    static final Map<String, String> ANSWERS = answers(
            "ip -j -4 route show table all", "[{\"dst\":\"10.20.0.0/24\",\"dev\":\"eth0\",\"scope\":\"link\"}]",
            "ip -j -6 route show table all", "[]",
            "nft -j list ruleset", """
                    {"nftables":[{"metainfo":{"json_schema_version":1}},{"chain":{"family":"inet","table":"egress",
                    "name":"out","handle":1,"type":"filter","hook":"output","prio":0,"policy":"drop"}}]}""",
            "iptables-save", "*filter\n:OUTPUT DROP [0:0]\nCOMMIT\n",
            "ip6tables-save", "*filter\n:OUTPUT DROP [0:0]\nCOMMIT\n",
            "sshd -T", """
                    permitrootlogin no
                    passwordauthentication no
                    authenticationmethods publickey,keyboard-interactive
                    ciphers aes256-gcm@openssh.com
                    """,
            "auditctl -s", "enabled 2\nfailure 1\npid 300\nlost 0\nbacklog 0\n",
            "auditctl -l", "-w /srv/models -p rwa -k models\n",
            "ls -ldn -- /srv", "drwxr-xr-x 4 0 0 4096 May  1 08:00 /srv\n",
            "ls -ldn -- /srv/models", "drwxr-x---+ 2 0 998 4096 May  1 08:00 /srv/models\n",
            "getfacl -cnp -- /srv/models", "user::rwx\nuser:998:r-x\ngroup::---\nmask::r-x\nother::---\n",
            "ls -ldn -- /srv/data", "drwxr-x--- 2 0 1002 4096 May  1 08:00 /srv/data\n",
            "ip -j addr", "[]",
            "ip -j -d addr", "[{\"ifname\":\"eth0\",\"addr_info\":[{\"family\":\"inet\",\"local\":\"10.20.0.4\"}]}]",
            "openssl s_client -connect 127.0.0.1:8443 -tls1 -brief -cipher ALL:@SECLEVEL=0", NO_SUCH_VERSION,
            "openssl s_client -connect 127.0.0.1:8443 -tls1_1 -brief -cipher ALL:@SECLEVEL=0", NO_SUCH_VERSION,
            "openssl s_client -connect 127.0.0.1:8443 -tls1_2 -brief -cipher ALL:@SECLEVEL=0", "",
            "openssl s_client -connect 127.0.0.1:8443 -tls1_3 -brief -cipher ALL:@SECLEVEL=0", "",
            "cryptsetup luksDump --dump-json-metadata /dev/vda", """
                    {"keyslots":{"0":{"type":"luks2","key_size":64,"kdf":{"type":"argon2id","time":4}}},
                    "segments":{"0":{"type":"crypt","encryption":"aes-xts-plain64"}}}""");

    private static Map<String, String> answers(String... commandsAndOutputs) {
        Map<String, String> answers = new TreeMap<>();
        for (int i = 0; i < commandsAndOutputs.length; i += 2) {
            answers.put(commandsAndOutputs[i], commandsAndOutputs[i + 1]);
        }
        return answers;
    }

    private HardenedTree() {}

    static void copyTo(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(TREE)) {
            for (Path file : files.toList()) {
                Path target = root.resolve(TREE.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                    Files.setLastModifiedTime(target, FileTime.from(Fakes.NOW.minus(Duration.ofDays(5))));
                }
            }
        }
        for (String link : List.of(
                "1/exe=/usr/lib/testhost-init",
                "42/exe=/usr/bin/vllm",
                "43/exe=/usr/sbin/chronyd",
                "42/fd/3=socket:[4711]",
                "42/fd/4=/srv/models/tiny.safetensors")) {
            String[] parts = link.split("=", 2);
            Files.createSymbolicLink(root.resolve("proc/" + parts[0]), Path.of(parts[1]));
        }
        mode(root, "srv/models/tiny.safetensors", "rw-r-----");
        Files.write(root.resolve("var/log/lastlog"), lastlog());
        mode(root, "var/run/docker.sock", "rw-rw----");
    }

    /// User 1000 logged in three days ago.
    private static byte[] lastlog() {
        ByteBuffer records = ByteBuffer.allocate(1001 * 292).order(ByteOrder.LITTLE_ENDIAN);
        records.putInt(1000 * 292, (int) Fakes.NOW.minus(Duration.ofDays(3)).getEpochSecond());
        return records.array();
    }

    private static void mode(Path root, String path, String mode) throws IOException {
        Files.setPosixFilePermissions(root.resolve(path), PosixFilePermissions.fromString(mode));
    }
}
