package org.cairn.app.ui;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.app.ui.checklist.SavedFilter;
import org.cairn.app.ui.checklist.Shelf;
import org.cairn.app.ui.frame.Look;
import org.cairn.app.ui.frame.TextSize;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.lock.IdleLimit;
import org.cairn.app.ui.pack.PackDefaults;
import org.cairn.app.ui.pack.PackPlaces;
import org.cairn.app.ui.start.Recents;
import org.cairn.checklist.ControlId;
import org.cairn.frameworks.Language;
import org.cairn.proof.Digest;
import org.cairn.reports.pdf.Depth;

/// What the window remembers between sittings: where workspaces lie, and the chosen looks. Losing it loses nothing of
/// worth, so a failure to read or write it is logged and otherwise passed over.
final class Settings implements Recents {
    private static final System.Logger LOGGER = System.getLogger(Settings.class.getName());
    private static final int KEPT = 6;
    private static final String SCHEME = "scheme";
    private static final String TEXT_SIZE = "text-size";
    private static final String IDLE = "lock-after-minutes";
    private static final String LANGUAGE = "language";
    private static final String PACK_DEPTH = "pack-depth";
    private static final String PACK_LANGUAGE = "pack-language";
    private static final String AUDITOR_KEYS = "auditor-keys";
    private static final String RECENT = "recent.";

    private final Path file;
    private final Executor background;
    private final Properties values = new Properties();
    private final ObjectProperty<Language> language;
    private final ObjectProperty<TextSize> textSize = new SimpleObjectProperty<>(TextSize.USUAL);
    private final ObjectProperty<IdleLimit> idleLimit = new SimpleObjectProperty<>(IdleLimit.USUAL);

    private final ObjectProperty<Optional<Path>> auditorKeys = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<PackDefaults> packs = new SimpleObjectProperty<>(PackDefaults.USUAL);

