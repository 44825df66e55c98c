package org.cairn.collectors.command;

import java.util.List;
import org.cairn.collectors.host.Command;
import org.cairn.collectors.host.Observation;

/// One command and what its text says.
/// @param name        how it is called on the page of collectors
/// @param populations that are not whole without it
public record Reading(String name, Command command, List<String> populations, Parser parser) {
    /// Adds what the text says. Nothing is added where it is refused.
    public interface Parser {
        void parse(String printed, Observation seen) throws MalformedOutput;
    }

    public Reading {
        populations = List.copyOf(populations);
    }
}
