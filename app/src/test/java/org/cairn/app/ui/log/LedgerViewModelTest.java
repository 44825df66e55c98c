package org.cairn.app.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.proof.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerViewModelTest {
    @TempDir
    Path folder;

    @Test
    void everyEntryIsListedNewestFirst() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            LedgerViewModel model = new LedgerViewModel(open.desk);
            long size = open.desk.now().times().size();
            List<EntryLine> lines = model.entries().lines().get();
            assertThat(lines).hasSize(Math.toIntExact(size));
            assertThat(lines.getFirst().entry()).isEqualTo(size - 1);
            assertThat(lines.getLast().kind()).isEqualTo("Workspace founded");
        }
    }

    @Test
    void aLedgerThatNobodyTouchedIsIntact() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            LedgerViewModel model = new LedgerViewModel(open.desk);
            model.verify();
            assertThat(model.verified().get())
                    .hasValueSatisfying(result -> assertThat(result.verdict()).isInstanceOf(Verdict.Intact.class));
        }
    }

    @Test
    void aLedgerThatNobodyWitnessedSaysSoLiterally() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            LedgerViewModel model = new LedgerViewModel(open.desk);
            assertThat(model.witnesses().getValue()).startsWith("No witness is named, never anchored outside\n");
            assertThat(model.neverAnchored().getValue()).isTrue();
        }
    }

    @Test
    void theProofOfAnEntryIsWrittenAndNeverOverAFileThatIsThere() throws Exception {
        Path file = folder.resolve("entry-0.tlog-proof");
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            LedgerViewModel model = new LedgerViewModel(open.desk);
            model.selected().set(Optional.of(model.entries().lines().get().getLast()));
            model.export(file);
            assertThat(Files.readString(file)).startsWith("c2sp.org/tlog-proof@v1\nindex 0\n");
            model.export(file);
            assertThat(model.work().get()).isInstanceOf(LongWork.Failed.class);
        }
    }
}
