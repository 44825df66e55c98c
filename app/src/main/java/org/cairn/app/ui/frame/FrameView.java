package org.cairn.app.ui.frame;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.event.EventType;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.cairn.app.ui.kit.LanguageMenu;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.kordamp.ikonli.feather.Feather;

/// Builds rail, top bar and banners, and shows the chosen screen between them.
public final class FrameView {
    private static final KeyCombination LOCK = new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN);

    private static final Duration UNTOUCHED = Duration.millis(250);
    private static final Set<EventType<? extends InputEvent>> TOUCHES =
            Set.of(KeyEvent.KEY_PRESSED, MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_DRAGGED, ScrollEvent.SCROLL);

    private final FrameViewModel model;
    private final Looks looks;
    private final Session session;
    private final Texts texts = Texts.beside(FrameView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final Function<Page, Node> screens;
    private final Map<Page, Node> built = new EnumMap<>(Page.class);
    /// Built ahead, and not laid out since what they show was read.
    private final Set<Page> unfilled = EnumSet.noneOf(Page.class);

    private final StackPane content = new StackPane();
    private final BorderPane root = new BorderPane();
    private final PauseTransition untouched = new PauseTransition(UNTOUCHED);
    private Subscription outliving = Subscription.EMPTY;

    /// @param screens builds each screen when it is first shown
    public FrameView(FrameViewModel model, Looks looks, Function<Page, Node> screens, Session session) {
        this.model = model;
        this.looks = looks;
        this.screens = screens;
        this.session = session;
        root.setId("frame");
        root.setLeft(rail());
        root.setTop(null);
        BorderPane right = new BorderPane(content);
        right.setTop(new VBox(
                topBar(),
                new LifeStrip(model.life(), texts).node(),
                sample(),
                editingOff(),
                alarms(),
                ProblemText.node("frame-problem", model.problem(), kit)));
        root.setCenter(right);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        root.addEventFilter(InputEvent.ANY, this::touched);
        root.sceneProperty().subscribe(scene -> follow(scene != null));
        untouched.setOnFinished(_ -> buildAhead());
        model.page().subscribe(this::show);
        model.shown().subscribe(_ -> follow(root.getScene() != null));
    }

    private void touched(InputEvent event) {
        if (TOUCHES.contains(event.getEventType()) && untouched.getStatus() == Animation.Status.RUNNING) {
            untouched.playFromStart();
        }
    }

    private void follow(boolean seen) {
        if (seen) {
            untouched.playFromStart();
        } else {
            untouched.stop();
        }
    }

    /// The first visit of a page takes longest, since its code is new to the machine and nothing of it is read.
    /// While nobody touches anything and nothing is under way, pages that nobody opened are built one by one,
    /// and once they are read, laid out with their rows. Last comes what pages show when they are asked.
    private void buildAhead() {
        Optional<Page> missing = Stream.of(Page.values())
                .filter(page -> !built.containsKey(page))
                .findFirst();
        Scene shown = root.getScene();
        Optional<Page> next = missing.or(() -> unfilled.stream().findFirst());
        if (shown == null) {
            return;
        }
        if (!model.busy()) {
            if (next.isEmpty()) {
                model.prepare();
                return;
            }
            buildAhead(next.get(), missing.isPresent(), shown);
        }
        untouched.playFromStart();
    }

    private void buildAhead(Page page, boolean fresh, Scene shown) {
        layOut(built.computeIfAbsent(page, screens), shown);
        if (fresh) {
            unfilled.add(page);
        } else {
            unfilled.remove(page);
        }
    }

    /// In a scene that is never shown.
    private void layOut(Node screen, Scene shown) {
        StackPane holder = new StackPane(screen);
        holder.getStyleClass().setAll(shown.getRoot().getStyleClass());
        Scene unseen = new Scene(holder, content.getWidth(), content.getHeight());
        unseen.getStylesheets().setAll(shown.getStylesheets());
        holder.applyCss();
        holder.layout();
        holder.getChildren().clear();
    }

    public Parent root() {
        return root;
    }

    /// Looks and settings outlive the frame, so it stops following them.
    public void close() {
        outliving.unsubscribe();
        untouched.stop();
    }

    private void show(Page page) {
        Scene shown = root.getScene();
        if (built.containsKey(page) || shown == null) {
            open(page);
        } else {
            String name = texts.text("page." + Texts.keyOf(page));
            new Opening(texts.text("opening", name)).show(content, shown, () -> open(page));
        }
    }

    private void open(Page page) {
        unfilled.remove(page);
        Node screen = built.computeIfAbsent(page, screens);
        content.getChildren().setAll(screen);
        screen.requestFocus();
    }

    private void shortcut(KeyEvent event) {
        if (LOCK.match(event)) {
            session.lock();
            event.consume();
        }
        for (Page page : Page.values()) {
            if (combination(page).match(event)) {
                model.page().set(page);
                event.consume();
            }
        }
    }

    private static KeyCombination combination(Page page) {
        boolean digit = Character.isDigit(page.key().charAt(0));
        KeyCode key = KeyCode.valueOf(digit ? "DIGIT" + page.key() : page.key());
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    private Node rail() {
        VBox pages = new VBox();
        pages.getStyleClass().add("rail-pages");
        ToggleGroup group = new ToggleGroup();
        for (Page page : Page.values()) {
            pages.getChildren().add(railButton(page, group));
        }
        ScrollPane scroll = new ScrollPane(pages);
        scroll.setId("rail-pages");
        scroll.setAccessibleText(texts.text("pages"));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox rail = new VBox(Parts.label(texts.text("brand"), "rail-brand"), scroll);
        rail.getStyleClass().add("rail");
        rail.setAlignment(Pos.TOP_CENTER);
        LookMenu theme = new LookMenu(looks, texts);
        outliving = theme.following();
        LockTools lock = new LockTools(session, texts);
        outliving = outliving.and(lock.following());
        Button leave = Parts.iconButton("leave", Feather.LOG_OUT, texts.text("leave"), session::leave);
        HBox tools = new HBox(theme.node(), lock.now(), leave);
        tools.getStyleClass().add("rail-tools");
        MenuButton language = LanguageMenu.of(session.language(), session::nothingPending, kit);
        language.getStyleClass().add("lock-after");
        rail.getChildren().addAll(language, lock.after(), tools);
        return rail;
    }

    private ToggleButton railButton(Page page, ToggleGroup group) {
        String key = Texts.keyOf(page);
        ToggleButton button = new ToggleButton(texts.text("page." + key), Parts.icon(page.glyph()));
        button.setId("page-" + key);
        button.setContentDisplay(ContentDisplay.LEFT);
        button.setAccessibleText(texts.text("page." + key));
        button.setAccessibleHelp(texts.text("page.help", page.key()));
        button.setTooltip(new Tooltip(texts.text("page.help", page.key())));
        button.getStyleClass().add("rail-button");
        button.setToggleGroup(group);
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.page().set(page);
        });
        model.page().subscribe(shown -> button.setSelected(shown == page));
        return button;
    }

    private Node topBar() {
        Label organisation = Parts.label("", "organisation");
        organisation.setId("organisation");
        organisation.textProperty().bind(model.organisation());
        organisation.setMinWidth(80);
        Label origin = Parts.label("", "fact");
        origin.setId("origin");
        origin.textProperty().bind(model.origin());
        Label offline = fact("offline", Feather.WIFI_OFF, texts.text("offline"));
        offline.setTooltip(new Tooltip(texts.text("offline.why")));
        Label witnesses = fact("witnesses", Feather.EYE, "");
        witnesses.textProperty().bind(model.witnesses());
        Tooltip vouching = new Tooltip();
        vouching.textProperty().bind(model.witnesses().map(said -> said + "\n" + texts.text("witness.why")));
        witnesses.setTooltip(vouching);
        HBox bar = new HBox(organisation, origin, Parts.gap(), new TimeTools(model, texts).node(), offline, witnesses);
        bar.getStyleClass().add("top-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private static Label fact(String id, Feather glyph, String words) {
        Label label = Parts.label(words, "fact");
        label.setGraphic(Parts.icon(glyph));
        label.setId(id);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private Node sample() {
        Label words = Parts.paragraph(texts.text("sample"));
        words.setId("sample");
        words.setMinWidth(0);
        HBox banner = Parts.row(Parts.icon(Feather.INFO), words);
        banner.getStyleClass().addAll("banner", "banner-past");
        model.sample().subscribe(is -> Parts.show(banner, is));
        return banner;
    }

    private Node editingOff() {
        Label words = Parts.paragraph("");
        words.setId("editing-off");
        words.setMinWidth(0);
        Button back = Parts.button("back-to-now", texts.text("back-to-now"), model::backToNow);
        HBox banner = Parts.row(Parts.icon(Feather.CLOCK), words, Parts.gap(), back);
        banner.getStyleClass().addAll("banner", "banner-past");
        model.editingOff().subscribe(reason -> {
            Parts.show(banner, reason.isPresent());
            Parts.show(back, model.lookingBack());
            words.setText(reason.orElse(""));
            words.setAccessibleText(words.getText());
        });
        return banner;
    }

    private Node alarms() {
        VBox box = new VBox();
        model.alarms().subscribe(alarms -> {
            box.getChildren().clear();
            for (String alarm : alarms) {
                Label words = Parts.paragraph(alarm);
                words.setId("alarm-" + box.getChildren().size());
                HBox.setHgrow(words, Priority.ALWAYS);
                HBox banner = Parts.row(Parts.icon(Feather.ALERT_OCTAGON), words);
                banner.getStyleClass().addAll("banner", "banner-loud");
                box.getChildren().add(banner);
            }
        });
        return box;
    }
}
