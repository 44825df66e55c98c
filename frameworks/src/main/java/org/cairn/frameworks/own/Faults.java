package org.cairn.frameworks.own;

import java.util.ArrayList;
import java.util.List;

/// Gathers what is wrong with one file. For one thread.
public final class Faults {
    /// Nobody mends more in one go; the rest is counted.
    static final int MOST_LISTED = 200;

    private final String file;
    private final List<Fault> listed = new ArrayList<>();
    private int count;

    /// @param file as a message names it
    public Faults(String file) {
        this.file = file;
    }

    public void add(String where, String problem) {
        count++;
        if (count <= MOST_LISTED) {
            listed.add(new Fault(where, problem));
        }
    }

    public int count() {
        return count;
    }

    /// @throws MalformedFramework if there is any
    public void refuse() throws MalformedFramework {
        if (count > 0) {
            throw new MalformedFramework(file, listed, count);
        }
    }

    /// Adds one that leaves nothing more to read.
    public MalformedFramework last(String where, String problem) {
        add(where, problem);
        return new MalformedFramework(file, listed, count);
    }
}
