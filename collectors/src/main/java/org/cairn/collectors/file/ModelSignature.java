package org.cairn.collectors.file;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.evidence.yaml.Tree;
import org.cairn.proof.Bytes;
import org.cairn.proof.Envelope;
import org.cairn.proof.Json;
import org.cairn.proof.MalformedJson;

/// A file that signs another: raw bytes or base64 (`openssl dgst -sign`, `cosign sign-blob`), or a Sigstore bundle
/// (sigstore/protobuf-specs, `sigstore_bundle.proto`) with a message signature or a DSSE envelope over a statement that
/// lists files (OpenSSF model signing, predicate `https://model_signing/signature/v1.0`). Of a bundle only the
/// signature
/// is looked at: neither its certificate chain nor its transparency log.
/// @param signature over the file, or over `statement` where there is one
/// @param statement what a DSSE envelope signs, as its pre-authentication encoding
/// @param listed    the files a statement names
record ModelSignature(Bytes signature, Optional<Bytes> statement, List<ModelManifest.Listed> listed) {
    /// What is appended to a file's name to name its signature.
    static final List<String> ENDINGS = List.of(".sig", ".signature", ".sigstore.json", ".sigstore", ".bundle");

    /// Kinds of signatures that are seen and cannot be checked here: OpenPGP and minisign.
    static final List<String> FOREIGN = List.of(".asc", ".gpg", ".minisig");

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}\\s*");

    ModelSignature {
        listed = List.copyOf(listed);
    }

    /// Empty if the bytes are none of these forms.
    static Optional<ModelSignature> parse(String path, Bytes content) {
        if (content.size() > 0 && content.at(0) == '{') {
            try {
                return bundle(path, Json.parseObject(content));
            } catch (MalformedJson | IllegalArgumentException _) {
                return Optional.empty();
            }
        }
        String text = content.asUtf8();
        Bytes raw = BASE64.matcher(text).matches()
                ? Bytes.copyOf(Base64.getDecoder().decode(text.strip()))
                : content;
        return content.size() == 0
                ? Optional.empty()
                : Optional.of(new ModelSignature(raw, Optional.empty(), List.of()));
    }

    private static Optional<ModelSignature> bundle(String path, Json bundle) throws MalformedJson {
        Optional<String> message =
                Tree.text(bundle, "messageSignature", "signature").or(() -> Tree.text(bundle, "base64Signature"));
        if (message.isPresent()) {
            return Optional.of(new ModelSignature(decoded(message.get()), Optional.empty(), List.of()));
        }
        Optional<String> payload = Tree.text(bundle, "dsseEnvelope", "payload");
        Optional<String> type = Tree.text(bundle, "dsseEnvelope", "payloadType");
        List<Json> signatures = Tree.list(bundle, "dsseEnvelope", "signatures");
        if (payload.isEmpty() || type.isEmpty() || signatures.size() != 1) {
            return Optional.empty();
        }
        Bytes statement = decoded(payload.get());
        return Optional.of(new ModelSignature(
                decoded(Tree.text(signatures.getFirst(), "sig").orElse("")),
                Optional.of(Envelope.preAuthenticationEncoding(type.get(), statement)),
                listed(path, Json.parseObject(statement))));
    }

    private static List<ModelManifest.Listed> listed(String path, Json statement) {
        List<ModelManifest.Listed> listed = new ArrayList<>();
        for (Json resource : Tree.list(statement, "predicate", "resources")) {
            Optional<String> name = Tree.text(resource, "name");
            Optional<String> digest = Tree.text(resource, "digest");
            boolean sha256 = Tree.text(resource, "algorithm").orElse("").equals("sha256");
            if (sha256 && name.isPresent() && digest.isPresent()) {
                listed.add(ModelManifest.listed(path, name.get(), digest.get()));
            }
        }
        return listed;
    }

    private static Bytes decoded(String base64) {
        return Bytes.copyOf(Base64.getDecoder().decode(base64));
    }
}
