package org.cairn.reports.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// A pack taken apart, to be changed and put together again with common means.
final class PackZip {
    private PackZip() {}

    static Map<String, Bytes> read(Path zip) throws IOException {
        Map<String, Bytes> files = new TreeMap<>();
        try (var reader = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : reader.stream().toList()) {
                files.put(
                        entry.getName(),
                        Bytes.copyOf(reader.getInputStream(entry).readAllBytes()));
            }
        }
        return files;
    }

    static Path write(Path zip, Map<String, Bytes> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                var writer = new ZipOutputStream(out)) {
            writer.setLevel(0);
            for (Map.Entry<String, Bytes> file : files.entrySet()) {
                writer.putNextEntry(new ZipEntry(file.getKey()));
                writer.write(file.getValue().toByteArray());
                writer.closeEntry();
            }
        }
        return zip;
    }

    /// New sums over what the files are now, signed again: what the owner of the keys could do.
    static void resign(Map<String, Bytes> files, PackSigner signer) throws PackException {
        files.keySet().removeIf(name -> name.startsWith("SHA256SUMS"));
        Bytes sums = Bytes.utf8(files.entrySet().stream()
                .map(file -> Digest.sha256(file.getValue()).hex() + "  " + file.getKey() + '\n')
                .collect(Collectors.joining()));
        files.put("SHA256SUMS", sums);
        files.put("SHA256SUMS.ed25519", signer.ed25519(sums));
        files.put("SHA256SUMS.mldsa44", signer.mlDsa44(sums));
        files.put("SHA256SUMS.p7s", signer.cms(sums));
    }

    static Bytes flip(Bytes content, int at) {
        byte[] bytes = content.toByteArray();
        bytes[at] ^= 0x01;
        return Bytes.copyOf(bytes);
    }
}
