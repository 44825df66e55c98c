package org.cairn.app.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cairn.app.audit.AuditException;
import org.cairn.app.audit.ListedItem;
import org.cairn.app.audit.MarkedItem;
import org.cairn.app.audit.PackItems;
import org.cairn.app.audit.PackName;
import org.cairn.app.audit.ReviewFile;
import org.cairn.app.workspace.EventLog.Dated;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.AuditItem;
import org.cairn.checklist.event.AuditMark;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Event.PackIssued;
import org.cairn.checklist.event.HandbackEvent.AuditReviewReceived;
import org.cairn.checklist.event.HandbackEvent.AuditorRemarked;
import org.cairn.checklist.event.HandbackEvent.Counts;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.authority.EnrolledKey;
import org.cairn.proof.authority.People;
import org.cairn.proof.authority.Role;

/// Takes in what auditors say of packs. It changes no answer.
public final class AuditReviews {
    private static final int MOST_BYTES = 64 << 20;

    private final Parts parts;

    AuditReviews(Parts parts) {
        this.parts = parts;
    }

    /// What was recorded.
    /// @param entry   that names the review
    /// @param remarks the entries of what has to be followed up, or was said in words
    public record Taken(long entry, List<Long> remarks) {
        public Taken {
            remarks = List.copyOf(remarks);
        }
    }

