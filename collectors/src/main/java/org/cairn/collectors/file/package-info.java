/// Files that matter for their content: model weights and certificates.
@NullMarked
package org.cairn.collectors.file;

import org.jspecify.annotations.NullMarked;
