package org.cairn.frameworks.own;

import java.util.List;
import java.util.stream.Collectors;

/// A file with an own framework is refused as a whole: nothing of it is taken over.
public final class MalformedFramework extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;
    private final int count;

    MalformedFramework(String file, List<Fault> faults, int count) {
        super(file + ": " + (count == 1 ? "one fault" : count + " faults") + ", nothing was imported"
                + faults.stream().map(fault -> "\n" + fault).collect(Collectors.joining())
                + (count > faults.size() ? "\nand " + (count - faults.size()) + " more" : ""));
        this.faults = List.copyOf(faults);
        this.count = count;
    }

    /// In the order of the file, at most the first 200.
    public List<Fault> faults() {
        return faults;
    }

    /// All there are.
    public int count() {
        return count;
    }
}
