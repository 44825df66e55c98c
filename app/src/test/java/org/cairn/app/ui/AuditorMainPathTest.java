package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.app.workspace.LogLine;
import org.cairn.app.workspace.PackRequest;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A pack is verified as it came and as somebody changed it, and entries are proven: an auditor beside the window.
@Tag("window")
class AuditorMainPathTest {
    @TempDir
    Path folder;

    static Stream<Manner> manners() {
        return Manner.walked(Manner.LIGHT);
    }

    @ParameterizedTest
    @MethodSource("manners")
    void anAuditorVerifiesAPackAndAForgeryAndTakesTheProofOfAnEntryAlong(Manner manner) throws Exception {
        Path pack = folder.resolve("pack.zip");
        try (Day day = Day.begin("auditor", manner, folder)) {
            day.window.found();
            day.click("recovery-kept");
            day.window.untilShown("posture");
            day.window.leave();
            day.recorded(bank -> {
                bank.answer(AnswerRequest.of(new ControlId("NET-3"), AnswerStatus.MET)
                        .withNote("Rules are in place."));
                return bank.pack(new PackRequest(new FrameworkId("iso27001"), "full", pack, Set.of()), _ -> {});
            });
            day.click("recent-0");
            day.unlock();
            verify(day, pack, "intact");
            verify(day, forged(pack), "forged");
            prove(day);
            day.control(KeyCode.O);
            day.window.untilShown("objection-1");
            day.station("objections");
            day.window.leave();
            List<String> kinds =
                    day.recorded(bank -> bank.log().stream().map(LogLine::kind).toList());
            assertThat(kinds.stream().filter("PackIssued"::equals)).hasSize(1);
        }
    }

    private static void verify(Day day, Path pack, String station) throws Exception {
        day.control(KeyCode.DIGIT5);
        day.window.chooser.willChoose(pack);
        day.click("pack-verify");
        String before = day.window.find("pack-verdict").isPresent() ? day.window.text("pack-verdict") : "";
        day.window.until(() -> day.window.find("pack-verdict").isPresent()
                && !day.window.text("pack-verdict").equals(before));
        day.station("pack-" + station);
    }

    /// One byte of the report is another.
    private Path forged(Path pack) throws Exception {
        Path forged = Files.copy(pack, folder.resolve("forged.zip"), StandardCopyOption.REPLACE_EXISTING);
        byte[] bytes = Files.readAllBytes(forged);
        bytes[bytes.length / 2] ^= 1;
        Files.write(forged, bytes);
        return forged;
    }

    private static void prove(Day day) throws Exception {
        day.control(KeyCode.DIGIT6);
        day.window.until(() -> day.rows("ledger-table") > 3);
        day.station("ledger");
        day.window.onWindow(() -> {
            TableView<?> table = (TableView<?>) day.window.node("ledger-table");
            table.requestFocus();
            table.getSelectionModel().select(0);
            return true;
        });
        Path proof = day.window.folder.resolve("entry.tlog-proof");
        day.window.chooser.willChoose(proof);
        day.click("ledger-proof");
        day.window.until(() -> Files.exists(proof));
        assertThat(proof).content().startsWith("c2sp.org/tlog-proof@v1");
        day.station("proof");
        day.click("ledger-verify");
        day.window.untilShown("ledger-verdict");
        day.station("ledger-verified");
    }
}
