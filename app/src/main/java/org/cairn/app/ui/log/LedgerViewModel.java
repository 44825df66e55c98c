package org.cairn.app.ui.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.kit.HashText;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.Description;
import org.cairn.app.workspace.ProofResult;
import org.cairn.app.workspace.Verification;

/// The table of entries, proof and verification. Confined to the UI executor.
public final class LedgerViewModel {
    private final Desk desk;
    private final Texts texts = Texts.beside(LedgerViewModel.class);
    private final LedgerEntries entries;
    private final ObjectProperty<Optional<EntryLine>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LongWork> work = new ReadOnlyObjectWrapper<>(new LongWork.Idle());
    private final ReadOnlyObjectWrapper<Optional<Verification>> verified =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> exported = new ReadOnlyObjectWrapper<>(Optional.empty());

    public LedgerViewModel(Desk desk) {
        this.desk = desk;
        this.entries = new LedgerEntries(desk);
    }

    public LedgerEntries entries() {
        return entries;
    }

    public ObjectProperty<Optional<EntryLine>> selected() {
        return selected;
    }

    public ReadOnlyObjectProperty<LongWork> work() {
        return work.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Verification>> verified() {
        return verified.getReadOnlyProperty();
    }

    /// Where the newest proof was written, in words.
    public ReadOnlyObjectProperty<Optional<String>> exported() {
        return exported.getReadOnlyProperty();
    }

    public ObservableValue<Description> about() {
        return desk.snapshot().map(now -> now.about());
    }

    /// The signed state: origin, size and root, a line each.
    public ObservableValue<String> checkpoint() {
        return about().map(about -> about.checkpoint()
                .map(state -> about.origin() + "\n" + state.size() + "\n"
                        + HashText.grouped(state.root().hex()))
                .orElse(texts.text("checkpoint.none")));
    }

    /// Who outside vouches, and when last, in one line; the lines behind it follow.
    public ObservableValue<String> witnesses() {
        WitnessWords words = new WitnessWords(texts);
        return about().map(about -> String.join("\n", words.of(about.witnesses(), about.asOf())));
    }

    /// Whether nobody outside has ever vouched.
    public ObservableValue<Boolean> neverAnchored() {
        return about().map(about -> about.witnesses().lastAnchor().isEmpty());
    }

    public ObservableValue<String> index() {
        return about().map(about -> about.index().reason());
    }

    public void verify() {
        if (work.get().running()) {
            return;
        }
        verified.set(Optional.empty());
        work.set(new LongWork.Running(texts.text("verify.doing"), OptionalDouble.empty(), false));
        desk.ask(
                () -> desk.workspace().verify(),
                result -> {
                    work.set(new LongWork.Idle());
                    verified.set(Optional.of(result));
                },
                why -> work.set(new LongWork.Failed(why)));
    }

    public Optional<String> suggestedProofName() {
        return selected.get().map(line -> "entry-" + line.entry() + ".tlog-proof");
    }

    public void export(Path file) {
        Optional<EntryLine> chosen = selected.get();
        if (chosen.isEmpty() || work.get().running()) {
            return;
        }
        long entry = chosen.get().entry();
        work.set(new LongWork.Running(texts.text("proof.doing", entry), OptionalDouble.empty(), false));
        desk.ask(
                () -> write(desk.workspace().prove(entry), file),
                said -> {
                    work.set(new LongWork.Idle());
                    exported.set(Optional.of(said));
                },
                why -> work.set(new LongWork.Failed(why)));
    }

    private String write(ProofResult proof, Path file) throws IOException {
        Files.write(file, proof.proof().toByteArray(), StandardOpenOption.CREATE_NEW);
        return texts.text("proof.written", proof.entry(), proof.size(), file.toString());
    }

    public List<String> alarms() {
        return desk.now().about().alarms();
    }
}
