package org.cairn.reports.pack;

import java.nio.file.Path;
import java.util.Optional;

/// What an auditor with Firefox sees is what one with Chromium sees, and what the jar says.
class VerifyPageInFirefoxTest extends PageBesideJar {
    VerifyPageInFirefoxTest(TamperedPack pack) {
        super(pack);
    }

    @Override
    String name() {
        return "firefox";
    }

    @Override
    Optional<Path> program() {
        return Firefox.installed();
    }

    @Override
    Browser start(Path program, Path profile) throws Exception {
        return Firefox.start(program, profile);
    }

    @Override
    int step() {
        return LONG ? 1 : 24;
    }
}
