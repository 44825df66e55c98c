package org.cairn.app.ui.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.Founding;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;

/// The form that founds a workspace: what is typed, and which field is not right yet. Confined to the UI executor.
public final class FoundingViewModel {
    /// Roles that decide which requirements bind most organisations, spelt as in the frameworks' `binds`.
    static final List<String> ROLES =
            List.of("deployer", "provider", "financial-entity", "controller", "processor", "CE", "BA");
    /// What an organisation that runs its own language model in the EU usually starts with.
    private static final Set<String> SUGGESTED = Set.of("eu-ai-act", "dora", "gdpr", "iso27001");

    private final Texts texts;
    private final List<Framework> library;
    private final StringProperty organisation = new SimpleStringProperty("");
    private final StringProperty person = new SimpleStringProperty("");
    private final StringProperty passphrase = new SimpleStringProperty("");
    private final StringProperty passphraseAgain = new SimpleStringProperty("");
    private final StringProperty folder = new SimpleStringProperty("");
    private final ObservableSet<String> roles = FXCollections.observableSet();
    private final ObservableSet<FrameworkId> frameworks = FXCollections.observableSet();
    private final ObservableMap<Field, String> problems = FXCollections.observableHashMap();

    FoundingViewModel(Texts texts, List<Framework> library) {
        this.texts = texts;
        this.library = List.copyOf(library);
        library.stream()
                .map(Framework::id)
                .filter(id -> SUGGESTED.contains(id.value()))
                .forEach(frameworks::add);
    }

    public List<Framework> library() {
        return library;
    }

    public StringProperty organisation() {
        return organisation;
    }

    public StringProperty person() {
        return person;
    }

    public StringProperty passphrase() {
        return passphrase;
    }

    public StringProperty passphraseAgain() {
        return passphraseAgain;
    }

    public StringProperty folder() {
        return folder;
    }

    public ObservableSet<String> roles() {
        return roles;
    }

    public ObservableSet<FrameworkId> frameworks() {
        return frameworks;
    }

    public ObservableMap<Field, String> problems() {
        return problems;
    }

    public ObservableValue<String> strength() {
        return passphrase.map(typed -> texts.text("strength." + Texts.keyOf(Strength.of(typed))));
    }

    /// Looks at every field; true if nothing is missing.
    boolean complete() {
        Map<Field, String> found = new EnumMap<>(Field.class);
        require(found, Field.ORGANISATION, !organisation.get().isBlank());
        require(found, Field.PERSON, !person.get().isBlank());
        require(found, Field.FRAMEWORKS, !frameworks.isEmpty());
        require(found, Field.PASSPHRASE, Strength.of(passphrase.get()).allowed());
        require(found, Field.PASSPHRASE_AGAIN, passphrase.get().equals(passphraseAgain.get()));
        require(found, Field.FOLDER, !folder.get().isBlank());
        problems.clear();
        problems.putAll(found);
        return found.isEmpty();
    }

    private void require(Map<Field, String> found, Field field, boolean fulfilled) {
        if (!fulfilled) {
            found.put(field, texts.text("found.problem." + Texts.keyOf(field)));
        }
    }

    void refused(Field field, String words) {
        problems.put(field, words);
    }

    Path path() {
        return Path.of(folder.get().strip());
    }

    Founding founding() {
        List<String> chosenRoles = new ArrayList<>(ROLES);
        chosenRoles.retainAll(roles);
        List<FrameworkId> chosen =
                library.stream().map(Framework::id).filter(frameworks::contains).toList();
        return new Founding(
                organisation.get().strip(),
                Optional.empty(),
                chosenRoles,
                "",
                chosen,
                person.get().strip());
    }

    /// The typed passphrases do not outlive the form.
    void forgetPassphrase() {
        passphrase.set("");
        passphraseAgain.set("");
    }

    static Function<FoundingViewModel, StringProperty> property(Field field) {
        return switch (field) {
            case ORGANISATION -> FoundingViewModel::organisation;
            case PERSON -> FoundingViewModel::person;
            case PASSPHRASE -> FoundingViewModel::passphrase;
            case PASSPHRASE_AGAIN -> FoundingViewModel::passphraseAgain;
            case FOLDER -> FoundingViewModel::folder;
            case FRAMEWORKS -> throw new IllegalArgumentException("frameworks are chosen, not typed");
        };
    }
}
