package org.cairn.reports.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.cairn.verifier.PackVerification;
import org.cairn.verifier.RefusedInput;
import org.cairn.verifier.Report;

/// A real pack, copies of it to be changed, and what the verifier says of them.
/// @param folder   where packs are written
/// @param original its files, by name
record TamperedPack(Path folder, SampleWorkspace sample, Map<String, Bytes> original) implements AutoCloseable {
    TamperedPack(Path folder) throws Exception {
        this(folder, new SampleWorkspace(folder.resolve("workspace")));
    }

    private TamperedPack(Path folder, SampleWorkspace sample) throws Exception {
        this(folder, sample, written(folder.resolve("original.zip"), sample));
    }

    private static Map<String, Bytes> written(Path zip, SampleWorkspace sample) throws Exception {
        sample.writer().write(sample.content(), zip);
        return PackZip.read(zip);
    }

    Set<String> names() {
        return original.keySet();
    }

    Bytes file(String name) {
        return Objects.requireNonNull(original.get(name), name);
    }

    Map<String, Bytes> copy() {
        return new TreeMap<>(original);
    }

    void swap(Map<String, Bytes> files, String one, String other) {
        files.put(one, file(other));
        files.put(other, file(one));
    }

    Report verify(Map<String, Bytes> files) throws IOException, RefusedInput {
        return PackVerification.verify(PackZip.write(folder.resolve("changed.zip"), files));
    }

    /// Verifies what the owner of the keys would have signed again.
    Report verifyResigned(Map<String, Bytes> files) throws IOException, RefusedInput, PackException {
        PackZip.resign(files, sample.signer());
        return verify(files);
    }

    boolean names(Report report, String file) {
        return report.defects().stream().anyMatch(defect -> defect.file().equals(file));
    }

    boolean names(Report report, String file, long entry) {
        return report.defects().stream()
                .anyMatch(defect -> defect.file().equals(file) && defect.entry().equals(Optional.of(entry)));
    }

    @Override
    public void close() throws LedgerException {
        sample.close();
    }
}
