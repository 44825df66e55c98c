package org.cairn.app.ui.auditor;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.app.audit.AuditException;
import org.cairn.app.audit.AuditorFiles;
import org.cairn.app.audit.ReviewDraft;
import org.cairn.app.audit.ReviewFile;
import org.cairn.app.ui.desk.Doing;
import org.cairn.app.ui.desk.Workbench;
import org.cairn.app.ui.desk.Workplaces;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.start.StartViewModel;
import org.cairn.ledger.key.AuditorKeyring;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.WrongPassphrase;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// The auditor's key and the signature. Confined to the UI executor.
final class SigningViewModel {
    private static final int SHORTEST = 12;

    private final Texts texts = Texts.beside(SigningViewModel.class);
    private final Workplaces workplaces;
    private final StartViewModel.SystemTime time;
    private final Supplier<ReviewDraft> draft;
    private final ObjectProperty<Optional<Path>> remembered;
    private final StringProperty folder = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty passphrase = new SimpleStringProperty("");
    private final StringProperty again = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Key> key = new ReadOnlyObjectWrapper<>(new Key.NoFolder());
    private final ReadOnlyObjectWrapper<Optional<Signed>> signed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Doing looking;
    private final Doing doing;
    private long looks;

    /// What lies in the folder that is named.
    sealed interface Key {
        record NoFolder() implements Key {}

        record Absent() implements Key {}

        record There() implements Key {}
    }

    /// @param file   to send back
    /// @param key    by which it is signed, hexadecimal
    /// @param digest SHA-256 of the file, hexadecimal
    record Signed(Path file, String auditor, String key, String digest, int marks, int unmarked) {}

    /// @param remembered where the key lay the last time
    SigningViewModel(
            Workplaces workplaces,
            Workbench bench,
            StartViewModel.SystemTime time,
            ObjectProperty<Optional<Path>> remembered,
            Supplier<ReviewDraft> draft) {
        this.workplaces = workplaces;
        this.time = time;
        this.remembered = remembered;
        this.draft = draft;
        this.looking = new Doing(bench);
        this.doing = new Doing(bench);
        remembered.get().ifPresent(path -> folder.set(path.toString()));
        folder.subscribe(_ -> look());
    }

    StringProperty folder() {
        return folder;
    }

    StringProperty name() {
        return name;
    }

    StringProperty passphrase() {
        return passphrase;
    }

    StringProperty again() {
        return again;
    }

    ReadOnlyObjectProperty<Key> key() {
        return key.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Signed>> signed() {
        return signed.getReadOnlyProperty();
    }

    Doing doing() {
        return doing;
    }

    /// In the background: the folder may lie on a stick that is slow.
    private void look() {
        Optional<Path> path = path();
        long mine = ++looks;
        if (path.isEmpty()) {
            key.set(new Key.NoFolder());
            return;
        }
        looking.ask(() -> Files.exists(path.get().resolve(AuditorKeyring.FILE)), there -> {
            if (mine == looks) {
                key.set(there ? new Key.There() : new Key.Absent());
            } else {
                look();
            }
        });
    }

    private Optional<Path> path() {
        try {
            return Optional.of(folder.get().strip())
                    .filter(typed -> !typed.isEmpty())
                    .map(Path::of);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// Makes a key in the folder, for later signatures.
    void makeKey() {
        String who = name.get().strip();
        try {
            ReviewFile.requireName(who);
        } catch (AuditException _) {
            doing.refuse("W-KEY", texts.text("key.name-missing"));
            return;
        }
        if (passphrase.get().length() < SHORTEST) {
            doing.refuse("W-KEY", texts.text("key.too-short", SHORTEST));
        } else if (!passphrase.get().equals(again.get())) {
            doing.refuse("W-KEY", texts.text("key.differ"));
        } else {
            path().ifPresent(keys -> with(
                    typed -> {
                        Files.createDirectories(keys);
                        return workplaces.auditor(keys, who, typed);
                    },
                    made -> {
                        again.set("");
                        remembered.set(Optional.of(keys));
                        doing.tell(texts.text("key.made"));
                        look();
                    }));
        }
    }

    /// Signs what is marked now, and reads the file again as whoever gets it will.
    void sign(Path out) {
        ReviewDraft marked = draft.get();
        if (marked.marks().isEmpty()) {
            doing.refuse("W-SIGN", texts.text("sign.nothing"));
            return;
        }
        path().ifPresent(keys -> with(
                typed -> {
                    ReviewFile review = ReviewFile.sign(
                            marked,
                            AuditorKeyring.open(keys, typed),
                            time.clock().instant());
                    Bytes content = review.encode();
                    AuditorFiles.writeNew(out, content);
                    ReviewFile.parse(out.toString(), AuditorFiles.read(out, content.size()));
                    return new Signed(
                            out,
                            review.auditor(),
                            review.key().keyId().hex(),
                            Digest.sha256(content).hex(),
                            review.marks().size(),
                            review.unmarked());
                },
                done -> {
                    passphrase.set("");
                    remembered.set(Optional.of(keys));
                    signed.set(Optional.of(done));
                }));
    }

    private interface Keyed<T> {
        T with(Passphrase passphrase) throws Exception;
    }

    private <T> void with(Keyed<T> work, Consumer<T> done) {
        if (passphrase.get().isEmpty()) {
            doing.refuse("W-KEY", texts.text("key.passphrase-missing"));
            return;
        }
        Passphrase typed = Passphrase.of(passphrase.get().toCharArray());
        Callable<T> guarded = () -> {
            try (typed) {
                return work.with(typed);
            } catch (WrongPassphrase e) {
                throw new AuditException(texts.text("key.wrong"), e);
            }
        };
        doing.ask(guarded, done);
    }
}
