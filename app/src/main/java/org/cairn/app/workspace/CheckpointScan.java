package org.cairn.app.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.ScanResult.Contained;
import org.cairn.app.workspace.ScanResult.NotContained;
import org.cairn.app.workspace.ScanResult.NotSigned;
import org.cairn.app.workspace.ScanResult.Undecided;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.PublicKeys;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.ledger.witness.Remembered;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.Merkle;
import org.cairn.proof.NoteKey;
import org.cairn.proof.SignedNote;
import org.cairn.proof.witness.CheckpointRequest;
import org.cairn.proof.witness.LeafDifference;

/// Holds a checkpoint on paper against a ledger of today. Needs no passphrase and changes nothing.
/// @param note    what was printed
/// @param printed its three lines
/// @param then    the leaf hashes of the printed history, where somebody kept them: with them, entries are named
public record CheckpointScan(SignedNote note, Checkpoint printed, Optional<List<Digest>> then) {
    /// @throws WorkspaceException where the leaf hashes are not those of the printed state
    public static CheckpointScan of(SignedNote note, Optional<List<Digest>> then) throws WorkspaceException {
        try {
            Checkpoint printed = Checkpoint.parse(note.text());
            if (then.isPresent() && (then.get().size() < printed.size() || !begins(then.get(), printed))) {
                throw new WorkspaceException(
                        Kind.BAD_INPUT, "the leaf hashes are not those of the printed state; leave them out");
            }
            return new CheckpointScan(note, printed, then);
        } catch (MalformedNote e) {
            throw new WorkspaceException(Kind.BAD_INPUT, "not a checkpoint: " + e.getMessage(), e);
        }
    }

    private static boolean begins(List<Digest> leaves, Checkpoint printed) {
        return Merkle.root(leaves.subList(0, Math.toIntExact(printed.size()))).equals(printed.root());
    }

