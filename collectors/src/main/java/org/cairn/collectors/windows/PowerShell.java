package org.cairn.collectors.windows;

import org.cairn.collectors.host.Command;

/// Questions to Windows PowerShell 5.1, which every Windows since 10 and Server 2016 has. An error ends the command, so
/// that no part of an answer passes for the whole.
final class PowerShell {
    private static final String FIRST =
            "$ErrorActionPreference='Stop'; [Console]::OutputEncoding=[Text.UTF8Encoding]::new($false); ";

    private PowerShell() {}

    /// A command that prints what `expression` gives as a list in JSON.
    /// @param expression without double quotes, which the start of a process would take apart
    /// @param file       that holds it in a captured tree, without `.json`
    static Command list(String file, String expression) {
        return Command.of(
                        "powershell",
                        "-NoProfile",
                        "-NonInteractive",
                        "-Command",
                        FIRST + "ConvertTo-Json -Depth 3 -Compress -InputObject @(" + expression + ")")
                .savedAs(file + ".json");
    }
}
