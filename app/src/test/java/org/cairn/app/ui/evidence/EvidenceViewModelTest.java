package org.cairn.app.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.cairn.app.ui.OpenDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceViewModelTest {
    @TempDir
    Path folder;

    @Test
    void eachLineSaysWhoReadWhatAndWhatWasRefused() throws Exception {
        try (OpenDesk open = new OpenDesk(folder)) {
            open.collect();
            EvidenceViewModel model = new EvidenceViewModel(open.desk, OpenDesk.library(), open.visited::add);
            EvidenceViewModel.Line hashes = model.lines().stream()
                    .filter(line -> line.collector().equals("access.password-hashes"))
                    .findFirst()
                    .orElseThrow();
            assertThat(hashes.user()).isEqualTo("anna");
            assertThat(hashes.host()).isEqualTo("llm-host-1");
            assertThat(hashes.source()).isEqualTo("/etc/passwd");
            assertThat(hashes.refusals()).isEqualTo(1);
            assertThat(hashes.population()).isEqualTo(Optional.empty());
        }
    }

    @Test
    void theFilterKeepsWhatItNames() throws Exception {
        try (OpenDesk open = new OpenDesk(folder)) {
            open.collect();
            EvidenceViewModel model = new EvidenceViewModel(open.desk, OpenDesk.library(), open.visited::add);
            model.typed().set("routes");
            assertThat(model.lines())
                    .extracting(EvidenceViewModel.Line::collector)
                    .containsExactly("network.routes");
        }
    }
}
