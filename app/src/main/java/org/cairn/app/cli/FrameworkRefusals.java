package org.cairn.app.cli;

import org.cairn.frameworks.own.Fault;
import org.cairn.frameworks.own.MalformedFramework;

/// A file with a framework that does not fit: every fault on a line of its own, then the refusal.
final class FrameworkRefusals {
    private FrameworkRefusals() {}

    static Refused refused(Terminal terminal, MalformedFramework malformed) {
        for (Fault fault : malformed.faults()) {
            terminal.say(Table.printable(fault.toString()));
        }
        int more = malformed.count() - malformed.faults().size();
        if (more > 0) {
            terminal.say("and " + more + " more");
        }
        return new Refused(
                String.valueOf(malformed.getMessage()).lines().findFirst().orElse(""));
    }
}
