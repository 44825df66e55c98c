/// Collectors for Windows. They ask PowerShell for JSON and take numbers, identifiers and registry values alone,
/// because
/// words come in the host's language. Written from Microsoft's documentation and tried on captured text only.
@NullMarked
package org.cairn.collectors.windows;

import org.jspecify.annotations.NullMarked;