    /// Checks a file that came back: signed, about a pack that this ledger issued, about what is in it, and new.
    /// Records
    /// nothing.
    public ReceivedReview check(Path file) throws WorkspaceException {
        Bytes content = content(file);
        String name = String.valueOf(file.getFileName());
        try {
            ReviewFile review = ReviewFile.parse(name, content);
            Recorded<PackIssued> pack = issued(name, review.pack());
            Digest digest = Digest.sha256(content);
            requireNew(name, review, digest, pack.entry());
            PackItems items = items(review, pack);
            for (MarkedItem mark : review.marks()) {
                if (!items.holds(mark.item())) {
                    throw refused(
                            name,
                            "marks " + mark.item().text() + ", which pack "
                                    + review.pack().packId() + " does not hold. Ask the auditor to mark what is in it");
                }
            }
            return new ReceivedReview(
                    review,
                    digest,
                    pack.entry(),
                    standing(name, review.key().keyId()),
                    counts(review, items.listed()),
                    items.listed(),
                    notices(review));
        } catch (AuditException e) {
            throw new WorkspaceException(Kind.BAD_INPUT, e.getMessage() + ". Nothing was recorded", e);
        } catch (MalformedJson | IllegalArgumentException e) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    name + ": the pack's papers in it: " + e.getMessage() + ". Nothing was recorded",
                    e);
        }
    }

    /// Records the review and what it asks for: all of it or nothing; durable on return.
    /// @param accepted the key whose fingerprint somebody compared with the auditor
    public Taken take(ReceivedReview received, Optional<KeyId> accepted) throws WorkspaceException {
        parts.requireWritable();
        ReviewFile review = received.review();
        KeyId key = review.key().keyId();
        if (accepted.isPresent() && !accepted.get().equals(key)) {
            throw new WorkspaceException(
                    Kind.NOT_ALLOWED,
                    "the fingerprint that was accepted is " + accepted.get() + ", and the review is signed by key "
                            + key + ". Nothing was recorded");
        }
        if (received.key() instanceof AuditorKey.Unknown && accepted.isEmpty()) {
            throw new WorkspaceException(
                    Kind.NOT_ALLOWED,
                    "nobody accepted the key " + key + " that signed the review; nothing was recorded");
        }
        Instant now = parts.environment().clock().instant();
        List<Dated> entries = new ArrayList<>();
        entries.add(new Dated(
                new AuditReviewReceived(
                        received.file(),
                        key,
                        review.key().spki(),
                        received.pack(),
                        review.signedAt(),
                        received.counts(),
                        stored(review.envelope().encode())),
                now,
                Optional.empty()));
        Set<AuditItem> standing = new FollowUps(parts)
                .all().stream()
                        .filter(line -> line.auditor().equals(key))
                        .map(FollowUp::item)
                        .collect(Collectors.toSet());
        for (MarkedItem mark : review.marks()) {
            if (mark.mark().asksForWork() || mark.remark().isPresent() || standing.contains(mark.item())) {
                entries.add(new Dated(remarked(received.file(), mark), now, Optional.empty()));
            }
        }
        List<Long> recorded = parts.log().recordAll(entries);
        return new Taken(recorded.getFirst(), recorded.subList(1, recorded.size()));
    }

    private AuditorRemarked remarked(Digest file, MarkedItem mark) throws WorkspaceException {
        Optional<PayloadRef> remark = mark.remark().isPresent()
                ? Optional.of(parts.store(mark.remark().get()))
                : Optional.empty();
        return new AuditorRemarked(file, mark.item(), mark.mark(), mark.due(), remark);
    }

    private Recorded<PackIssued> issued(String name, PackName pack) throws WorkspaceException {
        Recorded<PackIssued> issued = parts.log().all(PackIssued.class).stream()
                .filter(each -> each.event().sums().equals(pack.sums()))
                .findFirst()
                .orElseThrow(() -> refused(
                        name,
                        "is about pack " + pack.packId() + " of the log " + pack.origin()
                                + ", which this ledger did not issue. Receive it where the pack was made"));
        boolean same = issued.event().size() == pack.size()
                && issued.event().framework().equals(pack.framework())
                && parts.file().origin().equals(pack.origin())
                && parts.ledger().root(pack.size()).equals(pack.root());
        if (!same) {
            throw refused(name, "names another state of the ledger than that of the pack of entry " + issued.entry());
        }
        return issued;
    }

    private void requireNew(String name, ReviewFile review, Digest file, long pack) throws WorkspaceException {
        for (Recorded<AuditReviewReceived> earlier : parts.log().all(AuditReviewReceived.class)) {
            AuditReviewReceived event = earlier.event();
            if (event.file().equals(file)) {
                throw refused(name, "was received already, by entry " + earlier.entry());
            }
            if (event.pack() == pack
                    && event.key().equals(review.key().keyId())
                    && !event.signedAt().isBefore(review.signedAt())) {
                throw refused(
                        name,
                        "was signed at " + review.signedAt() + ", and entry " + earlier.entry()
                                + " holds what the same auditor signed of the same pack at " + event.signedAt()
                                + ". An earlier review does not undo a later one; ask the auditor to sign again");
            }
        }
    }

    private PackItems items(ReviewFile review, Recorded<PackIssued> pack) throws WorkspaceException, MalformedJson {
        SortedMap<Long, Event> events = new TreeMap<>();
        for (long entry : review.papers().entries()) {
            if (entry < pack.event().size()) {
                parts.log().event(entry).ifPresent(recorded -> events.put(entry, recorded.event()));
            }
        }
        TwoTimes then = parts.times(AsOf.ofAll(new KnownAt.Through(pack.event().size() - 1)));
        Set<RequirementId> demands = parts.library(then).find(pack.event().framework()).stream()
                .flatMap(framework -> framework.requirements().stream())
                .filter(Requirement::assessable)
                .map(Requirement::id)
                .collect(Collectors.toSet());
        return PackItems.of(review.papers(), events, Subject::text, demands);
    }

    private AuditorKey standing(String name, KeyId id) throws WorkspaceException {
        People people = parts.register().people();
        Optional<EnrolledKey> enrolled = people.key(id);
        if (enrolled.isPresent()) {
            boolean auditor = people.roles(enrolled.get().holder()).contains(Role.AUDITOR);
            if (!auditor || enrolled.get().ended().isPresent()) {
                throw refused(
                        name,
                        auditor
                                ? "is signed by key " + id + ", which ended with entry "
                                        + enrolled.get().ended().get()
                                : "is signed by key " + id
                                        + " of somebody who works here. An auditor judges work that is not theirs");
            }
            return new AuditorKey.Enrolled();
        }
        return parts.log().all(AuditReviewReceived.class).stream()
                .filter(review -> review.event().key().equals(id))
                .findFirst()
                .<AuditorKey>map(review -> new AuditorKey.AcceptedBefore(review.entry()))
                .orElseGet(AuditorKey.Unknown::new);
    }

    private static Counts counts(ReviewFile review, List<ListedItem> listed) {
        Set<AuditItem> marked = review.marks().stream().map(MarkedItem::item).collect(Collectors.toSet());
        return new Counts(
                review.count(AuditMark.ACCEPTED),
                review.count(AuditMark.OBJECTION),
                review.count(AuditMark.MORE_NEEDED),
                (int) listed.stream()
                        .filter(item -> !marked.contains(item.item()))
                        .count());
    }

    private List<String> notices(ReviewFile review) {
        Instant now = parts.environment().clock().instant();
        List<String> notices = new ArrayList<>();
        if (review.signedAt().isAfter(now)) {
            notices.add("the auditor's clock says " + review.signedAt() + ", which is later than now (" + now + ")");
        }
        if (review.signedAt().isBefore(review.pack().issuedAt())) {
            notices.add("by the auditor's clock it was signed before the pack was made ("
                    + review.pack().issuedAt() + "): one of the two clocks is wrong");
        }
        return notices;
    }

    private PayloadRef stored(Bytes content) throws WorkspaceException {
        try {
            return parts.vault().put(content);
        } catch (VaultException e) {
            throw Failures.of(e);
        }
    }

    private static Bytes content(Path file) throws WorkspaceException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] read = in.readNBytes(MOST_BYTES + 1);
            if (read.length > MOST_BYTES) {
                throw new WorkspaceException(
                        Kind.BAD_INPUT, file + ": larger than " + (MOST_BYTES >> 20) + " MiB; nothing was recorded");
            }
            return Bytes.copyOf(read);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.UNREADABLE_FILE, file + ": cannot be read (" + e + "); nothing was recorded", e);
        }
    }

    private static WorkspaceException refused(String file, String why) {
        return new WorkspaceException(Kind.NOT_ALLOWED, file + ": " + why + ". Nothing was recorded");
    }
}
