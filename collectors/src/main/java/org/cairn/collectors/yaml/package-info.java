/// Reads YAML as JSON values, with bounds on size, nesting and aliases.
@NullMarked
package org.cairn.collectors.yaml;

import org.jspecify.annotations.NullMarked;
