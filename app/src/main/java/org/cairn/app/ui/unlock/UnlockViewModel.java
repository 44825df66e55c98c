package org.cairn.app.ui.unlock;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.app.ui.desk.Given;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.ledger.key.Passphrase;

/// What is typed to open a workspace, and what was wrong with the newest attempt. Confined to the UI executor.
public final class UnlockViewModel {
    /// By what the workspace is opened.
    public enum Way {
        PASSPHRASE,
        RECOVERY_CODE,
        TOKEN
    }

    /// What is typed, each in a field of its own.
    public enum Entry {
        PASSPHRASE,
        PERSON,
        KEY_FILE,
        DIGITS,
        RECOVERY_CODE,
        MODULE,
        SLOT,
        PIN
    }

    private final Texts texts = Texts.beside(UnlockViewModel.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.PASSPHRASE);
    private final BooleanProperty unfolded = new SimpleBooleanProperty();
    private final StringProperty passphrase = new SimpleStringProperty("");
    private final StringProperty person = new SimpleStringProperty("");
    private final StringProperty keyFile = new SimpleStringProperty("");
    private final StringProperty digits = new SimpleStringProperty("");
    private final StringProperty recoveryCode = new SimpleStringProperty("");
    private final StringProperty module = new SimpleStringProperty("");
    private final StringProperty slot = new SimpleStringProperty("");
    private final StringProperty pin = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    public ObjectProperty<Way> way() {
        return way;
    }

    /// Whether the other ways in are shown.
    public BooleanProperty unfolded() {
        return unfolded;
    }

    public StringProperty text(Entry entry) {
        return switch (entry) {
            case PASSPHRASE -> passphrase;
            case PERSON -> person;
            case KEY_FILE -> keyFile;
            case DIGITS -> digits;
            case RECOVERY_CODE -> recoveryCode;
            case MODULE -> module;
            case SLOT -> slot;
            case PIN -> pin;
        };
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// What was typed; empty where something is missing, which is then said.
    public Optional<Given> given() {
        problem.set(Optional.empty());
        return switch (way.get()) {
            case PASSPHRASE -> byPassphrase();
            case RECOVERY_CODE -> secret(recoveryCode, "missing.recovery-code").map(Given.ByRecoveryCode::new);
            case TOKEN -> byToken();
        };
    }

    private Optional<Given> byPassphrase() {
        Optional<Optional<Path>> file = optional(keyFile, "missing.key-file", Path::of);
        return file.flatMap(named -> secret(passphrase, "missing.passphrase")
                .map(typed -> new Given.ByPassphrase(typed, filled(person), named, filled(digits))));
    }

    private Optional<Given> byToken() {
        Optional<Optional<Path>> library = optional(module, "missing.module", Path::of);
        Optional<Optional<Long>> number = optional(slot, "missing.slot", Long::valueOf);
        if (library.isEmpty() || number.isEmpty()) {
            return Optional.empty();
        }
        if (library.get().isEmpty()) {
            return missing("missing.module");
        }
        if (number.get().isEmpty()) {
            return missing("missing.slot");
        }
        return secret(pin, "missing.pin")
                .map(typed ->
                        new Given.ByToken(library.get().get(), number.get().get(), typed));
    }

    private Optional<Passphrase> secret(StringProperty typed, String key) {
        return typed.get().isBlank()
                ? missing(key)
                : Optional.of(Passphrase.of(typed.get().toCharArray()));
    }

    private static Optional<String> filled(StringProperty typed) {
        return Optional.of(typed.get().strip()).filter(words -> !words.isEmpty());
    }

    /// The inner one is empty where nothing was typed, the outer one where it cannot be read.
    private <T> Optional<Optional<T>> optional(StringProperty typed, String key, Function<String, T> reading) {
        try {
            return Optional.of(filled(typed).map(reading));
        } catch (InvalidPathException | NumberFormatException _) {
            return missing(key);
        }
    }

    private <T> Optional<T> missing(String key) {
        problem.set(Optional.of(new Problem("W-EMPTY", texts.text(key))));
        return Optional.empty();
    }

    /// Says why it did not open, and shows the field that would help.
    public void refused(Exception why) {
        RefusedWords words = new RefusedWords(way.get(), texts, kit);
        problem.set(Optional.of(words.of(why)));
        if (words.asksForMore(why)) {
            unfolded.set(true);
        }
        digits.set("");
    }

    /// For another workspace, or another time: as if nothing had been typed.
    public void clear() {
        problem.set(Optional.empty());
        way.set(Way.PASSPHRASE);
        unfolded.set(false);
        for (Entry entry : Entry.values()) {
            text(entry).set("");
        }
    }
}
