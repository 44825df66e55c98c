package org.cairn.checklist.posture;

import static org.cairn.checklist.posture.SmallWorld.catalogue;
import static org.cairn.checklist.posture.SmallWorld.day;
import static org.cairn.checklist.posture.SmallWorld.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.ExchangeEvent.BundleImported;
import org.cairn.checklist.event.ExchangeEvent.ConflictDecided;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.KeyId;

/// Laptops that record and exchange in memory, each with the knowledge that it had at every entry, kept apart from what
/// judgement derives.
final class Laptops {
    private static final KeyId ACTOR = new KeyId(digest("somebody"));
    private static final PayloadRef TEXT = new PayloadRef(digest("stored"), digest("commitment"), 4);

    /// One recorded fact with all that its laptop had imported by then.
    /// @param knew how many entries of each other log
    record Said(EntryPlace place, Instant validFrom, Event event, Map<String, Long> knew) {
        boolean after(Said other) {
            return place.origin().equals(other.place.origin())
                    ? place.index() > other.place.index()
                    : knew.getOrDefault(other.place.origin(), 0L) > other.place.index();
        }
    }

    static final class Laptop {
        final String origin;
        final List<Recorded<? extends Event>> ledger = new ArrayList<>();
        final Map<String, Long> imported = new HashMap<>();

        Laptop(String origin) {
            this.origin = origin;
        }

        History history() {
            return new History(ledger, _ -> Optional.empty());
        }

        Posture postureAt(double validAt) {
            return PostureCalculation.postureAt(catalogue(), SmallWorld.checks(), history(), day(validAt), day(1000));
        }
    }

    final List<Laptop> all = new ArrayList<>();
    final List<Said> said = new ArrayList<>();
    private double clock;

    Laptops(int count) {
        for (int i = 0; i < count; i++) {
            Laptop laptop = new Laptop("log/" + (char) ('a' + i));
            all.add(laptop);
            say(laptop, 0, new Event.WorkspaceFounded(1, laptop.origin, TEXT));
            say(laptop, 0, new Event.FrameworkAdopted(SmallWorld.LAW, "1", digest("law")));
        }
    }

    EntryPlace answer(Laptop laptop, double validFrom, Subject subject, AnswerStatus status) {
        return say(
                laptop,
                validFrom,
                new Event.ControlAnswered(
                        subject,
                        status,
                        catalogue().textDigest(subject).orElseThrow(),
                        Optional.of(TEXT),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    void decide(Laptop laptop, Subject subject, EntryPlace chosen, List<EntryPlace> over) {
        say(laptop, 0, new ConflictDecided(subject, chosen, over, TEXT));
    }

    private EntryPlace say(Laptop laptop, double validFrom, Event event) {
        EntryPlace place = new EntryPlace(laptop.origin, laptop.ledger.size());
        clock += 0.001;
        laptop.ledger.add(new Recorded<>(place.index(), day(clock), day(validFrom), Optional.empty(), ACTOR, event));
        said.add(new Said(place, day(validFrom), event, Map.copyOf(laptop.imported)));
        return place;
    }

    /// The receiver takes over everything that the sender itself recorded and that it does not have yet.
    void exchange(Laptop sender, Laptop receiver) {
        long known = receiver.imported.getOrDefault(sender.origin, 0L);
        for (Recorded<? extends Event> entry : List.copyOf(sender.ledger)) {
            if (entry.entry() >= known && entry.importedFrom().isEmpty()) {
                clock += 0.001;
                receiver.ledger.add(entry.learned(
                        new EntryPlace(sender.origin, entry.entry()), receiver.ledger.size(), day(clock)));
            }
        }
        long size = sender.ledger.size();
        say(receiver, 0, new BundleImported(sender.origin, known, size, Bytes.utf8("checkpoint")));
        receiver.imported.put(sender.origin, size);
    }

    void exchangeAll() {
        for (Laptop sender : all) {
            for (Laptop receiver : all) {
                if (sender != receiver) {
                    exchange(sender, receiver);
                }
            }
        }
    }
}
