package org.cairn.app.cli;

import picocli.CommandLine.IVersionProvider;

/// The version as `--version` prints it.
final class VersionText implements IVersionProvider {
    private final String productVersion;

    VersionText(String productVersion) {
        this.productVersion = productVersion;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Cairn " + productVersion};
    }
}
