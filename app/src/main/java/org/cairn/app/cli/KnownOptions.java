package org.cairn.app.cli;

import java.time.Instant;
import java.util.Optional;
import org.cairn.app.workspace.KnownAt;
import picocli.CommandLine.Option;

/// How much of the ledger counts, for every command that tells what is recorded.
final class KnownOptions {
    @Option(
            names = "--known-at",
            paramLabel = "T",
            description = "The day whose knowledge counts; default: everything recorded.")
    private Optional<String> time = Optional.empty();

    @Option(
            names = "--known-at-entry",
            paramLabel = "N",
            description = "Counts the entries up to this one, whatever the clocks claimed.")
    private Optional<Long> entry = Optional.empty();

    /// Today and "everything" are the same where no clock ran ahead; a day that is named is taken at its word.
    KnownAt known(Instant now) throws Refused {
        if (time.isPresent() && entry.isPresent()) {
            throw new Refused("--known-at and --known-at-entry say the same in two ways; give one of them");
        }
        if (entry.isPresent()) {
            if (entry.get() < 0) {
                throw new Refused("no entry " + entry.get() + ": entries are counted from 0");
            }
            return new KnownAt.Through(entry.get());
        }
        return time.isPresent() ? new KnownAt.At(When.parse(time.get(), now)) : new KnownAt.Now();
    }
}
