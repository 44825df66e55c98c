package org.cairn.app.ui.frameworks;

import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.frameworks.FrameworkLines.Card;
import org.cairn.app.ui.frameworks.FrameworkLines.Fact;
import org.cairn.app.ui.kit.LineCell;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.kordamp.ikonli.feather.Feather;

/// The page: four tabs.
public final class FrameworksView {
    private final Texts texts = Texts.beside(FrameworksView.class);
    private final BorderPane root = new BorderPane();

    public FrameworksView(FrameworksViewModel model) {
        model.open();
        root.setId("frameworks");
        root.getStyleClass().add("page");
        TabPane tabs = new TabPane();
        tabs.setId("frameworks-tabs");
        tabs.setAccessibleText(texts.text("title"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .addAll(
                        tab("matrix", new MatrixPane(model, texts).node()),
                        tab("coverage", new CoveragePane(model, texts).node()),
                        tab("responsibilities", cards("responsibilities", model.responsibilities())),
                        tab("threats", cards("threats", model.threats())));
        root.setTop(new VBox(
                Parts.pageHead(texts.text("title"), texts.text("page")),
                ProblemText.node("frameworks-problem", model.problem(), Texts.beside(Texts.class))));
        root.setCenter(tabs);
    }

    public Parent root() {
        return root;
    }

    private Tab tab(String key, Node content) {
        Tab tab = new Tab(texts.text("tab." + key), content);
        tab.setId("tab-" + key);
        return tab;
    }

    private Node cards(String key, ObservableList<Card> cards) {
        return lines("frameworks-" + key, texts.text("tab." + key), cards, FrameworksView::card, texts);
    }

    private static Node card(Card card) {
        VBox box = new VBox(8, Parts.paragraph(card.id() + " · " + card.title(), "section-title"));
        for (Fact fact : card.facts()) {
            box.getChildren().add(new VBox(2, Parts.label(fact.name(), "overline"), Parts.paragraph(fact.text())));
        }
        return box;
    }

    /// A virtual list whose cells wrap their text.
    static <T> ListView<T> lines(
            String id, String accessible, ObservableList<T> items, Function<T, Node> cell, Texts texts) {
        ListView<T> list = new ListView<>(items);
        list.setId(id);
        list.setAccessibleText(accessible);
        list.setCellFactory(_ -> new LineCell<>(cell));
        list.setPlaceholder(Parts.emptyState(Feather.INBOX, texts.text("none.title"), texts.text("none")));
        return list;
    }

    static Node explanation(FrameworkLines.Explanation row) {
        return new VBox(
                2,
                Parts.paragraph(row.heading(), "small", "medium"),
                Parts.paragraph(row.title()),
                Parts.paragraph(row.strength(), "muted"),
                Parts.paragraph(row.rationale()),
                Parts.label(row.opinion(), "hint"));
    }
}
