package org.cairn.app.ui.auditor;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.cairn.app.audit.PackLook;
import org.cairn.app.audit.PackName;
import org.cairn.app.ui.kit.HashText;
import org.cairn.app.ui.kit.OneOf;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.VerdictText;
import org.cairn.app.ui.preview.PreviewView;
import org.cairn.verifier.Report;

/// Which pack it is, what a verification found, whether it comes from whom it says, and the report in it.
final class PackPane {
    /// So many digits nobody makes a second certificate for.

    private static final double DIGITS_WIDTH = 460;

    private final AuditorViewModel model;
    private final OpenedPack pack;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);
    private final Node other;

    /// @param other leads to another pack
    PackPane(AuditorViewModel model, OpenedPack pack, Texts texts, Node other) {
        this.model = model;
        this.pack = pack;
        this.texts = texts;
        this.other = other;
    }

    VBox node() {
        VBox verdict = Panels.section(
                String.valueOf(pack.pack().getFileName()),
                name(),
                VerdictText.node("auditor-verdict", pack.verification(), kit));
        VBox body = new VBox(verdict);
        if (pack.opened().isEmpty()) {
            verdict.getChildren().addAll(Parts.paragraph(texts.text("pack.refused"), "medium"), Parts.row(other));
            return body;
        }
        pack.verification().root().ifPresent(root -> body.getChildren().add(origin(root)));
        model.marking().ifPresent(all -> body.getChildren().add(documents(all)));
        return body;
    }

    private String name() {
        return pack.opened()
                .map(intact -> intact.draft().pack())
                .map(this::name)
                .orElseGet(() -> texts.text("pack.unnamed"));
    }

    private String name(PackName name) {
        return texts.text(
                "pack.name",
                name.packId(),
                name.origin(),
                name.framework().value(),
                model.moments().minute(name.issuedAt()));
    }

    private VBox origin(Report.Root root) {
        String hex = root.fingerprint().hex();
        TextField told = new TextField();
        told.setId("auditor-root-told");
        told.setAccessibleText(texts.text("root.told"));
        told.setMaxWidth(DIGITS_WIDTH);
        told.getStyleClass().add("hash");
        Label came = Parts.paragraph("", "medium");
        came.setId("auditor-root-compared");
        told.textProperty().subscribe(typed -> {
            String digits = typed.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
            came.setText(digits.isEmpty() ? "" : texts.text(compared(digits, hex), digits.length(), hex.length()));
            came.setAccessibleText(came.getText());
            Parts.show(came, !came.getText().isEmpty());
        });
        return Panels.section(
                texts.text("root.title"),
                texts.text("root.what"),
                HashText.node("auditor-root", hex, kit),
                OneOf.named(texts.text("root.told"), told, told),
                came);
    }

    /// Whoever forges a pack has all the time there is to look for a certificate that begins alike: the whole
    /// fingerprint or nothing.
    private static String compared(String digits, String hex) {
        if (!hex.startsWith(digits)) {
            return "root.differs";
        }
        return digits.length() < hex.length() ? "root.more" : "root.same";
    }

    private VBox documents(AuditorViewModel.Marking all) {
        VBox lines = new VBox(4);
        int number = 0;
        for (PackLook.Held held : all.intact().look().documents()) {
            lines.getChildren()
                    .add(Panels.link(
                            "auditor-document-" + number++,
                            texts.text("documents.open", held.name()),
                            () -> all.document()
                                    .show(Optional.of(
                                            new PreviewedHeld(all.intact().look(), held)))));
        }
        return Panels.section(
                texts.text("documents.title"),
                texts.text("documents.what"),
                lines,
                new PreviewView(all.document()).node());
    }
}
