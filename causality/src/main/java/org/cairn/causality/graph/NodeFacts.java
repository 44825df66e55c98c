package org.cairn.causality.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cairn.causality.FilePath;
import org.cairn.causality.Moment;
import org.jspecify.annotations.Nullable;

/// What is known of nodes beside what makes them themselves, by their numbers: the facts and the end of a process, the
/// names
/// of a file. Equal facts are kept once: most programs are started many times with the same words.
final class NodeFacts {
    private static final int NONE = -1; // a place that nothing has; never leaves this class

    private static final int KEPT = 1 << 8;

    private final Texts texts;
    private final Dictionary facts = new Dictionary();
    private final Encoding word = new Encoding();
    private final @Nullable Kept[] kept = new @Nullable Kept[KEPT];

    private record Kept(int number, ProcessFacts facts) {}

    private final ByteColumn ends = new ByteColumn();
    private final IntColumn names = new IntColumn();
    private final IntColumn nextNames = new IntColumn();
    /// Of a process its facts, of a file the first of its names.
    private final IntColumn about = new IntColumn();
    private final IntColumn endOf = new IntColumn();

    NodeFacts(Texts texts) {
        this.texts = texts;
    }

    void describe(int process, ProcessFacts is) {
        about.reach(process, NONE);
        word.clear();
        add(is.exe());
        word.addNumber(is.arguments().size());
        is.arguments().forEach(argument -> word.addNumber(texts.number(argument)));
        add(is.uid());
        add(is.euid());
        add(is.auid());
        add(is.container());
        word.addByte(is.ppid().isPresent() ? 1 : 0);
        is.ppid().ifPresent(word::addNumber);
        about.set(process, facts.number(word));
    }

    /// 0 where there is none.
    private void add(Optional<String> text) {
        word.addNumber(text.isPresent() ? texts.number(text.get()) + 1L : 0);
    }

    Optional<ProcessFacts> facts(int process) {
        OptionalInt number = place(about, process);
        return number.isEmpty() ? Optional.empty() : Optional.of(kept(number.getAsInt()));
    }

    /// Put together once for many questions in a row; each entry is whole whoever wrote it.
    private ProcessFacts kept(int number) {
        Kept known = kept[number & KEPT - 1];
        if (known != null && known.number() == number) {
            return known.facts();
        }
        ProcessFacts read = facts(facts.read(number));
        kept[number & KEPT - 1] = new Kept(number, read);
        return read;
    }

    private ProcessFacts facts(ByteColumn.Cursor from) {
        Optional<String> exe = text(from);
        long count = from.number();
        List<String> arguments = new ArrayList<>((int) count);
        for (long i = 0; i < count; i++) {
            arguments.add(texts.text((int) from.number()));
        }
        Optional<String> uid = text(from);
        Optional<String> euid = text(from);
        Optional<String> auid = text(from);
        Optional<String> container = text(from);
        Optional<Long> ppid = from.next() == 1 ? Optional.of(from.number()) : Optional.empty();
        return new ProcessFacts(exe, arguments, uid, euid, auid, container, ppid);
    }

    private Optional<String> text(ByteColumn.Cursor from) {
        long number = from.number();
        return number == 0 ? Optional.empty() : Optional.of(texts.text((int) number - 1));
    }

    /// The first end counts.
    void ended(int process, Moment at) {
        endOf.reach(process, NONE);
        if (endOf.get(process) == NONE) {
            endOf.set(process, ends.size());
            NodeBytes.moment(word.clear(), at);
            for (int i = 0; i < word.size(); i++) {
                ends.add(word.at(i));
            }
        }
    }

    Optional<Moment> end(int process) {
        OptionalInt place = place(endOf, process);
        return place.isEmpty() ? Optional.empty() : Optional.of(NodeBytes.moment(ends.new Cursor(place.getAsInt())));
    }

    void name(int file, FilePath path) {
        about.reach(file, NONE);
        int name = texts.number(path.text()) << 1 | (path instanceof FilePath.Unresolved ? 1 : 0);
        int before = NONE;
        for (int at = about.get(file); at != NONE; at = nextNames.get(at)) {
            if (names.get(at) == name) {
                return;
            }
            before = at;
        }
        int added = names.add(name);
        nextNames.add(NONE);
        if (before == NONE) {
            about.set(file, added);
        } else {
            nextNames.set(before, added);
        }
    }

    List<FilePath> names(int file) {
        List<FilePath> paths = new ArrayList<>();
        OptionalInt first = place(about, file);
        for (int at = first.orElse(NONE); at != NONE; at = nextNames.get(at)) {
            String text = texts.text(names.get(at) >>> 1);
            paths.add((names.get(at) & 1) == 0 ? new FilePath.Resolved(text) : new FilePath.Unresolved(text));
        }
        return List.copyOf(paths);
    }

    private static OptionalInt place(IntColumn column, int node) {
        return node >= column.size() || column.get(node) == NONE
                ? OptionalInt.empty()
                : OptionalInt.of(column.get(node));
    }

    long sizeBytes() {
        return facts.sizeBytes()
                + ends.sizeBytes()
                + names.sizeBytes()
                + nextNames.sizeBytes()
                + about.sizeBytes()
                + endOf.sizeBytes();
    }
}
