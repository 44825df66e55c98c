package org.cairn.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.MalformedProof;
import org.cairn.proof.NoteKey;
import org.cairn.proof.SignedNote;
import org.cairn.proof.Tiles;
import org.cairn.proof.witness.CheckpointRequest;
import org.cairn.proof.witness.MalformedRequest;

/// The files that travel between a log and its witnesses; their forms stand in `docs/witness.md`.
final class WitnessFiles {
    private static final int TEXT_LIMIT_BYTES = 256 * 1024;
    private static final int LEAVES_LIMIT_BYTES = 64 * 1024 * 1024;

    private WitnessFiles() {}

    /// The keys that lie beside a request.
    static Path keysBeside(Path request) {
        return request.resolveSibling(request.getFileName() + ".keys");
    }

    /// The leaf hashes that lie beside a request.
    static Path leavesBeside(Path request) {
        return request.resolveSibling(request.getFileName() + ".leaves");
    }

    static CheckpointRequest request(Path file) throws Refused {
        try {
            return CheckpointRequest.parse(read(file, TEXT_LIMIT_BYTES));
        } catch (MalformedRequest e) {
            throw new Refused(file + ": not a request to a witness (C2SP tlog-witness): " + e.getMessage());
        }
    }

    static SignedNote note(Path file) throws Refused {
        try {
            return SignedNote.parse(read(file, TEXT_LIMIT_BYTES));
        } catch (MalformedNote e) {
            throw new Refused(file + ": not a signed checkpoint: " + e.getMessage());
        }
    }

    static List<Digest> leaves(Path file) throws Refused {
        Bytes all = read(file, LEAVES_LIMIT_BYTES);
        try {
            return Tiles.decodeHashes(all, all.size() / Digest.SIZE_BYTES);
        } catch (MalformedProof e) {
            throw new Refused(file + ": not a file of leaf hashes: " + e.getMessage());
        }
    }

    /// One that was named has to be there; the one beside a request may be.
    static Optional<List<Digest>> leaves(Optional<Path> named, Path beside) throws Refused {
        Path file = named.orElse(beside);
        return named.isPresent() || Files.exists(file) ? Optional.of(leaves(file)) : Optional.empty();
    }

    /// Verifier keys, one a line (C2SP signed-note): from a file, or as typed.
    static List<NoteKey> keys(List<String> given) throws Refused {
        List<NoteKey> keys = new ArrayList<>();
        for (String each : given) {
            boolean typed = each.contains("+") && !Files.exists(Path.of(each));
            String lines = typed ? each : read(Path.of(each), TEXT_LIMIT_BYTES).asUtf8();
            for (String line : lines.lines().filter(line -> !line.isBlank()).toList()) {
                try {
                    keys.add(NoteKey.parse(line.strip()));
                } catch (MalformedNote e) {
                    throw new Refused("'" + each + "': not a verifier key (C2SP signed-note): " + e.getMessage());
                }
            }
        }
        if (keys.isEmpty()) {
            throw new Refused("no key in " + given);
        }
        return keys;
    }

    static void writeNew(Path file, Bytes content) throws Refused {
        try {
            Files.write(file, content.toByteArray(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException _) {
            throw new Refused(file + " exists; it was not written");
        } catch (IOException e) {
            throw new Refused(file + ": cannot be written (" + e + ")");
        }
    }

    static void requireNew(Path file) throws Refused {
        if (Files.exists(file)) {
            throw new Refused(file + " exists; nothing was done. Choose another name");
        }
    }

    static Bytes read(Path file, int limitBytes) throws Refused {
        try (var in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(limitBytes + 1);
            if (content.length > limitBytes) {
                throw new Refused(file + ": larger than " + limitBytes + " bytes");
            }
            return Bytes.copyOf(content);
        } catch (IOException e) {
            throw new Refused(file + ": cannot be read (" + e + ")");
        }
    }
}
