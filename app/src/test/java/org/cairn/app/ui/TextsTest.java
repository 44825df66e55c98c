package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.cairn.app.ui.auditor.AuditorView;
import org.cairn.app.ui.calendar.CalendarView;
import org.cairn.app.ui.checklist.ChecklistView;
import org.cairn.app.ui.collect.CollectView;
import org.cairn.app.ui.evidence.EvidenceView;
import org.cairn.app.ui.fleet.FleetView;
import org.cairn.app.ui.frame.FrameView;
import org.cairn.app.ui.frameworks.FrameworksView;
import org.cairn.app.ui.intake.IntakeView;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.lock.LockView;
import org.cairn.app.ui.log.LedgerView;
import org.cairn.app.ui.pack.PacksView;
import org.cairn.app.ui.posture.PostureView;
import org.cairn.app.ui.preview.PreviewView;
import org.cairn.app.ui.runtime.RuntimeView;
import org.cairn.app.ui.scope.ScopeView;
import org.cairn.app.ui.start.StartView;
import org.cairn.app.ui.unlock.UnlockForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                CairnWindow.class,
                Texts.class,
                StartView.class,
                AuditorView.class,
                FrameView.class,
                FleetView.class,
                UnlockForm.class,
                LockView.class,
                PostureView.class,
                CalendarView.class,
                RuntimeView.class,
                ScopeView.class,
                ChecklistView.class,
                EvidenceView.class,
                IntakeView.class,
                PreviewView.class,
                FrameworksView.class,
                CollectView.class,
                PacksView.class,
                LedgerView.class
            })
    void everyPatternOfEveryBundleCanBeFilled(Class<?> anchor) {
        Texts texts = Texts.beside(anchor);
        ResourceBundle bundle =
                ResourceBundle.getBundle(anchor.getPackageName() + ".texts", Locale.ROOT, anchor.getClassLoader());
        Object[] numbers = {1, 2, 3, 4};
        assertThat(bundle.keySet()).allSatisfy(key -> {
            assertThat(bundle.getString(key)).doesNotContain("'");
            assertThat(Arrays.asList(texts.text(key, numbers))).doesNotContainNull();
        });
    }
}