    /// Against a workspace folder.
    public ScanResult against(Path dir) throws WorkspaceException {
        WorkspaceFolder folder = new WorkspaceFolder(dir.toAbsolutePath().normalize());
        WorkspaceFile.read(folder);
        try {
            List<NoteKey> keys = PublicKeys.read(folder.keys()).log();
            Optional<ScanResult> unsigned = unsigned(keys);
            if (unsigned.isPresent()) {
                return unsigned.get();
            }
            try (Ledger ledger = Ledger.openForReading(folder.ledger(), keys)) {
                return against(ledger);
            }
        } catch (KeyException e) {
            throw new WorkspaceException(Kind.DAMAGED, String.valueOf(e.getMessage()), e);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    private ScanResult against(Ledger ledger) {
        long size = ledger.size();
        Checkpoint today = new Checkpoint(printed.origin(), size, ledger.root(size));
        if (printed.size() <= size && ledger.root(printed.size()).equals(printed.root())) {
            return new Contained(printed, today);
        }
        List<Digest> leaves = new ArrayList<>();
        for (long i = 0; i < Math.min(size, printed.size()); i++) {
            leaves.add(ledger.leaf(i));
        }
        Optional<LeafDifference> differing =
                then.map(old -> LeafDifference.between(old.subList(0, Math.toIntExact(printed.size())), leaves));
        return new NotContained(printed, today, differing.filter(found -> !found.none()), why(size, differing));
    }

    private String why(long size, Optional<LeafDifference> differing) {
        StringBuilder why = new StringBuilder("this ledger is not a continuation of what was printed: ");
        boolean shorter = printed.size() > size;
        if (shorter) {
            why.append("it has ")
                    .append(size)
                    .append(" entries, the printed one ")
                    .append(printed.size())
                    .append(": entries ")
                    .append(size)
                    .append(" to ")
                    .append(printed.size() - 1)
                    .append(" are gone");
        }
        if (differing.isPresent() && !differing.get().none()) {
            why.append(shorter ? ", and " : "").append(differing.get().words()).append(" differ from what was printed");
        } else if (differing.isEmpty() && !shorter) {
            why.append("at least one of the entries 0 to ")
                    .append(printed.size() - 1)
                    .append(" was changed, added or taken out since; paper holds their root alone, so which one is told"
                            + " only by a witness's memory (--memory) or a leaf file kept from then (--leaves)");
        }
        return why.append(". The log's key signed what was printed").toString();
    }

    /// Against a pack: decided where the pack's checkpoint has the printed size, or where its witnesses cosigned
    /// that size. Any other size needs a proof by the owner.
    public ScanResult againstPack(Path pack) throws WorkspaceException {
        PackStates states = PackStates.of(pack);
        Optional<ScanResult> unsigned = unsigned(states.keys());
        if (unsigned.isPresent()) {
            return unsigned.get();
        }
        for (Checkpoint state : states.states()) {
            if (state.size() == printed.size()) {
                return state.root().equals(printed.root())
                        ? new Contained(printed, states.today())
                        : new NotContained(
                                printed,
                                states.today(),
                                Optional.empty(),
                                "the pack's ledger has another root over its first " + printed.size()
                                        + " entries: at least one of them was changed, added or taken out. The log's key"
                                        + " signed both");
            }
        }
        return new Undecided(
                printed,
                printed.size() > states.today().size()
                        ? "the pack's ledger has " + states.today().size() + " entries, fewer than the "
                                + printed.size()
                                + " that were printed: the pack is older than the paper, or entries are"
                                + " gone. Ask for a newer pack"
                        : "the pack holds no proof from " + printed.size() + " to its "
                                + states.today().size()
                                + " entries. Ask for: cairn witness request --old-size " + printed.size()
                                + ", and give its file with --proof");
    }

    /// Against what a witness remembers of the log.
    public ScanResult against(Remembered seen) {
        Optional<ScanResult> unsigned = unsigned(seen.keys());
        if (unsigned.isPresent()) {
            return unsigned.get();
        }
        Checkpoint today = seen.checkpoint();
        Optional<Digest> root = today.size() == printed.size() ? Optional.of(today.root()) : seen.root(printed.size());
        if (printed.size() > today.size() || root.isEmpty()) {
            return new Undecided(
                    printed,
                    printed.size() > today.size()
                            ? "the witness saw " + today.size() + " entries so far, fewer than were printed"
                            : "the witness remembers no leaf hashes of this log, so it cannot tell the root of "
                                    + printed.size() + " entries");
        }
        if (root.get().equals(printed.root())) {
            return new Contained(printed, today);
        }
        Optional<LeafDifference> differing = then.flatMap(seen::difference);
        return new NotContained(
                printed,
                today,
                differing,
                "the witness saw another history than the one that was printed: "
                        + differing
                                .map(found -> found.words() + " differ")
                                .orElse("at least one of the entries 0 to " + (printed.size() - 1) + " differs")
                        + ". The log's key signed both");
    }

    /// Against a proof that the owner made for this size (`cairn witness request --old-size`).
    /// @param keys the log's, as they became known by another way
    public ScanResult against(CheckpointRequest proof, List<NoteKey> keys) {
        Optional<ScanResult> unsigned = unsigned(keys);
        if (unsigned.isPresent()) {
            return unsigned.get();
        }
        if (!keys.stream().allMatch(key -> key.verifies(proof.note()))) {
            return new NotSigned(printed, "the checkpoint in the proof is not signed by every one of these keys");
        }
        if (proof.oldSize() != printed.size()) {
            return new Undecided(
                    printed,
                    "the proof starts at " + proof.oldSize() + " entries, " + printed.size()
                            + " were printed. Ask for: cairn witness request --old-size " + printed.size());
        }
        return proof.growsFrom(printed.root())
                ? new Contained(printed, proof.checkpoint())
                : new NotContained(
                        printed,
                        proof.checkpoint(),
                        Optional.empty(),
                        "the proof does not lead from what was printed to the newer checkpoint: either the proof is"
                                + " wrong, or at least one of the entries 0 to " + (printed.size() - 1)
                                + " was rewritten");
    }

    /// The Ed25519 line is on paper; where the whole note was given, every key counts that has a line.
    private Optional<ScanResult> unsigned(List<NoteKey> keys) {
        boolean anyLine = false;
        for (NoteKey key : keys) {
            boolean hasLine = note.signatures().stream()
                    .anyMatch(line ->
                            line.keyHash() == key.keyHash() && line.keyName().equals(key.name()));
            if (hasLine && !key.verifies(note)) {
                return Optional.of(new NotSigned(
                        printed,
                        "the signature does not belong to these three lines: a character is mistyped or misread, or it"
                                + " was never signed"));
            }
            anyLine |= hasLine;
        }
        return anyLine
                ? Optional.empty()
                : Optional.of(new NotSigned(
                        printed,
                        "it is signed by no key of this log (" + shown(keys)
                                + "): it is of another log, or the log's keys were exchanged since"));
    }

    private static String shown(List<NoteKey> keys) {
        return String.join(
                ", ",
                keys.stream()
                        .map(key -> key.name() + '+' + HexFormat.of().toHexDigits(key.keyHash()))
                        .toList());
    }
}
