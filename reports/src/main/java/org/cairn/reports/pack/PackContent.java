package org.cairn.reports.pack;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.Source;
import org.cairn.frameworks.Language;
import org.cairn.proof.Bytes;
import org.cairn.proof.InclusionProof;
import org.cairn.proof.KeyId;
import org.cairn.proof.NoteKey;
import org.cairn.proof.SignedNote;
import org.cairn.proof.authority.Role;
import org.cairn.proof.witness.CheckpointRequest;
import org.cairn.proof.witness.WitnessPolicy;

/// Everything that goes into a pack, assembled once. Payloads are named here and read while the pack is written, one at
/// a time, so that a pack may be larger than memory.
/// @param report     the signed PDF
/// @param workbook   the signed workbook
/// @param texts      payloads of events that the report shows: notes, names, descriptions
/// @param withheld   payloads of which the pack holds the commitment alone
/// @param erased     payloads that were destroyed, of which the pack holds the commitment and the erasing entry
/// @param documents  further files that stand for themselves
/// @param identities every key that signed one of the entries
public record PackContent(
        Head head,
        FrameworkData framework,
        Bytes report,
        Bytes workbook,
        LedgerExtract ledger,
        List<EvidenceFolder> evidence,
        List<Text> texts,
        List<Withheld> withheld,
        List<ErasedItem> erased,
        List<Document> documents,
        List<Identity> identities,
        PackCertificates certificates) {
    public PackContent {
        documents = List.copyOf(documents);
        evidence = List.copyOf(evidence);
        texts = List.copyOf(texts);
        withheld = List.copyOf(withheld);
        erased = List.copyOf(erased);
        identities = List.copyOf(identities);
    }

    /// Where nothing was erased, and without further documents.
    public PackContent(
            Head head,
            FrameworkData framework,
            Bytes report,
            Bytes workbook,
            LedgerExtract ledger,
            List<EvidenceFolder> evidence,
            List<Text> texts,
            List<Withheld> withheld,
            List<Identity> identities,
            PackCertificates certificates) {
        this(
                head,
                framework,
                report,
                workbook,
                ledger,
                evidence,
                texts,
                withheld,
                List.of(),
                List.of(),
                identities,
                certificates);
    }

    /// The statement of applicability, signed.
    public static Document statement(Bytes signed) {
        return new Document("soa.pdf", "statement", "the statement of applicability, signed", signed);
    }

    /// Where a pack holds its framework.
    public static String frameworkFile(FrameworkId framework) {
        return "frameworks/" + framework.value() + ".json";
    }

    /// A file that is written as it is.
    /// @param what  it is: one of the words of `docs/pack-format.md`
    /// @param title a line for a person
    public record Document(String path, String what, String title, Bytes content) {}

    /// @param packId   unique in the workspace, e.g. `DORA-2026-11-21-0007`
    /// @param issuedAt by the clock that also stamps the entries (UTC); the time of every file in the zip
    /// @param shown    which state the pack is about
    /// @param language of report, workbook and README
    public record Head(
            String packId,
            PackKind kind,
            String organisation,
            Instant issuedAt,
            String productVersion,
            ShownState shown,
            Language language) {}

    /// @param data    the framework's data file, exactly as it was adopted
    /// @param adopted the entry that records its adoption
    public record FrameworkData(FrameworkId id, String version, Bytes data, long adopted) {}

    /// Entries and what shows that they lie under the checkpoint.
    /// @param ed25519 the log's first key
    /// @param mlDsa44 the log's second key
    /// @param entries   ascending, with every proof for the checkpoint's size
    /// @param policy    whom the owner asks for cosignatures
    /// @param witnessed the states that were cosigned, each with the proof that the ledger begins with it
    public record LedgerExtract(
            SignedNote checkpoint,
            NoteKey ed25519,
            NoteKey mlDsa44,
            List<ProvedEntry> entries,
            WitnessPolicy policy,
            List<WitnessedState> witnessed) {
        public LedgerExtract {
            entries = List.copyOf(entries);
            witnessed = List.copyOf(witnessed);
            for (int i = 1; i < entries.size(); i++) {
                if (entries.get(i - 1).index() >= entries.get(i).index()) {
                    throw new IllegalArgumentException("entries of a pack ascend");
                }
            }
        }
    }

    /// @param note  an earlier checkpoint with the log's lines and those of witnesses
    /// @param proof from its size to the pack's checkpoint
    public record WitnessedState(SignedNote note, CheckpointRequest proof) {}

    /// @param entry the entry's exact bytes
    public record ProvedEntry(Bytes entry, InclusionProof proof) {
        public long index() {
            return proof.index();
        }
    }

    /// One piece of evidence with what is disclosed of it.
    /// @param entry     that records it
    /// @param title     for a person
    /// @param controls  that rest on it; its folder stands under the first in order
    /// @param manifest  the canonical evidence manifest
    /// @param artefacts raw bytes behind its sources; of two with one number, which are equal, the first is kept
    public record EvidenceFolder(
            EvidenceId id,
            long entry,
            String title,
            List<ControlId> controls,
            PayloadRef manifest,
            List<Artefact> artefacts) {
        public EvidenceFolder {
            controls = controls.stream().sorted().distinct().toList();
            artefacts = onePerNumber(artefacts);
        }

        private static List<Artefact> onePerNumber(List<Artefact> artefacts) {
            SortedMap<Integer, Artefact> byNumber = new TreeMap<>();
            for (Artefact artefact : artefacts) {
                Artefact first = byNumber.putIfAbsent(artefact.number(), artefact);
                if (first != null && !first.source().equals(artefact.source())) {
                    throw new IllegalArgumentException("two sources have the number " + artefact.number());
                }
            }
            return List.copyOf(byNumber.values());
        }

        /// @param number of the source in the evidence, from 0
        public record Artefact(int number, Source source, PayloadRef payload) {}
    }

    /// @param what which text of the entry it is: `note`, `owner`, `name`, …; a word of lower-case letters and hyphens
    public record Text(long entry, String what, PayloadRef payload) {
        public Text {
            if (!what.matches("[a-z]+(-[a-z]+)*")) {
                throw new IllegalArgumentException("not a kind of text: " + what);
            }
        }
    }

    /// @param what   is withheld, for a person
    /// @param reason why
    public record Withheld(long entry, String what, String reason, PayloadRef payload) {}

    /// @param spki  DER SubjectPublicKeyInfo
    /// @param entry that enrols the key
    public record Identity(KeyId key, Bytes spki, Role role, long entry) {}
}
