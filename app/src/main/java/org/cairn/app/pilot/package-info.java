/// The ninety days in which an organisation tries the product out: what is measured when, and what came of it.
@NullMarked
package org.cairn.app.pilot;

import org.jspecify.annotations.NullMarked;
