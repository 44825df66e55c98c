package org.cairn.app.ui.checklist;

import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;

/// What a requirement asks in plain words, and what would show it; folded until somebody wants to know.
final class AskedFold {
    private final ItemLines.MappedLine line;
    private final Texts texts;

    AskedFold(ItemLines.MappedLine line, Texts texts) {
        this.line = line;
        this.texts = texts;
    }

    Node node() {
        VBox box = new VBox(4);
        line.plain().ifPresent(words -> box.getChildren().add(Parts.paragraph(words)));
        box.getChildren().add(Parts.paragraph(texts.text("guidance.evidence"), "overline"));
        line.examples().forEach(words -> box.getChildren().add(Parts.paragraph("• " + words)));
        TitledPane fold = new TitledPane(texts.text("mapped.asked"), box);
        fold.setId("asked-" + line.number().replaceAll("[^A-Za-z0-9]+", "-"));
        fold.setAccessibleText(texts.text("mapped.asked.help", line.number()));
        fold.setExpanded(false);
        fold.setAnimated(false);
        fold.getStyleClass().add("dense");
        return fold;
    }
}
