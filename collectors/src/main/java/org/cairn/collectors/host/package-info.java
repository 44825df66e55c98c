/// Reading the host, and nothing else: files, directories and a fixed set of commands, with bounds on time and size.
/// The only package that touches the machine; everything it refuses is a result.
@NullMarked
package org.cairn.collectors.host;

import org.jspecify.annotations.NullMarked;
