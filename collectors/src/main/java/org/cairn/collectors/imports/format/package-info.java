/// One reader for each format of other tools' reports, and the one that tells the formats apart.
@NullMarked
package org.cairn.collectors.imports.format;

import org.jspecify.annotations.NullMarked;
