/// What the tests of several packages share.
@NullMarked
package org.cairn.reports;

import org.jspecify.annotations.NullMarked;
