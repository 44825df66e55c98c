package org.cairn.collectors.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairn.collectors.declared.HostDeclaration;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.RandomBytes;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Which models a signature by a key of the operator stands behind: over the file itself, over a manifest that lists it
/// with the digest it has, or over a statement that does.
final class ModelOrigins {
    private static final int SIGNATURE_LIMIT = 4 * 1024 * 1024;

    private final Observation seen;
    private final Members signatures;
    private final Members origins;
    private final List<SigningKey> keys = new ArrayList<>();
    private final Set<String> signedFiles = new HashSet<>();
    private final Set<ModelManifest.Listed> signedDigests = new HashSet<>();
    private final Set<String> undecided = new TreeSet<>();

    private ModelOrigins(Observation seen) {
        this.seen = seen;
        this.signatures = seen.population("model-signatures");
        this.origins = seen.population("model-origins");
    }

    static void tell(
            Observation seen,
            HostDeclaration declared,
            List<FileFacts> files,
            List<ModelManifest> manifests,
            ModelDigests digests)
            throws InterruptedException {
        ModelOrigins origins = new ModelOrigins(seen);
        if (!origins.readKeys(declared)) {
            return;
        }
        Set<String> paths = new HashSet<>();
        files.forEach(file -> paths.add(file.path()));
        for (FileFacts file : files) {
            origins.look(file.path(), paths);
        }
        for (ModelManifest manifest : manifests) {
            if (origins.signedFiles.contains(manifest.path())) {
                origins.signedDigests.addAll(manifest.files());
            }
        }
        for (String model : new TreeSet<>(digests.models())) {
            origins.record(model, digests);
        }
    }

    private boolean readKeys(HostDeclaration declared) throws InterruptedException {
        for (String path : declared.paths("models.signingKeys")) {
            Optional<SigningKey> key = seen.text(path).flatMap(text -> SigningKey.parse(path, text));
            key.ifPresent(keys::add);
            if (key.isEmpty()) {
                Refusal refusal = new Refusal(path, Refusal.Why.MALFORMED, "no public key that could be read");
                signatures.refuse(refusal);
                origins.refuse(refusal);
            }
        }
        if (!declared.states("models.signingKeys")) {
            Refusal refusal = new Refusal(
                    HostDeclaration.PATH + " models.signingKeys", Refusal.Why.ABSENT, "no key is named to check with");
            signatures.refuse(refusal);
            origins.refuse(refusal);
        }
        return !keys.isEmpty();
    }

    /// Looks whether `path` is a signature of a file beside it, or of the folder it lies in.
    private void look(String path, Set<String> paths) throws InterruptedException {
        for (String ending : ModelSignature.ENDINGS) {
            String covers = path.endsWith(ending) ? path.substring(0, path.length() - ending.length()) : "";
            if (paths.contains(covers)) {
                check(path, Optional.of(covers));
                return;
            }
        }
        for (String ending : ModelSignature.FOREIGN) {
            String covers = path.endsWith(ending) ? path.substring(0, path.length() - ending.length()) : "";
            if (paths.contains(covers)) {
                signatures.add("path", path, "covers", covers, "form", "OpenPGP or minisign: not checked");
                undecided.add(covers);
                return;
            }
        }
        if (path.endsWith("/model.sig") || path.endsWith(".sigstore.json")) {
            check(path, Optional.empty());
        }
    }

    private void check(String path, Optional<String> covers) throws InterruptedException {
        Map<String, String> values = new TreeMap<>(Map.of("path", path, "covers", covers.orElse("its folder")));
        Optional<ModelSignature> read =
                seen.hashedBytes(path, SIGNATURE_LIMIT).flatMap(bytes -> ModelSignature.parse(path, bytes));
        if (read.isEmpty()) {
            values.put("form", "not understood");
            covers.ifPresent(undecided::add);
            signatures.add(values);
            return;
        }
        ModelSignature signature = read.get();
        Optional<SigningKey> by = Optional.empty();
        if (signature.statement().isPresent()) {
            values.put("form", "statement");
            by = keyOver(new InMemory(signature.statement().get()), signature.signature());
            if (by.isPresent()) {
                signedDigests.addAll(signature.listed());
            }
            values.put("verified", by.isPresent() ? "yes" : "no");
        } else if (covers.isPresent()) {
            values.put("form", "detached");
            switch (seen.host().scan(covers.get(), file -> tried(file, signature.signature()))) {
                case Read.Refused<Optional<SigningKey>>(Refusal refusal) -> signatures.refuse(refusal);
                case Read.Got<Optional<SigningKey>>(Optional<SigningKey> found) -> {
                    by = found;
                    values.put("verified", found.isPresent() ? "yes" : "no");
                    if (found.isPresent()) {
                        signedFiles.add(covers.get());
                    }
                }
            }
        }
        by.ifPresent(key -> values.put("key-sha256", key.sha256()));
        signatures.add(values);
    }

    private Optional<SigningKey> tried(RandomBytes file, Bytes signature) throws IOException, InterruptedException {
        for (SigningKey key : keys) {
            if (!key.canCheck(file.size())) {
                throw new IOException("too large for an Ed25519 signature: sign its manifest");
            }
            if (key.signed(file, signature)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    private Optional<SigningKey> keyOver(RandomBytes message, Bytes signature) throws InterruptedException {
        try {
            return tried(message, signature);
        } catch (IOException e) {
            throw new IllegalStateException("memory refuses nothing", e);
        }
    }

    private void record(String model, ModelDigests digests) throws InterruptedException {
        if (signedFiles.contains(model)) {
            origins.add("path", model, "signed", "yes", "through", "a signature of its own");
            return;
        }
        Optional<Digest> digest = digests.of(model, origins);
        if (digest.isEmpty() || undecided.contains(model)) {
            origins.add("path", model);
            return;
        }
        boolean listed = signedDigests.contains(
                new ModelManifest.Listed(model, digest.get().hex()));
        origins.add("path", model, "signed", listed ? "yes" : "no", "through", listed ? "a signed list" : "nothing");
    }

    private record InMemory(Bytes bytes) implements RandomBytes {
        @Override
        public long size() {
            return bytes.size();
        }

        @Override
        public byte[] read(long position, int length) {
            int from = (int) Math.min(position, bytes.size());
            return bytes.slice(from, (int) Math.min((long) from + length, bytes.size()))
                    .toByteArray();
        }
    }
}
