package org.cairn.app.ui.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Doing;
import org.cairn.app.ui.desk.Followed;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.EnrolmentRequest;
import org.cairn.app.workspace.IdentityLine;
import org.cairn.app.workspace.PersonalKeys;
import org.cairn.checklist.event.IdentityEvent.IdentityRevoked;
import org.cairn.ledger.key.Passphrase;
import org.cairn.proof.authority.Role;

/// People and machines, their keys and roles. Confined to the UI executor.
public final class PeopleViewModel {
    /// As at the founding of a workspace.
    private static final int SHORTEST_PASSPHRASE = 12;

    private final Desk desk;
    private final Texts texts = Texts.beside(PeopleViewModel.class);
    private final Followed<List<IdentityLine>> read;
    private final Followed<List<PersonalKeys.Holder>> openers;
    private final ObservableList<IdentityLine> lines = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<IdentityLine>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<EnrolmentRequest>> asked = new SimpleObjectProperty<>(Optional.empty());
    private final Doing roles;
    private final Doing adding;
    private final Doing own;

    public PeopleViewModel(Desk desk) {
        this.desk = desk;
        this.roles = new Doing(desk);
        this.adding = new Doing(desk);
        this.own = new Doing(desk);
        this.read = new Followed<>(desk, now -> now.state().identities());
        this.openers = new Followed<>(desk, _ -> desk.workspace().personalKeys().all());
        read.value().subscribe(now -> {
            Optional<IdentityLine> kept = selected.get();
            lines.setAll(now.orElse(List.of()));
            selected.set(lines.stream()
                    .filter(line -> kept.map(IdentityLine::key).equals(Optional.of(line.key())))
                    .findFirst());
        });
    }

    void show(boolean seen) {
        read.show(seen);
        openers.show(seen);
    }

    ObservableList<IdentityLine> lines() {
        return lines;
    }

    ObservableValue<Optional<List<PersonalKeys.Holder>>> openers() {
        return openers.value();
    }

    ObservableValue<Optional<Problem>> unreadable() {
        return read.problem();
    }

    ObservableValue<Optional<String>> readOnly() {
        return desk.readOnly();
    }

    ObjectProperty<Optional<IdentityLine>> selected() {
        return selected;
    }

    /// A request that was read and waits for a role.
    ObjectProperty<Optional<EnrolmentRequest>> asked() {
        return asked;
    }

    Doing roles() {
        return roles;
    }

    Doing adding() {
        return adding;
    }

    Doing own() {
        return own;
    }

    String role(Role role) {
        return texts.text("role." + role.word());
    }

    String roles(IdentityLine line) {
        return line.roles().isEmpty()
                ? line.holder().isPresent() ? texts.text("people.no-role") : ""
                : line.roles().stream().sorted().map(this::role).collect(Collectors.joining(", "));
    }

    /// A recovery code has no holder.
    String name(IdentityLine line) {
        return line.holder().isPresent() ? line.name() : texts.text("people.recovery");
    }

    String stands(IdentityLine line) {
        return line.ended()
                .map(entry -> texts.text("people.ended", entry))
                .orElseGet(() -> texts.text("people.since", line.since()));
    }

    void grant(Role role) {
        selected.get()
                .flatMap(IdentityLine::holder)
                .ifPresent(holder -> roles.change(
                        () -> desk.workspace().identities().grant(holder, role),
                        entry -> texts.text("people.granted", role(role), entry)));
    }

    void withdraw(Role role) {
        selected.get()
                .flatMap(IdentityLine::holder)
                .ifPresent(holder -> roles.change(
                        () -> desk.workspace().identities().withdraw(holder, role),
                        entry -> texts.text("people.withdrawn", role(role), entry)));
    }

    void revoke(IdentityRevoked.Reason reason) {
        selected.get()
                .ifPresent(line -> roles.change(
                        () -> desk.workspace().identities().revoke(line.key(), reason),
                        entry -> texts.text("people.revoked", line.name(), entry)));
    }

    /// Reads a newcomer's request; nobody is enrolled by it.
    void readRequest(Path file) {
        asked.set(Optional.empty());
        adding.ask(() -> EnrolmentRequest.read(file), request -> asked.set(Optional.of(request)));
    }

    void enrol(Role role) {
        asked.get()
                .ifPresent(request -> adding.change(
                        () -> desk.workspace().identities().enrol(request, role, Optional.empty()), entry -> {
                            asked.set(Optional.empty());
                            return texts.text("people.enrolled", request.name(), role(role), entry);
                        }));
    }

    /// @param typed      wiped
    /// @param typedAgain wiped
    void add(String name, Role role, char[] typed, char[] typedAgain) {
        if (refused(adding, typed, typedAgain)) {
            return;
        }
        adding.change(
                () -> {
                    try (Passphrase passphrase = Passphrase.of(typed)) {
                        return desk.workspace().personalKeys().add(name.strip(), passphrase, Optional.of(role));
                    } finally {
                        wipe(typed, typedAgain);
                    }
                },
                added -> {
                    openers.again();
                    return texts.text(
                            "people.added",
                            name.strip(),
                            role(role),
                            added.label(),
                            added.entry().orElse(0L));
                });
    }

    void changePassphrase(char[] typed, char[] typedAgain) {
        if (refused(own, typed, typedAgain)) {
            return;
        }
        own.change(
                () -> {
                    try (Passphrase passphrase = Passphrase.of(typed)) {
                        desk.workspace().personalKeys().changePassphrase(passphrase);
                        return true;
                    } finally {
                        wipe(typed, typedAgain);
                    }
                },
                _ -> texts.text("own.passphrase.changed"));
    }

    private boolean refused(Doing doing, char[] typed, char[] typedAgain) {
        if (doing.busy().get() || !desk.now().editable()) {
            wipe(typed, typedAgain);
            return true;
        }
        boolean same = Arrays.equals(typed, typedAgain);
        if (same && typed.length >= SHORTEST_PASSPHRASE) {
            return false;
        }
        doing.refuse("W-PASS", texts.text(same ? "passphrase.short" : "passphrase.differs", SHORTEST_PASSPHRASE));
        wipe(typed, typedAgain);
        return true;
    }

    private static void wipe(char[] one, char[] other) {
        Arrays.fill(one, '\0');
        Arrays.fill(other, '\0');
    }

    void remove(PersonalKeys.Holder holder) {
        adding.change(
                () -> {
                    desk.workspace().personalKeys().remove(holder);
                    return true;
                },
                _ -> {
                    openers.again();
                    return texts.text("openers.removed", holder.name());
                });
    }

    /// A new key in the place of one's own.
    void rotate() {
        own.change(
                () -> desk.workspace().identities().rotate(),
                rotated -> texts.text("own.rotated", rotated.newKey().hex().substring(0, 16), rotated.entry()));
    }

    /// Writes what an administrator elsewhere needs to enrol whoever unlocked.
    void request(String name, String file) {
        try {
            Path out = Path.of(file.strip());
            own.ask(
                    () -> desk.workspace().identities().requestForPerson(name.strip(), out),
                    key -> own.tell(texts.text("own.requested", key.hex())));
        } catch (InvalidPathException _) {
            own.refuse("W-PATH", texts.text("path.wrong", file));
        }
    }
}
