/// Reads YAML as JSON values, with bounds on size, nesting and aliases.
@NullMarked
package org.cairn.evidence.yaml;

import org.jspecify.annotations.NullMarked;
