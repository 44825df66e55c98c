package org.cairn.app.ui.auditor;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cairn.app.audit.AuditException;
import org.cairn.app.audit.AuditorFiles;
import org.cairn.app.audit.ItemTitles;
import org.cairn.app.audit.MarkCsv;
import org.cairn.app.audit.MarkForm;
import org.cairn.app.audit.MarkFormReading;
import org.cairn.app.audit.MarkReading;
import org.cairn.app.audit.ReviewDraft;
import org.cairn.app.ui.desk.BareWorkbench;
import org.cairn.app.ui.desk.Doing;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Workplaces;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.Threads;
import org.cairn.app.ui.preview.PreviewViewModel;
import org.cairn.app.ui.start.StartViewModel;
import org.cairn.app.workbook.CellFault;
import org.cairn.proof.Bytes;

/// A pack on an auditor's desk, from its verification to the signed review. Confined to the UI executor.
public final class AuditorViewModel {
    private static final int MOST_FORM_BYTES = 16 << 20;

    private final Around around;
    private final Texts texts = Texts.beside(AuditorViewModel.class);
    private final BareWorkbench bench;
    private final Doing opening;
    private final Doing forms;
    private final ReadOnlyObjectWrapper<Optional<OpenedPack>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<String>> faults = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<Marking> marking = Optional.empty();

    /// What the page needs from outside.
    /// @param keys where the auditor’s key lay the last time
    public record Around(
            Workplaces workplaces,
            Library library,
            Threads threads,
            StartViewModel.SystemTime time,
            ObjectProperty<Optional<Path>> keys) {}

    /// The parts of the page once the pack is intact.
    record Marking(
            OpenedPack.Intact intact,
            ItemsViewModel items,
            KeptMarks kept,
            SigningViewModel signing,
            PreviewViewModel document,
            PreviewViewModel behind) {}

    public AuditorViewModel(Around around) {
        this.around = around;
        this.bench = new BareWorkbench(around.threads());
        this.opening = new Doing(bench);
        this.forms = new Doing(bench);
    }

    /// Verifies a pack, and shows what is in it where it is intact.
    public void open(Path pack) {
        opening.ask(() -> new PackOpening(around.workplaces(), around.library()).open(pack), this::show);
    }

    /// The same page with every word made anew.
    public AuditorViewModel again() {
        AuditorViewModel fresh = new AuditorViewModel(around);
        opened.get()
                .ifPresent(shown -> fresh.show(new OpenedPack(
                        shown.pack(),
                        shown.verification(),
                        marking.map(all -> new OpenedPack.Intact(
                                all.intact().look(),
                                all.items().draft().get(),
                                all.intact().marks())))));
        return fresh;
    }

    private void show(OpenedPack pack) {
        marking = pack.opened().map(this::marking);
        opened.set(Optional.of(pack));
    }

    private Marking marking(OpenedPack.Intact intact) {
        KeptMarks kept = new KeptMarks(bench, intact.marks());
        ItemsViewModel items = new ItemsViewModel(intact.draft(), titles(), around.time(), kept::keep);
        return new Marking(
                intact,
                items,
                kept,
                new SigningViewModel(around.workplaces(), bench, around.time(), around.keys(), items.draft()::get),
                new PreviewViewModel(bench),
                new PreviewViewModel(bench));
    }

    private ItemTitles titles() {
        return new ItemTitles(around.library().frameworks(), texts.language());
    }

    Doing opening() {
        return opening;
    }

    Doing forms() {
        return forms;
    }

    ReadOnlyObjectProperty<Optional<OpenedPack>> opened() {
        return opened.getReadOnlyProperty();
    }

    /// Of a form that was filled in and not taken.
    ReadOnlyObjectProperty<List<String>> faults() {
        return faults.getReadOnlyProperty();
    }

    Optional<Marking> marking() {
        return marking;
    }

    Moments moments() {
        return new Moments(around.time().zone(), Texts.beside(Texts.class));
    }

    /// Whether something was typed that is in no file yet.
    public boolean unsaved() {
        return opening.busy().get()
                || marking.filter(all ->
                                all.items().unsaved() || !(all.kept().state().get() instanceof KeptMarks.State.Kept))
                        .isPresent();
    }

    /// The items as a workbook that any spreadsheet program fills in.
    void writeForm(Path out) {
        marking.ifPresent(all -> {
            ReviewDraft draft = all.items().draft().get();
            forms.ask(
                    () -> {
                        AuditorFiles.writeNew(
                                out,
                                MarkForm.write(
                                        draft, titles(), around.time().clock().instant()));
                        return out;
                    },
                    written -> forms.tell(texts.text("form.written", written.toString())));
        });
    }

    /// Takes the marks of a form that was filled in: all of them, or none and why.
    void readForm(Path file) {
        faults.set(List.of());
        marking.ifPresent(all -> {
            ReviewDraft draft = all.items().draft().get();
            LocalDate today = LocalDate.ofInstant(around.time().clock().instant(), ZoneOffset.UTC);
            forms.ask(() -> read(file, draft, today), result -> taken(all, result));
        });
    }

    private static MarkReading.Result read(Path file, ReviewDraft draft, LocalDate today) throws Exception {
        String name = String.valueOf(file.getFileName());
        Bytes content = AuditorFiles.read(file, MOST_FORM_BYTES);
        return name.toLowerCase(Locale.ROOT).endsWith(".csv")
                ? MarkCsv.read(name, content, draft, today)
                : MarkFormReading.read(name, content, draft, today);
    }

    private void taken(Marking all, MarkReading.Result result) {
        if (!result.faults().isEmpty()) {
            faults.set(result.faults().stream().map(CellFault::words).toList());
            forms.refuse("W-FORM", texts.text("form.refused", result.faults().size()));
            return;
        }
        try {
            all.items().take(result.marks());
            forms.tell(texts.text("form.taken", result.marks().size()));
        } catch (AuditException e) {
            forms.refuse("W-FORM", String.valueOf(e.getMessage()));
        }
    }
}
