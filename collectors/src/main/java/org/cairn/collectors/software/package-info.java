/// Where software comes from and how fresh it is: package sources and their trust, patch state, container daemons.
@NullMarked
package org.cairn.collectors.software;

import org.jspecify.annotations.NullMarked;
