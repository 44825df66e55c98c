package org.cairn.app.ui.pack;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Doing;
import org.cairn.app.ui.desk.Followed;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.PackRenewal;
import org.cairn.app.workspace.PackRenewal.Standing;
import org.cairn.checklist.event.Event;
import org.cairn.reports.sign.HashAlgorithm;

/// Until when packs that are kept can be proven, and their renewal. Confined to the UI executor.
public final class RenewalViewModel {
    private final Desk desk;
    private final PackPlaces places;
    private final Texts texts = Texts.beside(RenewalViewModel.class);
    private final Moments moments;
    private final Set<Path> added = new LinkedHashSet<>();
    private final Followed<List<Standing>> read;
    private final ObservableList<Standing> lines = FXCollections.observableArrayList();
    private final Doing renewing;

    public RenewalViewModel(Desk desk, PackPlaces places) {
        this.desk = desk;
        this.places = places;
        this.moments = new Moments(desk.zone(), Texts.beside(Texts.class));
        this.renewing = new Doing(desk);
        this.read = new Followed<>(desk, this::read);
        read.value().subscribe(now -> lines.setAll(now.orElse(List.of())));
    }

    void show(boolean seen) {
        read.show(seen);
    }

    ObservableList<Standing> lines() {
        return lines;
    }

    Doing renewing() {
        return renewing;
    }

    ObservableValue<Optional<org.cairn.app.ui.kit.Problem>> unreadable() {
        return read.problem();
    }

    ObservableValue<Optional<String>> readOnly() {
        return desk.readOnly();
    }

    private List<Standing> read(Snapshot now) throws Exception {
        PackRenewal renewal = desk.workspace().renewal();
        List<Standing> standings = new ArrayList<>();
        for (Path pack : packs(now)) {
            standings.add(renewal.standing(pack));
        }
        return standings;
    }

    /// Those that this window wrote or found, and those that were added.
    private Set<Path> packs(Snapshot now) {
        Set<Path> packs = new LinkedHashSet<>();
        now.packs().reversed().forEach(line -> {
            if (line.recorded().event() instanceof Event.PackIssued pack) {
                places.of(pack.sums()).ifPresent(packs::add);
            }
        });
        synchronized (added) {
            packs.addAll(added);
        }
        return packs;
    }

    /// A pack, or a folder of packs, from elsewhere.
    void add(List<Path> files) {
        synchronized (added) {
            files.forEach(file -> added.add(file.toAbsolutePath().normalize()));
        }
        read.again();
    }

    /// One time stamp over all that lie there.
    /// @param algorithm empty takes the strongest that one of the records has
    void renew(Optional<HashAlgorithm> algorithm) {
        List<Path> packs =
                lines.stream().filter(Standing::there).map(Standing::pack).toList();
        if (packs.isEmpty()) {
            renewing.refuse("W-RENEW", texts.text("renewal.nothing"));
            return;
        }
        renewing.change(() -> desk.workspace().renewal().renew(packs, algorithm, List.of()), renewed -> {
            read.again();
            return texts.text("renewal.done", renewed.size());
        });
    }

    String stands(Standing line) {
        if (!line.there()) {
            return texts.text("renewal.gone");
        }
        if (!line.record()) {
            return texts.text("renewal.no-record");
        }
        return line.problems().isEmpty() ? texts.text("renewal.proves") : String.join("; ", line.problems());
    }

    String until(Standing line) {
        return line.renewBefore()
                .map(at -> moments.day(at.atZone(ZoneOffset.UTC).toLocalDate()))
                .orElse("");
    }
}
