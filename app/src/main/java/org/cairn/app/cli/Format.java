package org.cairn.app.cli;

/// How the answer is written.
enum Format {
    TABLE,
    JSON,
    CSV
}
