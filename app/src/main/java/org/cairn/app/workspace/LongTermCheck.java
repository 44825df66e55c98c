package org.cairn.app.workspace;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.proof.Bytes;
import org.cairn.proof.Defect;
import org.cairn.proof.Verdict;
import org.cairn.reports.sign.ArchivedFile;
import org.cairn.reports.sign.LongTermProof;
import org.cairn.reports.sign.RevocationLists;

/// Whether a pack can be shown to have existed while the certificates it is signed with were good: by the time
/// stamp in it and by the evidence record beside it.
final class LongTermCheck {
    private static final int LIMIT_BYTES = 1 << 22;
    private static final String STAMP = "SHA256SUMS.p7s.tsr";
    private static final String SIGNATURE = "SHA256SUMS.p7s";
    private static final String CHAIN = "certificates/chain.pem";
    /// How the verifier begins to say what is judged here.
    private static final String STAMPS_LEFT = "not checked by this program: who made the time stamps";

    private final Path pack;
    private final LongTermRequest request;
    private final List<String> said = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Defect> defects = new ArrayList<>();
    private boolean stampJudged;

    private LongTermCheck(Path pack, LongTermRequest request) {
        this.pack = pack;
        this.request = request;
    }

    /// What was found of the pack itself, and what the proofs add.
    static Verification judge(Verification found, Path pack, LongTermRequest request) throws WorkspaceException {
        Path record = request.record().orElse(LongTermRequest.recordOf(pack));
        var check = new LongTermCheck(pack, request);
        boolean there = Files.exists(record);
        if (request.roots().isEmpty() && request.record().isEmpty()) {
            if (there) {
                check.notes.add("not checked: the evidence record " + record
                        + "; give the root of each authority that stamped it with --tsa-root");
            }
        } else if (!there && request.record().isPresent()) {
            throw new WorkspaceException(Kind.UNREADABLE_FILE, record + ": is not there; nothing was judged");
        } else {
            check.prove(there ? Optional.of(record) : Optional.empty());
        }
        return check.together(found);
    }

    private void prove(Optional<Path> record) throws WorkspaceException {
        LongTermProof proof =
                new LongTermProof(roots(request.roots()), request.weakFrom(), request.at(), lists(request.revoked()));
        if (request.revoked().isEmpty()) {
            notes.add("not checked: whether an authority revoked its certificates; give its lists with --tsa-crl");
        }
        Optional<Instant> byRecord = Optional.empty();
        if (record.isPresent()) {
            LongTermProof.Result result = proof.ofRecord(read(record.get()), new ArchivedFile(pack));
            tell(record.get().getFileName().toString(), result);
            byRecord = result.existedBy();
        }
        Optional<Instant> byStamp = stamp(proof, byRecord);
        Optional<Instant> existed = byStamp.isPresent() ? byStamp : byRecord;
        if (existed.isPresent()) {
            said.add("can be shown to have existed by " + existed.get() + ", judged at " + request.at());
            certificates(existed.get());
        } else if (defects.isEmpty()) {
            defects.add(Defect.inFile(
                    pack.getFileName().toString(),
                    "nothing shows when it existed: it holds no time stamp, and no evidence record lies beside it"));
        }
    }

    /// The stamp in the pack has to carry itself only until the record took over.
    private Optional<Instant> stamp(LongTermProof proof, Optional<Instant> byRecord) throws WorkspaceException {
        Optional<Bytes> stamp = member(STAMP);
        Optional<Bytes> signature = member(SIGNATURE);
        if (stamp.isEmpty() || signature.isEmpty()) {
            return Optional.empty();
        }
        var until = new LongTermProof(proof.roots(), proof.weakFrom(), byRecord.orElse(proof.at()), proof.revoked());
        LongTermProof.Result result = until.ofStamp(stamp.get(), signature.get());
        stampJudged = true;
        if (byRecord.isPresent() && result.existedBy().isEmpty()) {
            notes.add(STAMP + " adds nothing: " + String.join("; ", result.problems()));
        } else {
            tell(STAMP, result);
        }
        return result.existedBy();
    }

    private void tell(String file, LongTermProof.Result result) {
        result.steps().forEach(step -> said.add(file + ": " + step));
        result.problems().forEach(problem -> defects.add(Defect.inFile(file, problem)));
        result.renewBy().ifPresent(end -> said.add(file + ": its last certificate ends " + end));
    }

    private void certificates(Instant existed) throws WorkspaceException {
        Optional<Bytes> chain = member(CHAIN);
        if (chain.isEmpty()) {
            return;
        }
        try {
            for (var each : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(chain.get().toByteArray()))) {
                X509Certificate certificate = (X509Certificate) each;
                Instant end = certificate.getNotAfter().toInstant();
                if (end.isBefore(existed)) {
                    defects.add(Defect.inFile(
                            CHAIN,
                            "the certificate of " + certificate.getSubjectX500Principal() + " ended " + end
                                    + ", before the pack can be shown to have existed (" + existed + ")"));
                }
            }
        } catch (CertificateException e) {
            defects.add(Defect.inFile(CHAIN, "the certificates cannot be read: " + e.getMessage()));
        }
    }

    private Verification together(Verification found) {
        List<String> checked = new ArrayList<>(found.checked());
        checked.addAll(said);
        List<String> all = new ArrayList<>(found.notes());
        all.removeIf(note -> stampJudged && note.startsWith(STAMPS_LEFT));
        all.addAll(notes);
        return new Verification(verdict(found.verdict()), checked, all, found.witnesses(), found.root());
    }

    private Verdict verdict(Verdict found) {
        if (defects.isEmpty()) {
            return found;
        }
        List<Defect> all = new ArrayList<>(found instanceof Verdict.Broken(var before) ? before : List.of());
        all.addAll(defects);
        return new Verdict.Broken(all);
    }

    static List<X509Certificate> roots(List<Path> files) throws WorkspaceException {
        List<X509Certificate> roots = new ArrayList<>();
        for (Path file : files) {
            try {
                roots.add(StampSettings.certificate(read(file)));
            } catch (CertificateException e) {
                throw new WorkspaceException(
                        Kind.BAD_INPUT, file + ": is no certificate (" + e.getMessage() + "); nothing was judged", e);
            }
        }
        return roots;
    }

    static RevocationLists lists(List<Path> files) throws WorkspaceException {
        RevocationLists lists = RevocationLists.none();
        for (Path file : files) {
            try {
                lists = lists.and(RevocationLists.read(read(file)));
            } catch (CRLException e) {
                throw new WorkspaceException(Kind.BAD_INPUT, file + ": " + e.getMessage(), e);
            }
        }
        return lists;
    }

    static Bytes read(Path file) throws WorkspaceException {
        try (InputStream in = Files.newInputStream(file)) {
            return limited(in, file.toString());
        } catch (IOException e) {
            throw new WorkspaceException(Kind.UNREADABLE_FILE, file + ": cannot be read (" + e + ")", e);
        }
    }

    private Optional<Bytes> member(String name) throws WorkspaceException {
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return Optional.of(limited(in, name));
            }
        } catch (IOException e) {
            throw new WorkspaceException(Kind.BAD_INPUT, pack + ": " + name + " cannot be read (" + e + ")", e);
        }
    }

    private static Bytes limited(InputStream in, String name) throws IOException {
        byte[] read = in.readNBytes(LIMIT_BYTES + 1);
        if (read.length > LIMIT_BYTES) {
            throw new IOException(name + " is larger than " + LIMIT_BYTES + " bytes");
        }
        return Bytes.copyOf(read);
    }
}
