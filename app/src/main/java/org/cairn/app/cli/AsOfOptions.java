package org.cairn.app.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.KnownAt;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The two times of a command: what it is about, and what was known.
final class AsOfOptions {
    @Option(names = "--valid-at", paramLabel = "T", description = "The day it is about; default: now.")
    private Optional<String> validAt = Optional.empty();

    @Mixin
    private KnownOptions known = new KnownOptions();

    AsOf asOf(Instant now) throws Refused {
        return new AsOf(
                validAt.isPresent() ? Optional.of(When.parse(validAt.get(), now)) : Optional.empty(), known.known(now));
    }

    /// The two days of a question about the law, which is published on days and not in a ledger; empty where neither
    /// was named.
    Optional<LawOn> law(Instant now) throws Refused {
        AsOf asOf = asOf(now);
        if (asOf.isNow()) {
            return Optional.empty();
        }
        LocalDate knownOn = switch (asOf.known()) {
            case KnownAt.Now _ -> day(now);
            case KnownAt.At(Instant time) -> day(time);
            case KnownAt.Through _ ->
                throw new Refused("--known-at-entry counts entries of a workspace, and the law is known on a day:"
                        + " give --known-at");
        };
        return Optional.of(new LawOn(day(asOf.validAt().orElse(now)), knownOn));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
