/// Where data comes to rest: encryption, swap, dumps, mount options.
@NullMarked
package org.cairn.collectors.storage;

import org.jspecify.annotations.NullMarked;
