package org.cairn.app.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.cairn.app.exchange.Card;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.ExchangeEvent.ConflictDecided;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.posture.Posture;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;

/// What two offline laptops do with each other: pair, hand over, take over, and decide where they disagree.
public final class Exchange {
    private final Parts parts;

    Exchange(Parts parts) {
        this.parts = parts;
    }

    /// Writes this workspace's card to a new file.
    public Card writeCard(Path out) throws WorkspaceException {
        return new Pairing(parts).writeOwn(out);
    }

    /// Reads another workspace's card, so that its fingerprint can be compared; records nothing.
    public static Card readCard(Path file) throws WorkspaceException {
        return Pairing.read(file);
    }

    /// Records that a person compared the card's fingerprint with the other laptop's.
    /// @return the entry's index
    public long pair(Card card) throws WorkspaceException {
        parts.requireWritable();
        return new Pairing(parts).accept(card);
    }

    /// @param to    the receiver's log; empty where this workspace is paired with one only
    /// @param since empty begins where the receiver is known to stand
    public ExportSummary export(Optional<String> to, OptionalLong since, Path out) throws WorkspaceException {
        return new BundleExport(parts).write(to.isPresent() ? to.get() : onlyPeer(), since, out);
    }

    /// Checks a bundle in full and takes it over, or refuses it and changes nothing but, where the other log shows two
    /// histories, to record that.
    public ImportSummary take(Path bundle, Progress progress) throws WorkspaceException {
        return new BundleImport(parts, bundle).run(progress);
    }

    /// What stands open now.
    public List<Conflict> conflicts() throws WorkspaceException {
        return conflicts(parts.posture(parts.times(AsOf.now())));
    }

    /// Of controls in checklist order, then of requirements in reading order.
    public List<Conflict> conflicts(Posture posture) throws WorkspaceException {
        List<Conflict> conflicts = new ArrayList<>();
        Stream<Competing> rows = Stream.concat(
                posture.controls().stream()
                        .map(row -> new Competing(row.control().id(), row.competing())),
                posture.frameworks().values().stream()
                        .flatMap(framework -> framework.requirements().stream())
                        .map(row -> new Competing(row.requirement().id(), row.competing())));
        for (Competing row : rows.filter(each -> !each.answers.isEmpty()).toList()) {
            conflicts.add(new Conflict(row.subject, sides(row.answers)));
        }
        return conflicts;
    }

    private record Competing(Subject subject, List<Recorded<ControlAnswered>> answers) {}

    /// Records that one of the answers in conflict counts, and why.
    /// @param entry of this ledger, as [#conflicts()] shows it
    /// @return the entry's index
    public long decide(Subject subject, long entry, String reason) throws WorkspaceException {
        parts.requireWritable();
        if (reason.isBlank()) {
            throw new WorkspaceException(
                    Kind.MISSING_REASON,
                    subject.text() + ": a decision needs a reason, in a sentence others can follow");
        }
        Conflict conflict = conflicts().stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new WorkspaceException(
                        Kind.UNKNOWN_SUBJECT, subject.text() + ": there is no conflict to decide"));
        EntryPlace chosen = conflict.sides().stream()
                .filter(side -> side.answer().entry() == entry)
                .map(Conflict.Side::place)
                .findFirst()
                .orElseThrow(() -> new WorkspaceException(
                        Kind.UNKNOWN_ENTRY,
                        subject.text() + ": entry " + entry + " is none of the answers in conflict; they are entries "
                                + conflict.sides().stream()
                                        .map(side -> side.answer().entry())
                                        .toList()));
        List<EntryPlace> over = conflict.sides().stream()
                .map(Conflict.Side::place)
                .filter(place -> !place.equals(chosen))
                .toList();
        try {
            return parts.log()
                    .recordByPerson(new ConflictDecided(
                            subject, chosen, over, parts.vault().put(Bytes.utf8(reason.strip()))));
        } catch (VaultException e) {
            throw Failures.of(e);
        }
    }

    public PeerState.Overview overview() throws WorkspaceException {
        BundleExport export = new BundleExport(parts);
        List<PeerState> peers = Peer.all(parts.log()).values().stream()
                .map(peer -> new PeerState(
                        peer.origin(),
                        peer.size(),
                        export.acknowledged(peer.origin()),
                        peer.forks().size()))
                .toList();
        boolean made = BundlePayloads.made(parts.log()).isPresent();
        return new PeerState.Overview(
                made ? Optional.of(new Pairing(parts).own()) : Optional.empty(),
                parts.ledger().size(),
                peers);
    }

    private List<Conflict.Side> sides(List<Recorded<ControlAnswered>> answers) throws WorkspaceException {
        List<Conflict.Side> sides = new ArrayList<>();
        for (Recorded<ControlAnswered> answer : answers) {
            sides.add(new Conflict.Side(
                    answer,
                    parts.names().of(answer.actor()),
                    answer.importedFrom()
                            .orElseGet(() -> new EntryPlace(parts.file().origin(), answer.entry())),
                    parts.names().text(answer.event().note())));
        }
        return sides;
    }

    private String onlyPeer() throws WorkspaceException {
        List<String> peers = List.copyOf(Peer.all(parts.log()).keySet());
        if (peers.size() != 1) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    peers.isEmpty()
                            ? "this workspace is paired with no other. Exchange cards first: `cairn exchange pair`"
                            : "name the receiver with --to: this workspace is paired with " + String.join(", ", peers));
        }
        return peers.getFirst();
    }
}