    /// @param system what the system speaks: the language until one is chosen
    /// @param background where the file is written
    Settings(Path folder, Locale system, Executor background) {
        this.background = background;
        file = folder.resolve("window.properties");
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOGGER.log(System.Logger.Level.WARNING, "settings are not readable: {0}", file);
            }
        }
        Optional.ofNullable(values.getProperty(TEXT_SIZE))
                .flatMap(TextSize::ofPercent)
                .ifPresent(textSize::set);
        textSize.subscribe((_, chosen) -> keep(chosen));
        Optional.ofNullable(values.getProperty(IDLE)).map(IdleLimit::ofMinutes).ifPresent(idleLimit::set);
        idleLimit.subscribe((_, chosen) -> keep(chosen));
        language = new SimpleObjectProperty<>(Texts.languageOf(Optional.ofNullable(values.getProperty(LANGUAGE))
                .map(Locale::of)
                .orElse(system)));
        language.subscribe((_, chosen) -> keep(chosen));
        packs.set(new PackDefaults(
                Arrays.stream(Depth.values())
                        .filter(depth -> depth.code().equals(values.getProperty(PACK_DEPTH)))
                        .findFirst()
                        .orElse(PackDefaults.USUAL.depth()),
                Arrays.stream(Language.values())
                        .filter(each -> Texts.keyOf(each).equals(values.getProperty(PACK_LANGUAGE)))
                        .findFirst()));
        packs.subscribe((_, chosen) -> keep(chosen));
        path(AUDITOR_KEYS).ifPresent(keys -> auditorKeys.set(Optional.of(keys)));
        auditorKeys.subscribe((_, chosen) -> chosen.ifPresent(this::keepAuditorKeys));
    }

    /// Where the key lies of whoever audits at this machine; what is set is remembered. Confined to the UI executor.
    ObjectProperty<Optional<Path>> auditorKeys() {
        return auditorKeys;
    }

    private synchronized void keepAuditorKeys(Path folder) {
        values.setProperty(AUDITOR_KEYS, folder.toString());
        write();
    }

    private Optional<Path> path(String key) {
        try {
            return Optional.ofNullable(values.getProperty(key)).map(Path::of);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// What a new pack begins with; what is set is remembered. Confined to the UI executor.
    ObjectProperty<PackDefaults> packs() {
        return packs;
    }

    private synchronized void keep(PackDefaults chosen) {
        values.setProperty(PACK_DEPTH, chosen.depth().code());
        chosen.language()
                .ifPresentOrElse(
                        language -> values.setProperty(PACK_LANGUAGE, Texts.keyOf(language)),
                        () -> values.remove(PACK_LANGUAGE));
        write();
    }

    /// After how long an open workspace locks itself; what is set is remembered. Confined to the UI executor.
    ObjectProperty<IdleLimit> idleLimit() {
        return idleLimit;
    }

    /// Of the window; what is set is remembered. Confined to the UI executor.
    ObjectProperty<Language> language() {
        return language;
    }

    private synchronized void keep(Language chosen) {
        values.setProperty(LANGUAGE, Texts.keyOf(chosen));
        write();
    }

    private synchronized void keep(IdleLimit limit) {
        values.setProperty(IDLE, Integer.toString(limit.minutes()));
        write();
    }

    /// How large the window's words are; what is set is remembered. Confined to the UI executor.
    ObjectProperty<TextSize> textSize() {
        return textSize;
    }

    private synchronized void keep(TextSize chosen) {
        values.setProperty(TEXT_SIZE, Integer.toString(chosen.percent()));
        write();
    }

    synchronized Optional<Look> look() {
        return Optional.ofNullable(values.getProperty(SCHEME)).flatMap(Look::ofKey);
    }

    synchronized void keep(Look look) {
        values.setProperty(SCHEME, Texts.keyOf(look));
        write();
    }

    @Override
    public synchronized List<Path> newestFirst() {
        List<Path> folders = new ArrayList<>();
        for (int i = 0; i < KEPT; i++) {
            Optional.ofNullable(values.getProperty(RECENT + i)).map(Path::of).ifPresent(folders::add);
        }
        return folders;
    }

    @Override
    public synchronized void opened(Path folder) {
        List<Path> folders = new ArrayList<>(newestFirst());
        folders.remove(folder.toAbsolutePath());
        folders.addFirst(folder.toAbsolutePath());
        for (int i = 0; i < Math.min(KEPT, folders.size()); i++) {
            values.setProperty(RECENT + i, folders.get(i).toString());
        }
        write();
    }

    /// Of the workspace whose log has this origin.
    PackPlaces packPlaces(String origin) {
        return new KeptPlaces("pack." + origin + ".");
    }

    private final class KeptPlaces implements PackPlaces {
        private final String begins;

        KeptPlaces(String begins) {
            this.begins = begins;
        }

        @Override
        public Optional<Path> of(Digest sums) {
            synchronized (Settings.this) {
                return path(begins + sums.hex());
            }
        }

        @Override
        public void keep(Digest sums, Path pack) {
            synchronized (Settings.this) {
                values.setProperty(begins + sums.hex(), pack.toString());
                write();
            }
        }
    }

    /// What the person keeps of the workspace whose log has this origin.
    Shelf shelf(String origin) {
        return new KeptShelf(origin);
    }

    private final class KeptShelf implements Shelf {
        private final String filters;
        private final String walked;

        KeptShelf(String origin) {
            this.filters = "filter." + origin + ".";
            this.walked = "walked." + origin;
        }

        @Override
        public List<SavedFilter> filters() {
            synchronized (Settings.this) {
                List<SavedFilter> all = new ArrayList<>();
                for (int i = 0; values.getProperty(filters + i + ".name") != null; i++) {
                    String at = filters + i;
                    SavedFilter.read(
                                    values.getProperty(at + ".name"),
                                    values.getProperty(at + ".typed", ""),
                                    values.getProperty(at + ".shows", ""))
                            .ifPresent(all::add);
                }
                return all;
            }
        }

        @Override
        public void keep(List<SavedFilter> all) {
            synchronized (Settings.this) {
                values.keySet().removeIf(key -> key.toString().startsWith(filters));
                for (int i = 0; i < all.size(); i++) {
                    values.setProperty(filters + i + ".name", all.get(i).name());
                    values.setProperty(filters + i + ".typed", all.get(i).typed());
                    values.setProperty(filters + i + ".shows", all.get(i).narrowingLine());
                }
                write();
            }
        }

        @Override
        public Optional<ControlId> walkedTo() {
            synchronized (Settings.this) {
                return Optional.ofNullable(values.getProperty(walked))
                        .filter(id -> id.matches("[A-Z]{2,8}-[0-9]{1,4}"))
                        .map(ControlId::new);
            }
        }

        @Override
        public void walkTo(ControlId control) {
            synchronized (Settings.this) {
                values.setProperty(walked, control.value());
                write();
            }
        }
    }

    /// In the background: nobody waits for what may be lost without harm.
    private void write() {
        background.execute(this::store);
    }

    private synchronized void store() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(file)) {
                values.store(writer, "What the window of Cairn remembers");
            }
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.WARNING, "settings are not writable: {0}", file);
        }
    }
}
